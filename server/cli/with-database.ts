import { type OpenDatabase, openDatabase } from '../platform/database/open.ts'
import type { Arguments, Io } from './command.ts'

/** A database for a command: that of the running server, or one started for it and stopped after it. */
export async function withDatabase<T>(args: Arguments, io: Io, work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const open = await openDatabase({
    dataDir: args.text('data') ?? './data', env: io.env, log: (line) => io.say(line), as: 'command', at: new Date(io.now()).toISOString(),
  })
  try {
    return await work(open)
  } finally {
    await open.close()
  }
}
