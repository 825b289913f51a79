import type { PoolClient } from 'pg'
import { standardSetting, type TrainingSetting } from '@faheng/law/training/hours.ts'
import type { Day } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'

/** What the bodies set about training on a day, over the standard [U]. */
export async function trainingSettings(client: PoolClient, region: string, on: Day): Promise<(body: string) => TrainingSetting> {
  const rows = await run<{ body: string; value: Partial<TrainingSetting> }>(client, statement(`
    select distinct on (body) body, value from faheng.body_setting
    where region = $1 and name = 'training' and valid_from <= $2 and (valid_until is null or $2 < valid_until) order by body, valid_from desc`), [region, on])
  const set = new Map(rows.map(({ body, value }) => [body, value]))
  return (body) => ({ ...standardSetting, ...set.get(body) })
}

/** The years from which courses are needed: the year asked for, and those of every round of 轮训 that is set. */
export function spanOf(year: number, settings: readonly TrainingSetting[]): { readonly first: number; readonly last: number } {
  const rounds = settings.flatMap(({ rotation }) => (rotation ? [Number(rotation.from.slice(0, 4)), Number(rotation.until.slice(0, 4))] : []))
  return { first: Math.min(year, ...rounds), last: Math.max(year, ...rounds) }
}
