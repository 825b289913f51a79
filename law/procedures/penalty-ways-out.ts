import { cite } from '../citation.ts'
import { disposalsCarriedOut } from '../guards/closing.ts'
import { disposalsNamed } from '../guards/decision.ts'
import { teamCertified, twoOfficers } from '../guards/officers.ts'
import { criminalTransferDecided, groundNamed, policeAnswered, suspensionProvided, suspicionAnswered } from '../guards/ways-out.ts'
import { choice, day, list, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn, type Applied } from '../procedure.ts'
import { dayOf, type Day } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { withCarriedOut, withDisposals } from './penalty-effects.ts'
import { approval, files, officers, reason, returned } from './penalty-fields.ts'
import { lotsDisposed } from './penalty-lots.ts'
import { chief, handlers, headNotHandling, recorder } from './penalty-people.ts'
import { testStops } from './penalty-samples.ts'

/** Endings and ways out (R19, R20): suspension, termination, a mistaken filing, another organ, the police. */

const { power, fact } = actsOn<PenaltyCase>()

const filed = ['investigation', 'report', 'review', 'notice', 'decision'] as const
/** Possible in any case and needed in few: a page keeps it folded away. */
const rarely = () => false
const deciding = ['decision', 're-decision']
/** Nothing runs on in a case that is over. */
const everyClock = ['verification', 'decision', 'registration', 'seizure', 'seizure-extended', 'urgent-approval', 'review', 'defence', 'crime-answer', 're-decision'].map((clock) => ({ clock, subjects: () => ['*'] }))
const atTransferred = everyClock.map(({ clock }) => ({ clock, subjects: (state: PenaltyCase) => (state.stage === 'transferred' ? ['*'] : []) }))

/** What a head decides alone, as its approval form says it. */
export const singleMatter = payload({ ground: optional(text(words('事由', 'Ground'), { max: 100 })), reason })

export const transferJurisdiction = payload({ to: text(words('接收机关', 'Receiving organ'), { max: 100 }), reason, files })

export const reportCrime = payload({
  team: list(words('专案组人员（两名以上）', 'Team (two at least)'), ref('officer', words('执法人员', 'Officer')), { min: 1, max: 10 }),
  facts: text(words('涉嫌犯罪的事实和依据', 'Facts and basis of the suspicion'), { personal: true, rows: 6, max: 8000 }),
  files,
})

export const suspectedPapers = {
  letter: words('移送书', 'Letter of transfer'),
  report: words('调查报告', 'Report of the inquiry'),
  inventory: words('涉案物品清单', 'List of things'),
  appraisal: words('检验报告或者鉴定结论', 'Test report or appraisal'),
  other: words('其他有关材料', 'Other material'),
} as const

