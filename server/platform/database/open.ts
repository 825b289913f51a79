import { migrate } from './migrate.ts'
import { openPools, type Pools } from './pool.ts'
import { ensureRoles } from './roles.ts'
import { type Database, type DatabaseOptions, ensureDatabase } from './supervisor.ts'

export interface OpenDatabase {
  readonly database: Database
  readonly pools: Pools
  /** Migrations applied by this opening. */
  readonly migrated: readonly string[]
  close(): Promise<void>
}

/** The way in for servers and commands: a database that runs, with its roles, migrated, and pools on it. */
export async function openDatabase(options: DatabaseOptions & { readonly at: string }): Promise<OpenDatabase> {
  const database = await ensureDatabase(options)
  try {
    await ensureRoles(database)
    const migrated = await migrate(database.connection('faheng_owner'), options.at)
    const pools = openPools(database, options.log, { impatient: options.as !== 'command' })
    return {
      database,
      pools,
      migrated,
      async close() {
        await pools.close()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}
