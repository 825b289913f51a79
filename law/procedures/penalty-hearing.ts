import type { Static } from 'typebox'
import { cite } from '../citation.ts'
import { chairNoInvestigator, hearingArranged, hearingAskedByRight, hearingAskedInTime, hearingDay, hearingNotOwed, hearingNotTooEarly, hearingPublic, hearingRequested, hearingToldInTime, lawfullyHeard } from '../guards/hearing.ts'
import { notRecused } from '../guards/recusal.ts'
import { choice, group, list, moment, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn, type JudgedAct } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import { currentNotice, type PenaltyCase } from './penalty-case.ts'
import { hearingOwed, hearingUnanswered } from './penalty-decided.ts'
import { withParty } from './penalty-effects.ts'
import { requestHearing } from './penalty-payloads.ts'
import { files, party, reason } from './penalty-fields.ts'
import { headNotHandling, recorder } from './penalty-people.ts'
import { countsOn, deciding } from './penalty-still.ts'

/** 听证（处罚法 63–65）: asked for, arranged, held, reported; then reviewed again before any decision (R10). */

const { power, fact } = actsOn<PenaltyCase>()

/** Who asked and still waits for a hearing. */
const waiting = (state: PenaltyCase): string[] => (currentNotice(state)?.parties ?? []).filter(hearingOwed).map((each) => each.party)

/** Who asked too late or without the right, and has no answer. */
const inVain = (state: PenaltyCase): string | undefined => currentNotice(state)?.parties.find(hearingUnanswered)?.party

const asked = (state: PenaltyCase, party: string): boolean => currentNotice(state)?.parties.some((each) => each.party === party && each.hearingRequested !== undefined) ?? false

/** 处罚法 43, 64(四): a chair who was told to withdraw has to be replaced, and what he chaired is held anew. */
const chairWithdrew = ({ hearing, recused }: PenaltyCase): boolean => hearing !== undefined && !hearing.reported && recused?.includes(hearing.chair) === true

/** 处罚法 64(3). */
export const closingGrounds = { 'state-secret': words('国家秘密', 'State secret'), 'trade-secret': words('商业秘密', 'Trade secret'), privacy: words('个人隐私', 'Privacy') } as const

export const arrangeHearing = payload({
  parties: list(words('参加听证的当事人', 'Parties to be heard'), party, { min: 1, max: 20 }),
  chair: ref('officer', words('听证主持人（非本案调查人员）', 'Chair (no investigator of the case)')),
  at: moment(words('听证时间', 'Time')),
  place: text(words('听证地点', 'Place'), { personal: true, max: 200 }),
  open: choice(words('是否公开', 'Public'), { public: words('公开举行', 'In public'), closed: words('不公开举行', 'Closed') }),
  closedFor: optional(
    choice(words('不公开的事由', 'Ground for closing it'), closingGrounds, { only: { field: 'open', is: 'closed' } }),
  ),
  shorterNotice: yes(words('当事人书面同意不足七个工作日即举行', 'Written consent to less than seven workdays')),
  files,
})

export const holdHearing = payload({
  chair: ref('officer', words('实际主持人', 'Who chaired it')),
  attendance: list(
    words('当事人到场情况', 'Attendance of the parties'),
    group(words('当事人', 'Party'), {
      party,
      came: choice(words('到场情况', 'Attendance'), {
        present: words('本人到场', 'Present'),
        agent: words('委托代理人到场', 'By an agent'),
        absent: words('无正当理由拒不到场', 'Absent without good reason'),
        left: words('未经许可中途退场', 'Left without permission'),
      }),
      agents: optional(text(words('代理人', 'Agents'), { personal: true, max: 200 })),
    }),
    { min: 1, max: 20 },
  ),
  investigators: text(words('出席的调查人员', 'Investigators present'), { personal: true, max: 200 }),
  others: optional(text(words('记录员、证人、旁听人员', 'Clerk, witnesses, audience'), { personal: true, max: 300 })),
  recusalTold: yes(words('已告知申请主持人回避等权利', 'Right to challenge the chair told')),
  course: text(words('听证过程', 'Course of the hearing'), { personal: true, rows: 10, max: 12000 }),
  signed: choice(words('听证笔录签名', 'Signature of the record'), { signed: words('核对无误后签名', 'Read and signed'), refused: words('拒绝签名，主持人已注明', 'Refused to sign; the chair noted it') }),
  files,
})

export const refusedFor = {
  late: words('超过五日的申请期限', 'Asked for after the five days'),
  'no-right': words('拟作出的处罚不属于可以要求听证的范围', 'What is proposed gives no right to a hearing'),
} as const

export const declineHearing = payload({ party, ground: choice(words('不予听证的事由', 'Ground'), refusedFor), reason })

export const reportHearing = payload({
  conclusion: choice(words('听证结论', 'Conclusion'), { uphold: words('拟处罚意见成立', 'The proposal stands'), change: words('建议变更', 'To be changed'), drop: words('建议不予处罚', 'No penalty') }),
  summary: text(words('听证的基本情况和双方意见', 'What either side said'), { personal: true, rows: 6, max: 8000 }),
  opinion: text(words('处理意见和建议', 'Opinion'), { personal: true, rows: 4 }),
})

