import { cite } from '../citation.ts'
import { afterItsDocument, announcedAfterAttempts, electronicAgreed, leftWithWitness } from '../guards/facts.ts'
import { certificatesValid, twoOfficers } from '../guards/officers.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import { currentNotice, rectificationToServe, type PenaltyCase } from './penalty-case.ts'
import { lastCompleted, moneyOwed, partiesToServe, withService } from './penalty-effects.ts'
import { recorder } from './penalty-people.ts'
import * as told from './penalty-payloads.ts'

/** 送达 (处罚法 61; R24): what happened, by whatever method. */

const { fact } = actsOn<PenaltyCase>()

export const serviceActs = {
  serve: fact({
    title: words('送达', 'Serve'),
    article: cite('行政处罚法', 61, 1),
    by: recorder,
    officers: 2,
    suits: (state) => state.notices.length > 0 || state.decision !== undefined,
    payload: told.serve,
    guards: [twoOfficers, certificatesValid, afterItsDocument, leftWithWitness, announcedAfterAttempts, electronicAgreed],
    opens: [
      { clock: 'defence', subjects: (state, { document, party }) => (currentNotice(state)?.act === document && lastCompleted(state) ? [party] : []), from: lastCompleted },
      { clock: 'demand', subjects: (state, { document, party }) => (state.demands?.some((each) => each.act === document && each.party === party) && lastCompleted(state) ? [party] : []), from: lastCompleted },
      { clock: 'payment', subjects: (state, { document, party }) => (state.decision?.act === document && moneyOwed(state, party) && lastCompleted(state) ? [party] : []), from: lastCompleted },
    ],
    closes: [{ clock: 'service', subjects: (state, { document, party }) => (state.decision?.act === document && lastCompleted(state) ? [party] : []) }],
    documents: [{ kind: 'service-receipt', each: (_, payload) => [payload.party] }],
    prefill: (state) => ({ ...nextService(state), officers: state.team, method: 'direct', outcome: 'received' }),
    awaited: (state) => state.stage === 'service' || rectificationToServe(state) !== undefined || (state.stage === 'notice' && (currentNotice(state)?.parties.some((each) => !each.served) ?? false)),
    apply: withService,
  }),
}

/** The newest paper, and the first party it has not reached yet: each party is served for himself (R7). */
function nextService(state: PenaltyCase): { document: string | undefined; party: string | undefined } {
  const rectified = rectificationToServe(state)
  if (rectified) return { document: rectified.act, party: rectified.party }
  const demand = state.demands?.at(-1)
  const document = demand?.act ?? state.decision?.act ?? currentNotice(state)?.act
  const addressed = demand ? [demand.party] : state.decision ? partiesToServe(state) : (currentNotice(state)?.parties.map((each) => each.party) ?? [])
  return { document, party: addressed.find((each) => !state.services.some((one) => one.of === document && one.party === each && one.completed)) ?? addressed[0] }
}
