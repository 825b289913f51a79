import type { Pool, PoolClient } from 'pg'
import type { Json } from '@faheng/law/canonical.ts'
import { newSubjectKey, openPersonal, sealPersonal, unwrap, type Acts } from '../../acts/index.ts'
import { run, statement } from '../../platform/database/run.ts'

/** The personal fields of the templates, opened. */
export interface Sealed {
  readonly act: string
  readonly matter: string
  readonly fields: Readonly<Record<string, Json>>
}

export async function openTemplates({ masterKey }: Pick<Acts, 'masterKey'>, worker: Pool, region: string): Promise<Sealed[]> {
  const rows = await run<{ act: string; subject: string; cipher: Buffer; wrapped: Buffer }>(worker, statement(`
    select p.act, p.subject, p.cipher, k.wrapped from faheng.act_private p join faheng.subject_key k on k.region = p.region and k.subject = p.subject where p.region = $1`), [region])
  return rows.map(({ act, subject, cipher, wrapped }) => ({ act, matter: subject, fields: openPersonal(unwrap(masterKey, region, subject, wrapped), region, act, cipher) }))
}

/** Seals them for one copy: each text is bound to its place and each case has a key of its own (D9), so none can be copied as it is. */
export async function sealCopy({ masterKey }: Pick<Acts, 'masterKey'>, client: PoolClient, sealed: readonly Sealed[], region: string, k: number): Promise<void> {
  const there = (id: string) => id.replace('demo-', `w${k}-`).replace('lapse-', `lapse-${k}-`)
  const keys = new Map([...new Set(sealed.map(({ matter }) => matter))].map((matter) => [matter, newSubjectKey(masterKey, region, there(matter))]))
  const rows = sealed.flatMap(({ act, matter, fields }) => {
    const key = keys.get(matter)?.key
    return key ? [{ act: there(act), matter: there(matter), cipher: sealPersonal(key, region, there(act), fields) }] : []
  })
  await Promise.all([
    run(client, statement('insert into faheng.subject_key (region, subject, wrapped) select $1, s, w from unnest($2::text[], $3::bytea[]) as r (s, w)'),
      [region, [...keys.keys()].map(there), [...keys.values()].map(({ wrapped }) => wrapped)]),
    run(client, statement('insert into faheng.act_private (region, act, subject, cipher) select $1, a, s, c from unnest($2::text[], $3::text[], $4::bytea[]) as r (a, s, c)'),
      [region, rows.map(({ act }) => act), rows.map(({ matter }) => matter), rows.map(({ cipher }) => cipher)]),
  ])
}