export const hearingActs = {
  'request-hearing': fact({
    title: words('当事人申请听证', 'Party requests a hearing'),
    article: cite('行政处罚法', 64, undefined, 1),
    by: recorder,
    suits: (state) => (currentNotice(state)?.hearing.length ?? 0) > 0,
    payload: requestHearing,
    guards: [hearingAskedByRight, hearingAskedInTime],
    prefill: (state) => ({ party: (currentNotice(state)?.hearing ?? []).find((each) => !asked(state, each)) ?? currentNotice(state)?.hearing[0] }),
    apply: (state, act) => withParty(state, act.payload.party, act.marks.length > 0 ? { hearingAskedInVain: dayOf(act.occurredAt) } : { hearingRequested: dayOf(act.occurredAt) }),
  }),

  'decline-hearing': power({
    title: words('不予听证', 'Decline a hearing'),
    article: cite('行政处罚法', 64, undefined, 1),
    from: ['notice', 'decision'],
    by: headNotHandling,
    suits: (state) => inVain(state) !== undefined,
    payload: declineHearing,
    documents: [{ kind: 'hearing-refusal', each: (_, told) => [told.party] }],
    guards: [hearingNotOwed],
    prefill: (state) => ({ party: inVain(state), ground: currentNotice(state)?.hearing.includes(inVain(state) ?? '') ? 'late' : 'no-right' }),
    awaited: (state) => ['notice', 'decision'].includes(state.stage) && inVain(state) !== undefined,
    apply: (state, act) => withParty(state, act.payload.party, { hearingDeclined: dayOf(act.occurredAt) }),
  }),

  'arrange-hearing': power({
    title: words('组织听证', 'Arrange the hearing'),
    article: cite('行政处罚法', 64, undefined, 2),
    from: ['notice', 'decision'],
    by: headNotHandling,
    suits: (state) => waiting(state).length > 0,
    payload: arrangeHearing,
    documents: [{ kind: 'hearing-notice', each: (_, { parties }) => parties }],
    guards: [hearingRequested, chairNoInvestigator, notRecused, hearingToldInTime, hearingPublic],
    pauses: deciding.map((clock) => ({ clock, cause: 'hearing' })),
    prefill: (state) => ({ parties: waiting(state), open: 'public', shorterNotice: false }),
    awaited: (state) => ['notice', 'decision'].includes(state.stage) && waiting(state).some((each) => !state.hearing?.parties.includes(each) || state.hearing.held?.unlawful !== undefined || chairWithdrew(state)),
    apply: withArrangement,
  }),

  'hold-hearing': fact({
    title: words('举行听证', 'Hold the hearing'),
    article: cite('行政处罚法', 64, undefined, 7),
    by: recorder,
    suits: (state) => state.hearing !== undefined || waiting(state).length > 0,
    payload: holdHearing,
    documents: [{ kind: 'hearing-record' }],
    guards: [chairNoInvestigator, notRecused, hearingArranged, hearingNotTooEarly],
    resumes: countsOn,
    prefill: (state) => ({
      ...(state.hearing ? { chair: state.hearing.chair } : {}),
      attendance: (state.hearing?.parties ?? []).map((each) => ({ party: each, came: 'present' })),
      recusalTold: true,
      signed: 'signed',
    }),
    awaited: (state) => state.hearing !== undefined && !state.hearing.held && !chairWithdrew(state) && waiting(state).length > 0,
    apply: withHearingHeld,
  }),

  /** 65: the decision rests on the record of the hearing; 58(1): after a hearing the proposal is reviewed again. */
  'report-hearing': power({
    title: words('提交听证报告', 'Report the hearing'),
    article: cite('行政处罚法', 65),
    from: ['notice', 'decision'],
    to: 'review',
    by: { post: ['officer', 'legal-reviewer', 'unit-head', 'head'], of: 'chair' },
    suits: (state) => state.hearing?.held !== undefined && !state.hearing.reported,
    payload: reportHearing,
    documents: [{ kind: 'hearing-report' }],
    guards: [lawfullyHeard],
    opens: ['review'],
    resumes: countsOn,
    prefill: () => ({ conclusion: 'uphold' }),
    awaited: (state) => ['notice', 'decision'].includes(state.stage) && state.hearing?.held !== undefined && !state.hearing.held.unlawful && !state.hearing.reported,
    apply: (state, act) => {
      const { hearing } = state
      if (!hearing) return state
      const heard = hearing.parties.reduce((after, each) => withParty(after, each, { heard: dayOf(act.occurredAt) }), state)
      return { ...heard, hearing: { ...hearing, reported: { act: act.id, at: act.occurredAt } } }
    },
  }),
}

/** A new arrangement takes the place of the one before; the chair reads the file from then on (R6). Who asked in vain is heard after all. */
function withArrangement(state: PenaltyCase, act: JudgedAct<Static<typeof arrangeHearing>>): PenaltyCase {
  const { parties, chair, at, shorterNotice } = act.payload
  const arranged = dayOf(act.occurredAt)
  const granted = (currentNotice(state)?.parties ?? []).filter((each) => hearingUnanswered(each) && parties.includes(each.party))
  const after = granted.reduce((all, each) => withParty(all, each.party, { hearingRequested: each.hearingAskedInVain ?? arranged }), state)
  return { ...after, chair, hearing: { act: act.id, chair, arranged, on: hearingDay(at) ?? arranged, parties, shorterNotice: shorterNotice === true } }
}

/** 64(六): who stays away without good reason has given the hearing up. What was held unlawfully settles nothing. */
function withHearingHeld(state: PenaltyCase, act: JudgedAct<Static<typeof holdHearing>>): PenaltyCase {
  const { hearing } = state
  if (!hearing || (hearing.held && !hearing.held.unlawful)) return state
  const on = dayOf(act.occurredAt)
  const [unlawful] = act.marks
  const held: PenaltyCase = { ...state, hearing: { ...hearing, held: { act: act.id, on, ...(unlawful ? { unlawful } : {}) } } }
  if (unlawful) return held
  const gone = act.payload.attendance.filter((each) => each.came === 'absent' || each.came === 'left').map((each) => each.party)
  return hearing.parties.filter((each) => gone.includes(each)).reduce((after, each) => withParty(after, each, { hearingGivenUp: on }), held)
}
