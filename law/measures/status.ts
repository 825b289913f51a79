import { daysBetween, type Day } from '../time/day.ts'
import { words, type Words } from '../words.ts'
import type { ByHand, Indicator, Share } from './indicator.ts'
import { lastDayOf, quarterOf } from './term.ts'

export type Status = 'done' | 'on-course' | 'at-risk' | 'overdue' | 'not-measurable'

export const statusWords: Readonly<Record<Status, Words>> = {
  done: words('已完成', 'Done'),
  'on-course': words('正常推进', 'On course'),
  'at-risk': words('有风险', 'At risk'),
  overdue: words('逾期', 'Overdue'),
  'not-measurable': words('暂不能衡量', 'Not measurable'),
}

/** What an indicator counted by the end of a month of the year: for a flow since January, for a stock as it stood. */
export interface Point {
  readonly month: string
  readonly part: number
  readonly whole: number
}

/** The year's tasks of a measure, of those that were not withdrawn. */
export interface TaskCount {
  readonly asked: number
  readonly accepted: number
  readonly overdue: number
  /** Due within thirty days with no proof sent. */
  readonly near: number
  /** Quarters in which something falls due. */
  readonly quarters: readonly number[]
}

export interface Standing {
  readonly status: Status
  /** The rule that says so, with its numbers. */
  readonly rule: Words
  /** Percent, or the bare count. */
  readonly value?: number
  /** Percent at the end of the year, if it goes on as in the months before. */
  readonly projection?: number
}

export interface When {
  readonly today: Day
  /** The last day of the year's part. */
  readonly due: Day
}

/** Status by rule, never by opinion. */
export function standingOf(indicator: Indicator, points: readonly Point[], tasks: TaskCount, when: When): Standing {
  if (indicator.source === 'none') return byTasks(indicator, tasks, when)
  const last = points.at(-1)
  if (indicator.unit === 'count')
    return { status: 'not-measurable', rule: words('只作清点，不用于考核。', 'A bare count, not for appraisal.'), ...(last ? { value: last.part } : {}) }
  return indicator.period === 'quarter' ? byQuarter(indicator, points, when) : byShare(indicator, points, when)
}

function byShare({ target, period, whole }: Share, points: readonly Point[], { today, due }: When): Standing {
  const last = points.at(-1)
  if (!last || last.whole === 0) return { status: 'not-measurable', rule: words('本年度还没有可以计算的记录。', 'Nothing to count in this year yet.') }
  const value = percent(last)
  const reached = value >= target
  if (today > due)
    return reached
      ? { status: 'done', value, rule: words(`期限已到，${value}%，达到${target}%。`, `The term is over: ${value}% of ${target}%.`) }
      : { status: 'overdue', value, rule: words(`期限已过，${value}%，未达到${target}%。`, `The term is over: ${value}%, short of ${target}%.`) }
  const grows = period === 'year' && whole.source === 'registers'
  if (grows && !reached && monthNumber(last.month) % 12 === 1) return { status: 'on-course', value, rule: words(`${value}%，一月尚不推算。`, `${value}%; in January there is nothing to project from.`) }
  const projection = grows ? grown(last, due) : projected(points, due)
  if (reached) return { status: 'on-course', value, projection, rule: words(`${value}%，已达到${target}%。`, `${value}%, at or above ${target}%.`) }
  return projection >= target
    ? { status: 'on-course', value, projection, rule: words(`${value}%，按近月趋势到期为${projection}%，可达到${target}%。`, `${value}%; as it goes, ${projection}% by the end, ${target}% is in reach.`) }
    : { status: 'at-risk', value, projection, rule: words(`${value}%，按近月趋势到期为${projection}%，达不到${target}%。`, `${value}%; as it goes, ${projection}% by the end, short of ${target}%.`) }
}

