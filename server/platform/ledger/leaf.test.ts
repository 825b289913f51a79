import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStorableText } from '@faheng/law/canonical.ts'
import { hashOf } from './hash.ts'
import { checkLeaf, commitFields, leafBytes, newSalts, readLeaf } from './leaf.ts'
import type { LeafEntry } from './leaf.ts'

const storable = fc.string({ unit: 'binary' }).filter(isStorableText)
const fieldsOf = fc.dictionary(
  fc.oneof(storable, fc.constantFrom('constructor', '__proto__', 'party')),
  fc.oneof(storable, fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer())),
  { minKeys: 1, maxKeys: 6 },
)
const entry = (fields: Record<string, string>): LeafEntry => ({
  kind: 'act', region: '140123', id: 'a1', matter: 'm1', seq: 3, recordedAt: '2026-03-02T01:00:00.000Z', actKind: 'approve-filing', fields,
})

it('commits to name, salt and value as written here', () => {
  const salts = { party: '00112233445566778899aabbccddeeff' }
  const expected = hashOf('sm3', '["party","00112233445566778899aabbccddeeff",{"a":1,"b":"乙"}]')
  expect(commitFields({ party: { b: '乙', a: 1 } }, salts, 'sm3')).toEqual({ party: Buffer.from(expected).toString('hex') })
})

it('refuses a field without a whole salt', () => {
  for (const salts of [{}, { party: '' }, { party: '00' }, { party: 'Z'.repeat(32) }] as Record<string, string>[])
    expect(() => commitFields({ party: 1 }, salts, 'sm3')).toThrow(TypeError)
})

it('gives every field a salt of its own', () => {
  const salts = Object.values(newSalts(['a', 'b', 'c']))
  expect(new Set(salts).size).toBe(3)
  for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/)
})

it('holds nothing of a field but its commitment', () => {
  const fields = { name: '王某某', amount: 500000 }
  const bytes = leafBytes(entry(commitFields(fields, newSalts(Object.keys(fields)), 'sm3')))
  expect(Buffer.from(bytes).toString()).not.toMatch(/王|500000/)
  expect(readLeaf(bytes)).toEqual(entry(readLeaf(bytes).fields))
})

it('reads canonical leaves only', () => {
  const good = Buffer.from(leafBytes(entry({}))).toString()
  for (const text of ['', '{}', 'null', ` ${good}`, good.replace('{', '{"kind":"act",')]) expect(() => readLeaf(Buffer.from(text))).toThrow()
})

describe('what is stored, held against its leaf', () => {
  const stored = fieldsOf.map((fields) => {
    const names = Object.keys(fields)
    const salts = newSalts(names)
    return { fields, salts, name: names[0]!, leaf: { fields: commitFields(fields, salts, 'sm3') } }
  })

  it('answers while nothing has changed', () => {
    fc.assert(
      fc.property(stored, ({ fields, salts, leaf }) => {
        expect(checkLeaf(leaf, fields, salts, {}, 'sm3')).toEqual({ ok: true })
      }),
    )
  })

  it('does not answer when a value, a salt or the set of fields has changed, and names the field', () => {
    fc.assert(
      fc.property(stored, ({ fields, salts, name, leaf }) => {
        const fails = (reason: string) => ({ ok: false, field: name, reason })
        expect(checkLeaf(leaf, set(fields, name, 'another value'.repeat(9)), salts, {}, 'sm3')).toEqual(fails('altered'))
        expect(checkLeaf(leaf, fields, set(salts, name, 'f'.repeat(32)), {}, 'sm3')).toEqual(fails('altered'))
        expect(checkLeaf(leaf, fields, without(salts, name), {}, 'sm3')).toEqual(fails('salt-missing'))
        expect(checkLeaf(leaf, without(fields, name), salts, {}, 'sm3')).toEqual(fails('missing'))
        expect(checkLeaf({ fields: without(leaf.fields, name) }, fields, salts, {}, 'sm3')).toEqual(fails('added'))
      }),
    )
  })

  it('answers after a redaction, and after nothing that only looks like one', () => {
    fc.assert(
      fc.property(stored, ({ fields, salts, name, leaf }) => {
        const gone = set({}, name, leaf.fields[name]!)
        const [rest, restSalts] = [without(fields, name), without(salts, name)]
        expect(checkLeaf(leaf, rest, restSalts, gone, 'sm3')).toEqual({ ok: true })
        expect(checkLeaf(leaf, rest, restSalts, set({}, name, '0'.repeat(64)), 'sm3')).toMatchObject({ field: name, reason: 'redaction-differs' })
        expect(checkLeaf(leaf, rest, salts, gone, 'sm3')).toMatchObject({ field: name, reason: 'redaction-incomplete' })
        expect(checkLeaf(leaf, fields, restSalts, gone, 'sm3')).toMatchObject({ field: name, reason: 'redaction-incomplete' })
        expect(checkLeaf({ fields: {} }, {}, {}, gone, 'sm3')).toMatchObject({ field: name, reason: 'added' })
      }),
    )
  })
})

const set = <T>(of: Record<string, T>, name: string, value: T): Record<string, T> =>
  Object.fromEntries([...Object.entries(of).filter(([key]) => key !== name), [name, value]])
const without = <T>(of: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(of).filter(([key]) => key !== name))
