import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { KeyFileError, openLedgerKey } from './key.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'faheng-key-'))))
afterEach(() => rm(folder, { recursive: true }))

it('is made once, even by several starting together, and only its owner reads it', async () => {
  const data = join(folder, 'new', 'data')
  const keys = await Promise.all(Array.from({ length: 5 }, () => openLedgerKey(data, {})))
  const again = await openLedgerKey(data, {})
  for (const key of keys) expect(key.equals(again)).toBe(true)
  expect(await readdir(data)).toEqual(['ledger-key.pem'])
  expect((await stat(join(data, 'ledger-key.pem'))).mode & 0o777).toBe(0o600)
})

it('is refused when others can read it, or when it is not an Ed25519 key', async () => {
  await openLedgerKey(folder, {})
  const file = join(folder, 'ledger-key.pem')
  await chmod(file, 0o640)
  await expect(openLedgerKey(folder, {})).rejects.toThrow(KeyFileError)
  await chmod(file, 0o600)
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' })
  for (const content of ['', 'not a key', ec]) {
    await writeFile(file, content)
    await expect(openLedgerKey(folder, {})).rejects.toThrow('does not hold an Ed25519')
  }
})

it('given by file must exist', async () => {
  await expect(openLedgerKey(folder, { FAHENG_LEDGER_KEY: join(folder, 'absent.pem') })).rejects.toThrow('ENOENT')
})
