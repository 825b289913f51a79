import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { Preferences, PreferencesRequest } from '@faheng/api/identity.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'

/** Who is signed in, with the names of the places he holds posts in. */
export async function me(context: Context, session: Session) {
  const { region, person, name, username, posts, secondFactor, passwordDue } = session
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [places, [county], preferences] = await Promise.all([
      namesOf(client, region, posts.flatMap(({ body, unit }) => [body, unit ?? ''])),
      run<{ name: string }>(client, statement('select name from faheng.region where region = $1'), [region]),
      preferencesOf(client, region, person),
    ])
    return {
      region,
      regionName: county?.name ?? region,
      person,
      name,
      username,
      posts: posts.map(({ id, kind, body, unit, rank }) => ({
        id, kind, body, bodyName: places.get(body) ?? body, unit: unit ?? null, unitName: unit ? (places.get(unit) ?? unit) : null, rank: rank ?? null,
      })),
      preferences,
      secondFactor,
      passwordDue,
      idleMinutes: context.identity.idleMs / 60_000,
    }
  })
}

/** A preference is not worth a log: the last one stands. */
export async function setPreferences(context: Context, session: Session, preferences: Static<typeof PreferencesRequest>): Promise<void> {
  await run(context.pools.worker, statement(`
    insert into faheng.setting (region, name, value) values ($1, $2, $3)
    on conflict (region, name) do update set value = setting.value || excluded.value`),
    [session.region, `preferences/${session.person}`, JSON.stringify(preferences)])
}

async function preferencesOf(client: PoolClient, region: string, person: string): Promise<Static<typeof Preferences>> {
  const [row] = await run<{ value: Partial<Static<typeof Preferences>> }>(client, statement('select value from faheng.setting where region = $1 and name = $2'), [region, `preferences/${person}`])
  return { language: 'zh', views: [], ...row?.value }
}

/** Names of bodies (the latest) and units by id. */
async function namesOf(client: PoolClient, region: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await run<{ id: string; name: string }>(client, statement(`
    (select distinct on (id) id, name from faheng.body where region = $1 and id = any ($2) order by id, valid_from desc)
    union all select id, name from faheng.unit where region = $1 and id = any ($2)`), [region, ids])
  return new Map(rows.map(({ id, name }) => [id, name]))
}
