import Fastify from 'fastify'
import type { StartOptions } from './cli/start.ts'
import { openDatabase } from './platform/database/open.ts'

export interface Running {
  /** Where people reach it: the public address, else the one it listens on. */
  readonly url: string
  stop(): Promise<void>
}

/** Puts the parts together: nothing else knows everything. */
export async function serve(options: StartOptions): Promise<Running> {
  const open = await openDatabase({
    dataDir: options.dataDir, env: options.env, log: options.say, as: 'server', at: new Date(options.now()).toISOString(),
  })
  const app = Fastify()
  app.get('/health/live', () => ({ live: true }))
  app.get('/health/ready', () => ({ ready: true }))
  const url = await app.listen({ host: options.host, port: options.port })
  return {
    url: options.publicUrl ?? url,
    async stop() {
      await app.close()
      await open.close()
    },
  }
}
