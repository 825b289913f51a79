import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { ChangeRequest, TermRequest } from '@faheng/api/plan.ts'
import { canonical } from '@faheng/law/canonical.ts'
import { volumeTarget } from '@faheng/law/guards/no-volume-target.ts'
import type { CountyPlan, MeasureChange, PlannedMeasure } from '@faheng/law/measures/plan.ts'
import { qualityNamed } from '@faheng/law/measures/quantity.ts'
import { dayOf, isDay, type Day } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { requirePost } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { planOn } from './figures.ts'

/** The lead body changes its plan: a new version of a measure beside the older ones, or a measure of its own. @throws NotFound, Malformed naming the field */
export async function changePlan(context: Context, session: Session, { id, measure, from, change }: Static<typeof ChangeRequest>) {
  requirePost(session, 'supervisor')
  const verb = { id, name: 'change-plan', region: session.region, person: session.person, content: { measure, from: from ?? null, change } }
  return once(context, verb, async (client, at) => {
    const today = dayOf(at)
    const day = from ?? today
    if (day < today) throw new Malformed('/from', earlier)
    const fault = faultOf(await planOn(client, session.region, day), new Set((await bodyNames(client, session.region)).values()), measure, change)
    if (fault) throw new Malformed(`/change/${fault.field}`, fault.reason)
    return { measure, version: await writeVersion(client, session, measure, day, change, at) }
  })
}

/** A new term for the whole plan: a version of every measure that is in it. @throws NotFound, Malformed */
export async function setTerm(context: Context, session: Session, { id, from, until }: Static<typeof TermRequest>) {
  requirePost(session, 'supervisor')
  if (until <= from) throw new Malformed('/until', words('终止日期应在起始日期之后。', 'The term ends after it begins.'))
  const verb = { id, name: 'set-plan-term', region: session.region, person: session.person, content: { from, until } }
  return once(context, verb, async (client, at) => {
    const { measures } = await planOn(client, session.region, dayOf(at))
    const change: MeasureChange = { term: { from, until } }
    const changed = measures.filter((measure) => !saysAlready(measure, change))
    for (const { number } of changed) await writeVersion(client, session, number, dayOf(at), change, at)
    return { changed: changed.length }
  })
}

/** How a past year is judged is not changed afterwards. */
export const earlier = words('生效日期不能早于今天。', 'A change takes effect today at the earliest.')

interface Fault {
  readonly field: keyof MeasureChange
  readonly reason: Words
}

/** What is wrong with a change, by page and by file alike. */
export function faultOf(plan: CountyPlan, bodies: ReadonlySet<string>, number: number, change: MeasureChange): Fault | undefined {
  const known = plan.measures.find((each) => each.number === number)
  const over = plan.ended.some((each) => each.number === number)
  const say = (field: keyof MeasureChange, zh: string, en: string): Fault => ({ field, reason: words(zh, en) })
  if (over && change.ended !== false) return say('ended', '该举措已经终止，先恢复再修改。', 'The measure was ended: let it go on before it is changed.')
  if (!known && !over && (change.title === undefined || change.demand === undefined)) return say('title', '新增举措须写明名称和要求。', 'A new measure has a title and a demand.')
  const volume = volumeTarget([{ texts: [change.title?.zh, change.title?.en] }, { texts: [change.demand?.zh, change.demand?.en] }])
  if (volume) return { field: 'demand', reason: volume }
  if (change.live !== undefined && number <= 50) return say('live', '印发的举措已有自己的指标。', 'A measure of the plan as issued has its own indicators.')
  if (change.live !== undefined && !qualityNamed(change.live.part)) return say('live', '没有这种可以取数的比例。', 'Daily work counts no such share.')
  const share = change.live !== undefined || known?.indicators[0].unit === 'percent'
  if (change.target !== undefined && !share) return say('target', '该举措没有可以设定目标的比例指标。', 'The measure has no share to set a target for.')
  if (change.period !== undefined && known && !known.indicators.some(({ source }) => source === 'none')) return say('period', '该举措没有需要报送证明的指标。', 'The measure has nothing that is asked for by hand.')
  const unknown = change.bodies?.find((each) => !bodies.has(each))
  if (unknown !== undefined) return say('bodies', `没有登记的执法主体：${unknown}`, `No such body: ${unknown}`)
  if (change.yearly !== undefined && !isDay(`2023-${change.yearly}`)) return say('yearly', '日期应写作月-日，例如07-31。', 'The day reads MM-DD.')
  if (change.term && change.term.until <= change.term.from) return say('term', '终止日期应在起始日期之后。', 'The term ends after it begins.')
  return undefined
}

/** Whether a change says what the plan says already. */
export function saysAlready(measure: PlannedMeasure, change: MeasureChange): boolean {
  const [first] = measure.indicators
  const live = first.unit === 'percent' ? { part: first.part.id, better: first.better } : undefined
  const hand = measure.indicators.find(({ source }) => source === 'none')
  const now: MeasureChange = {
    ...measure, ...(hand ? { period: hand.period === 'quarter' ? 'quarter' : 'year' } : {}), confirmed: !measure.unconfirmed, ended: false, ...(first.unit === 'percent' ? { target: first.target } : {}), ...(live ? { live } : {}),
  }
  const same = (key: keyof MeasureChange) => canonical(change[key] ?? null) === canonical(now[key] ?? null)
  return (Object.keys(change) as (keyof MeasureChange)[]).every(same)
}

/** Which body an id, a name or a short name means: a table is written by people. The newest bearer of a name has it. */
export async function bodyNames(client: PoolClient, region: string): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ id: string; name: string; short: string }>(client, statement('select id, name, short_name as short from faheng.body where region = $1 order by valid_from'), [region])
  return new Map([...rows.flatMap(({ id, name, short }) => [[name, id], [short, id]] as const), ...rows.map(({ id }) => [id, id] as const)])
}

/** @returns its number; the newest again if it says the same from the same day on */
export async function writeVersion(client: PoolClient, { region, person }: Session, measure: number, from: Day, change: MeasureChange, at: string): Promise<number> {
  const [newest] = await run<{ version: number; from: Day; entry: MeasureChange }>(client, statement(`
    select version, valid_from as "from", entry from faheng.measure_version where region = $1 and measure = $2 order by version desc limit 1`), [region, measure])
  if (newest && newest.from === from && canonical(newest.entry) === canonical(change)) return newest.version
  const version = (newest?.version ?? 0) + 1
  await run(client, statement(`
    insert into faheng.measure_version (region, measure, version, valid_from, entry, recorded, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)`),
    [region, measure, version, from, JSON.stringify(change), at, person])
  return version
}
