import { cite } from '../citation.ts'
import { decisionServed, disposalsCarriedOut } from '../guards/closing.ts'
import { teamCertified, twoOfficers } from '../guards/officers.ts'
import { criminalTransferDecided, groundNamed, judgedByCourt, notFilingContested, papersComplete, policeAnswered, policeDidNotFile } from '../guards/ways-out.ts'
import { choice, day, list, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn, type Applied } from '../procedure.ts'
import { dayOf, type Day } from '../time/day.ts'
import { words } from '../words.ts'
import { papersOwed, type PenaltyCase } from './penalty-case.ts'
import { contestPending, type Contest } from './penalty-crime.ts'
import { onceServed, withCarriedOut, withDisposals } from './penalty-effects.ts'
import { approval, files, motion, officers, reason, returned } from './penalty-fields.ts'
import { lotsDisposed } from './penalty-lots.ts'
import { chief, handlers, headNotHandling, recorder } from './penalty-people.ts'
import { countsOn, deciding } from './penalty-still.ts'
import { everyClock, filed, nothingLeftBehind } from './penalty-ways-out.ts'

/** 涉嫌犯罪 (处罚法 27, 310号; R20): reported, decided by the chief, handed over, answered, contested, resumed or closed. */

const { power, fact } = actsOn<PenaltyCase>()

const rarely = () => false
/** 处罚法 27, R20: at any stage; a decision already made and its performance wait for no answer. */
const suspectedFrom = ['lead', 'filing', ...filed, 'suspended', 'service', 'performance', 'closed'] as const
/** A lead that lies with the police is not verified meanwhile. */
const withPolice = [...deciding, 'verification'] as const
const contestWays = { reconsideration: words('提请公安机关复议', 'Reconsideration by the police'), procuratorate: words('建议人民检察院立案监督', 'Supervision by the procuratorate') } as const satisfies Record<Contest['way'], unknown>
const lastContest = (state: PenaltyCase): Contest | undefined => state.crime?.contests?.at(-1)

