import type { Pool } from 'pg'
import { run, statement } from '../platform/database/run.ts'

/** The county a command works on: the one asked for, else the only one the database has. @throws with one clear line */
export async function regionOf(worker: Pool, asked: string | undefined): Promise<string> {
  const regions = (await run<{ region: string }>(worker, statement('select region from faheng.region order by region'))).map(({ region }) => region)
  if (asked !== undefined) {
    if (!regions.includes(asked)) throw new Error(`there is no county ${asked} in this database; faheng admin create --region ${asked} begins one`)
    return asked
  }
  const [only, ...others] = regions
  if (only === undefined) throw new Error('the database has no county yet: faheng admin create begins one')
  if (others.length > 0) throw new Error(`the database has several counties: say which with --region (${regions.join(', ')})`)
  return only
}

/** @throws with the bodies there are */
export async function requireBody(worker: Pool, region: string, body: string): Promise<void> {
  const bodies = (await run<{ id: string }>(worker, statement('select distinct id from faheng.body where region = $1 order by id'), [region])).map(({ id }) => id)
  if (!bodies.includes(body)) throw new Error(`there is no body ${body}; there are: ${bodies.join(', ')}`)
}

export const regionOption = { region: { type: 'string', help: 'the county, six digits (default: the only one there is)' } } as const
