import { Type, type TSchema } from 'typebox'
import type { Words } from './words.ts'

/**
 * What an act's payload is written in: each field knows its label, its widget on a form, and whether it holds
 * personal data. Personal fields (testimony, names, free text about people) never reach `apply`: they are kept under a key
 * per subject, so that erasure leaves state and ledger whole. `sealed` fields (the informant, 处罚法 50) are personal and are
 * shown, searched and bound into files for nobody but the receiving clerk.
 */
export interface FieldOptions {
  readonly personal?: true
  readonly sealed?: true
  readonly hint?: Words
  readonly rows?: number
  /** Shown only where the field beside it says so: a ground of no penalty, where none is proposed. */
  readonly only?: { readonly field: string; readonly is: string }
  /** It belongs to what the field of that name beside it says, and means nothing once that says another thing. */
  readonly of?: string
  readonly max?: number
}

export const text = (label: Words, options: FieldOptions = {}) =>
  Type.String({ label, widget: 'text', minLength: 1, maxLength: options.max ?? 4000, ...shown(options) })

export const day = (label: Words, options: FieldOptions = {}) =>
  Type.String({ label, widget: 'day', pattern: '^\\d{4}-\\d{2}-\\d{2}$', ...shown(options) })

export const moment = (label: Words, options: FieldOptions = {}) =>
  Type.String({ label, widget: 'moment', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$', ...shown(options) })

/** Integer fen. */
export const money = (label: Words, options: FieldOptions = {}) =>
  Type.Integer({ label, widget: 'money', minimum: 0, maximum: 1e13, ...shown(options) })

export const count = (label: Words, options: FieldOptions = {}) =>
  Type.Integer({ label, widget: 'count', minimum: 0, maximum: 1e9, ...shown(options) })

export const yes = (label: Words, options: FieldOptions = {}) => Type.Boolean({ label, widget: 'yes', ...shown(options) })

/** One of a few named things: `choice(words('送达方式', 'Method'), { direct: words('直接送达', 'Direct') })`. */
export const choice = <const L extends Readonly<Record<string, Words>>>(label: Words, labels: L, options: FieldOptions = {}) =>
  Type.Unsafe<keyof L & string>({ type: 'string', enum: Object.keys(labels), label, widget: 'choice', labels, ...shown(options) })

/** What a reference points at; the form offers a picker for it, the server nothing more than its form. */
export type RefTo = 'party' | 'item' | 'county-item' | 'officer' | 'county-officer' | 'evidence' | 'violation' | 'reviewer' | 'act' | 'entry' | 'file' | 'held' | 'document' | 'performance' | 'decision' | 'township' | 'body' | 'benchmark' | 'leniency' | 'matter' | 'test' | 'indicator' | 'finding' | 'correction' | 'branch' | 'account' | 'text'

/** The id of a row elsewhere. Ids are opaque: letters, digits, `-`, `.`, `_`, at most 80. */
export const ref = (to: RefTo, label: Words, options: FieldOptions = {}) =>
  Type.String({ label, widget: 'ref', to, pattern: '^[A-Za-z0-9._-]{1,80}$', ...shown(options) })

/** A place in a list that has no ids, from 0: a branch of the norm of the violation beside it. People read it counted from 1. */
export const place = (to: RefTo, label: Words, options: FieldOptions & { readonly of: string }) =>
  Type.Integer({ label, widget: 'ref', to, minimum: 0, maximum: 200, ...shown(options) })

/** The id by which later acts will call this new thing; the client makes it, so an act can be sent twice. */
export const newId = () => Type.String({ widget: 'new-id', pattern: '^[A-Za-z0-9._-]{1,80}$' })

export const list = <T extends TSchema>(label: Words, of: T, options: { min?: number; max?: number; hint?: Words } = {}) =>
  Type.Array(of, { label, widget: 'list', minItems: options.min ?? 0, maxItems: options.max ?? 200, ...(options.hint ? { hint: options.hint } : {}) })

export const group = <P extends Record<string, TSchema>>(label: Words, fields: P) =>
  Type.Object(fields, { label, widget: 'group', additionalProperties: false })

export const optional = Type.Optional

/** The whole payload of an act kind. Unknown fields are malformed. */
export const payload = <P extends Record<string, TSchema>>(fields: P) => Type.Object(fields, { additionalProperties: false })

const shown = ({ personal, sealed, hint, rows, only, of }: FieldOptions) => ({
  ...(personal || sealed ? { personal: true } : {}),
  ...(sealed ? { sealed: true } : {}),
  ...(hint ? { hint } : {}),
  ...(rows ? { rows } : {}),
  ...(only ? { only } : {}),
  ...(of ? { of } : {}),
})

/** Personal values of one payload by JSON pointer. */
export type PersonalFields = Readonly<Record<string, unknown>>

/** Parts a payload into what `apply` may read and what lives under a subject's key. `joinPersonal` puts it together again. */
export function splitPersonal(schema: TSchema, value: unknown): { open: unknown; personal: Record<string, unknown> } {
  const personal: Record<string, unknown> = {}
  const walk = (node: SchemaNode, part: unknown, path: string): unknown => {
    if (part === undefined) return undefined
    if (node.personal) {
      personal[path] = part
      return undefined
    }
    if (Array.isArray(part) && node.items) return part.map((each, i) => walk(node.items as SchemaNode, each, `${path}/${i}`))
    if (isRecord(part) && node.properties) {
      const out: Record<string, unknown> = {}
      for (const [key, each] of Object.entries(part)) {
        const kept = walk(node.properties[key] ?? {}, each, `${path}/${key}`)
        if (kept !== undefined) out[key] = kept
      }
      return out
    }
    return part
  }
  return { open: walk(schema, value, ''), personal }
}

export function joinPersonal(open: unknown, personal: PersonalFields): unknown {
  const whole: unknown = structuredClone(open)
  for (const [pointer, value] of Object.entries(personal)) {
    const steps = pointer.split('/').slice(1)
    const last = steps.pop()
    let at: unknown = whole
    for (const step of steps) at = isRecord(at) || Array.isArray(at) ? (at as Record<string, unknown>)[step] : undefined
    if (last !== undefined && (isRecord(at) || Array.isArray(at))) (at as Record<string, unknown>)[last] = value
  }
  return whole
}

/** Pointers (with `*` for list places) of the fields nobody but the receiving clerk may read. */
export const sealedPointers = (schema: TSchema): string[] => pointersTo(schema, ({ sealed }) => sealed === true)

/** The same of the texts that hold personal data: what may be erased of an act (D9). */
export const personalTexts = (schema: TSchema): string[] => pointersTo(schema, ({ personal, widget }) => personal === true && widget === 'text')

function pointersTo(schema: TSchema, wanted: (node: SchemaNode) => boolean): string[] {
  const found: string[] = []
  const walk = (node: SchemaNode, path: string): void => {
    if (wanted(node)) found.push(path)
    if (node.items) walk(node.items, `${path}/*`)
    for (const [key, each] of Object.entries(node.properties ?? {})) walk(each, `${path}/${key}`)
  }
  walk(schema, '')
  return found
}

/** Ids of one kind that a payload refers to, wherever they stand in it. */
export const refsIn = (schema: TSchema, value: unknown, to: RefTo): string[] => refPlaces(schema, value, to).map(({ id }) => id)

/** The same with the JSON pointer of each. */
export function refPlaces(schema: TSchema, value: unknown, to: RefTo): { readonly id: string; readonly at: string }[] {
  const found: { id: string; at: string }[] = []
  const walk = (node: SchemaNode, part: unknown, at: string): void => {
    if (node.to === to && typeof part === 'string') found.push({ id: part, at })
    else if (node.items && Array.isArray(part)) for (const [i, each] of part.entries()) walk(node.items, each, `${at}/${i}`)
    else if (node.properties && isRecord(part)) for (const [key, each] of Object.entries(node.properties)) walk(each, part[key], `${at}/${key}`)
  }
  walk(schema, value, '')
  return found
}

/** The id under which a payload brings in its one new thing. Lists of new things have ids of their own. */
export function newIdOf(schema: TSchema, value: unknown): string | undefined {
  const fields = Object.entries((schema as SchemaNode).properties ?? {})
  const key = fields.find(([, field]) => field.widget === 'new-id')?.[0]
  const id = key !== undefined && isRecord(value) ? value[key] : undefined
  return typeof id === 'string' ? id : undefined
}

/** What of a form still being filled fits it: unknown fields and values of the wrong type count as not filled yet. */
export function fittingPart(schema: TSchema, value: unknown): unknown {
  const walk = (node: SchemaNode, part: unknown): unknown => {
    if (node.properties)
      return isRecord(part) ? Object.fromEntries(Object.entries(node.properties).flatMap(([key, each]) => {
        const kept = Object.hasOwn(part, key) ? walk(each, part[key]) : undefined
        return kept === undefined ? [] : [[key, kept]]
      })) : undefined
    if (node.items) return Array.isArray(part) ? part.map((each) => walk(node.items as SchemaNode, each)).filter((each) => each !== undefined) : undefined
    if (node.enum) return node.enum.includes(part) ? part : undefined
    return typeof part === (node.type === 'integer' ? 'number' : node.type) ? part : undefined
  }
  return walk(schema, value) ?? {}
}

interface SchemaNode {
  readonly type?: string
  readonly widget?: string
  readonly enum?: readonly unknown[]
  readonly to?: string
  readonly personal?: boolean
  readonly sealed?: boolean
  readonly items?: SchemaNode
  readonly properties?: Readonly<Record<string, SchemaNode>>
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
