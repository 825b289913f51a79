import { expect, test } from 'vitest'
import { changedArticles } from './changes.ts'
import { readStatute, sourcesOf } from './read.ts'
import { resolveCitation, type Library } from './resolve.ts'
import type { StatuteText } from './text.ts'

const plain = `\uFEFF

中华人民共和国样例法

（2019年3月2日通过　2024年5月6日修订）

目　　录
第一章　总　　则
第二章　附　　则

第一章　总　　则
第一条　为了测试，制定本法。
第二条　下列情形，适用本法：
（一）甲；
（二）乙。
前款规定不溯及既往。
第二条之一　插入的条文。
第二章　附　　则
第三条　本法自2024年7月1日起施行。
`
const read = (path: string, text: string): StatuteText => {
  const [source] = sourcesOf([{ path, text }])
  const found = source ? readStatute(source) : undefined
  if (!found || 'unread' in found) throw new Error(JSON.stringify(found))
  return found
}
const flaws = (text: string) => read('样例法_20240506.txt', text).flaws.map(({ kind, place }) => [kind, place])

test('a plain text: contents apart, chapters, an inserted article, paragraphs and items, its days', () => {
  const text = read('flk/样例法_20240506.txt', plain)
  expect(text).toMatchObject({ statute: '样例法', layout: 'plain', promulgated: '2024-05-06', inForce: '2024-07-01', flaws: [] })
  expect(text.articles.map(({ number, sub, path }) => [number, sub, path])).toEqual([
    [1, undefined, ['第一章 总则']], [2, undefined, ['第一章 总则']], [2, 1, ['第一章 总则']], [3, undefined, ['第二章 附则']]])
  expect(text.articles[1]?.paragraphs).toEqual([{ text: '下列情形，适用本法：', items: ['（一）甲；', '（二）乙。'] }, { text: '前款规定不溯及既往。', items: [] }])
})

test('Markdown and a code of several files are recognised by what they say', () => {
  expect(read('样例条例(2020-01-02).md', '# 样例条例\n\n2020年1月2日 国务院令公布\n\n<!-- INFO END -->\n\n第一条 甲\u200b。\n\n第二条 自公布之日起施行。')).toMatchObject({
    statute: '样例条例', layout: 'markdown', promulgated: '2020-01-02', inForce: '2020-01-02', flaws: [] })
  const sources = sourcesOf([
    { path: 'code/02.md', text: '# 第二编　附则\n\n**第二条**　本法自2026年8月15日起施行。' },
    { path: 'code/01.md', text: '---\nprev: /\n---\n\n# 第一编　总则\n\n**第一条**　甲。' },
    { path: 'code/README.md', text: '---\nnext: 01\n---\n# 中华人民共和国样例法典\n\n2026年3月12日第十四届全国人民代表大会第四次会议通过' },
  ])
  expect(sources).toHaveLength(1)
  expect(sources.map(readStatute)).toMatchObject([{ statute: '样例法典', layout: 'code', inForce: '2026-08-15', flaws: [], articles: [{ number: 1, path: ['第一编 总则'] }, { number: 2, path: ['第二编 附则'] }] }])
})

test('broken numbering, a text cut in the middle and a missing chapter are flagged with the place', () => {
  expect(flaws(plain.replace('第二条　', '第五条　'))).toEqual([['numbering', '第五条'], ['numbering', '第二条之一']])
  expect(flaws(plain.slice(0, plain.indexOf('（二）乙')))).toEqual(expect.arrayContaining([['cut', '第二条'], ['contents', '第二章 附则']]))
  expect(flaws(plain.replace('甲；', '甲\uFFFD；'))).toEqual([['characters', expect.any(String)]])
  expect(flaws(plain.replace('第三条　', '第三条'))).toEqual([])
})

test('what is no statute is refused with the reason', () => {
  const refused = (text: string) => sourcesOf([{ path: 'a.txt', text }]).map(readStatute)
  expect(refused('')).toMatchObject([{ unread: { zh: '没有标题' } }])
  expect(refused('样例法\n没有条文的一段。')).toMatchObject([{ unread: { zh: '没有条文' } }])
  expect(refused('样例法\n第一条　甲。')).toMatchObject([{ unread: { zh: expect.stringContaining('公布日期') } }])
})

test('an article printed with other spaces and brackets is not changed', () => {
  const [before, after] = [read('a_20240506.txt', plain), read('a_20240506.txt', plain.replace('（一）甲', '(一) 甲').replace('插入的', '改写的').replace(/第三条.*/, '第三条　乙。\n第四条　本法自2024年7月1日起施行。'))]
  expect(changedArticles(before.articles, after.articles)).toEqual([{ article: 2, sub: 1, kind: 'changed' }, { article: 3, kind: 'changed' }, { article: 4, kind: 'new' }])
})

test('a citation finds its node on a day, or says why not', () => {
  const text = read('样例法_20240506.txt', plain)
  const library: Library = {
    names: ['样例法', '甲省样例条例', '乙省样例条例'],
    versions: (statute) => (statute === '样例法' ? [{ version: '2024', inForce: '2024-07-01', repealed: null }] : []),
    article: (_, __, number, sub) => text.articles.filter((each) => each.number === number && (each.sub ?? 0) === sub).map((each) => each.paragraphs),
  }
  const of = (article: number, rest: object = {}, on = '2025-01-01', statute = '样例法') => resolveCitation({ statute, article, ...rest }, on, library)
  expect(of(2, { item: 2 })).toEqual({ kind: 'found', version: '2024', paragraph: 1, text: '（二）乙。' })
  expect(of(2, { paragraph: 2 })).toMatchObject({ kind: 'found', text: '前款规定不溯及既往。' })
  expect(of(2, { sub: 1 })).toMatchObject({ kind: 'found', text: '插入的条文。' })
  expect([of(9), of(2, { paragraph: 3 }), of(2, { item: 3 })].map(({ kind }) => kind)).toEqual(['out-of-range', 'out-of-range', 'out-of-range'])
  expect(of(1, {}, '2024-01-01')).toMatchObject({ kind: 'not-in-force' })
  expect(of(1, {}, '2025-01-01', '别的法')).toMatchObject({ kind: 'not-loaded' })
  expect(of(1, {}, '2025-01-01', '某省实施样例法')).toMatchObject({ kind: 'not-loaded' })
  expect(of(1, {}, '2025-01-01', '样例条例')).toMatchObject({ kind: 'ambiguous' })
})
