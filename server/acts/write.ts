import type { PoolClient } from 'pg'
import type { ActEffect } from '@faheng/law/fold.ts'
import type { MatterState, Procedure } from '@faheng/law/procedure.ts'
import { run, statement, type Statement } from '../platform/database/run.ts'
import type { Advanced } from './replay.ts'
import { difference, effectRows, effectTables, listRow, shapes, stateRows, stateTables, type DerivedTable, type Row } from './rows.ts'
import type { StoredAct } from './acts.ts'

/** Where and when rows are written. */
export interface Place {
  readonly region: string
  readonly matter: string
  readonly at: string
}

/** The act itself and the one row that tells followers of it. */
export const insertAct = (client: PoolClient, { region }: Place, act: StoredAct): Promise<unknown> =>
  run(client, actRow, [region, JSON.stringify({ ...act, post: act.post ?? null }), act.id, act.matter, act.seq])

/** What changed in the tables that stand for the matter's state, and the rows of the rooms. Nothing is awaited here. */
export function writeState(client: PoolClient, place: Place, procedure: Procedure, before: MatterState | undefined, after: Advanced): Promise<unknown>[] {
  const had = before ? stateRows(procedure, before) : undefined
  const has = stateRows(procedure, after.state)
  return [
    run(client, putState, [place.region, place.matter, JSON.stringify(after.state)]),
    ...stateTables.flatMap((table) => writeRows(client, place, table, difference(table, had?.[table] ?? [], has[table]))),
    ...writeEffects(client, place, after.effects, after.refolded),
  ]
}

/** Followed by the list row once the number is known. */
export function writeMatter(client: PoolClient, { region, matter }: Place, state: MatterState, row: { number: string | null; occurred: string; seq: number }): Promise<unknown> {
  const { stage, body, unit, due, ended } = listRow(state)
  return run(client, updateMatter, [region, matter, stage, body, unit, row.number, due, row.occurred, row.seq, ended])
}

export function insertMatter(client: PoolClient, { region, matter }: Place, procedure: string, filed: string, state: MatterState, occurred: string): Promise<unknown>[] {
  const { stage, body, unit } = listRow(state)
  return [
    run(client, statement(`select set_config('app.matter', $1, true)`), [matter]),
    run(client, openMatter, [region, matter, procedure, stage, body, unit, filed, occurred]),
  ]
}

/** A matter folded again has its effects anew. */
function writeEffects(client: PoolClient, place: Place, effects: readonly ActEffect[], refolded: boolean): Promise<unknown>[] {
  if (effects.length === 0 && !refolded) return []
  const rows = effectRows(effects)
  return effectTables.flatMap((table) => [
    ...(refolded ? [run(client, statement(`delete from faheng.${table} where region = $1 and matter = $2`), [place.region, place.matter])] : []),
    ...writeRows(client, place, table, { gone: [], put: rows[table] }),
  ])
}

export function writeRows(client: PoolClient, { region, matter, at }: Place, table: DerivedTable, { gone, put }: { gone: readonly Row[]; put: readonly Row[] }): Promise<unknown>[] {
  return [
    ...(gone.length > 0 ? [run(client, remove[table], [region, matter, JSON.stringify(gone)])] : []),
    ...(put.length > 0 ? [run(client, upsert[table], [region, matter, JSON.stringify(put), ...(shapes[table].stamp ? [at] : [])])] : []),
  ]
}

const tables = Object.keys(shapes) as DerivedTable[]
const each = (of: (table: DerivedTable) => string) => Object.fromEntries(tables.map((table) => [table, statement(of(table))])) as Record<DerivedTable, Statement>

const columns = (of: Readonly<Record<string, string>>): string => Object.entries(of).map(([name, type]) => `${name} ${type}`).join(', ')

const remove = each((table) => {
  const { key } = shapes[table]
  return `delete from faheng.${table} t using jsonb_to_recordset($3) as r (${columns(key)})
    where t.region = $1 and t.matter = $2 and ${Object.keys(key).map((name) => `t.${name} = r.${name}`).join(' and ')}`
})

const upsert = each((table) => {
  const { key, rest, register, stamp } = shapes[table]
  const names = [...Object.keys(key), ...Object.keys(rest)]
  const set = Object.keys(rest).map((name) => `${name} = excluded.${name}`).join(', ')
  return `insert into faheng.${table} (region, matter, ${names.join(', ')}${stamp ? `, ${stamp}` : ''})
    select $1, $2, ${names.map((name) => `r.${name}`).join(', ')}${stamp ? ', $4::timestamptz' : ''}
    from jsonb_to_recordset($3) as r (${columns({ ...key, ...rest })})
    on conflict (${['region', ...(register ? [] : ['matter']), ...Object.keys(key)].join(', ')}) do ${set ? `update set ${set}` : 'nothing'}`
})

const actRow = statement(`
  with act as (
    insert into faheng.act (region, id, matter, seq, kind, actor, post, occurred, recorded, source, late_reason, payload, facts, hash, law, opens, salts)
    select $1, id, matter, seq, kind, actor, nullif(post, 'null'), "occurredAt", "recordedAt", source, "lateReason", payload, facts, hash, law, nullif(opens, 'null'), salts
    from jsonb_to_record($2) as r (id text, matter text, seq integer, kind text, actor text, post jsonb, "occurredAt" timestamptz,
      "recordedAt" timestamptz, source text, "lateReason" text, payload jsonb, facts jsonb, hash text, law text, opens jsonb, salts jsonb))
  insert into faheng.pending (region, act, matter, seq) values ($1, $3, $4, $5)`)
const putState = statement(`
  insert into faheng.matter_state (region, matter, state) values ($1, $2, $3) on conflict (region, matter) do update set state = excluded.state`)
const openMatter = statement(`
  insert into faheng.matter (region, id, procedure, stage, body, unit, filed, occurred, seq) values ($1, $2, $3, $4, $5, $6, $7, $8, 1)`)
const updateMatter = statement(`
  update faheng.matter set stage = $3, body = $4, unit = $5, number = $6, due = $7, occurred = $8, seq = $9, ended = $10 where region = $1 and id = $2`)
