import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('four processes that begin together read the same, whoever made it', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-made-once-'))
  try {
    const begin = Date.now() + 2000
    const work = `
      const { madeOnce } = await import(${JSON.stringify(new URL('./made-once.ts', import.meta.url).href)})
      while (Date.now() < ${begin});
      const read = []
      for (let i = 0; i < 100; i++) read.push(madeOnce(${JSON.stringify(folder)} + '/new/' + i, () => crypto.randomUUID()))
      console.log(JSON.stringify(read))`
    const read = await Promise.all(Array.from({ length: 4 }, async () => JSON.parse((await promisify(execFile)(process.execPath, ['--input-type=module', '-e', work])).stdout) as string[]))
    expect(new Set(read[0]).size).toBe(100)
    for (const each of read) expect(each).toEqual(read[0])
    expect(readdirSync(join(folder, 'new'))).toHaveLength(100)
    expect(statSync(join(folder, 'new', '7')).mode & 0o777).toBe(0o600)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
