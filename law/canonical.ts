/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A value that has no canonical text; `path` is a JSON Pointer (RFC 6901) to the offending place. */
export class CanonicalError extends Error {
  readonly path: string

  constructor(path: string, reason: string) {
    super(`${path === '' ? 'the value' : path}: ${reason}`)
    this.name = 'CanonicalError'
    this.path = path
  }
}

/**
 * The one text of a JSON value (RFC 8785), for hashing and signing: keys in the order of their UTF-16 code units, no
 * blanks, numbers as ECMAScript writes them. The parameter is `unknown` because TypeScript's interfaces are not
 * assignable to {@link Json}; whatever is not JSON is refused here.
 *
 * Beyond the standard, U+0000 is refused (PostgreSQL cannot store it, so such a text could not be hashed again later),
 * and so is `undefined`, which JSON.stringify would drop without a word.
 *
 * @throws CanonicalError for lone surrogates, U+0000, NaN, infinities, undefined, and anything that is not plain data
 */
export const canonical = (value: unknown): string => write(value, undefined)

/** True for text that can be stored and hashed: well-formed UTF-16 without U+0000. */
export const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** True when the two values have the same canonical text. */
export const sameJson = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** The way down to a value, kept as links and written out only when something is refused. */
interface Place {
  readonly up: Place | undefined
  readonly key: string | number
}

function write(value: unknown, place: Place | undefined): string {
  switch (typeof value) {
    case 'string':
      return quote(value, place)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : refuse(place, `${value} is not a JSON number`)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return writeArray(value, place)
      return isPlain(value) ? writeObject(value, place) : refuse(place, 'only plain objects have a canonical form')
    default:
      return refuse(place, `${typeof value} is not JSON`)
  }
}

/** Counts by index, so that the holes of a sparse array are met too, and refused as undefined. */
function writeArray(items: readonly unknown[], up: Place | undefined): string {
  let text = '['
  for (let key = 0; key < items.length; key++) text += (key === 0 ? '' : ',') + write(items[key], { up, key })
  return `${text}]`
}

/** `sort` without a comparison orders by UTF-16 code units, as RFC 8785 §3.2.3 demands. */
function writeObject(object: Readonly<Record<string, unknown>>, up: Place | undefined): string {
  let text = '{'
  for (const key of Object.keys(object).sort()) {
    const place = { up, key }
    text += `${text === '{' ? '' : ','}${quote(key, place)}:${write(object[key], place)}`
  }
  return `${text}}`
}

function quote(text: string, place: Place | undefined): string {
  if (nothingToEscape.test(text)) return `"${text}"`
  return isStorableText(text) ? JSON.stringify(text) : refuse(place, 'U+0000 and lone surrogates cannot be recorded')
}

/** Printable ASCII without quote and backslash: most keys, ids and hashes; one test in place of three (half the time of a leaf). */
const nothingToEscape = /^[ !#-[\]-~]*$/

/** Compares by shape, not by identity, so that objects of another realm (a worker, an iframe) pass. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function refuse(place: Place | undefined, reason: string): never {
  let path = ''
  for (let at = place; at !== undefined; at = at.up) path = `/${String(at.key).replaceAll('~', '~0').replaceAll('/', '~1')}${path}`
  throw new CanonicalError(path, reason)
}
