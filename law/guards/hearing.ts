import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import { currentNotice, type PenaltyCase } from '../procedures/penalty-case.ts'
import { hearingOwed, hearingUnanswered, type Hearing } from '../procedures/penalty-decided.ts'
import { calendar } from '../time/calendar.ts'
import { dayOf, type Day } from '../time/day.ts'
import { backward, dueOf, isOver, workdays } from '../time/period.ts'
import { words } from '../words.ts'

interface Arranges {
  readonly parties?: readonly string[]
  readonly chair?: string
  readonly at?: string
  readonly open?: string
  readonly closedFor?: string
  readonly shorterNotice?: boolean
}

/** 处罚法 63, 64(一): a hearing is arranged for who asked for it and has not been heard yet. */
export const hearingRequested = guard<PenaltyCase, Arranges>(
  'hearing-requested',
  cite('行政处罚法', 64, undefined, 1),
  {
    title: words('有未办结的听证申请', 'A request for a hearing is open'),
    cure: words('先登记当事人的听证申请；已撤回、已听证的，不再组织。', 'Record the party’s request first; withdrawn or heard, none is arranged again.'),
  },
  ({ state, act: { payload } }) => {
    const open = (currentNotice(state)?.parties ?? []).filter((each) => hearingOwed(each) || hearingUnanswered(each)).map((each) => each.party)
    const beside = payload?.parties?.some((party) => !open.includes(party)) ?? false
    return (open.length === 0 || beside || payload?.parties?.length === 0) && words('当事人没有申请听证，或者申请已经撤回、已经听证。', 'The party has asked for no hearing, has withdrawn it, or was heard already.')
  },
)

/** 处罚法 63(1), 64(一): what no notice gave a right to, or was asked for after the term, obliges nobody. */
export const hearingAskedByRight = guard<PenaltyCase, { readonly party?: string }>(
  'hearing-asked-by-right',
  cite('行政处罚法', 63, 1),
  {
    title: words('当事人有要求听证的权利', 'The party has a right to a hearing'),
    cure: words('书面告知不予听证及理由；认为有必要的，也可以组织听证。', 'Tell the party in writing that there will be none, and why; or hold one if it seems useful.'),
  },
  ({ state, act: { payload } }) => payload !== undefined && !currentNotice(state)?.hearing.includes(payload.party ?? '') && words('拟作出的处罚不属于应当告知听证权利的情形。', 'What is proposed gives this party no right to a hearing.'),
)

/** 处罚法 64(一), 85: within five workdays of being told. */
export const hearingAskedInTime = guard<PenaltyCase, { readonly party?: string }>(
  'hearing-asked-in-time',
  cite('行政处罚法', 64, undefined, 1),
  {
    title: words('五日内要求听证', 'Asked for within five days'),
    cure: words('书面告知不予听证及理由；认为有必要的，也可以组织听证。', 'Tell the party in writing that there will be none, and why; or hold one if it seems useful.'),
  },
  ({ state, act: { payload, occurredAt } }) => {
    const served = currentNotice(state)?.parties.find((each) => each.party === payload?.party)?.served
    const due = served && dueOf(workdays(5), served, [], calendar).due
    return due !== undefined && isOver(due, occurredAt) && words(`要求听证的期限已于 ${due} 届满。`, `The term to ask for a hearing ended on ${due}.`)
  },
)

/** 处罚法 63, 64: a request made by right and in time is not declined. */
export const hearingNotOwed = guard<PenaltyCase, { readonly party?: string }>(
  'hearing-not-owed',
  cite('行政处罚法', 63, 1),
  {
    title: words('不属于应当听证的申请', 'No hearing is owed'),
    cure: words('依法提出的听证申请，应当组织听证；没有申请的，无需答复。', 'Arrange the hearing that was asked for by right; without a request there is nothing to answer.'),
  },
  ({ state, act: { payload } }) => {
    const asked = (currentNotice(state)?.parties ?? []).filter(hearingUnanswered)
    return !asked.some((each) => payload === undefined || each.party === payload.party) && words('该当事人没有逾期或者无权提出的听证申请。', 'This party made no request that could be declined.')
  },
)

/** 处罚法 64(四): the chair is no investigator of the case. */
export const chairNoInvestigator = guard<PenaltyCase, Arranges>(
  'chair-no-investigator',
  cite('行政处罚法', 64, undefined, 4),
  {
    title: words('听证由非本案调查人员主持', 'Chaired by no investigator'),
    cure: words('指定本案调查人员以外的人员主持；已经举行的，另行组织听证。', 'Appoint a chair who did not investigate the case; if it was held already, hold a new hearing.'),
  },
  ({ state, act: { payload } }) => {
    const chair = payload?.chair ?? state.chair
    return payload !== undefined && chair !== undefined && investigators(state).has(chair) && words('听证主持人是本案调查人员。', 'The chair of the hearing is an investigator of this case.')
  },
)

