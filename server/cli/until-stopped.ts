import { once } from 'node:events'
import type { Io } from './command.ts'

/**
 * Lives until SIGTERM or SIGINT, or the end of the process that started this one (scripts/run-faheng.mjs), and stops then. A second
 * signal kills.
 */
export async function untilStopped(io: Io, stop: () => Promise<void>): Promise<void> {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT'), once(process, 'disconnect')])
  if (process.connected) process.disconnect()
  io.say('stopping')
  // A database that fell silent holds nobody up: to be killed loses nothing.
  setTimeout(() => {
    io.say('not everything came to its end within half a minute; leaving it')
    process.exit(1)
  }, 30_000).unref()
  await stop()
}
