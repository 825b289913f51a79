import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { archiveKey, readArchive, writeArchive } from './archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'faheng-archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([['plain', undefined], ['sealed', archiveKey('a long secret')]] as const)('%s, gives back headings and whole lines, in whatever pieces they came', async (name, key) => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `#${i}\t\\\\#not a heading\t食品${'宽'.repeat(i % 300)}\\n\n`).join('') + `${'x'.repeat(1_000_000)}\n`
  const bytes = Buffer.from(rows)
  const file = join(folder, name)
  const archive = writeArchive(file, key)
  await archive.heading('faheng', { at: '2026-03-09T00:00:00.000Z', migrations: 7 })
  await archive.heading('table', { name: 'faheng.act', columns: ['region'] })
  for (let at = 0; at < bytes.length; at += 65_537) await archive.write(bytes.subarray(at, at + 65_537))
  await archive.heading('table', { name: 'faheng.empty', columns: ['region'] })
  await archive.heading('end', { rows: 20_001, tables: 2, files: 0 })
  await archive.close()

  const read: (string | Buffer)[] = []
  for await (const part of readArchive(file, key)) {
    const last = read.at(-1)
    if (!Buffer.isBuffer(part)) read.push(part.what)
    else {
      expect(part.at(-1)).toBe(10)
      if (Buffer.isBuffer(last)) read[read.length - 1] = Buffer.concat([last, part])
      else read.push(part)
    }
  }
  expect(read.map((part) => (Buffer.isBuffer(part) ? part.equals(bytes) : part))).toEqual(['faheng', 'table', true, 'table', 'end'])
})
