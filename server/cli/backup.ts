import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instantAt } from '@faheng/law/time/day.ts'
import { archiveKey, backup as writeBackup, recordRestore, restore as readBackup } from '../backup/index.ts'
import { migrate, readMigrations } from '../platform/database/migrate.ts'
import { openPools } from '../platform/database/pool.ts'
import { ensureRoles } from '../platform/database/roles.ts'
import { ensureDatabase } from '../platform/database/supervisor.ts'
import { diskStore } from '../platform/files/store.ts'
import { openLedgerKey } from '../platform/ledger/key.ts'
import { noteSigner } from '../platform/ledger/note.ts'
import { dataOption, type Arguments, type Command } from './command.ts'
import { withDatabase } from './with-database.ts'

const keyOption = { key: { type: 'string', help: 'a file whose content seals and opens the backup' } } as const

const keyOf = (args: Arguments) => {
  const file = args.text('key')
  return file === undefined ? {} : { key: archiveKey(readFileSync(file, 'utf8').trim()) }
}

export const backup: Command = {
  usage: 'FILE [--key FILE]',
  options: { ...dataOption, ...keyOption },
  async run(args, io) {
    const [file] = args.positionals
    if (file === undefined) throw new Error('faheng backup FILE: the file is missing')
    const dataDir = args.text('data') ?? './data'
    const done = await withDatabase(args, io, ({ database }) =>
      writeBackup(file, { database, dataDir, store: diskStore(join(dataDir, 'files')), at: instantAt(io.now()), progress: io.progress, ...keyOf(args) }))
    io.answer(done, [
      `${file}: ${done.rows} rows of ${done.tables} tables, ${done.files} files`,
      ...(args.text('key') === undefined ? ['It is not sealed and holds the keys: who has this file can read everything. --key seals it.'] : []),
    ].join('\n'))
  },
}

export const restore: Command = {
  usage: 'FILE [--key FILE]',
  options: { ...dataOption, ...keyOption },
  async run(args, io) {
    const [file] = args.positionals
    if (file === undefined) throw new Error('faheng restore FILE: the file is missing')
    const dataDir = args.text('data') ?? './data'
    const at = instantAt(io.now())
    const database = await ensureDatabase({ dataDir, env: io.env, log: io.say, as: 'command' })
    try {
      await ensureRoles(database)
      const migrateTo = (last: number) => migrate(database.connection('faheng_owner'), at, readMigrations().filter(({ number }) => number <= last))
      const done = await readBackup(file, { database, dataDir, store: diskStore(join(dataDir, 'files')), migrateTo, progress: io.progress, ...keyOf(args) })
      await migrateTo(Number.POSITIVE_INFINITY)
      const key = await openLedgerKey(join(dataDir, 'keys'), io.env)
      const pools = openPools(database, io.say)
      const logs = await recordRestore(pools.worker, noteSigner(key), at, instantAt(Date.parse(done.taken))).finally(() => pools.close())
      io.answer({ ...done, logs }, `${done.rows} rows and ${done.files} files as of ${done.taken}; run: faheng verify`)
    } finally {
      await database.stop()
    }
  },
}
