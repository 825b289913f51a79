import type { Dice } from './random.ts'

/** What the server says of itself, as far as requests are made from it. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
}

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minLength?: number
  readonly maxLength?: number
}

export interface Sent {
  readonly route: string
  readonly method: string
  readonly path: string
  readonly body: string | Uint8Array | undefined
  readonly headers: Readonly<Record<string, string>>
}

/** Texts that have broken something somewhere. */
const texts: readonly string[] = [
  '', ' ', '0', '-1', 'null', 'undefined', '__proto__', 'constructor', '../../etc/passwd', '..%2f..%2fetc%2fpasswd', "' or 1=1 --", '"); drop table faheng.act; --',
  '<script>window.broken=1</script>', '<img src=x onerror="window.broken=1">', 'javascript:window.broken=1', '{{7*7}}', '${7*7}', '#set page(width: 1pt)', '\u0000', '\uD800',
  '\u202Egnp.exe', '=cmd|calc', '令'.repeat(5000), 'a'.repeat(100_000), '2026-02-30', '2026-13-01T00:00:00.000Z', '9'.repeat(40), '1e309', 'NaN', '🀄'.repeat(50),
]

const values: readonly unknown[] = [null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 53), [], {}, [[[[]]]], { $ref: '#' }, ...texts]

export interface Known {
  readonly ids: readonly string[]
}

/** One request out of the contract, mostly wrong somewhere. */
export function request(api: OpenApi, dice: Dice, known: Known): Sent {
  const routes = Object.entries(api.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
  const { path, method, operation } = dice.pick(routes)
  const filled = path.replaceAll(/\{[^}]+\}/g, () => encodeURIComponent(printable(dice.chance(0.6) ? dice.pick(known.ids) : dice.pick(texts))))
  const query = (operation.parameters ?? []).filter((each) => each.in === 'query' && dice.chance(0.4))
    .map(({ name, schema }) => `${encodeURIComponent(name)}=${encodeURIComponent(printable(String(dice.chance(0.5) ? dice.pick(texts) : sample(schema ?? {}, dice, known))))}`)
  const schema = operation.requestBody?.content?.['application/json']?.schema
  const whole = schema === undefined ? undefined : sample(schema, dice, known)
  const { body, type } = bodyOf(method, dice.chance(0.7) ? spoilt(whole, dice) : whole, dice)
  return {
    route: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path: `${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`, body,
    headers: body === undefined ? {} : { 'content-type': type },
  }
}

function bodyOf(method: string, value: unknown, dice: Dice): { body: string | Uint8Array | undefined; type: string } {
  const type = 'application/json'
  if (method === 'get') return { body: undefined, type }
  if (dice.chance(0.04)) return { body: dice.pick(['', '{', '[', '{"a":', '\uFEFF{}', '"text"', `[${'['.repeat(20_000)}`]), type }
  if (dice.chance(0.02)) return { body: JSON.stringify({ filler: 'x'.repeat(1_200_000) }), type }
  if (dice.chance(0.03)) return { body: new Uint8Array(dice.below(400)).map(() => dice.below(256)), type: dice.pick([type, 'text/csv', 'application/octet-stream', 'multipart/form-data; boundary=x', 'text/html']) }
  return { body: value === undefined ? '{}' : JSON.stringify(value), type }
}

/** A value as the schema wants it, as far as this generator knows. */
function sample(schema: Schema, dice: Dice, known: Known): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return dice.pick(schema.enum)
  if (schema.anyOf) return sample(dice.pick(schema.anyOf), dice, known)
  if (schema.properties || schema.type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name) || dice.chance(0.5)).map(([name, each]) => [name, sample(each, dice, known)]))
  if (schema.type === 'array') return Array.from({ length: dice.below(3) }, () => sample(schema.items ?? {}, dice, known))
  if (schema.type === 'integer' || schema.type === 'number') return dice.below(1000)
  if (schema.type === 'boolean') return dice.chance(0.5)
  return dice.chance(0.5) ? dice.pick(known.ids) : '值'
}

/** One or a few places changed: another type, another value, a field too many, a field missing. */
function spoilt(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null || dice.chance(0.15)) return dice.pick(values)
  if (Array.isArray(value)) return dice.chance(0.2) ? Array.from({ length: 1000 }, () => value[0] ?? null) : value.map((each) => (dice.chance(0.5) ? spoilt(each, dice) : each))
  const entries = Object.entries(value).filter(() => !dice.chance(0.1)).map(([name, each]) => [name, dice.chance(0.4) ? spoilt(each, dice) : each] as const)
  return Object.fromEntries(dice.chance(0.2) ? [...entries, [dice.pick(['colour', '__proto__', 'toString', '']), dice.pick(values)]] : entries)
}

/** A lone surrogate is no address; the rest of the text is. */
const printable = (text: string): string => text.toWellFormed().slice(0, 2000)
