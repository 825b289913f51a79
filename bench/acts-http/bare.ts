import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { ClientConfig, Pool } from 'pg'

export interface BareOptions {
  readonly connection: ClientConfig
  readonly region: string
  readonly body: string
  readonly item: string
  readonly officers: readonly string[]
  readonly party: string
  /** Of a session, looked up with every act. */
  readonly token: string
}

/** The bare act's server, in a process of its own. */
export async function startBare(options: BareOptions): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const child = fork(join(import.meta.dirname, 'bare-process.ts'))
  child.send(options)
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('message', resolve as (message: unknown) => void)
    child.once('exit', () => reject(new Error('the server of the bare act did not start')))
  })
  return { process: child, url: `http://127.0.0.1:${port}` }
}

/** Tables of the same shape, with the same indexes and policies, in a schema of their own: no follower reads them. */
export async function bareTables(admin: Pool): Promise<void> {
  await admin.query('create schema bare; grant usage on schema bare to faheng_app')
  for (const [table, matter] of [['act', 'matter'], ['matter', 'id'], ['matter_state', 'matter'], ['clock', 'matter'], ['pending', 'matter']]) {
    await admin.query(`
      create table bare.${table} (like faheng.${table} including all);
      alter table bare.${table} enable row level security;
      grant select, insert, update on bare.${table} to faheng_app;
      create policy own on bare.${table} to faheng_app using (
        region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
        and (${matter} = nullif(current_setting('app.matter', true), '') or current_setting('app.county', true) = 'yes'))`)
  }
}
