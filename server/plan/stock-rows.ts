import type { PoolClient } from 'pg'
import { instantAt, msOf, type Day, type Instant } from '@faheng/law/time/day.ts'
import { grantsAt, pilotPointsAt } from '../authority/index.ts'
import { run } from '../platform/database/run.ts'
import { trainedAt } from '../training/index.ts'
import { stocks } from './stocks.ts'

/** One thing counted under a name; what cannot be laid to a body stands under ''. */
interface StockRow {
  readonly name: string
  readonly body: string
  readonly id: string
}

/** Everything the plan counts in the registers, as it stood at an instant of a day: figures are counts of these rows, records are the rows. */
export async function stockRows(client: PoolClient, region: string, at: Instant, day: Day): Promise<StockRow[]> {
  /** An instant of the day itself: what ends a month is the next one's first. */
  const within = instantAt(msOf(at) - 1)
  const [registered, { people, filed }, grants, points] = [
    await run<StockRow & object>(client, stocks, [region, at, day]), await trainedAt(client, region, at), await grantsAt(client, region, { from: `${day.slice(0, 4)}-01-01`, to: day, at: within }),
    await pilotPointsAt(client, region, within),
  ]
  const appraised = new Set(registered.flatMap(({ name, id }) => (name === 'appraised' ? [id] : [])))
  return [
    ...registered.filter(({ name }) => name !== 'appraised'),
    ...people.flatMap(({ person: id, body, ...is }) => named(body, id, {
      staff: true, 'staff-political': is.political, 'staff-public-law': is.publicLaw, 'staff-hours': is.reached, 'staff-appraised': appraised.has(id),
      compelled: is.compelled, 'compelled-done': is.compelled && is.compulsory, 'certified-staff': is.certified, 'certified-rotated': is.certified && is.rotated,
    })),
    ...filed.flatMap(({ body, inTime, lines }) => [
      ...named(body, body, { 'filers-in-time': inTime }),
      ...lines.flatMap(({ id, held }) => named(body, id, { courses: true, 'courses-held': held })),
    ]),
    ...points.flatMap(({ body, township, point, met }) => named(body, `${township} ${point}`, { points: true, 'points-met': met })),
    ...grants.flatMap(({ body, township, item, borne }) => named(body, `${township} ${item}`, { grants: true, 'grants-borne': borne })),
  ]
}

const named = (body: string, id: string, names: Readonly<Record<string, boolean>>): StockRow[] => Object.entries(names).flatMap(([name, is]) => (is ? [{ name, body, id }] : []))
