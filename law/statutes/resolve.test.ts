import { expect, test } from 'vitest'
import { parseCitations } from '../citations/parse.ts'
import { resolveCitation, type Library } from './resolve.ts'

/** 样例法: promulgated 2018 and anew 2024, in force from the next year on. */
const library: Library = {
  names: ['样例法', '某省样例条例'],
  versions: (statute) => (statute === '样例法' ? [{ version: '2024-10-01', inForce: '2025-01-01', repealed: null }, { version: '2018-10-26', inForce: '2019-01-01', repealed: '2025-01-01' }] : []),
  article: (_, version, number) => (number === 4 ? [[{ text: `${version} 第一款`, items: ['（一）甲；', '（二）乙。'] }, { text: '第二款', items: [] }]] : number === 5 ? [[], []] : []),
}
const resolved = (text: string, on = '2026-03-02') => parseCitations(text).read.map((each) => resolveCitation(each, on, library))

test('leads to the words of the version in force that day', () => {
  expect(resolved('《中华人民共和国样例法》第四条第一款第（二）项')).toEqual([{ kind: 'found', version: '2024-10-01', paragraph: 1, text: '（二）乙。' }])
  expect(resolved('《样例法》第四条第二款', '2020-01-01')).toMatchObject([{ kind: 'found', version: '2018-10-26', text: '第二款' }])
})

test('says why it leads nowhere', () => {
  const kinds = (text: string, on?: string) => resolved(text, on).map(({ kind }) => kind)
  expect(kinds('《没有的法》第一条')).toEqual(['not-loaded'])
  expect(kinds('《样例条例》第一条')).toEqual(['ambiguous'])
  expect(kinds('《样例法》第九十九条')).toEqual(['out-of-range'])
  expect(kinds('《样例法》第四条第三款')).toEqual(['out-of-range'])
  expect(kinds('《样例法》第五条')).toEqual(['ambiguous'])
  expect(kinds('《样例法》第四条', '2018-01-01')).toEqual(['not-in-force'])
})

test('a citation of an edition is not one of the text that replaced it', () => {
  expect(resolved('《样例法》（2018年修正）第四条第二款')).toMatchObject([{ kind: 'not-in-force', why: { zh: expect.stringContaining('2024-10-01') } }])
  expect(resolved('《样例法》（2018年修正）第四条第二款', '2020-01-01')).toMatchObject([{ kind: 'found' }])
})
