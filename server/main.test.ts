import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countyOf } from './demo/county.ts'
import { measures } from '@faheng/law/measures/index.ts'
import { type Running, serve } from './main.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'faheng-main-'))
const said: string[] = []
const start = () => {
  said.length = 0
  return serve({
    dataDir, port: 0, host: '127.0.0.1', publicUrl: undefined, demoDate: '2026-11-20', demoSeed: 7, production: false, answerOnly: false, env: { ...process.env, FAHENG_DEMO_CASES: '3' },
    now: () => Date.now(), say: (line) => void said.push(line),
  })
}
const faheng = async (...words: string[]) => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'cli/main.ts'), ...words, '--data', dataDir, '--json'])
  return JSON.parse(stdout) as Record<string, unknown>
}

let running: Running
beforeAll(async () => {
  running = await start()
}, 120_000)
afterAll(async () => {
  await running.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a server', () => {
  it('is ready with the demonstration, says how long it took and who may sign in', async () => {
    expect(await (await fetch(`${running.url}/health/ready`)).json()).toMatchObject({ ready: true })
    expect(said).toContainEqual(expect.stringMatching(/^ready after \d+\.\d s$/))
    const [, username] = /officer +(\S+)/.exec(said.join('\n')) ?? []
    const [, password] = /with the password (\S+)/.exec(said.join('\n')) ?? []
    const answer = await fetch(`${running.url}/api/auth/sign-in/username`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }),
    })
    expect(answer.status).toBe(200)
    // The county of the seed it was given, and no other.
    const me = await fetch(`${running.url}/api/me`, { headers: { cookie: answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ') } })
    const nameIn = (seed: number) => countyOf(seed, '2026-11-20').people.find((each) => each.username === username)?.name
    expect(await me.json()).toMatchObject({ name: nameIn(7) })
    expect(nameIn(1)).not.toBe(nameIn(7))
  })

  it('shares its database with commands: registers and imports, each twice', { timeout: 60_000 }, async () => {
    const file = join(dataDir, 'settings.csv')
    writeFileSync(file, 'id,name\nsomebody,某某\n')
    expect(await faheng('register', 'person', file)).toMatchObject({ rows: 1, added: 1, refused: [] })
    expect(await faheng('register', 'person', file)).toMatchObject({ rows: 1, unchanged: 1 })
    const table = join(import.meta.dirname, 'authority/fixtures/items.csv')
    expect(await faheng('import', 'items', table, '--body', 'market')).toMatchObject({ rows: 4, accepted: 2, refused: 2, added: 2 })
    expect(await faheng('import', 'items', table, '--body', 'market')).toMatchObject({ rows: 4, accepted: 2, refused: 2, added: 0, unchanged: 2 })
  })

  it('says how the plan stands, and how much of it measures itself', { timeout: 120_000 }, async () => {
    const all = measures.flatMap(({ indicators }) => indicators)
    const [live, none] = (['live', 'none'] as const).map((source) => all.filter((each) => each.source === source).length)
    const { states, rows, ...rest } = await faheng('plan', 'status', '--year', '2026')
    expect(rest).toEqual({ year: 2026, measures: 50, indicators: { live, none } })
    expect(rows).toHaveLength(50)
    expect(Object.values(states as Record<string, number>).reduce((sum, n) => sum + n, 0)).toBe(50)
    await expect(faheng('plan', 'status', '--year', 'soon')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('--year is not a year') })
  })

  it('fails with one line and a code other than zero', { timeout: 60_000 }, async () => {
    const file = join(dataDir, 'posts.csv')
    writeFileSync(file, 'id,person,kind,body,from\np-x,nobody-at-all,supervisor,justice,2026-01-01\n')
    await expect(faheng('register', 'post', file)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^[^]*faheng: 1 of 1 rows were refused\n$/) })
    await expect(faheng('register', 'ship', file)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('ship is no register') })
    await expect(faheng('import', 'items', file, '--body', 'market')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('columns missing') })
  })

  it('stops and starts again on what is there', { timeout: 60_000 }, async () => {
    await running.stop()
    running = await start()
    expect(said).toContainEqual(expect.stringMatching(/^demonstration there, 3 cases/))
    expect((await fetch(`${running.url}/health/ready`)).status).toBe(200)
  })
})
