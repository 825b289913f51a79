import type { BodySettings } from '../facts.ts'
import type { Risk } from '../procedure.ts'
import { calendar } from '../time/calendar.ts'
import { dayOf, isDay, type Day } from '../time/day.ts'
import { workdaysWithin } from '../time/period.ts'
import { counted, words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { finesOf, type Penalty } from './penalty-decided.ts'
import { isSettledItem } from './penalty-owed.ts'

/** What a unit head or a head should see before he approves (desk of R5): pure, from the state and what the body set. */
export function risksOf(state: PenaltyCase, today: Day, settings: BodySettings): Risk[] {
  const penalties = state.draftDecision?.penalties ?? state.report?.penalties ?? []
  return [...terms(state, today), ...amounts(state, penalties, settings), ...discretion(state, penalties), ...people(state), ...history(state)]
}

const risk = (id: string, grave: boolean, zh: string, en: string): Risk => ({ id, grave, title: words(zh, en) })

/** The body's own terms: overdue, or at most three working days left. */
function terms({ clocks, ended }: PenaltyCase, today: Day): Risk[] {
  const due = ended ? [] : clocks.flatMap((each) => (each.closed === undefined && each.due !== undefined && each.clock !== 'defence' ? [isDay(each.due) ? each.due : dayOf(each.due)] : []))
  if (due.some((each) => each < today)) return [risk('overdue', true, '有期限已逾期', 'A term has run out')]
  return due.some((each) => workdaysWithin(today, each, calendar) <= 3) ? [risk('due-soon', false, '三个工作日内到期', 'Due within three working days')] : []
}

/** At the hearing threshold, or so closely below it that the reason should be asked (R13). */
function amounts({ parties, performance }: PenaltyCase, penalties: readonly Penalty[], { hearingThreshold, discussionFrom }: BodySettings): Risk[] {
  if (performance.length > 0 && performance.every(isSettledItem)) return []
  const limits = [hearingThreshold.person, hearingThreshold.organisation]
  const fines = parties.map(({ id }) => finesOf(penalties, id))
  const total = fines.reduce((sum, each) => sum + each, 0)
  const near = fines.some((fine) => limits.some((limit) => fine < limit && fine * 10 >= limit * 9))
  return [
    ...(fines.some((fine) => fine >= hearingThreshold.organisation) || (discussionFrom !== null && total >= discussionFrom) ? [risk('high-amount', true, '罚款数额较大', 'A large fine')] : []),
    ...(near ? [risk('near-threshold', false, '罚款接近听证标准', 'Just below the hearing threshold')] : []),
  ]
}

/** Mitigated or heavier than usual, nothing imposed, or limits the officer read himself (R17, R32). */
function discretion({ report }: PenaltyCase, penalties: readonly Penalty[]): Risk[] {
  const effects = report?.circumstances.map((each) => each.effect) ?? []
  return [
    ...(effects.includes('mitigated') ? [risk('mitigated', true, '拟减轻处罚', 'Below the statutory floor')] : []),
    ...(effects.includes('heavier') ? [risk('heavier', false, '拟从重处罚', 'Heavier than usual')] : []),
    ...(report?.outcome === 'no-penalty' ? [risk('no-penalty', false, '拟不予处罚', 'Nothing imposed')] : []),
    ...(penalties.some((each) => each.stated) ? [risk('stated-limits', false, '幅度由承办人手工填写', 'Limits stated by the officer')] : []),
    ...(report?.sameAct.some((each) => each.same) ? [risk('same-act', true, '同一行为已有处罚', 'The same act was punished before')] : []),
  ]
}

function people({ filedOn, ended, team, recused, recusalAsked }: PenaltyCase): Risk[] {
  return [
    ...(filedOn !== undefined && !ended && team.length < 2 ? [risk('second-officer', true, '承办人员不足两人', 'Fewer than two officers')] : []),
    ...((recusalAsked?.length ?? 0) > 0 ? [risk('recusal-asked', true, '回避申请尚未决定', 'A recusal is undecided')] : []),
    ...((recused?.length ?? 0) > 0 ? [risk('recused', false, '有人员已回避', 'Somebody was told to withdraw')] : []),
  ]
}

function history({ findings, evidence, done }: PenaltyCase): Risk[] {
  const returns = Object.entries(done).reduce((sum, [kind, acts]) => sum + (kind.startsWith('return-') ? acts.length : 0), 0)
  const unusable = evidence.filter((each) => each.unusable).length
  return [
    ...(findings.length > 0 ? [risk('findings', true, `有 ${findings.length} 个问题`, counted(findings.length, 'finding'))] : []),
    ...(unusable > 0 ? [risk('unusable-evidence', false, `${unusable} 项证据不得采用`, counted(unusable, 'piece of unusable evidence', 'pieces of unusable evidence'))] : []),
    ...(returns > 0 ? [risk('returned', false, `曾被退回 ${returns} 次`, `Returned before: ${counted(returns, 'time')}`)] : []),
  ]
}
