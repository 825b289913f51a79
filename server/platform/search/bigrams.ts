/**
 * The words of a text for search: every pair of neighbouring letters, digits or ideographs, folded to lower case and half
 * width. Exact from two characters on, in any language, and a btree finds them under row-level security (D10).
 */
export function bigramsOf(text: string): string[] {
  const found = new Set<string>()
  for (const part of folded(text).split(/[^\p{L}\p{N}]+/u)) {
    const letters = [...part]
    for (let i = 0; i + 1 < letters.length; i++) found.add(`${letters[i]}${letters[i + 1]}`)
  }
  return [...found]
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
