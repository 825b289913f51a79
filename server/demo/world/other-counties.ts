import type { ClientBase } from 'pg'

/** The province: the user's own county and 116 whose codes were never given out. */
export const counties = 117

export const countyCode = (at: number): string => String(149_000 + at)

/** What stands in the registers of every county; people there have no account. */
const registers = [
  'body', 'unit', 'body_setting', 'person', 'post', 'certificate', 'officer_profile', 'statute_version', 'item_version', 'benchmark_version', 'leniency_rule', 'township_grant',
] as const

/** Counties with the registers of the first, under codes of their own. */
export async function foundCounties(worker: ClientBase, own: string, regions: readonly string[]): Promise<void> {
  await worker.query(`insert into faheng.region (region, name) select r, '第' || n || '县' from unnest($1::text[]) with ordinality as c (r, n)`, [regions])
  for (const table of registers) {
    const { rows } = await worker.query<{ name: string; type: string }>(`
      select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = 'faheng.${table}'::regclass and attnum > 0 and not attisdropped and attname <> 'region'`)
    // Townships carry the code of their county.
    const value = ({ name, type }: { name: string; type: string }) => (type === 'text' ? `replace("${name}", $1, c.region)` : `"${name}"`)
    await worker.query(`
      insert into faheng.${table} (region, ${rows.map(({ name }) => `"${name}"`).join(', ')})
      select c.region, ${rows.map(value).join(', ')} from faheng.${table} t, unnest($2::text[]) as c (region) where t.region = $1`, [own, regions])
  }
}
