import type { Static, TObject } from 'typebox'
import { fillBlanks } from '@faheng/law/documents/blank.ts'

interface Node {
  readonly enum?: readonly unknown[]
  readonly type?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
}

/** Written by hand where the file does not say it. */
const room = '　　　　'

/**
 * Fields as the document's own schema wants them, whatever the file lacks (erased, not told, not registered): room to write
 * for a missing text, and no more text or rows than the form takes.
 */
export const settled = <F extends TObject>(schema: F, fields: unknown): Static<F> => fit(schema, fillBlanks(schema, fields)) as Static<F>

function fit(node: Node, value: unknown): unknown {
  if (node.properties && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fit(node.properties?.[key] ?? {}, part)]))
  if (node.items && Array.isArray(value)) return value.slice(0, node.maxItems).map((each) => fit(node.items as Node, each))
  if (node.enum) return node.enum.includes(value) ? value : node.enum[0]
  if (typeof value === 'string') return value.length < (node.minLength ?? 0) ? room : cut(value, node.maxLength)
  return typeof value === 'number' && Number.isNaN(value) ? 0 : value
}

const cut = (text: string, max = Number.POSITIVE_INFINITY): string => (text.length <= max ? text : `${[...text].slice(0, max - 1).join('')}…`)