/** Each quarter stands for itself: what it lacked at its end is not made good by the next. */
function byQuarter({ target }: Share, points: readonly Point[], { today, due }: When): Standing {
  const measured = points.filter(({ whole }) => whole > 0)
  const last = measured.at(-1)
  if (!last) return { status: 'not-measurable', rule: words('本年度还没有可以计算的记录。', 'Nothing to count in this year yet.') }
  const value = percent(last)
  const missed = measured.filter((each) => Number(each.month.slice(5)) % 3 === 0 && lastDayOf(each.month) < today && percent(each) < target).map(({ month }) => quarterOf(month))
  const quarters = words(`第${missed.join('、')}季度未达到${target}%`, `quarter ${missed.join(', ')} short of ${target}%`)
  if (today > due)
    return missed.length === 0
      ? { status: 'done', value, rule: words(`各季度均达到${target}%。`, `Every quarter reached ${target}%.`) }
      : { status: 'overdue', value, rule: words(`期限已过，${quarters.zh}。`, `The term is over: ${quarters.en}.`) }
  if (missed.length > 0) return { status: 'at-risk', value, rule: words(`${value}%，${quarters.zh}。`, `${value}%; ${quarters.en}.`) }
  const left = daysBetween(today, lastDayOf(`${last.month.slice(0, 5)}${String(quarterOf(last.month) * 3).padStart(2, '0')}`))
  if (value >= target) return { status: 'on-course', value, rule: words(`本季度${value}%，已达到${target}%。`, `${value}% in this quarter, at or above ${target}%.`) }
  return left > 30
    ? { status: 'on-course', value, rule: words(`本季度${value}%，距季度末${left}日。`, `${value}% in this quarter, ${left} days left in it.`) }
    : { status: 'at-risk', value, rule: words(`本季度${value}%，未达到${target}%，距季度末只有${left}日。`, `${value}% in this quarter, short of ${target}% with ${left} days left in it.`) }
}

function byTasks({ period }: ByHand, { quarters, asked, accepted, overdue, near }: TaskCount, { today, due }: When): Standing {
  if (asked === 0)
    return { status: 'not-measurable', rule: words('没有数据来源，本年度也没有布置任务。', 'No source yet, and nothing was asked this year.') }
  const value = percent({ part: accepted, whole: asked })
  const unasked = period === 'quarter' ? [1, 2, 3, 4].filter((each) => !quarters.includes(each)) : []
  if (accepted === asked && unasked.length > 0) {
    const text = words(`布置的${asked}项任务全部采纳，第${unasked.join('、')}季度没有布置。`, `All ${asked} tasks accepted; nothing was asked in quarter ${unasked.join(', ')}.`)
    return { status: today > due ? 'overdue' : 'on-course', value, rule: text }
  }
  if (accepted === asked) return { status: 'done', value, rule: words(`布置的${asked}项任务全部采纳。`, `All ${asked} tasks accepted.`) }
  if (overdue > 0 || today > due) return { status: 'overdue', value, rule: words(`${asked}项任务中采纳${accepted}项，逾期${overdue}项。`, `${accepted} of ${asked} tasks accepted, ${overdue} overdue.`) }
  if (near > 0) return { status: 'at-risk', value, rule: words(`${near}项任务三十日内到期而没有报送。`, `${near} tasks fall due within thirty days with nothing sent.`) }
  return { status: 'on-course', value, rule: words(`${asked}项任务中采纳${accepted}项，其余未到期。`, `${accepted} of ${asked} tasks accepted, the others not due.`) }
}

/** A measure stands as the worst of what can be measured of it. */
export function together(standings: readonly Standing[]): Standing {
  const order: readonly Status[] = ['overdue', 'at-risk', 'on-course', 'done', 'not-measurable']
  const [worst] = [...standings].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  return worst ?? { status: 'not-measurable', rule: words('没有指标。', 'No indicator.') }
}

/** What began at nothing in January, at the pace of the months that have passed. */
const grown = (last: Point, due: Day): number => tenth((percent(last) * (monthNumber(due) % 12 || 12)) / (monthNumber(last.month) % 12 || 12))

/** The line through the last six months, drawn on to the month of the due day; percent stays percent. */
function projected(points: readonly Point[], due: Day): number {
  const recent = points.filter(({ whole }) => whole > 0).slice(-6)
  const last = recent.at(-1)
  if (!last) return 0
  if (recent.length < 2) return percent(last)
  const xs = recent.map((_, i) => i)
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
  const [mx, my] = [mean(xs), mean(recent.map(percent))]
  const slope = xs.reduce((sum, x, i) => sum + (x - mx) * (percent(recent[i] ?? last) - my), 0) / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0)
  const monthsLeft = Math.max(0, monthNumber(due) - monthNumber(last.month))
  return tenth(percent(last) + slope * monthsLeft)
}

const tenth = (value: number): number => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** To one decimal place, rounded down: a hundred means all. */
const percent = ({ part, whole }: { readonly part: number; readonly whole: number }): number => (whole === 0 ? 0 : Math.floor((part * 1000) / whole) / 10)
