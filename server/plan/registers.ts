import type { Pool, PoolClient } from 'pg'
import { quantities, type Quantity } from '@faheng/law/measures/quantity.ts'
import { lastDayOf } from '@faheng/law/measures/term.ts'
import { addMonths, dayOf, endOfDay, type Instant } from '@faheng/law/time/day.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { stockRows } from './stock-rows.ts'

/**
 * What the plan reads out of the dated registers: how each stood at the end of a month, the current month as it stands now. A
 * month is read until one reading after its end has closed it; a year begins with its history. @returns the months read
 */
export async function readRegisters(worker: Pool, region: string, now: Instant): Promise<string[]> {
  const thisMonth = dayOf(now).slice(0, 7)
  const year = Array.from({ length: 12 }, (_, back) => addMonths(`${thisMonth}-01`, back - 11).slice(0, 7))
  const known = await run<{ month: string; read: Instant }>(worker, statement('select month, read from faheng.measure_month where region = $1 and month = any ($2)'), [region, year])
  const closed = new Set(known.filter(({ month, read }) => read >= endOfDay(lastDayOf(month))).map(({ month }) => month))
  const months = year.filter((month) => !closed.has(month))
  for (const month of months) await readMonth(worker, region, month, now)
  return months
}

async function readMonth(worker: Pool, region: string, month: string, now: Instant): Promise<void> {
  const last = lastDayOf(month)
  const [day, at] = endOfDay(last) <= now ? [last, endOfDay(last)] : [dayOf(now), now]
  await inTransaction(worker, async (client) => {
    // One reader at a time: the hourly one, a command and a report may meet.
    await run(client, statement(`select pg_advisory_xact_lock(hashtextextended('registers of the plan ' || $1, 0))`), [region])
    const rows = JSON.stringify(await stockRows(client, region, at, day))
    for (const table of ['measure_figure', 'measure_sum']) await run(client, statement(`delete from faheng.${table} where region = $1 and month = $2 and name = any ($3)`), [region, month, names])
    await run(client, statement(`
      with counted as (
        insert into faheng.measure_figure (region, month, body, name, value)
        select $1, $2, body, name, count(*) from jsonb_to_recordset($3) as r (body text, name text, id text) group by body, name returning name, value)
      insert into faheng.measure_sum (region, month, name, value) select $1, $2, name, sum(value) from counted group by name`), [region, month, rows])
    if (month === dayOf(now).slice(0, 7) || month.endsWith('-12')) await keep(client, region, month, rows)
    await run(client, statement(`
      insert into faheng.measure_month (region, month, read) values ($1, $2, $3) on conflict (region, month) do update set read = excluded.read`), [region, month, now])
  })
}

const names = Object.values<Quantity>(quantities).flatMap(({ id, source }) => (source === 'registers' ? [id] : []))

/** The rows themselves, of the newest month of each year alone: what did not change is not written again. */
async function keep(client: PoolClient, region: string, month: string, rows: string): Promise<void> {
  await run(client, statement(`
    delete from faheng.measure_stock s where region = $1 and month between left($2, 4) || '-01' and $2
      and (month < $2 or not exists (select from jsonb_to_recordset($3) as r (body text, name text, id text) where r.name = s.name and r.body = s.body and r.id = s.id))`), [region, month, rows])
  await run(client, statement(`
    insert into faheng.measure_stock (region, month, name, body, id)
    select $1, $2, name, body, id from jsonb_to_recordset($3) as r (body text, name text, id text) on conflict do nothing`), [region, month, rows])
}
