import { articleText, foldedText, type Article } from './text.ts'

/** What became of one article from a version to the next; an article whose text is the same does not appear. */
export interface ArticleChange {
  readonly article: number
  readonly sub?: number
  readonly kind: 'changed' | 'gone' | 'new'
}

/**
 * By number: 第四十一条 of the new version against 第四十一条 of the old. A number under which another text stands now is a change
 * also where the old text only moved on, for a citation names the number.
 */
export function changedArticles(before: readonly Article[], after: readonly Article[]): ArticleChange[] {
  const [old, present] = [byNumber(before), byNumber(after)]
  const changes: ArticleChange[] = []
  for (const [key, text] of old) {
    const now = present.get(key)
    if (now !== text) changes.push({ ...placeOf(key), kind: now === undefined ? 'gone' : 'changed' })
  }
  for (const key of present.keys()) if (!old.has(key)) changes.push({ ...placeOf(key), kind: 'new' })
  return changes.sort((a, b) => a.article - b.article || (a.sub ?? 0) - (b.sub ?? 0))
}

const byNumber = (articles: readonly Article[]) => new Map(articles.map((each) => [`${each.number}-${each.sub ?? 0}`, foldedText(articleText(each))]))

function placeOf(key: string): { article: number; sub?: number } {
  const [article = 0, sub = 0] = key.split('-').map(Number)
  return sub === 0 ? { article } : { article, sub }
}
