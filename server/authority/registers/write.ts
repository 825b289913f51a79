import type { PoolClient } from 'pg'
import type { Instant } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed } from '../../platform/errors.ts'
import type { Register } from './definition.ts'

export type Outcome = 'added' | 'superseded' | 'closed' | 'unchanged'

/**
 * One row into its register, inside the caller's transaction. Sent twice it changes nothing.
 * @throws Malformed with the reason; the transaction is as before.
 */
export async function writeEntry(client: PoolClient, region: string, to: Register, entry: unknown, at: Instant): Promise<Outcome> {
  const row: Record<string, unknown> = { region, ...to.read(entry), recorded: at }
  await requireReferences(client, region, to, row)
  const unlawful = await to.refuses?.(client, row)
  if (unlawful) throw new Malformed('', unlawful)
  await client.query('savepoint entry')
  try {
    const outcome = await writers[to.nature](client, to, row)
    await client.query('release savepoint entry')
    return outcome
  } catch (error) {
    await client.query('rollback to savepoint entry')
    const { code, message } = error as { code?: string; message: string }
    if (/^(22|23)/.test(code ?? '')) throw new Malformed('', words(`数据库不接受：${message}`, message))
    throw error
  }
}

type Row = Readonly<Record<string, unknown>>
interface Present {
  readonly same: boolean
  readonly version: number | null
  readonly later: boolean
  readonly same_day: boolean
  readonly ends: boolean
  /** The present version has ended before the new one begins. */
  readonly over: boolean
  /** An act brought it in: it stays as the act made it, a later version stands beside it (D13). */
  readonly by_act: boolean
}

const writers: Readonly<Record<Register['nature'], (client: PoolClient, to: Register, row: Row) => Promise<Outcome>>> = {
  /** The same content under another date or from another source is no new version; a given end closes the present one. */
  async series(client, to, row) {
    const [present] = await run<Present>(client, statement(`
      select ${sameBut(['recorded', 'version', 'valid_from', 'valid_until', 'source', 'matter'])} as same, (to_jsonb(t) ->> 'version')::int as version,
        t.valid_from > n.valid_from as later, t.valid_from = n.valid_from as same_day,
        n.valid_until is not null and n.valid_until is distinct from t.valid_until as ends, coalesce(t.valid_until <= n.valid_from, false) as over,
        to_jsonb(t) ->> 'matter' is not null as by_act
      from faheng.${to.table} t, ${asNew(to)} where ${keyed(to)} order by t.valid_from desc, (to_jsonb(t) ->> 'version')::int desc limit 1`), [json(row)])
    if (present === undefined) return insert(client, to, { ...row, version: 1 })
    if (present.same && !present.ends && !present.over) return 'unchanged'
    if (present.later) throw refused('已有更晚的版本', 'there is a later version already')
    if (present.same && !present.over && !present.by_act) {
      await run(client, statement(`update faheng.${to.table} t set valid_until = n.valid_until from ${asNew(to)} where ${keyed(to)} and t.valid_from = (
        select max(valid_from) from faheng.${to.table} l where l.region = n.region and ${to.key.map((each) => `l.${each} = n.${each}`).join(' and ')})`), [json(row)])
      return 'closed'
    }
    if (present.same_day && !to.versioned) throw refused('同日已有内容不同的登记，请使用更晚的日期', 'there is another entry of the same day: use a later date')
    await run(client, statement(`
      update faheng.${to.table} t set valid_until = n.valid_from from ${asNew(to)}
      where ${keyed(to)} and (t.valid_until is null or t.valid_until > n.valid_from) and to_jsonb(t) ->> 'matter' is null`), [json(row)])
    await insert(client, to, { ...row, version: (present.version ?? 0) + 1 })
    return 'superseded'
  },

  async entry(client, to, row) {
    const [present] = await run<{ same: boolean; closing: boolean }>(client, statement(`
      select ${sameBut(['recorded', 'matter', ...to.closing])} as same, ${to.closing.map((each) => `n.${each} is distinct from t.${each}`).join(' or ') || 'false'} as closing
      from faheng.${to.table} t, ${asNew(to)} where ${keyed(to)}`), [json(row)])
    if (present === undefined) {
      await insert(client, to, row)
      return to.table === 'statute_version' ? endEarlierStatute(client, row) : 'added'
    }
    if (!present.same) throw refused('已登记且内容不同；登记后只能变更期限', 'registered with other content: afterwards only its term may change')
    if (!present.closing || to.closing.every((each) => row[each] === null)) return 'unchanged'
    await run(client, statement(`
      update faheng.${to.table} t set ${to.closing.map((each) => `${each} = coalesce(n.${each}, t.${each})`).join(', ')} from ${asNew(to)} where ${keyed(to)}`), [json(row)])
    return 'closed'
  },

  async name(client, to, row) {
    const [present] = await run<{ same: boolean }>(client, statement(`
      select ${sameBut([])} as same from faheng.${to.table} t, ${asNew(to)} where ${keyed(to)}`), [json(row)])
    if (present === undefined) return insert(client, to, row)
    if (present.same) return 'unchanged'
    const columns = Object.keys(row).filter((column) => !['region', 'recorded', ...to.key].includes(column))
    await run(client, statement(`
      update faheng.${to.table} t set ${columns.map((each) => `${each} = n.${each}`).join(', ')} from ${asNew(to)} where ${keyed(to)}`), [json(row)])
    return 'superseded'
  },
}

/** A new version in force ends the one before that had no end (处罚法 37: the norm at the conduct's day is looked up by these). */
async function endEarlierStatute(client: PoolClient, row: Row): Promise<Outcome> {
  const ended = await run(client, statement(`
    update faheng.statute_version set repealed = $4 where region = $1 and statute = $2 and version <> $3 and repealed is null and in_force < $4 returning 1`),
    [row['region'], row['statute'], row['version'], row['in_force']])
  return ended.length > 0 ? 'superseded' : 'added'
}

async function insert(client: PoolClient, to: Register, row: Row): Promise<Outcome> {
  await run(client, statement(`insert into faheng.${to.table} select (jsonb_populate_record(null::faheng.${to.table}, $1)).*`), [json(row)])
  return 'added'
}

async function requireReferences(client: PoolClient, region: string, to: Register, row: Row): Promise<void> {
  for (const [column, [table, name]] of Object.entries(to.refers)) {
    if (row[column] === null || row[column] === undefined) continue
    const found = await run(client, statement(`select 1 from faheng.${table} where region = $1 and ${name} = $2 limit 1`), [region, row[column]])
    if (found.length === 0) throw new Malformed(`/${column}`, words(`“${String(row[column])}”没有登记`, `${String(row[column])} is not in its register`))
  }
}

/** The new row as the table would hold it, so that the database compares values and not their spellings. */
const asNew = (to: Register) => `jsonb_populate_record(null::faheng.${to.table}, $1::jsonb) n`
const keyed = (to: Register) => ['region', ...to.key].map((each) => `t.${each} = n.${each}`).join(' and ')
const sameBut = (ignored: readonly string[]) => {
  const but = `array[${ignored.map((each) => `'${each}'`).join(', ')}]::text[]`
  return `to_jsonb(t) - ${but} = to_jsonb(n) - ${but}`
}
const json = (row: Row) => JSON.stringify(row)
const refused = (zh: string, en: string) => new Malformed('', words(zh, en))

export const reasonOf = (error: unknown): Words => {
  if (!(error instanceof Malformed)) throw error
  return error.field === '' ? error.words : words(`${error.field.slice(1)}：${error.words.zh}`, `${error.field.slice(1)}: ${error.words.en}`)
}
