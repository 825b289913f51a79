import { expect, it } from 'vitest'
import { readArticles } from './articles.ts'

it('reads an article however it is written, and tells the lines it cannot read', () => {
  const { articles, unread } = readArticles('行政处罚法 42\n\n《行政处罚法》第四十四条\n行政强制法18\n行政处罚法\n《行政处罚法》第四十二条、第四十三条')
  expect(articles).toEqual([{ statute: '行政处罚法', article: 42 }, { statute: '行政处罚法', article: 44 }, { statute: '行政强制法', article: 18 }])
  expect(unread).toEqual(['行政处罚法', '《行政处罚法》第四十二条、第四十三条'])
})
