import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startOf } from '../server/platform/database/process.ts'

/** Starts a database in the temporary folder, as benches do, and never ends by itself. */
const endless = `
  import { tmpdir } from 'node:os'
  import { ensureDatabase } from './server/platform/database/supervisor.ts'
  const dataDir = tmpdir() + '/county'
  await ensureDatabase({ dataDir, env: { ...process.env, DATABASE_URL: '' }, log: () => undefined, as: 'command', durable: false })
  console.log('runs in ' + dataDir)
  setInterval(() => undefined, 1000)`

const lender = `
  import { child } from './scripts/child.mjs'
  import { withScratch } from './scripts/scratch.mjs'
  await withScratch((folders) => child(process.execPath, ['--input-type=module', '-e', process.argv[1]], { env: { ...process.env, ...folders } }))`

test('a program that is stopped in its middle leaves neither its folder nor a database that runs in it', async () => {
  const program = spawn(process.execPath, ['--input-type=module', '-e', lender, endless], { cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(program.stdout, 'data')) as [Buffer]
  const [, folder = ''] = /runs in (\S+)/.exec(said.toString()) ?? []
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  expect(startOf(postmaster)).toBeDefined()
  program.kill('SIGTERM')
  await once(program, 'exit')
  expect(existsSync(folder)).toBe(false)
  await expect.poll(() => startOf(postmaster)).toBeUndefined()
}, 60_000)