export const reportCrime = payload({
  team: list(words('专案组人员（两名以上）', 'Team (two at least)'), ref('officer', words('执法人员', 'Officer')), { min: 1, max: 10 }),
  facts: text(words('涉嫌犯罪的事实和依据', 'Facts and basis of the suspicion'), { personal: true, rows: 6, max: 8000 }),
  police: optional(text(words('拟移送的公安机关', 'Police organ it should go to'), { max: 100 })),
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

export const policeActs = {
  'report-suspected-crime': power({
    title: words('报告涉嫌犯罪', 'Report suspected crime'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 1),
    from: suspectedFrom,
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
    from: suspectedFrom,
    to: 'handing-over',
    by: chief,
    payload: approval,
    documents: [{ kind: 'criminal-transfer' }],
    answers: 'report-suspected-crime',
    opens: ['hand-over'],
    closes: ['crime-answer'],
    awaited: (state) => state.proposals['report-suspected-crime']?.status === 'open' && suspectedFrom.some((stage) => stage === state.stage),
    apply: (state, act) => ({ ...state, crime: { from: state.stage, decided: dayOf(act.occurredAt) } }),
  }),

  'return-criminal-transfer': power({
    title: words('决定不移送公安机关', 'Decide not to transfer to the police'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 2),
    from: suspectedFrom,
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
    guards: [criminalTransferDecided, papersComplete],
    closes: ['hand-over', ...lotsDisposed],
    pauses: withPolice.map((clock) => ({ clock, cause: 'with-police', when: (state) => state.stage === 'with-police' })),
    prefill: (state) => ({ officers: state.team, papers: papersOwed(state), held: state.held.filter((each) => !each.carriedOut).map((each) => each.id) }),
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
    opens: [{ clock: 'contest', subjects: (state, told) => (told.answer === 'not-filed' && state.stage === 'with-police' ? [''] : []) }],
    awaited: (state) => state.stage === 'with-police' && (state.crime?.answer ?? 'filed') === 'filed',
    apply: (state, act) =>
      state.crime === undefined || act.payload.answer === undefined
        ? state
        : { ...state, crime: { ...state.crime, answer: act.payload.answer, ...(act.payload.courtFine ? { courtFine: true as const } : {}) } },
  }),

  /** 310号 9: the body may ask the police to reconsider, or the procuratorate to supervise, within three days. */
  'contest-not-filing': fact({
    title: words('对不予立案提请复议、建议立案监督', 'Contest that the police did not file'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 9, 1),
    by: recorder,
    suits: (state) => state.stage === 'with-police' && state.crime?.answer === 'not-filed',
    payload: payload({
      way: choice(words('方式', 'Way'), contestWays),
      organ: text(words('公安机关或者人民检察院', 'Police organ or procuratorate'), { max: 100 }),
      on: day(words('提出日期', 'Sent on')),
      reason,
      files,
    }),
    guards: [policeDidNotFile],
    closes: ['contest'],
    prefill: (state) => ({ way: state.crime?.contests?.length ? 'procuratorate' : 'reconsideration' }),
    apply: (state, act) =>
      state.crime === undefined || act.marks.length > 0 ? state : { ...state, crime: { ...state.crime, contests: [...(state.crime.contests ?? []), { way: act.payload.way, on: dayOf(act.occurredAt) }] } },
  }),

  'record-contest-answer': fact({
    title: words('登记复议、立案监督结果', 'Record what came of contesting it'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 9, 2),
    by: recorder,
    suits: (state) => contestPending(state.crime) !== undefined,
    payload: payload({
      outcome: choice(words('结果', 'Outcome'), { filed: words('公安机关立案', 'Filed'), kept: words('维持不予立案', 'Still not filed'), none: words('逾期未答复', 'No answer in time') }),
      on: day(words('日期', 'On')),
      number: optional(text(words('文书号', 'Number'), { max: 100 })),
      files,
    }),
    guards: [notFilingContested],
    // 310号 9(2): after a reconsideration in vain three days more to turn to the procuratorate.
    opens: [{ clock: 'contest', subjects: (state) => (state.stage === 'with-police' && lastContest(state)?.way === 'reconsideration' && lastContest(state)?.result === 'kept' ? [''] : []) }],
    awaited: (state) => state.stage === 'with-police' && contestPending(state.crime) !== undefined,
    apply: (state, act) => answered(state, act.payload.outcome),
  }),

  'resume-after-police': power({
    title: words('恢复行政处罚程序', 'Resume after the police'),
    article: cite('行政处罚法', 27, 1),
    from: 'with-police',
    by: { post: 'head', of: 'body' },
    payload: payload(motion),
    documents: [{ kind: 'matter-approval' }],
    guards: [policeAnswered],
    closes: ['contest'],
    resumes: [...countsOn, { clock: 'verification' }],
    awaited: (state) => state.stage === 'with-police' && state.crime?.answer !== undefined && state.crime.answer !== 'filed' && contestPending(state.crime) === undefined,
    // A decision that reached everybody meanwhile is now performed.
    apply: (state) => onceServed({ ...state, stage: state.crime?.from ?? 'investigation' }),
  }),

  /** The court has dealt with it, and nothing is left that this body would have to punish (处罚法 27, 35). */
  'close-after-judgment': power({
    title: words('司法机关已处理，终结案件', 'Close after the judgment'),
    article: cite('行政处罚法', 27, 1),
    from: 'with-police',
    to: 'judged',
    suits: (state) => state.crime?.answer === 'judged',
    by: headNotHandling,
    payload: payload({
      ground: choice(words('终结事由', 'Ground'), {
        sentenced: words('人民法院已判处刑罚，没有需要由本机关另行给予的行政处罚', 'Sentenced; no other administrative penalty is due'),
        'no-violation': words('人民法院认定没有违法事实', 'The court found no unlawful fact'),
      }),
      ...motion,
      files,
    }),
    documents: [{ kind: 'matter-approval' }],
    guards: [judgedByCourt, groundNamed, disposalsCarriedOut, decisionServed, ...nothingLeftBehind],
    closes: everyClock,
  }),
}

function answered(state: PenaltyCase, outcome: NonNullable<Contest['result']> | undefined): PenaltyCase {
  const { crime } = state
  const open = contestPending(crime)
  if (!crime || !open || !outcome) return state
  const contests = (crime.contests ?? []).map((each) => (each === open ? { ...each, result: outcome } : each))
  return { ...state, crime: { ...crime, contests, ...(outcome === 'filed' ? { answer: 'filed' as const } : {}) } }
}

function handedOver(state: PenaltyCase, held: readonly string[], on: Day): Applied<PenaltyCase> {
  const named = withDisposals(state, held.map((each) => ({ held: each, disposal: 'hand-over' })))
  const given = withCarriedOut(named.state, held, on)
  const gone = state.stage === 'handing-over' && state.crime ? { stage: 'with-police', crime: { ...state.crime, handedOver: on } } : {}
  return { state: { ...given.state, ...gone }, effects: [...(named.effects ?? []), ...(given.effects ?? [])] }
}
