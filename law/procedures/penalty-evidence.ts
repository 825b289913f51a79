import { cite } from '../citation.ts'
import { remedyConfigured } from '../guards/decision.ts'
import { rightsTold } from '../guards/facts.ts'
import { certificatesValid, officersOfBody, teamCertified, twoOfficers } from '../guards/officers.ts'
import { guardianNamed } from '../guards/parties.ts'
import { notRecused } from '../guards/recusal.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { correctionTerm, withOrder } from './penalty-corrections.ts'
import { withEvidence } from './penalty-effects.ts'
import { beforeDecision, handlers, recorder } from './penalty-people.ts'
import * as told from './penalty-payloads.ts'

/** 收集证据、责令改正 (处罚法 28, 54, 55): possible from the lead on, as evidence is before the filing too (R8). */

const { power, fact } = actsOn<PenaltyCase>()

export const evidenceActs = {
  'collect-evidence': fact({
    title: words('收集证据', 'Collect evidence'),
    article: cite('行政处罚法', 54, 1),
    by: recorder,
    officers: 2,
    payload: told.collectEvidence,
    needs: ['fields'],
    guards: [twoOfficers, certificatesValid, officersOfBody, notRecused],
    documents: [{ kind: 'evidence-list' }],
    prefill: (state) => ({ officers: state.team }),
    apply: withEvidence('documentary'),
  }),

  interview: fact({
    title: words('询问', 'Interview'),
    article: cite('行政处罚法', 55, 2),
    by: recorder,
    officers: 2,
    payload: told.interview,
    needs: ['fields'],
    guards: [twoOfficers, certificatesValid, officersOfBody, rightsTold, notRecused, guardianNamed],
    documents: [{ kind: 'interview-record' }],
    prefill: (state) => ({ officers: state.team, whom: 'party', party: state.parties[0]?.id, certificateShown: true, recusalTold: true, signed: 'signed' }),
    apply: withEvidence('statement'),
  }),

  'record-scene': fact({
    title: words('现场检查、勘验', 'Record the scene'),
    article: cite('行政处罚法', 55, 2),
    by: recorder,
    officers: 2,
    payload: told.recordScene,
    needs: ['fields'],
    guards: [twoOfficers, certificatesValid, officersOfBody, rightsTold, notRecused],
    documents: [{ kind: 'scene-record' }],
    prefill: (state) => ({ officers: state.team, party: state.parties[0]?.id, certificateShown: true, recusalTold: true, signed: 'signed' }),
    apply: withEvidence('record'),
  }),

  'order-to-correct': power({
    title: words('责令改正', 'Order to correct'),
    article: cite('行政处罚法', 28, 1),
    from: ['lead', 'filing', ...beforeDecision],
    by: handlers,
    officers: 2,
    payload: told.orderToCorrect,
    guards: [teamCertified, remedyConfigured],
    opens: [correctionTerm],
    documents: [{ kind: 'order-to-correct', each: (_, payload) => [payload.party] }],
    prefill: (state) => ({ party: state.parties[0]?.id }),
    apply: withOrder,
  }),
}
