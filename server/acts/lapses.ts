import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { dayOf, endOfDay, instantAt, msOf } from '@faheng/law/time/day.ts'
import { systemAsker } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { procedureOf, type Acts } from './acts.ts'
import { perform } from './perform.ts'

/**
 * What the law lets happen by itself: clocks that ran out before today and whose procedure names an act for it. Work is found by
 * state, so an hour missed is an hour caught up; the act's id derives from matter, clock and due date, so it happens once.
 * @returns how many were recorded
 */
export async function recordLapses(acts: Acts, worker: Pool): Promise<number> {
  const clocks = [...new Set(Object.values(acts.procedures).flatMap(({ lapses }) => Object.keys(lapses)))]
  const now = acts.clock()
  const due = await run<Lapsed & object>(worker, overdue, [clocks, dayOf(now), now])
  let recorded = 0
  for (const { region, matter, procedure, clock, day, instant } of due) {
    const kind = procedureOf(acts, procedure).lapses[clock]
    if (kind === undefined) continue
    // It happened in the last moment of the day: what was recorded at midnight came too late. Hours end at their instant.
    const occurredAt = instant === null ? instantAt(msOf(endOfDay(day)) - 1) : instantAt(msOf(instant) + 1)
    const id = `lapse-${createHash('sha256').update(`${matter} ${clock} ${instant ?? day}`).digest('hex').slice(0, 40)}`
    const act = { id, kind, occurredAt, lateReason: '期限届满，系统自动记录', payload: { due: day } }
    const { repeated } = await perform(acts, systemAsker(region), { matter, act })
    if (!repeated) recorded++
  }
  return recorded
}

interface Lapsed {
  readonly region: string
  readonly matter: string
  readonly procedure: string
  readonly clock: string
  readonly day: string
  readonly instant: string | null
}

const overdue = statement(`
  select c.region, c.matter, m.procedure, c.clock, c.due as day, c.due_at as instant from faheng.region r
  join faheng.clock c on c.region = r.region and c.closed is null and case when c.due_at is null then c.due < $2::date else c.due_at < $3::timestamptz end and c.clock = any ($1)
  join faheng.matter m on m.region = c.region and m.id = c.matter
  order by c.due, c.matter limit 500`)
