import type { RefTo } from '@faheng/law/payload.ts'
import { type Words, words } from '@faheng/law/words.ts'
import { newId } from '../../shared-ui/client/new-id.ts'

/** A payload's schema as a form reads it: what `law/payload.ts` writes. */
export interface SchemaNode {
  readonly type?: string
  readonly label?: Words
  readonly widget?: string
  readonly labels?: Readonly<Record<string, Words>>
  readonly to?: RefTo
  readonly personal?: boolean
  readonly sealed?: boolean
  readonly hint?: Words
  readonly rows?: number
  readonly only?: { readonly field: string; readonly is: string }
  readonly of?: string
  readonly items?: SchemaNode
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly maxLength?: number
  readonly pattern?: string
}

export type Path = readonly (string | number)[]
export interface Gap {
  readonly path: Path
  readonly label: Words
  readonly problem: 'required' | 'invalid' | 'tooSmall'
}

/** What the form begins with: new ids are made here, once, so that the act can be sent twice. */
export function blank(node: SchemaNode): unknown {
  if (node.widget === 'new-id') return newId()
  if (node.type === 'boolean') return false
  if (node.type === 'array') return node.items?.properties && (node.minItems ?? 0) > 0 ? [blank(node.items)] : []
  if (!node.properties) return undefined
  return Object.fromEntries(Object.entries(node.properties).flatMap(([key, each]) => (isRequired(node, key) && hasStart(each) ? [[key, blank(each)]] : [])))
}

/** A prefilled payload with ids and beginnings where the file had nothing to say. */
export function begun(node: SchemaNode, prefill: unknown): unknown {
  if (prefill === undefined || prefill === null) return blank(node)
  if (Array.isArray(prefill)) return node.items ? prefill.map((each) => begun(node.items as SchemaNode, each)) : prefill
  if (!node.properties || !isRecord(prefill)) return prefill
  const start = blank(node) as Record<string, unknown>
  return { ...start, ...Object.fromEntries(Object.entries(prefill).map(([key, each]) => [key, begun(node.properties?.[key] ?? {}, each)])) }
}

/** Without what was left empty: the payload as it is sent. */
export function trimmed(node: SchemaNode, value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (Array.isArray(value)) return value.map((each) => trimmed(node.items ?? {}, each)).filter((each) => each !== undefined)
  if (!node.properties || !isRecord(value)) return value
  const kept = Object.entries(node.properties).flatMap(([key, each]) => {
    const part = trimmed(each, value[key])
    const absent = part === undefined || (!isRequired(node, key) && (isEmptyList(part) || isEmptyGroup(each, part)))
    return absent ? [] : [[key, part] as const]
  })
  return Object.fromEntries(kept)
}

/** Fields still missing or malformed, in the order of the form. `value` is trimmed. */
export function gapsOf(node: SchemaNode, value: unknown, path: Path = [], label: Words = node.label ?? words('', '')): Gap[] {
  if (Array.isArray(value)) {
    const few: Gap[] = value.length < (node.minItems ?? 0) ? [{ path, label, problem: value.length === 0 ? 'required' : 'tooSmall' }] : []
    return [...few, ...value.flatMap((each, i) => gapsOf(node.items ?? {}, each, [...path, i], node.items?.label ?? label))]
  }
  if (node.properties) {
    const record = isRecord(value) ? value : {}
    return Object.entries(node.properties).flatMap(([key, each]): Gap[] => {
      const part = record[key]
      if (part === undefined) return isRequired(node, key) && each.widget !== 'hidden' ? [{ path: [...path, key], label: each.label ?? label, problem: 'required' }] : []
      return gapsOf(each, part, [...path, key], each.label ?? label)
    })
  }
  return node.pattern !== undefined && typeof value === 'string' && !new RegExp(node.pattern).test(value) ? [{ path, label, problem: 'invalid' }] : []
}

export const isRequired = (node: SchemaNode, key: string): boolean => node.required?.includes(key) ?? false
export const fieldId = (path: Path): string => `f-${path.join('-')}`
export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const hasStart = (node: SchemaNode): boolean => node.widget === 'new-id' || node.type === 'boolean' || node.type === 'array' || node.properties !== undefined
const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0
const isEmptyGroup = (node: SchemaNode, value: unknown): boolean => node.properties !== undefined && isRecord(value) && Object.keys(value).length === 0
