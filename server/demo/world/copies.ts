import type { ClientBase, Pool } from 'pg'
import { wordsOfActs, type Acts } from '../../acts/index.ts'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import type { DemoParty } from '../parties.ts'
import { renamedMatter, renamedParty, stage, staging, type Copy } from './multiply.ts'
import { sealCopy, type Sealed } from './sealed.ts'
import { anotherParty } from './templates.ts'

/** Tables that hold rows of matters, copied with every case. What a room derives stands in them as perform wrote it. */
export const copied = [
  'matter', 'act', 'matter_state', 'clock', 'waiting', 'reader', 'matter_party', 'evidence', 'held', 'decided', 'exempted', 'matter_file', 'struck',
  'document', 'act_order', 'finding', 'measure_record',
] as const

export interface Prepared {
  readonly inserts: readonly string[]
  readonly parties: readonly DemoParty[]
  readonly sealed: readonly Sealed[]
}

/** Sets the templates aside, each table with the statement that copies it. */
export async function prepare(client: ClientBase, region: string, specimen: string): Promise<string[]> {
  const { rows: [last] } = await client.query<{ n: number }>('select max(position)::int as n from faheng.act_order where region = $1', [region])
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    document: {
      id: `'d-' || $2::text || substr(t.id, 2)`,
      code: `upper(substr(md5($1 || '/' || $2::text || '/' || t.code), 1, 16))`,
      fields: `coalesce(t.fields, replace(replace(replace(${renamedMatter('t."fields text"')}, '~#~', $2::text), '~1~', coalesce(p1.name, '')), '~2~', coalesce(p2.name, ''))::jsonb)`,
      file: `'${specimen}'`, pages: '1', rendered: 't.made',
    },
    // The templates are the first copy of their own county.
    act_order: { position: `t.position + ($2::int - case when $1 = '${region}' then 0 else 1 end) * ${last?.n ?? 0}` },
  }
  const inserts: string[] = []
  for (const table of copied) inserts.push((await stage(client, table, region, own[table] ?? {})).insert)
  await client.query(`
    alter table ${staging}.document add p1 text, add p2 text;
    update ${staging}.document d set p1 = p[1], p2 = p[2], "fields text" = replace(replace(coalesce("fields text", fields::text), n[1], '~1~'), coalesce(n[2], '~2~'), '~2~'), fields = null
    from (select mp.matter, array_agg(mp.party order by mp.party) as p, array_agg(p.name order by mp.party) as n
      from faheng.matter_party mp join faheng.party p on p.region = mp.region and p.id = mp.party where mp.region = '${region}' group by mp.matter) as named
    where named.matter = d.matter`)
  const named = `left join faheng.party p1 on p1.region = $1 and p1.id = ${renamedParty('t.p1')} left join faheng.party p2 on p2.region = $1 and p2.id = ${renamedParty('t.p2')}`
  // Not every table has a column that names the copy.
  return inserts.map((insert) => `${insert} ${insert.includes(`${staging}.document t`) ? named : ''} where $2::text is not null`)
}

/** What may be searched in the texts of the templates' acts; names and numbers are the copies' own. */
export async function stageWords(acts: Pick<Acts, 'procedures' | 'masterKey'>, worker: Pool, region: string): Promise<void> {
  const matters = (await run<{ id: string }>(worker, statement('select id from faheng.matter where region = $1 order by id'), [region])).map(({ id }) => id)
  await worker.query(`create unlogged table ${staging}.word (matter text, word text)`)
  await inTransaction(worker, async (client) => {
    for (let at = 0; at < matters.length; at += 200)
      for (const [matter, words] of await wordsOfActs(acts, client, region, matters.slice(at, at + 200)))
        await run(client, statement(`insert into ${staging}.word select $1, unnest($2::text[])`), [matter, [...words]])
  })
  await worker.query(`analyze ${staging}.word`)
}

/** One copy in one transaction, after its parties. `whole` with words and personal texts. */
export async function copyCases(acts: Pick<Acts, 'masterKey'>, worker: Pool, { inserts, parties, sealed }: Prepared, { region, k }: Copy, whole: boolean): Promise<void> {
  await inTransaction(worker, async (client) => {
    await client.query('set local synchronous_commit = off')
    const others = parties.map((each, at) => anotherParty(each, at, k))
    await run(client, statement(`
      insert into faheng.party (region, id, kind, name, code, birth, representative, address, recorded, recorded_by)
      select $1, ${renamedParty('t.id').replaceAll('$2', '$3')}, t.kind, r.name, r.code, t.birth, t.representative, t.address, t.recorded, t.recorded_by
      from ${staging}.party t join unnest($2::text[], $4::text[], $5::text[]) as r (id, name, code) on r.id = t.id`),
      [region, others.map(({ id }) => id), k, others.map(({ name }) => name), others.map(({ code }) => code)])
    for (const insert of inserts) await run(client, statement(insert), [region, k])
    if (!whole) return
    await run(client, statement(copyWords), [region, k])
    await sealCopy(acts, client, sealed, region, k)
  })
}

/** Pairs of neighbouring characters within each part, as bigramsOf makes them of names and numbers. */
const bigrams = (of: string): string => `(
  select substr(part, i, 2) as word from regexp_split_to_table(lower(${of}), '[^[:alnum:]㐀-鿿]+') as part, generate_series(1, length(part) - 1) as i)`

const copyWords = `
  insert into faheng.word (region, body, word, filed, matter)
  select $1, m.body, found.word, m.filed, ${renamedMatter('found.matter')} from (
    select matter, word from ${staging}.word
    union select mp.matter, w.word from ${staging}.matter_party mp
      join faheng.party p on p.region = $1 and p.id = ${renamedParty('mp.party')}, lateral ${bigrams('p.name')} as w
    union select d.matter, w.word from ${staging}.document d, lateral ${bigrams(`replace(d.number, '~#~', $2::text)`)} as w where d.number is not null
  ) as found join ${staging}.matter m on m.id = found.matter`

/** Sums over cases: the templates' own, once for each copy. */
export async function copySums(client: ClientBase, own: string, copiesOf: ReadonlyMap<string, number>): Promise<void> {
  const there = [[...copiesOf.keys()], [...copiesOf.values()]]
  for (const [table, key] of [['counter', 'month, body, name'], ['measure_figure', 'month, body, name'], ['measure_sum', 'month, name']] as const)
    await client.query(`
      insert into faheng.${table} as t (region, ${key}, value)
      select c.region, ${key}, s.value * c.n from (select ${key}, value from faheng.${table} where region = $1) s, unnest($2::text[], $3::int[]) as c (region, n)
      on conflict (region, ${key}) do update set value = t.value + excluded.value`, [own, ...there])
  await client.query(`
    insert into faheng.follower (region, name, position)
    select o.region, f.name, o.position from (select region, max(position) as position from faheng.act_order group by region) as o, unnest($1::text[]) as f (name)
    on conflict (region, name) do update set position = excluded.position`, [['ledger', 'words', 'findings', 'counters', 'measures', 'documents']])
  await client.query(`
    insert into faheng.number_series as s (region, body, kind, year, last)
    select c.region, t.body, t.kind, t.year, (c.n + 1) * 10000 from faheng.number_series t, unnest($2::text[], $3::int[]) as c (region, n) where t.region = $1 and t.last > 1000
    on conflict (region, body, kind, year) do update set last = excluded.last`, [own, ...there])
}
