import { expect, test } from 'vitest'
import { insecureSettings, type ProductionFacts } from './insecure.ts'

const sound: ProductionFacts = {
  publicUrl: 'https://zf.example.gov.cn',
  dataMode: 0o40710,
  secret: 'x'.repeat(43),
  demoDate: undefined,
  demoSeed: undefined,
  accountsWithDefaultPassword: [],
}

test('sound settings may start', () => {
  expect(insecureSettings(sound)).toEqual([])
  expect(insecureSettings({ ...sound, publicUrl: 'http://localhost:8090' })).toEqual([])
})

test.each<[string, Partial<ProductionFacts>, RegExp]>([
  ['no public address', { publicUrl: undefined }, /--public-url is missing/],
  ['an http address', { publicUrl: 'http://zf.example.gov.cn' }, /not an https address/],
  ['no address at all', { publicUrl: 'zf.example.gov.cn' }, /not an https address/],
  ['a short secret', { secret: 'short' }, /FAHENG_SECRET/],
  ['a data folder open to all', { dataMode: 0o40755 }, /chmod/],
  ['a demonstration date', { demoDate: '2026-01-01' }, /--demo-date/],
  ['a demonstration seed', { demoSeed: 7 }, /--demo-seed/],
  ['default passwords', { accountsWithDefaultPassword: ['chen'] }, /chen/],
])('%s is refused', (_, change, reason) => {
  expect(insecureSettings({ ...sound, ...change })).toEqual([expect.stringMatching(reason)])
})

test('all reasons are said at once', () => {
  expect(insecureSettings({ ...sound, publicUrl: undefined, secret: '', dataMode: 0o777 })).toHaveLength(3)
})
