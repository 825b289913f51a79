import { createHash } from 'node:crypto'
import { Compile, type Validator } from 'typebox/compile'
import type { TObject } from 'typebox'
import { canonical, CanonicalError, type Json } from '@faheng/law/canonical.ts'
import { splitPersonal } from '@faheng/law/payload.ts'
import { isDay } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { Malformed } from '../platform/errors.ts'
import { commitFields, newSalts } from '../platform/ledger/leaf.ts'
import type { Opening } from './acts.ts'

/** An act as a client sends it. `occurredAt`, `source` and `lateReason` are for facts. */
export interface ActRequest {
  readonly id: string
  readonly kind: string
  readonly occurredAt?: string
  readonly source?: 'stated' | 'device' | 'paper'
  readonly lateReason?: string
  readonly payload: unknown
}

/** A payload parted into what the law reads and what lives under the subject's key, with a salt for each field (D9). */
export interface Content {
  readonly open: Readonly<Record<string, Json>>
  readonly personal: Readonly<Record<string, Json>>
  readonly salts: Readonly<Record<string, string>>
}

/** @throws Malformed naming the field as a JSON pointer below `/payload` */
export function readContent(schema: TObject, payload: unknown): Content {
  demandShape(schema, payload)
  try {
    canonical(payload)
  } catch (error) {
    if (error instanceof CanonicalError)
      throw new Malformed(`/payload${error.path}`, words('含有无法记录的字符。', 'Holds characters that cannot be recorded.'))
    throw error
  }
  const { open, personal } = splitPersonal(schema, payload) as { open: Record<string, Json>; personal: Record<string, Json> }
  return { open, personal, salts: newSalts([...Object.keys(open), ...Object.keys(personal), ...recordFields]) }
}

/** Fields of an act's leaf beside its payload: how it was judged, and the free text of a late entry. */
const recordFields = ['$record', '$lateReason'] as const

/**
 * SHA-256 (hex) of what the client sent and who he is: the same act sent twice has the same, an approval names it (D7). Personal
 * values stand in it as salted commitments, so that it tells nothing of them once they are erased.
 */
export function contentHash(
  sent: Pick<ActRequest, 'id' | 'kind' | 'occurredAt' | 'source' | 'lateReason'> & { readonly matter: string; readonly actor: string; readonly opens: Opening | null },
  { open, personal, salts }: Content,
): string {
  const { id, matter, actor, kind, opens, occurredAt = null, source = null, lateReason = null } = sent
  const commitments = commitFields(personal, salts, 'sha256')
  return createHash('sha256').update(canonical({ id, matter, actor, kind, opens, occurredAt, source, lateReason, open, personal: commitments })).digest('hex')
}

function demandShape(schema: TObject, payload: unknown): void {
  let validator = compiled.get(schema)
  if (!validator) compiled.set(schema, (validator = Compile(schema)))
  if (validator.Check(payload)) return demandDays(schema, payload, '/payload')
  const error = validator.Errors(payload).find(({ keyword }) => keyword !== 'boolean')
  const at = error?.instancePath ?? ''
  if (error?.keyword === 'required') throw new Malformed(`/payload${at}/${error.params.requiredProperties[0]}`, words('必填。', 'This is required.'))
  if (error?.keyword === 'additionalProperties')
    throw new Malformed(`/payload${at}/${error.params.additionalProperties[0]}`, words('没有这一项。', 'There is no such field.'))
  throw new Malformed(`/payload${at}`, words('不符合格式要求。', `Is not as the form asks: ${error?.message ?? 'unknown'}.`))
}

interface Node {
  readonly widget?: string
  readonly items?: Node
  readonly properties?: Readonly<Record<string, Node>>
}

/** 2026-02-30 has the form of a day and is none. */
function demandDays(node: Node, value: unknown, path: string): void {
  if (typeof value === 'string') {
    if ((node.widget === 'day' || node.widget === 'moment') && !isDay(value.slice(0, 10)))
      throw new Malformed(path, words('没有这一天。', 'There is no such day.'))
  } else if (Array.isArray(value)) value.forEach((each, i) => node.items && demandDays(node.items, each, `${path}/${i}`))
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) demandDays(node.properties?.[key] ?? {}, each, `${path}/${key}`)
}

const compiled = new WeakMap<TObject, Validator>()
