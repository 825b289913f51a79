import type { ClientBase } from 'pg'

export type Remake = (progress?: (made: number, of: number) => void) => Promise<void>

/**
 * Drops the indexes of tables that are about to be filled: index by index, every row costs several times what it costs at once.
 * Keys go too where `keys` says so; what other tables refer to stays.
 * @param owner who owns the tables
 * @param tables `schema.name`, quoted as SQL needs it
 * @returns what makes them again; a transaction that is rolled back has them again without it
 */
export async function dropIndexes(owner: ClientBase, tables: readonly string[], keys: (table: string) => boolean): Promise<Remake> {
  const { rows } = await owner.query<{ name: string; definition: string; key: string | null; type: 'p' | 'u'; table: string }>(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition, i.indrelid::regclass::text as table,
      quote_ident(c.conname) as key, c.contype as type
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype <> 'f'
    where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint f where f.conindid = i.indexrelid and f.contype = 'f')`, [tables])
  const dropped = rows.filter(({ key, table }) => key === null || keys(table))
  for (const { name, key, table } of dropped) await owner.query(key === null ? `drop index ${name}` : `alter table ${table} drop constraint ${key}`)
  return async (progress) => {
    await owner.query(`set maintenance_work_mem = '512MB'`)
    for (const [made, { definition, key, type, table }] of dropped.entries()) {
      progress?.(made, dropped.length)
      await owner.query(definition)
      if (key !== null) await owner.query(`alter table ${table} add constraint ${key} ${type === 'p' ? 'primary key' : 'unique'} using index ${key}`)
    }
  }
}
