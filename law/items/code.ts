import type { Citation } from '../citation.ts'

/** Punctuation as Chinese texts have it, figures and letters as Latin ones: a title typed the other way is the same title. */
const folded = (title: string): string =>
  title.replace(/[(),:;]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/**
 * A short code for an item, from its title and the articles it rests on: independent of body, file, row, and widths of brackets.
 * FNV-1a, 64 bits, base 36.
 */
export function itemCode(title: string, citations: readonly Citation[]): string {
  const places = citations.map((c) => [c.statute, c.article, c.sub ?? 0, c.paragraph ?? 0, c.item ?? 0].join('.'))
  let hash = 0xcbf29ce484222325n
  for (const char of `${folded(title)}\u0000${places.join('\u0000')}`) {
    hash ^= BigInt(char.codePointAt(0) ?? 0)
    hash = BigInt.asUintN(64, hash * 0x100000001b3n)
  }
  return `I${hash.toString(36).toUpperCase().padStart(13, '0')}`
}
