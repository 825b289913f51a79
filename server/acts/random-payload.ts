import fc from 'fast-check'
import type { TObject } from 'typebox'

/** Any payload the schema lets through, its references drawn from `known`; for walks through procedures. */
export const randomPayload = (schema: TObject, known: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<unknown> => of(schema, known)

interface Node {
  readonly type?: string
  readonly widget?: string
  readonly to?: string
  readonly enum?: readonly string[]
  readonly items?: Node
  readonly minItems?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
}

function of(node: Node, known: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<unknown> {
  if (node.enum) return fc.constantFrom(...node.enum)
  switch (node.type) {
    case 'object': {
      const fields = Object.fromEntries(Object.entries(node.properties ?? {}).map(([name, each]) => [name, of(each, known)]))
      return fc.record(fields, { requiredKeys: [...(node.required ?? [])] })
    }
    case 'array':
      return fc.array(of(node.items ?? {}, known), { minLength: node.minItems ?? 0, maxLength: Math.max(node.minItems ?? 0, 2) })
    case 'integer':
      return fc.integer({ min: 0, max: Math.min(node.maximum ?? 2_000_000, 2_000_000) })
    case 'boolean':
      return fc.boolean()
    default:
      return text(node, known)
  }
}

function text(node: Node, known: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<unknown> {
  switch (node.widget) {
    case 'day':
      return fc.constantFrom('2026-02-20', '2026-03-02', '2026-03-05')
    case 'moment':
      return fc.constantFrom('2026-03-02T02:00:00.000Z', '2026-03-03T02:00:00.000Z')
    case 'ref':
      return fc.constantFrom(...(known[node.to ?? ''] ?? ['none']))
    case 'new-id':
      return fc.constantFrom('e1', 'e2', 'v1', 'h1')
    default:
      return fc.constantFrom('字', '一段文字', '甲')
  }
}