export const handOver = payload({
  to: text(words('接收的公安机关', 'Police organ'), { max: 100 }),
  papers: list(
    words('移送材料', 'Papers'),
    choice(words('材料', 'Paper'), suspectedPapers),
    { min: 1, max: 5 },
  ),
  held: optional(list(words('随案移交的物品', 'Things handed over'), ref('held', words('物品', 'Thing')), { max: 200 })),
  receivedBy: optional(text(words('接收人', 'Received by'), { personal: true, max: 60 })),
  officers,
  files,
})

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
      reason,
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
    payload: payload({ reason }),
    documents: [{ kind: 'matter-approval' }],
    resumes: deciding.map((clock) => ({ clock, when: (state: PenaltyCase) => !testStops(state) })),
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
      reason,
      files,
    }),
    documents: [{ kind: 'matter-approval' }],
    guards: [suspicionAnswered, groundNamed, disposalsCarriedOut],
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
      reason,
    }),
    documents: [{ kind: 'matter-approval' }],
    guards: [suspicionAnswered, groundNamed],
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
    guards: [suspicionAnswered, disposalsNamed],
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

  // 涉嫌犯罪 ---------------------------------------------------------------------------------------------------------------

  'report-suspected-crime': power({
    title: words('报告涉嫌犯罪', 'Report suspected crime'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 1),
    from: filed,
    suits: rarely,
    by: handlers,
    payload: reportCrime,
    proposes: true,
    guards: [twoOfficers, teamCertified],
    opens: ['crime-answer'],
    prefill: (state) => ({ team: state.team }),
  }),

  'decide-criminal-transfer': power({
    title: words('决定移送公安机关', 'Decide to transfer to the police'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 2),
    from: filed,
    to: 'handing-over',
    by: chief,
    payload: approval,
    documents: [{ kind: 'criminal-transfer' }],
    answers: 'report-suspected-crime',
    opens: ['hand-over'],
    closes: ['crime-answer'],
    awaited: (state) => state.proposals['report-suspected-crime']?.status === 'open' && filed.some((stage) => stage === state.stage),
    apply: (state, act) => ({ ...state, crime: { from: state.stage, decided: dayOf(act.occurredAt) } }),
  }),

  'return-criminal-transfer': power({
    title: words('决定不移送公安机关', 'Decide not to transfer to the police'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 2),
    from: filed,
    by: chief,
    payload: returned,
    answers: 'report-suspected-crime',
    returns: true,
    closes: ['crime-answer'],
  }),

  'hand-over-to-police': fact({
    title: words('向公安机关移送', 'Hand over to the police'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 6),
    by: recorder,
    suits: (state) => state.stage === 'handing-over',
    payload: handOver,
    documents: [{ kind: 'handover-list' }],
    guards: [criminalTransferDecided],
    closes: ['hand-over', ...lotsDisposed],
    pauses: deciding.map((clock) => ({ clock, cause: 'with-police', when: (state) => state.stage === 'with-police' })),
    prefill: (state) => ({ officers: state.team, papers: ['letter', 'report', 'inventory'], held: state.held.filter((each) => !each.carriedOut).map((each) => each.id) }),
    awaited: (state) => state.stage === 'handing-over',
    apply: (state, act) => handedOver(state, act.payload.held ?? [], dayOf(act.occurredAt)),
  }),

  'record-police-answer': fact({
    title: words('登记司法机关处理结果', 'Record the answer of the judiciary'),
    article: cite('行政处罚法', 27, 1),
    by: recorder,
    suits: (state) => state.stage === 'with-police',
    payload: payload({
      answer: choice(words('处理结果', 'Answer'), {
        filed: words('公安机关立案', 'Filed'),
        'not-filed': words('公安机关不予立案', 'Not filed'),
        returned: words('移送行政机关处理', 'Returned'),
        judged: words('人民法院已裁判', 'Judged'),
      }),
      courtFine: optional(yes(words('判处罚金', 'The court imposed a fine'), { only: { field: 'answer', is: 'judged' } })),
      on: day(words('文书日期', 'Dated')),
      files,
    }),
    guards: [criminalTransferDecided],
    awaited: (state) => state.stage === 'with-police' && (state.crime?.answer ?? 'filed') === 'filed',
    apply: (state, act) =>
      state.crime === undefined || act.payload.answer === undefined
        ? state
        : { ...state, crime: { ...state.crime, answer: act.payload.answer, ...(act.payload.courtFine ? { courtFine: true as const } : {}) } },
  }),

  'resume-after-police': power({
    title: words('恢复行政处罚程序', 'Resume after the police'),
    article: cite('行政处罚法', 27, 1),
    from: 'with-police',
    by: { post: 'head', of: 'body' },
    payload: payload({ reason }),
    documents: [{ kind: 'matter-approval' }],
    guards: [policeAnswered],
    resumes: deciding.map((clock) => ({ clock, when: (state: PenaltyCase) => !testStops(state) })),
    awaited: (state) => state.stage === 'with-police' && state.crime?.answer !== undefined && state.crime.answer !== 'filed',
    apply: (state) => ({ ...state, stage: state.crime?.from ?? 'investigation' }),
  }),
}

/** Once anything of the case was done towards the parties, they have heard of it. */
const heard = (state: PenaltyCase): string[] =>
  ['interview', 'record-scene', 'order-to-correct', 'approve-registration', 'register-evidence', 'carry-out-seizure', 'take-sample', 'issue-notice', 'serve'].some((kind) => state.done[kind]) ? state.parties.map((each) => each.id) : []

function handedOver(state: PenaltyCase, held: readonly string[], on: Day): Applied<PenaltyCase> {
  const named = withDisposals(state, held.map((each) => ({ held: each, disposal: 'hand-over' })))
  const given = withCarriedOut(named.state, held, on)
  const gone = state.stage === 'handing-over' && state.crime ? { stage: 'with-police', crime: { ...state.crime, handedOver: on } } : {}
  return { state: { ...given.state, ...gone }, effects: [...(named.effects ?? []), ...(given.effects ?? [])] }
}
