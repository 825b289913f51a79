import { parseCitations } from '@faheng/law/citations/parse.ts'

interface Article {
  readonly statute: string
  readonly article: number
}

/** One article a line, as “行政处罚法 42” or as it is cited: 《行政处罚法》第四十二条. A line that names none, or several, is told, not dropped. */
export function readArticles(text: string): { readonly articles: readonly Article[]; readonly unread: readonly string[] } {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const read = lines.map((line) => ({ line, article: articleOf(line) }))
  return { articles: read.flatMap(({ article }) => article ?? []), unread: read.flatMap(({ line, article }) => (article ? [] : [line])) }
}

function articleOf(line: string): Article | undefined {
  const [, name, number] = /^《?([^\s《》]+?)》?\s*(\d+)$/.exec(line) ?? []
  if (name && number) return { statute: name, article: Number(number) }
  const { read, unread } = parseCitations(line)
  const [first, second] = read
  return first && !second && unread.length === 0 ? { statute: first.statute, article: first.article } : undefined
}
