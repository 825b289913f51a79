import type { PoolClient } from 'pg'
import type { Post, PostKind } from '@faheng/law/procedure.ts'
import { run, statement } from '../database/run.ts'

/** Who asks: an actor of the law in his county, with the posts he holds at the instant. */
export interface Asker {
  readonly region: string
  readonly person: string
  readonly posts: readonly Post[]
}

/** Who records what the law lets happen by itself: a registration that lapses (D2). No account can bear the name. */
export const systemAsker = (region: string): Asker => ({ region, person: 'system', posts: [] })
export const isSystem = ({ person }: Asker): boolean => person === 'system'

/** What row-level security reads (0009-policies.sql). Empty text means: nothing. */
export interface Scope {
  readonly region: string
  readonly person: string
  readonly cases: '' | 'yes'
  readonly county: '' | 'yes'
  readonly bodies: string
  readonly units: string
  readonly duties: string
}

/** What somebody is waited for as; with an act where a delegation gives him that one alone. */
export interface Duty {
  readonly post: string
  readonly act: string | null
  readonly place: string
}

export function dutiesOf(asker: Asker): Duty[] {
  return scopeOf(asker).duties.split(',').filter(Boolean).map((duty) => {
    const at = duty.indexOf('@')
    const [post = '', act = null] = duty.slice(0, at).split(':')
    return { post, act, place: duty.slice(at + 1) }
  })
}

/**
 * Read scope by post (R6): heads and a body's reviewers read the body, unit heads the unit, supervisors the county;
 * officers and receiving clerks what they acted in, handle or are waited for in; administrators no case at all.
 */
export function scopeOf(asker: Asker): Scope {
  const { region, person, posts } = asker
  if (isSystem(asker)) return { region, person, cases: 'yes', county: 'yes', bodies: '', units: '', duties: '' }
  // Who holds a head's power by delegation is no head: he reads what waits for that act.
  const holding = (...kinds: PostKind[]) => posts.filter((post) => kinds.includes(post.kind) && !post.delegation)
  const cases = posts.filter((post) => !administrators.includes(post.kind))
  return {
    region,
    person,
    cases: cases.length > 0 ? 'yes' : '',
    county: holding('supervisor').length > 0 ? 'yes' : '',
    bodies: list(holding('head', 'legal-reviewer').map((post) => post.body)),
    units: list(holding('unit-head').flatMap((post) => post.unit ?? [])),
    duties: list(cases.flatMap(({ kind, body, unit, delegation }) => delegation ? delegation.acts.map((act) => `${kind}:${act}@${body}`) : [body, ...(unit ? [unit] : []), '*'].map((place) => `${kind}@${place}`))),
  }
}

/**
 * Sets the scope for the rest of the transaction. Not awaited, it travels with the statement behind it. `kept`: plans are made
 * once a connection. An act reads and writes single rows by their keys, for which PostgreSQL believes a plan made for the very
 * values to be so much better that it plans anew each time, at twice what the statements themselves take; a list may need that.
 * No bitmaps: a policy's alternatives tempt PostgreSQL to gather them all and to sort what an index has in its order already.
 */
export async function enter(client: PoolClient, asker: Asker, plans: 'auto' | 'kept' = 'auto'): Promise<void> {
  const { region, person, cases, county, bodies, units, duties } = scopeOf(asker)
  await run(client, settings, [region, person, cases, county, bodies, units, duties, plans === 'kept' ? 'force_generic_plan' : 'auto'])
}

/** A read-only transaction in the asker's scope: `begin`, the settings and the first query share a round trip. */
export async function reading<T>(connect: () => Promise<PoolClient>, asker: Asker, work: (client: PoolClient) => Promise<T>, plans: 'auto' | 'kept' = 'auto'): Promise<T> {
  const client = await connect()
  try {
    const [, , result] = await Promise.all([client.query('begin read only'), enter(client, asker, plans), work(client)])
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    const rolledBack = await client.query('rollback').then(() => true, () => false)
    client.release(!rolledBack)
    throw error
  }
}

const administrators: readonly PostKind[] = ['system-administrator', 'security-administrator', 'audit-administrator']

const list = (places: readonly string[]): string => [...new Set(places)].join(',')

const settings = statement(`
  select set_config('app.region', $1, true), set_config('app.person', $2, true), set_config('app.cases', $3, true),
    set_config('app.county', $4, true), set_config('app.bodies', $5, true), set_config('app.units', $6, true),
    set_config('app.duties', $7, true), set_config('plan_cache_mode', $8, true), set_config('enable_bitmapscan', 'off', true)`)
