import { calendar } from '../time/calendar.ts'
import { addDays, daysBetween, type Day } from '../time/day.ts'
import { days, dueOf, type Pause } from '../time/period.ts'

/** A sum that falls due on a day; the whole fine, or one instalment of it. Fen. */
export interface Instalment {
  readonly due: Day
  readonly amount: number
}

/** A fine as the surcharge sees it. Fen. */
export interface FineOwed {
  readonly owed: number
  readonly instalments: readonly Instalment[]
  readonly payments: readonly { readonly on: Day; readonly amount: number }[]
}

/**
 * 加处罚款 (处罚法 72(1)(一)): 3 % a day of what is overdue, from the day after the term until and with `on` or the day of
 * payment, never more than the fine itself. Days of review and litigation do not count (73(3)). Fen, rounded down.
 */
export function surchargeOf({ owed, instalments, payments }: FineOwed, on: Day, halted: readonly Pause[] = []): number {
  const dues = instalments.map(({ due, amount }) => ({ last: lastDay(due), amount }))
  const end = addDays(on, 1)
  const changes = [...dues.map((each) => addDays(each.last, 1)), ...payments.map((each) => addDays(each.on, 1)), ...halted.flatMap(({ from, until }) => (until ? [from, until] : [from]))]
  const marks = [...new Set([...changes.filter((each) => each < end), end])].sort()
  let hundredths = 0
  for (const [i, day] of marks.slice(0, -1).entries()) {
    if (halted.some(({ from, until }) => from <= day && (until === undefined || day < until))) continue
    const due = sum(dues.filter((each) => each.last < day))
    const paid = sum(payments.filter((each) => each.on < day))
    hundredths += Math.max(0, due - paid) * 3 * daysBetween(day, marks[i + 1] ?? end)
  }
  return Math.min(owed, Math.floor(hundredths / 100))
}

/** A named day that is a day off moves to the next working day (民法典 203). */
function lastDay(due: Day): Day {
  const { due: last } = dueOf(days(1), addDays(due, -1), [], calendar)
  return last ?? due
}

const sum = (of: readonly { readonly amount: number }[]): number => of.reduce((total, each) => total + each.amount, 0)
