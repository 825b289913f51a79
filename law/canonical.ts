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
export const canonical = (value: unknown): string => write(value, '')

/** True for text that can be stored and hashed: well-formed UTF-16 without U+0000. */
export const isStorableText = (text: string): boolean => !unstorable.test(text)

/** True when the two values have the same canonical text. */
export const sameJson = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** Under the `u` flag a surrogate pair is one character, so that \p{Surrogate} meets lone ones only. */
const unstorable = /[\0\p{Surrogate}]/u

function write(value: unknown, path: string): string {
  switch (typeof value) {
    case 'string':
      return quote(value, path)
    case 'boolean':
      return String(value)
    case 'number':
      if (!Number.isFinite(value)) throw new CanonicalError(path, `${value} is not a JSON number`)
      return JSON.stringify(value)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return writeArray(value, path)
      if (isPlain(value)) return writeObject(value, path)
      throw new CanonicalError(path, 'only plain objects have a canonical form')
    default:
      throw new CanonicalError(path, `${typeof value} is not JSON`)
  }
}

/** Array.from visits the holes of a sparse array too, which are refused as undefined. */
const writeArray = (items: readonly unknown[], path: string): string =>
  `[${Array.from(items, (item, i) => write(item, `${path}/${i}`)).join(',')}]`

const writeObject = (object: object, path: string): string => {
  const entries = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries
    .map(([key, item]) => {
      const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
      return `${quote(key, at)}:${write(item, at)}`
    })
    .join(',')}}`
}

const quote = (text: string, path: string): string => {
  if (!isStorableText(text)) throw new CanonicalError(path, 'U+0000 and lone surrogates cannot be recorded')
  return JSON.stringify(text)
}

/** Compares by shape, not by identity, so that objects of another realm (a worker, an iframe) pass. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
