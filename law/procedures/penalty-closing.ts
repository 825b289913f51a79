import { cite } from '../citation.ts'
import { allPerformed, decisionServed, disposalsCarriedOut } from '../guards/closing.ts'
import { guardiansOrdered } from '../guards/parties.ts'
import { noRemedyPending, publicityEnded, refundsPaid } from '../guards/remedies.ts'
import { decisionServiceConfirmed, thingsConfirmed } from '../guards/second-officer.ts'
import { rectificationsServed, scanInOrder } from '../guards/slips.ts'
import { suspicionAnswered } from '../guards/ways-out.ts'
import { actsOn } from '../procedure.ts'
import { withConfirmed } from '../second-officer.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { isSettledItem } from './penalty-owed.ts'
import { approval, returned } from './penalty-fields.ts'
import { handlers, head, isOpen, recorder } from './penalty-people.ts'
import { pendingRemedy } from './penalty-redress.ts'
import * as told from './penalty-payloads.ts'

/** 结案、归档、纸质文书 (处罚法 47, 66; R28). */

const { power, fact } = actsOn<PenaltyCase>()

const closable = [decisionServed, decisionServiceConfirmed, rectificationsServed, allPerformed, disposalsCarriedOut, thingsConfirmed, noRemedyPending, refundsPaid, publicityEnded, guardiansOrdered, suspicionAnswered]

/** 正卷 and 副卷 (R28). */
const volumes = () => ['main', 'inner'] as const

export const closingActs = {
  'propose-closing': power({
    title: words('提请结案', 'Propose closing'),
    article: cite('行政处罚法', 66, 1),
    from: 'performance',
    to: 'closing',
    by: handlers,
    payload: told.proposeClosing,
    proposes: true,
    guards: closable,
    awaited: (state) => state.stage === 'performance' && state.performance.every(isSettledItem) && !pendingRemedy(state),
  }),

  'approve-closing': power({
    title: words('批准结案', 'Approve closing'),
    article: cite('行政处罚法', 66, 1),
    from: 'closing',
    to: 'closed',
    by: head,
    payload: approval,
    answers: 'propose-closing',
    guards: closable,
    closes: [{ clock: 'correction', subjects: () => ['*'] }],
    documents: [{ kind: 'closing-approval' }],
    awaited: (state) => state.stage === 'closing' && isOpen(state, 'propose-closing'),
  }),

  'return-closing': power({
    title: words('退回结案提请', 'Return the closing proposal'),
    article: cite('行政处罚法', 66, 1),
    from: 'closing',
    to: 'performance',
    by: head,
    payload: returned,
    answers: 'propose-closing',
    returns: true,
  }),

  archive: power({
    title: words('归档', 'Archive'),
    article: cite('行政处罚法', 47),
    from: 'closed',
    to: 'archived',
    by: handlers,
    payload: told.archive,
    documents: [{ kind: 'case-cover', each: volumes }, { kind: 'case-catalogue', each: volumes }, { kind: 'case-notes', each: volumes }],
    prefill: () => ({ retention: 'thirty-years' }),
    awaited: (state) => state.stage === 'closed',
  }),
}

export const paperActs = {
  /** The paper is the original (R28): signed pages come back as scans. */
  'attach-scan': fact({
    title: words('上传签名盖章件', 'Attach the signed paper'),
    article: cite('行政处罚法', 47),
    by: recorder,
    payload: told.attachScan,
    guards: [scanInOrder],
    prefill: () => ({ signed: 'signed', compared: true }),
    apply: (state, act) => ({
      state: withConfirmed(state, act.payload.entries ?? [], act.payload.signers ?? []),
      effects: act.payload.files.map((hash) => ({ room: 'file', hash, document: act.payload.document })),
    }),
  }),
}
