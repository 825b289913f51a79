import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { EvidenceAnswer } from '@faheng/api/plan.ts'
import { measureTask } from '@faheng/law/procedures/measure-task.ts'
import { words } from '@faheng/law/words.ts'
import { run, statement } from '../platform/database/run.ts'

interface ActRow {
  readonly id: string
  readonly matter: string
  readonly kind: string
  readonly at: string
  readonly by: string
  readonly files: { readonly hash: string; readonly name: string }[]
  readonly records: { readonly id: string; readonly name: string }[]
}

/** What was asked, sent, returned and accepted, with files and records, as far as the reader may open the tasks themselves. */
export async function evidenceOf(client: PoolClient, region: string, tasks: readonly { readonly matter: string; readonly bodyName: string }[]): Promise<Static<typeof EvidenceAnswer>[]> {
  const names = new Map(tasks.map(({ matter, bodyName }) => [matter, bodyName]))
  const rows = await run<ActRow & object>(client, acts, [region, [...names.keys()]])
  return rows.map(({ kind, matter, ...row }) => ({ ...row, matter, body: names.get(matter) ?? '', kind, title: measureTask.acts[kind]?.title ?? words(kind, kind) }))
}

const acts = statement(`
  select a.id, a.matter, a.kind, a.occurred as at, coalesce(p.name, a.actor) as by,
    coalesce((select jsonb_agg(jsonb_build_object('hash', f.hash, 'name', coalesce(e.name, left(f.hash, 8))) order by f.n)
      from jsonb_array_elements_text(coalesce(a.payload -> 'files', '[]')) with ordinality as f (hash, n)
      left join faheng.file e on e.region = a.region and e.hash = f.hash), '[]') as files,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', coalesce(m.number, r.id)) order by r.n)
      from jsonb_array_elements_text(coalesce(a.payload -> 'records', '[]')) with ordinality as r (id, n)
      left join faheng.matter m on m.region = a.region and m.id = r.id), '[]') as records
  from faheng.act a left join faheng.person p on p.region = a.region and p.id = a.actor
  where a.region = $1 and a.matter = any ($2) order by a.occurred desc, a.seq desc limit 200`)
