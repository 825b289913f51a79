import type { Pool, PoolClient } from 'pg'
import { canonical } from '@faheng/law/canonical.ts'
import type { MatterState } from '@faheng/law/procedure.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { actColumns, storedAct, type ActRow, type Acts } from './acts.ts'
import { together } from './load.ts'
import { expectedOf, type Expected } from './expected.ts'
import { effectTables, keyOf, shapes, stateTables, type DerivedTable, type Row } from './rows.ts'
import { writeRows } from './write.ts'

/** A row that is not what the acts say. `expected` or `found` is missing where there is no such row. */
export interface Difference {
  readonly matter: string
  readonly table: 'matter' | 'matter_state' | DerivedTable
  readonly expected?: unknown
  readonly found?: unknown
}

/**
 * Replays every matter of the county from its acts and compares, or with `check: false` puts right, what stands in the tables
 * derived from them. As faheng_worker; one short transaction a matter, so work may go on meanwhile.
 * @returns what differed (and, unless only checked, no longer does)
 */
export async function rebuild(acts: Pick<Acts, 'procedures' | 'documents'>, pool: Pool, region: string, { check }: { readonly check: boolean }): Promise<Difference[]> {
  const differences: Difference[] = []
  for (let after = ''; ; ) {
    const page = await run<{ matter: string }>(pool, mattersAfter, [region, after])
    for (const { matter } of page) differences.push(...(await inTransaction(pool, (client) => rebuildMatter(acts, client, region, matter, check))))
    const last = page.at(-1)
    if (!last) return [...differences, ...(await orphans(pool, region))]
    after = last.matter
  }
}

/** The same comparison for some matters alone; nothing is written. */
export async function compareMatters(acts: Pick<Acts, 'procedures' | 'documents'>, pool: Pool, region: string, matters: readonly string[]): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const matter of matters) differences.push(...(await inTransaction(pool, (client) => rebuildMatter(acts, client, region, matter, true))))
  return differences
}

async function rebuildMatter(acts: Pick<Acts, 'procedures' | 'documents'>, client: PoolClient, region: string, matter: string, check: boolean): Promise<Difference[]> {
  const at = [region, matter]
  await run(client, statement('select from faheng.matter where region = $1 and id = $2 for update'), at)
  const [history, documents, rows, states, ...derived] = await together([
    run<ActRow>(client, statement(`select ${actColumns} from faheng.act where region = $1 and matter = $2 order by seq`), at),
    run<{ kind: string; number: string | null }>(client, statement('select kind, number from faheng.document where region = $1 and matter = $2 order by act_seq desc, id'), at),
    run<Row & object>(client, matterRow, at),
    run<{ state: MatterState }>(client, statement('select state from faheng.matter_state where region = $1 and matter = $2'), at),
    ...tables.map((table) => run<Row & object>(client, select(table), at)),
  ] as const)
  const number = documents.find(({ kind }) => acts.documents.kindOf(kind).namesMatter)?.number ?? null
  const expected = expectedOf(acts, history.map(storedAct), number)
  const found = Object.fromEntries(tables.map((table, i) => [table, (derived as Row[][])[i]])) as Record<DerivedTable, Row[]>
  const differences: Difference[] = [
    ...unlike(matter, 'matter', expected.matter, rows[0]),
    ...unlike(matter, 'matter_state', expected.state, states[0]?.state),
    ...tables.flatMap((table) => differing(matter, table, expected.rows[table], found[table])),
  ]
  if (!check && differences.length > 0) await putRight(client, region, matter, expected, differences)
  return differences
}

async function putRight(client: PoolClient, region: string, matter: string, expected: Expected, differences: readonly Difference[]): Promise<void> {
  const { procedure, stage, body, unit, number, filed, due, occurred, seq, ended } = expected.matter
  const writes: Promise<unknown>[] = [
    run(client, putMatter, [region, matter, procedure, stage, body, unit, number, filed, due, occurred, seq, ended]),
    run(client, putState, [region, matter, JSON.stringify(expected.state)]),
  ]
  for (const { table, expected: right, found } of differences) {
    if (table === 'matter' || table === 'matter_state') continue
    const at = String((right as Row | undefined)?.['since'] ?? occurred)
    writes.push(...writeRows(client, { region, matter, at }, table, { gone: found ? [found as Row] : [], put: right ? [right as Row] : [] }))
  }
  await together(writes)
}

function differing(matter: string, table: DerivedTable, expected: readonly Row[], found: readonly Row[]): Difference[] {
  const there = new Map(found.map((row) => [keyOf(table, row), row]))
  const wanted = new Set(expected.map((row) => keyOf(table, row)))
  return [
    ...expected.flatMap((row) => unlike(matter, table, row, there.get(keyOf(table, row)))),
    ...found.filter((row) => !wanted.has(keyOf(table, row))).map((row) => ({ matter, table, found: row })),
  ]
}

const unlike = (matter: string, table: Difference['table'], expected: unknown, found: unknown): Difference[] =>
  found !== undefined && canonical(expected) === canonical(found) ? [] : [{ matter, table, expected, ...(found === undefined ? {} : { found }) }]

/** Matters in the list of which no act tells. */
async function orphans(pool: Pool, region: string): Promise<Difference[]> {
  const rows = await run<{ id: string }>(pool, withoutActs, [region])
  return rows.map(({ id }) => ({ matter: id, table: 'matter', found: id }))
}

const tables: readonly DerivedTable[] = [...stateTables, ...effectTables]

const select = (table: DerivedTable) => {
  const names = [...Object.keys(shapes[table].key), ...Object.keys(shapes[table].rest), ...(table === 'waiting' ? ['since'] : [])]
  return statement(`select ${names.join(', ')} from faheng.${table} where region = $1 and matter = $2`)
}

const mattersAfter = statement('select distinct matter from faheng.act where region = $1 and matter > $2 order by matter limit 200')
const withoutActs = statement(`
  select id from faheng.matter m where region = $1 and not exists (select from faheng.act a where a.region = m.region and a.matter = m.id)`)
const matterRow = statement('select id, procedure, stage, body, unit, number, filed, due, occurred, seq, ended from faheng.matter where region = $1 and id = $2')
const putMatter = statement(`
  insert into faheng.matter (region, id, procedure, stage, body, unit, number, filed, due, occurred, seq, ended)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (region, id) do update set procedure = excluded.procedure, stage = excluded.stage, body = excluded.body, unit = excluded.unit,
    number = excluded.number, filed = excluded.filed, due = excluded.due, occurred = excluded.occurred, seq = excluded.seq, ended = excluded.ended`)
const putState = statement(`
  insert into faheng.matter_state (region, matter, state) values ($1, $2, $3) on conflict (region, matter) do update set state = excluded.state`)
