import type { ClientBase } from 'pg'

/** A table as a backup carries it. */
export interface Table {
  /** `schema.name`, quoted as SQL needs it. */
  readonly name: string
  /** Columns that are not computed, quoted, in order. */
  readonly columns: readonly string[]
  /** Columns that number themselves, unquoted. */
  readonly identity: readonly string[]
}

/** Sessions, attempts and half-done sign-ins do not outlive the database they were made in. */
const passing = ['auth.session', 'auth.session_use', 'auth.verification', 'auth.attempt']

/** Every table of a schema, those that others refer to first. */
export async function tablesOf(client: ClientBase, schema: 'faheng' | 'auth'): Promise<Table[]> {
  const { rows } = await client.query<Table & { oid: string; refers: string[] }>(`
    select c.oid::text, format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(format('%I', a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(array_agg(a.attname::text), '{}') from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attidentity <> '') as identity,
      (select coalesce(array_agg(f.confrelid::text), '{}') from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`, [schema])
  const sorted: (typeof rows)[number][] = []
  const place = (row: (typeof rows)[number]): void => {
    if (sorted.includes(row)) return
    for (const other of rows) if (row.refers.includes(other.oid)) place(other)
    sorted.push(row)
  }
  rows.forEach(place)
  return sorted.filter(({ name }) => !passing.includes(name)).map(({ name, columns, identity }) => ({ name, columns, identity }))
}
