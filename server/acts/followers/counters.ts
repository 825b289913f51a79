import { dayOf } from '@faheng/law/time/day.ts'
import { run, statement } from '../../platform/database/run.ts'
import type { Acts } from '../acts.ts'
import type { Follower } from '../followers.ts'
import { forget, walk, type Reached, type Visit } from './walk.ts'

/**
 * Plain counts for the county view and the annual report, per body and month: `opened`, `filed`, `decided`, `closed` matters and
 * `fines` in fen; `exempted` matters and the statutory minimum not imposed in them, `exempted-amount` in fen (R33). Never a target or a ranking (R35). A matter counts for what it is now: each act takes away what its matter
 * counted before and adds what it counts after.
 */
export const counters = (acts: Pick<Acts, 'procedures'>): Follower => ({
  name: 'counters',
  batch: 100,
  async handle(client, region, entries) {
    const change = new Map<string, number>()
    const add = (visit: Visit, at: Reached, sign: 1 | -1) => {
      for (const [key, value] of counted(visit, at)) change.set(key, (change.get(key) ?? 0) + sign * value)
    }
    for (const visit of await walk(acts, client, region, entries)) {
      if (visit.act.seq > 1) add(visit, visit.before, -1)
      add(visit, visit.after, 1)
    }
    const rows = [...change].filter(([, value]) => value !== 0).map(([key, value]) => {
      const [body, month, name] = key.split('\n')
      return { body, month, name, value }
    })
    if (rows.length > 0) await run(client, count, [region, JSON.stringify(rows)])
  },
  async reset(client, region) {
    forget(acts)
    await run(client, statement('delete from faheng.counter where region = $1'), [region])
  },
})

/** What one matter adds to the counters, by body, month and name. */
function counted({ first }: Visit, { state, effects, endedBy }: Reached): [string, number][] {
  const at = (day: string, name: string, value = 1): [string, number] => [`${state.body}\n${day.slice(0, 7)}\n${name}`, value]
  // The last row of a party and conduct counts, and only while the decision stands.
  const rows = new Map(effects.flatMap((each) => (each.room === 'decided' ? [[`${each.party}\n${each.item}\n${each.from}`, each] as const] : [])))
  const decided = [...rows.values()].filter(({ standing }) => standing)
  const decidedOn = decided.map(({ act }) => state.done && actDay(state.done, act)).filter((day) => day !== undefined).sort()[0]
  const fines = decided.reduce((sum, { fined, amount }) => sum + (fined ? amount : 0), 0)
  const exempted = [...new Map(effects.flatMap((each) => (each.room === 'exempted' ? [[`${each.party}\n${each.item}\n${each.from}`, each] as const] : []))).values()]
  const exemptedOn = exempted.map(({ act }) => state.done && actDay(state.done, act)).filter((day) => day !== undefined).sort()[0]
  const sparedFines = exempted.reduce((sum, { amount }) => sum + amount, 0)
  return [
    at(dayOf(first.occurredAt), 'opened'),
    ...(state.filedOn ? [at(state.filedOn, 'filed')] : []),
    ...(decidedOn ? [at(decidedOn, 'decided')] : []),
    ...(decidedOn && fines > 0 ? [at(decidedOn, 'fines', fines)] : []),
    ...(exemptedOn ? [at(exemptedOn, 'exempted')] : []),
    ...(exemptedOn && sparedFines > 0 ? [at(exemptedOn, 'exempted-amount', sparedFines)] : []),
    ...(endedBy ? [at(dayOf(endedBy.occurredAt), 'closed')] : []),
  ]
}

const actDay = (done: Reached['state']['done'], id: string): string | undefined => {
  const found = Object.values(done).flat().find((each) => each.id === id)
  return found && dayOf(found.at)
}

const count = statement(`
  insert into faheng.counter (region, body, month, name, value)
  select $1, body, month, name, value from jsonb_to_recordset($2) as r (body text, month text, name text, value bigint)
  on conflict (region, body, month, name) do update set value = counter.value + excluded.value`)
