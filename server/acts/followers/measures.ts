import { countedOf } from '@faheng/law/measures/counted.ts'
import { quantities, type Quantity } from '@faheng/law/measures/quantity.ts'
import type { MatterState } from '@faheng/law/procedure.ts'
import type { MeasureTask } from '@faheng/law/procedures/measure-task-life.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { run, statement } from '../../platform/database/run.ts'
import { procedureOf, type Acts } from '../acts.ts'
import type { Follower } from '../followers.ts'
import { forget, walk } from './walk.ts'

/**
 * Figures of the county plan (D3): what each matter counts for now, and the sums of it by month, for each body and for the county. A matter is counted
 * anew with each of its acts, and the sums follow by the difference.
 */
export const measures = (acts: Pick<Acts, 'procedures'>): Follower => ({
  name: 'measures',
  batch: 100,
  async handle(client, region, entries) {
    const visits = await walk(acts, client, region, entries)
    const newest = new Map(visits.map((visit) => [visit.entry.matter, visit]))
    const counted = [...newest].flatMap(([matter, { first, after }]) =>
      countedOf(procedureOf(acts, first.opens?.procedure ?? '').name, after.state).map((each) => ({ matter, body: after.state.body, ...each })))
    const gone = await run<Place & object>(client, take, [region, [...newest.keys()]])
    if (counted.length > 0) await run(client, put, [region, JSON.stringify(counted)])
    const moved = difference(gone, counted)
    if (moved.length > 0) await run(client, move, [region, JSON.stringify(moved)])
    const tasks = [...newest].flatMap(([matter, { first, after }]) => (first.opens?.procedure === 'measure-task' ? taskRow(matter, after.state) : []))
    if (tasks.length > 0) await run(client, putTasks, [region, JSON.stringify(tasks)])
  },
  async reset(client, region) {
    forget(acts)
    for (const table of ['measure_figure', 'measure_sum']) await run(client, statement(`delete from faheng.${table} where region = $1 and name = any ($2)`), [region, counts])
    await run(client, statement('delete from faheng.measure_record where region = $1'), [region])
    await run(client, statement('delete from faheng.measure_task where region = $1'), [region])
  },
})

interface Place {
  readonly month: string
  readonly body: string
  readonly name: string
}

/** By how much each sum moves. */
function difference(gone: readonly Place[], come: readonly Place[]): (Place & { readonly n: number })[] {
  const sums = new Map<string, Place & { n: number }>()
  const add = (n: number) => ({ month, body, name }: Place) => {
    const key = `${month}\n${body}\n${name}`
    sums.set(key, { month, body, name, n: (sums.get(key)?.n ?? 0) + n })
  }
  gone.forEach(add(-1))
  come.forEach(add(1))
  return [...sums.values()].filter(({ n }) => n !== 0)
}

/** What this follower makes; the others come out of the registers. */
const counts = Object.values<Quantity>(quantities).flatMap(({ id, source }) => (source === 'acts' ? [id] : []))

function taskRow(matter: string, state: MatterState) {
  const { measure, body, asked, due, stage, submitted, accepted, overdue = false } = state as MeasureTask
  if (measure === undefined || asked === undefined || due === undefined) return []
  return [{ matter, measure, body, asked, due, stage, submitted: submitted === undefined ? null : dayOf(submitted), accepted: accepted ?? null, overdue }]
}

const take = statement('delete from faheng.measure_record where region = $1 and matter = any ($2) returning name, month, body')
const put = statement(`
  insert into faheng.measure_record (region, matter, name, month, body, days)
  select $1, matter, name, month, body, days from jsonb_to_recordset($2) as r (matter text, name text, month text, body text, days integer)`)
/** The sum of each body, and the county's beside them. */
const move = statement(`
  with moved as (select month, body, name, n from jsonb_to_recordset($2) as r (month text, body text, name text, n bigint)),
    bodies as (
      insert into faheng.measure_figure (region, month, body, name, value) select $1, month, body, name, n from moved
      on conflict (region, month, body, name) do update set value = measure_figure.value + excluded.value)
  insert into faheng.measure_sum (region, month, name, value) select $1, month, name, sum(n) from moved group by month, name
  on conflict (region, month, name) do update set value = measure_sum.value + excluded.value`)
const putTasks = statement(`
  insert into faheng.measure_task (region, matter, measure, body, asked, due, stage, submitted, accepted, overdue)
  select $1, matter, measure, body, asked, due, stage, submitted, accepted, overdue
  from jsonb_to_recordset($2) as r (matter text, measure integer, body text, asked date, due date, stage text, submitted date, accepted date, overdue boolean)
  on conflict (region, matter) do update set measure = excluded.measure, asked = excluded.asked, due = excluded.due, stage = excluded.stage,
    submitted = excluded.submitted, accepted = excluded.accepted, overdue = excluded.overdue`)
