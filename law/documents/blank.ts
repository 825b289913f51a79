import type { Static, TObject } from 'typebox'

interface Node {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly items?: Node
}

/**
 * Makes a half-filled form whole, so that it can be previewed: room to write where required text, days and sums are
 * missing (a sum is NaN, which reads as an empty sum), no choice where none was made, nothing where the rest is. Values of the wrong type count as missing;
 * unknown fields are dropped.
 */
export const fillBlanks = <F extends TObject>(schema: F, partial: unknown): Static<F> => blank(schema, partial) as Static<F>

function blank(node: Node, value: unknown): unknown {
  if (node.properties) {
    const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
    const out: Record<string, unknown> = {}
    for (const [key, part] of Object.entries(node.properties)) {
      const filled = blank(part, given[key])
      if (node.required?.includes(key) || (given[key] !== undefined && given[key] !== null && filled !== '')) out[key] = filled
    }
    return out
  }
  if (node.items) return Array.isArray(value) ? value.map((each) => blank(node.items as Node, each)) : []
  if (node.enum) return node.enum.includes(value) ? value : ''
  if (node.type === 'string') return typeof value === 'string' ? value : ''
  if (node.type === 'boolean') return value === true
  return typeof value === 'number' ? value : Number.NaN
}
