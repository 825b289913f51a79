import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMasterKey } from './master-key.ts'
import { newKey, seal, unseal } from './seal.ts'

test('what was sealed opens with its key, in its place, unchanged', () => {
  const key = newKey()
  const sealed = seal(key, '证人陈述', 'a/1')
  expect(unseal(key, sealed, 'a/1').toString()).toBe('证人陈述')
  expect(sealed.includes('证人')).toBe(false)
  expect(() => unseal(newKey(), sealed, 'a/1')).toThrow()
  expect(() => unseal(key, sealed, 'a/2')).toThrow()
  const bent = Buffer.from(sealed)
  bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1
  expect(() => unseal(key, bent, 'a/1')).toThrow()
})

test('the master key is made once, for its owner alone, or given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-key-'))
  try {
    const key = openMasterKey(folder, {})
    expect(openMasterKey(folder, {})).toEqual(key)
    expect(statSync(join(folder, 'master-key')).mode & 0o077).toBe(0)
    const given = newKey()
    expect(openMasterKey(folder, { FAHENG_MASTER_KEY: given.toString('base64') })).toEqual(given)
    writeFileSync(join(folder, 'master-key'), 'short')
    expect(() => openMasterKey(folder, {})).toThrow('32 bytes')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
