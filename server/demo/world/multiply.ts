import type { ClientBase } from 'pg'

/** One copy of the template cases: in another county, or once more in their own under other ids. */
export interface Copy {
  readonly region: string
  /** 1 and on, within its region. */
  readonly k: number
}

/**
 * What makes one case another: the tokens that stand for its own and its parties' ids, its acts by the law itself, and the
 * ordinals of its numbers. `$1` is the region, `$2` the copy.
 */
const tokens: Readonly<Record<string, string>> = {
  'demo-': `'w' || $2::text || '-'`,
  party_: `'p' || $2::text || '.'`,
  'lapse-': `'lapse-' || $2::text || '-'`,
  '~#~': `$2::text`,
}
const renamed = (of: string, named: readonly string[]): string => named.reduce((text, token) => `replace(${text}, '${token}', ${tokens[token]})`, of)
export const renamedMatter = (column: string): string => renamed(column, ['demo-'])
export const renamedParty = (column: string): string => renamed(column, ['party_'])

/** Ordinals of the templates have four digits; ours go before them. */
const marked = (column: string): string => `regexp_replace(${column}, '(〔\\d{4}〕)(\\d{4}号)', '\\1~#~\\2', 'g')`

/** Where the templates wait for being copied; dropped when the world stands. */
export const staging = 'faheng_world'

export interface Staged {
  /** Rows of one copy: `insert into … select …` with the region as `$1` and the copy as `$2`. */
  readonly insert: string
}

/**
 * Sets the templates' rows of a table aside and says how they are copied. A jsonb column without any token is copied as it is
 * stored; parsing it again is what costs. `own` gives the expression of a column that is not simply renamed.
 */
export async function stage(client: ClientBase, table: string, region: string, own: Readonly<Record<string, string>> = {}, from = 'true'): Promise<Staged> {
  const { rows: columns } = await client.query<{ name: string; type: string }>(`
    select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
    where a.attrelid = 'faheng.${table}'::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'region' order by a.attnum`)
  const withTokens = Object.keys(tokens).map((token) => token.replace('~#~', '〔\\d{4}〕\\d{4}号')).join('|')
  const set = columns.flatMap(({ name, type }) =>
    type === 'jsonb' ? [`case when "${name}"::text !~ '${withTokens}' then "${name}" end as "${name}"`, `case when "${name}"::text ~ '${withTokens}' then ${marked(`"${name}"::text`)} end as "${name} text"`]
    : type === 'text' ? [`${marked(`"${name}"`)} as "${name}"`]
    : [`"${name}"`])
  await client.query(`create unlogged table ${staging}.${table} as select ${set.join(', ')} from faheng.${table} where region = '${region}' and ${from}`)
  const texts = columns.flatMap(({ name, type }) => (type === 'jsonb' ? [`${name} text`] : type === 'text' ? [name] : []))
  const { rows: [has = {}] } = await client.query<Record<string, boolean>>(`select ${[`true as staged`, ...texts.flatMap((name) =>
    Object.keys(tokens).map((token, at) => `coalesce(bool_or(strpos("${name}", '${token}') > 0), false) as "${name} ${at}"`))].join(', ')} from ${staging}.${table}`)
  const inside = (name: string): string[] => Object.keys(tokens).filter((_, at) => has[`${name} ${at}`])
  const values = columns.map(({ name, type }) =>
    own[name] ?? (type === 'jsonb' ? `coalesce(t."${name}", ${renamed(`t."${name} text"`, inside(`${name} text`))}::jsonb)` : renamed(`t."${name}"`, type === 'text' ? inside(name) : [])))
  return { insert: `insert into faheng.${table} (region, ${columns.map(({ name }) => `"${name}"`).join(', ')}) select $1, ${values.join(', ')} from ${staging}.${table} t` }
}
