import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { ChangeRequest } from '@faheng/api/plan.ts'
import { canonical } from '@faheng/law/canonical.ts'
import { isVolumeTarget } from '@faheng/law/guards/measure-task.ts'
import type { MeasureChange, PlannedMeasure } from '@faheng/law/measures/plan.ts'
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
    const plan = await planOn(client, session.region, today)
    const fault = faultOf(plan, await bodyIds(client, session.region), measure, change)
    if (fault) throw new Malformed(`/change/${fault.field}`, fault.reason)
    return { measure, version: await writeVersion(client, session, measure, from ?? today, change, at) }
  })
}

interface Fault {
  readonly field: keyof MeasureChange
  readonly reason: Words
}

/** What is wrong with a change, by page and by file alike. */
export function faultOf(plan: readonly PlannedMeasure[], bodies: ReadonlySet<string>, number: number, change: MeasureChange): Fault | undefined {
  const known = plan.find((each) => each.number === number)
  const say = (field: keyof MeasureChange, zh: string, en: string): Fault => ({ field, reason: words(zh, en) })
  if (!known && (change.title === undefined || change.demand === undefined)) return say('title', '新增举措须写明名称和要求。', 'A new measure has a title and a demand.')
  if (!known && number <= 50) return say('title', '该举措已经终止。', 'The measure was ended.')
  if (isVolumeTarget(change.demand?.zh ?? '') || isVolumeTarget(change.title?.zh ?? '')) return say('demand', '不得设定检查、办案、罚款数量指标。', 'No target on the number of inspections, cases or fines.')
  if (change.target !== undefined && known?.indicators[0].unit !== 'percent') return say('target', '该举措没有可以设定目标的比例指标。', 'The measure has no share to set a target for.')
  if (change.period !== undefined && known && !known.indicators.some(({ source }) => source === 'none')) return say('period', '该举措没有需要报送证明的指标。', 'The measure has nothing that is asked for by hand.')
  const unknown = change.bodies?.find((each) => !bodies.has(each))
  if (unknown !== undefined) return say('bodies', `没有登记的执法主体：${unknown}`, `No such body: ${unknown}`)
  if (change.yearly !== undefined && !isDay(`2023-${change.yearly}`)) return say('yearly', '日期应写作月-日，例如07-31。', 'The day reads MM-DD.')
  return undefined
}

export const bodyIds = async (client: PoolClient, region: string): Promise<ReadonlySet<string>> =>
  new Set((await run<{ id: string }>(client, statement('select distinct id from faheng.body where region = $1'), [region])).map(({ id }) => id))

/** @returns its number; the newest again if it says the same */
export async function writeVersion(client: PoolClient, { region, person }: Session, measure: number, from: Day, change: MeasureChange, at: string): Promise<number> {
  const [newest] = await run<{ version: number; entry: MeasureChange }>(client, statement(`
    select version, entry from faheng.measure_version where region = $1 and measure = $2 order by version desc limit 1`), [region, measure])
  if (newest && canonical(newest.entry) === canonical(change)) return newest.version
  const version = (newest?.version ?? 0) + 1
  await run(client, statement(`
    insert into faheng.measure_version (region, measure, version, valid_from, entry, recorded, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)`),
    [region, measure, version, from, JSON.stringify(change), at, person])
  return version
}
