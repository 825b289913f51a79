import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { DeskAnswer } from '@faheng/api/matters.ts'
import type { CertificateFact } from '@faheng/law/facts.ts'
import { wordsOfLack } from '@faheng/law/guards/officers.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import { matterRows, type MatterColumns } from './list.ts'

/** Open cases that cannot go on as they are: a member of the team lost his certificate, left, or holds no post in the body any more. For unit heads and heads (R4, R21). */
export async function thinTeams(client: PoolClient, { region, posts }: Session, now: string): Promise<Static<typeof DeskAnswer>['thin']> {
  const units = posts.flatMap((post) => (post.kind === 'unit-head' && post.unit ? [post.unit] : []))
  const bodies = posts.flatMap((post) => (post.kind === 'head' && !post.delegation ? [post.body] : []))
  if (units.length + bodies.length === 0) return []
  const found = await run<{ matter: string; person: string; name: string; lack: NonNullable<CertificateFact['lack']> | 'no-post' }>(client, statement(`
    select t.matter, t.person, p.name, t.lack from faheng.thin_matters($1, $2, $3, $4) t
    join faheng.person p on p.region = $1 and p.id = t.person order by t.matter, p.name`), [region, units, bodies, now])
  const ids = [...new Set(found.map(({ matter }) => matter))]
  if (ids.length === 0) return []
  const columns = await run<MatterColumns & object>(client, statement('select * from faheng.matter where region = $1 and id = any ($2) order by due nulls last, id'), [region, ids])
  return (await matterRows(client, region, columns)).map((matter) => ({
    matter,
    lacking: found.filter((each) => each.matter === matter.id).map(({ person, name, lack }) => ({ id: person, name, lack: wordsOfLack(lack) })),
  }))
}
