import { cite } from '../citation.ts'
import { disposalsCarriedOut } from '../guards/closing.ts'
import { disposalsNamed } from '../guards/decision.ts'
import { publicityEnded, refundsPaid } from '../guards/remedies.ts'
import { groundNamed, nothingToPerform, suspensionProvided, suspicionAnswered } from '../guards/ways-out.ts'
import { choice, day, optional, payload, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { withDisposals } from './penalty-effects.ts'
import { files, motion } from './penalty-fields.ts'
import { chief, headNotHandling, recorder } from './penalty-people.ts'
import { countsOn, deciding } from './penalty-still.ts'

/** Endings and ways out (R19, R20): suspension, termination, a mistaken filing, another organ. The police stand in a chapter of their own. */

const { power, fact } = actsOn<PenaltyCase>()

export const filed = ['investigation', 'report', 'review', 'notice', 'decision'] as const
/** Possible in any case and needed in few: a page keeps it folded away. */
const rarely = () => false
/** Nothing runs on in a case that is over. */
export const everyClock = ['verification', 'decision', 'registration', 'seizure', 'seizure-extended', 'urgent-approval', 'review', 'defence', 'crime-answer', 're-decision', 'contest', 'correction'].map((clock) => ({ clock, subjects: () => ['*'] }))
const atTransferred = everyClock.map(({ clock }) => ({ clock, subjects: (state: PenaltyCase) => (state.stage === 'transferred' ? ['*'] : []) }))

/** A case taken up again carries an earlier decision: what still stands of it is not left behind (处罚法 66, 74; R22). */
export const nothingLeftBehind = [nothingToPerform, refundsPaid, publicityEnded] as const

/** What a head decides alone, as its approval form says it. */
export const singleMatter = payload({ ground: optional(text(words('事由', 'Ground'), { max: 100 })), ...motion })

export const transferJurisdiction = payload({ to: text(words('接收机关', 'Receiving organ'), { max: 100 }), ...motion, files })

export const waysOut = {
  suspend: power({
    title: words('中止调查', 'Suspend the case'),
    article: cite('市场监督管理行政处罚程序规定', 46, 1),
    from: filed,
    suits: rarely,
    to: 'suspended',
    by: headNotHandling,
    payload: payload({
      ground: choice(words('中止事由', 'Ground'), {
        'other-case': words('须以相关案件的裁判结果或者其他行政决定为依据', 'Depends on the outcome of another case'),
        'question-of-law': words('法律适用问题需送请有权机关解释', 'A question of law is put to the competent organ'),
        'force-majeure': words('不可抗力', 'Force majeure'),
        untraceable: words('当事人下落不明', 'The party cannot be found'),
        testing: words('等待检测、检验、检疫、鉴定', 'Awaiting a test or appraisal'),
      }),
      ...motion,
    }),
    documents: [{ kind: 'matter-approval' }],
    guards: [suspensionProvided, groundNamed],
    pauses: deciding.map((clock) => ({ clock, cause: 'suspended' })),
    apply: (state, act) => ({ ...state, suspended: { from: state.stage, ground: act.payload.ground, since: dayOf(act.occurredAt) } }),
  }),

  resume: power({
    title: words('恢复调查', 'Resume the case'),
    article: cite('市场监督管理行政处罚程序规定', 46, 2),
    from: 'suspended',
    by: { post: 'head', of: 'body' },
    payload: payload(motion),
    documents: [{ kind: 'matter-approval' }],
    resumes: countsOn,
    awaited: (state) => state.stage === 'suspended',
    apply: ({ suspended, ...state }) => ({ ...state, stage: suspended?.from ?? 'investigation' }),
  }),

  terminate: power({
    title: words('终止调查', 'Terminate the case'),
    article: cite('市场监督管理行政处罚程序规定', 47),
    from: [...filed, 'suspended', 'with-police'],
    suits: rarely,
    to: 'terminated',
    by: headNotHandling,
    payload: payload({
      ground: choice(words('终止事由', 'Ground'), {
        death: words('自然人死亡，没有权利义务承受人', 'Death without a successor'),
        dissolution: words('法人、其他组织终止，没有权利义务承受人', 'Dissolution without a successor'),
      }),
      since: optional(day(words('死亡或者终止日期', 'Since'))),
      ...motion,
      files,
    }),
    documents: [{ kind: 'matter-approval' }],
    guards: [suspicionAnswered, groundNamed, disposalsCarriedOut, ...nothingLeftBehind],
    closes: everyClock,
  }),

  /** No free withdrawal: a filing that should never have been is taken back by the chief, and supervision looks at it (R19). */
  'cancel-mistaken-filing': power({
    title: words('撤销错误立案', 'Cancel a mistaken filing'),
    article: cite('行政处罚法', 75, 2),
    from: [...filed, 'suspended'],
    suits: rarely,
    to: 'cancelled',
    by: chief,
    payload: payload({
      ground: choice(words('撤销事由', 'Ground'), {
        duplicate: words('重复立案', 'Filed twice'),
        'wrong-party': words('当事人错误', 'Wrong party'),
        'no-power': words('没有管辖权', 'No power'),
      }),
      ...motion,
    }),
    documents: [{ kind: 'matter-approval' }],
    guards: [suspicionAnswered, groundNamed, ...nothingLeftBehind],
    closes: everyClock,
    apply: (state) => withDisposals({ ...state, cancellationOwed: heard(state) }, state.held.filter((each) => !each.carriedOut).map((each) => ({ held: each.id, disposal: 'return' }))),
  }),

  // 移送管辖 ---------------------------------------------------------------------------------------------------------------

  'transfer-jurisdiction': power({
    title: words('移送有管辖权的机关', 'Transfer to the competent organ'),
    article: cite('行政处罚法', 25, 2),
    from: ['lead', ...filed, 'suspended'],
    suits: rarely,
    to: 'transferring',
    by: headNotHandling,
    payload: transferJurisdiction,
    documents: [{ kind: 'matter-approval' }, { kind: 'transfer-letter' }],
    guards: [suspicionAnswered, disposalsNamed, ...nothingLeftBehind],
    apply: (state, act) => ({ ...state, transfer: { from: state.stage, on: dayOf(act.occurredAt) } }),
  }),

  'record-transfer-receipt': fact({
    title: words('登记移送回执', 'Record the receipt of a transfer'),
    article: cite('行政处罚法', 25, 2),
    by: recorder,
    suits: (state) => state.stage === 'transferring',
    payload: payload({
      outcome: choice(words('结果', 'Outcome'), { accepted: words('已接收', 'Accepted'), refused: words('退回', 'Sent back') }),
      on: day(words('回执日期', 'Receipt of')),
      files,
    }),
    closes: atTransferred,
    awaited: (state) => state.stage === 'transferring',
    prefill: () => ({ outcome: 'accepted' }),
    apply: (state, act) => {
      if (state.stage !== 'transferring') return state
      if (act.payload.outcome === 'accepted') return { ...state, stage: 'transferred' }
      const { transfer, ...rest } = state
      return { ...rest, stage: transfer?.from ?? 'investigation' }
    },
  }),
}

/** Once anything of the case was done towards the parties, they have heard of it. */
const heard = (state: PenaltyCase): string[] =>
  ['interview', 'record-scene', 'order-to-correct', 'approve-registration', 'register-evidence', 'carry-out-seizure', 'take-sample', 'issue-notice', 'serve'].some((kind) => state.done[kind]) ? state.parties.map((each) => each.id) : []
