import type { PoolClient } from 'pg'
import type { TObject } from 'typebox'
import { refPlaces } from '@faheng/law/payload.ts'
import { words } from '@faheng/law/words.ts'
import type { Asker } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'

/**
 * Naming a file in an act opens it to whoever reads the act. So a hash is no key: only who brought the file in, or may read it
 * already, may name it. A file that is not there is answered alike, so that nothing is learnt of what others hold.
 *
 * @throws Malformed naming the field
 */
export async function demandOwnFiles(client: PoolClient, { region, person }: Asker, schema: TObject, payload: unknown): Promise<void> {
  const named = refPlaces(schema, payload, 'file')
  if (named.length === 0) return
  const strange = await run<{ hash: string }>(client, unreadable, [region, person, named.map(({ id }) => id)])
  const first = named.find(({ id }) => strange.some(({ hash }) => hash === id))
  if (first) throw new Malformed(`/payload${first.at}`, words('没有这个文件，请先上传。', 'There is no such file; upload it first.'))
}

/** Under row-level security: of files and uploads only his own and the readable are seen. */
const unreadable = statement(`
  select n.hash from unnest($3::text[]) n (hash)
  where not exists (select from faheng.upload u where u.region = $1 and u.hash = n.hash and u.person = $2)
    and not exists (select from faheng.file f where f.region = $1 and f.hash = n.hash)`)
