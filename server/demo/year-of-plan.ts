import { setTimeout } from 'node:timers/promises'
import { measures } from '@faheng/law/measures/index.ts'
import { addDays, instantAt, msOf, startOfDay, type Day, type Instant } from '@faheng/law/time/day.ts'
import { lagOf, perform, type Acts, type Follower } from '../acts/index.ts'
import { makeReport } from '../plan/index.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import type { County } from './county.ts'
import { hashOf } from './perform-plan.ts'

/** How far a task came: asked, proof sent, accepted, returned. */
type Fate = 'asked' | 'sent' | 'accepted' | 'returned'

/** Measures that daily work does not show, asked of some bodies. Days are counted back from the county's own. */
const tasks: readonly { readonly measure: number; readonly body: string; readonly fate: Fate }[] = [
  { measure: 19, body: 'market', fate: 'accepted' },
  { measure: 19, body: 'emergency', fate: 'returned' },
  { measure: 16, body: 'market', fate: 'sent' },
  { measure: 16, body: 'transport', fate: 'accepted' },
  { measure: 39, body: 'urban', fate: 'accepted' },
  { measure: 49, body: 'township-1', fate: 'asked' },
  { measure: 50, body: 'township-1', fate: 'accepted' },
  { measure: 50, body: 'ecology', fate: 'sent' },
]

/** 试点 (measure 27): what a township was brought up to, so many days before the county's own. */
const pilot = { body: 'township-1', since: 240, ticks: [['unit', 200], ['recording', 150], ['disclosure', 95], ['training', 40]] } as const

/** The demonstration's plan: tasks with their proof, a pilot township, and one measure due on another day. */
export async function tellYearOfPlan(context: Context, acts: Acts, county: County): Promise<void> {
  const { region, date } = county
  const session = (person: string) => sessionOf(county, person)
  const lead = session(holder(county, 'supervisor'))
  await run(context.pools.worker, statement(`
    insert into faheng.measure_version (region, measure, version, valid_from, entry, recorded, recorded_by) values ($1, 20, 1, $2, $3, $4, $5) on conflict do nothing`),
    [region.id, addDays(date, -70), JSON.stringify({ yearly: '12-20' }), morningOf(addDays(date, -70)), lead.person])
  await namePilot(context, county, lead.person)
  const year = Number(date.slice(0, 4))
  for (const { measure, body, fate } of tasks) {
    const matter = `plan-${year}-${measure}-${body}`
    const does = (who: Session, kind: string, day: Day, payload: object, more: object = {}) =>
      perform({ ...acts, clock: () => morningOf(day) }, who, { matter, ...more, act: { id: `${matter}.${kind}`, kind, payload } })
    const demand = measures.find(({ number }) => number === measure)?.demand.zh ?? ''
    await does(lead, 'ask-task', addDays(date, -60), { measure, demand, due: `${year}-12-31` }, { opens: { procedure: 'measure-task', body, unit: '' } })
    if (fate === 'asked') continue
    await does(session(holder(county, 'head', body)), 'submit-evidence', addDays(date, -30), { account: '已经按要求落实，工作台账留存备查。' })
    const act = `${matter}.submit-evidence`
    const proposal = { act, hash: await hashOf(context.pools.worker, region.id, act) }
    if (fate === 'accepted') await does(lead, 'accept-evidence', addDays(date, -25), { proposal, opinion: '材料属实，予以采纳。' })
    if (fate === 'returned') await does(lead, 'return-evidence', addDays(date, -25), { proposal, reason: '没有写明评估了哪些案件，请补充。' })
  }
}

async function namePilot({ pools: { worker } }: Context, { region, bodies, date }: County, person: string): Promise<void> {
  const { township } = bodies.find(({ id }) => id === pilot.body) ?? {}
  await run(worker, statement(`
    insert into faheng.pilot_township (region, township, valid_from, document, recorded) values ($1, $2, $3, '关于确定乡镇行政执法规范化试点的通知', $4) on conflict do nothing`),
    [region.id, township, addDays(date, -pilot.since), morningOf(addDays(date, -pilot.since))])
  const days = pilot.ticks.map(([, ago]) => morningOf(addDays(date, -ago)))
  await run(worker, statement(`
    insert into faheng.pilot_check (region, township, point, done, proof, person, recorded) select $1, $2, point, true, '现场核查记录', $3, at from unnest($4::text[], $5::timestamptz[]) as tick (point, at)
    where not exists (select from faheng.pilot_check where region = $1)`), [region.id, township, person, pilot.ticks.map(([point]) => point), days])
}

/**
 * This year as it was reported on the county's day. Its figures are the followers' work, so they have to be there first; asked
 * for again at every start, it is made once.
 */
export async function reportYear(context: Context, followers: readonly Follower[], county: County, signal: AbortSignal): Promise<void> {
  for (;;) {
    const behind = await lagOf(context.pools.worker, followers, county.region.id)
    if (signal.aborted) return
    if (behind['measures'] === 0) break
    await setTimeout(500, undefined, { signal }).catch(() => undefined)
  }
  const year = Number(county.date.slice(0, 4))
  await makeReport(context, sessionOf(county, holder(county, 'supervisor')), { id: `plan-${year}`, year })
}

const morningOf = (day: Day): Instant => instantAt(msOf(startOfDay(day)) + 9 * 3_600_000)

const sessionOf = (county: County, person: string): Session => ({
  region: county.region.id, person, name: person, username: person, secondFactor: false, passwordDue: false,
  posts: county.posts.filter((post) => post.person === person),
})

const holder = ({ posts }: County, kind: string, body?: string): string => {
  const found = posts.find((post) => post.kind === kind && (body === undefined || post.body === body))
  if (!found) throw new Error(`the demonstration has no ${kind}${body ? ` of ${body}` : ''}`)
  return found.person
}
