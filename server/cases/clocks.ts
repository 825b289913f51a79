import type { Static } from 'typebox'
import type { ClockAnswer } from '@faheng/api/matters.ts'
import { citationWords } from '@faheng/law/citation.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { daysBetween, type Day } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'

export interface ClockRow {
  readonly clock: string
  readonly subject: string
  readonly opened: string
  readonly due: string | null
  readonly dueAt: string | null
  readonly closed: string | null
  readonly whose: string
  readonly provisional: boolean
}

export const clockColumns = 'clock, subject, opened, due, due_at as "dueAt", closed, whose, provisional'

/** A running clock as pages show it; what is left is counted on the day of asking, never stored. */
export function clockAnswer(procedure: string, row: ClockRow, today: Day): Static<typeof ClockAnswer> {
  const definition = procedures[procedure]?.clocks[row.clock]
  return {
    clock: row.clock,
    title: definition?.title ?? words(row.clock, row.clock),
    reference: definition ? citationWords(definition.article) : words('', ''),
    subject: row.subject,
    opened: row.opened,
    due: row.dueAt ?? row.due,
    closed: row.closed,
    whose: row.whose,
    provisional: row.provisional,
    daysLeft: row.due === null || row.closed !== null ? null : daysBetween(today, row.due),
  }
}