/** 处罚法 64(二): time and place are told seven workdays before; less only with the party's written consent (R13). */
export const hearingToldInTime = guard<PenaltyCase, Arranges>(
  'hearing-told-in-time',
  cite('行政处罚法', 64, undefined, 2),
  {
    title: words('举行听证的七日前通知', 'Told seven workdays before'),
    cure: words('另定听证日期，距通知日不少于七个工作日；当事人书面同意缩短的，附同意书。', 'Choose a day at least seven workdays after the notice, or attach the party’s written consent to a shorter one.'),
  },
  ({ act: { payload, occurredAt }, on }) => {
    if (!payload) return
    const day = hearingDay(payload.at)
    if (!payload.at || day === undefined || payload.at <= occurredAt) return words('听证时间没有写明，或者已经过去。', 'The time of the hearing is not stated, or has passed.')
    return !payload.shorterNotice && tooShort(on, day) && words('听证日期距通知日不足七个工作日，且没有当事人书面同意。', 'Fewer than seven workdays lie between notice and hearing, without the party’s written consent.')
  },
)

/** 处罚法 64(三): hearings are public, but for state secrets, trade secrets and privacy. */
export const hearingPublic = guard<PenaltyCase, Arranges>(
  'hearing-public',
  cite('行政处罚法', 64, undefined, 3),
  {
    title: words('听证公开举行', 'The hearing is public'),
    cure: words('公开举行；依法不公开的，写明法定事由。', 'Hold it in public, or state the statutory ground for closing it.'),
  },
  ({ act: { payload } }) => payload?.open === 'closed' && !payload.closedFor && words('不公开听证没有法定事由。', 'The hearing is closed without a statutory ground.'),
)

/** 处罚法 64(四): held as the body arranged it, by the chair it appointed. */
export const hearingArranged = guard<PenaltyCase, Arranges>(
  'hearing-arranged',
  cite('行政处罚法', 64, undefined, 4),
  {
    title: words('听证经行政机关组织', 'The body arranged the hearing'),
    cure: words('由机关负责人确定时间、地点并指定主持人，另行组织听证。', 'Let a head fix time, place and chair, and hold a new hearing.'),
  },
  ({ state: { hearing }, act: { payload } }) => {
    if (!hearing) return words('听证没有经机关负责人组织、指定主持人。', 'No head arranged this hearing and appointed its chair.')
    return payload?.chair !== undefined && payload.chair !== hearing.chair && words('主持人不是行政机关指定的人员。', 'Whoever chaired it was not appointed by the body.')
  },
)

/** 处罚法 64(二): what was held earlier than seven workdays after the notice, without consent, does not count. */
export const hearingNotTooEarly = guard<PenaltyCase>(
  'hearing-not-too-early',
  cite('行政处罚法', 64, undefined, 2),
  {
    title: words('通知满七日后举行听证', 'Held seven workdays after the notice'),
    cure: words('重新通知并另行组织听证，或者附当事人同意缩短的书面材料。', 'Tell the party anew and hold a new hearing, or obtain the party’s written consent beforehand.'),
  },
  ({ state, on }) => {
    const { hearing } = state
    return (
      hearing !== undefined &&
      !hearing.shorterNotice &&
      hearing.parties.some((party) => tooShort(toldOn(state, hearing, party), on)) &&
      words('听证距通知日不足七个工作日，且没有当事人书面同意。', 'It was held fewer than seven workdays after the notice, without the party’s written consent.')
    )
  },
)

/** 处罚法 65: a report speaks of a hearing lawfully held. */
export const lawfullyHeard = guard<PenaltyCase>(
  'lawfully-heard',
  cite('行政处罚法', 65),
  {
    title: words('听证已依法举行', 'The hearing was lawfully held'),
    cure: words('先登记听证举行情况；听证违法的，另行组织听证。', 'Record first how the hearing was held; if it was unlawful, hold a new one.'),
  },
  ({ state: { hearing } }) => {
    if (!hearing?.held || hearing.reported) return words('没有待报告的听证。', 'There is no hearing to report.')
    return hearing.held.unlawful !== undefined && words('听证举行违法，不能作为决定的根据。', 'The hearing was held unlawfully and cannot carry a decision.')
  },
)

/** The day of a stated time; undefined where it is none. */
export const hearingDay = (at: string | undefined): Day | undefined => (at && /^[12]/.test(at) && !Number.isNaN(Date.parse(at)) ? dayOf(at) : undefined)

/** Whoever is or was of the team that investigated, proposed and reported. */
const investigators = ({ team, done }: PenaltyCase): ReadonlySet<string> =>
  new Set([...team, ...['propose-filing', 'submit-report', 'recheck-defence'].flatMap((kind) => done[kind] ?? []).map((each) => each.by)])

const tooShort = (told: Day, hearing: Day): boolean => {
  const { due } = dueOf(backward(workdays(7)), hearing, [], calendar)
  return due !== undefined && told > due
}

/** The day the notice was completed on the party, where its service is on file; else the day the hearing was arranged. */
const toldOn = ({ services }: PenaltyCase, { act, arranged }: Hearing, party: string): Day =>
  services.find((each) => each.of === act && each.party === party && each.completed)?.completed ?? arranged
