import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cite } from '../citation.ts'
import { readBankParagraphs, readBankRows, readBankText } from './read-bank.ts'

const defaults = { field: '公共法律' }

it('reads options that run together, each delimiter, and records over several lines', () => {
  const text = [
    '11\t依据《行政处罚法》第四十二条，执法人员不得少于（）人。\t正确答案：B\tA.一\tB．二C：三\tD:四',
    '12\t作出处罚决定',
    '之前应当（）。\t正确答案：AC\tA：告知内容\tB：收取',
    '罚款C：告知权利\tD：通知媒体',
    '13\t可以申请行政复议的是\t正确答案：A\tA：甲,A：乙\tB：丙,B：丁',
  ].join('\r\n')
  const { records, questions, refused } = readBankText(text, defaults)
  expect([records, refused]).toEqual([3, []])
  expect(questions.map(({ line }) => line)).toEqual([1, 2, 5])
  expect(questions[0]?.question).toMatchObject({ kind: 'single', answer: ['B'], citations: [cite('行政处罚法', 42)], options: ['一', '二', '三', '四'].map((t, i) => ({ key: 'ABCD'[i], text: t })) })
  expect(questions[1]?.question).toMatchObject({ kind: 'multiple', stem: '作出处罚决定之前应当（）。', answer: ['A', 'C'] })
  expect(questions[1]?.question.options[1]).toEqual({ key: 'B', text: '收取罚款' })
  expect(questions[2]?.question.options.map(({ text: t }) => t)).toEqual(['甲；乙', '丙；丁'])
})

it('reads true and false by what the letters mean, not by the letter', () => {
  const { questions } = readBankText('1\t甲。\t正确答案：B\tA．错误\tB．正确\n2\t乙。\t正确答案：B\tA：对\tB：错\n', defaults)
  expect(questions.map(({ question }) => [question.kind, question.answer])).toEqual([['judge', ['T']], ['judge', ['F']]])
})

it('refuses by first line, finds duplicates, and marks a stem that repeats with other options', () => {
  const q = (n: number, answer: string, b = '乙') => `${n}\t同一题干（ ）。\t正确答案：${answer}\tA.甲\tB.${b}`
  const { records, questions, duplicates, refused } = readBankText(['序言', q(1, 'A'), q(2, 'A'), q(3, 'A', '丙'), q(4, 'B'), q(5, 'C', '丁'), '6\t没有答案', ''].join('\n'), defaults)
  expect(records).toBe(7)
  expect(questions.map(({ line, repeats }) => [line, repeats])).toEqual([[2, true], [4, true]])
  expect(duplicates).toEqual([{ line: 3, of: 2 }])
  expect(refused.map(({ line, reason }) => [line, reason.zh])).toEqual([[1, '没有“正确答案”'], [5, '与第2行题干和选项相同而答案不同'], [6, '答案C不在选项中'], [7, '没有“正确答案”']])
})

it('reads paragraphs and table rows into the same question', () => {
  const [a] = readBankParagraphs(['21', '题干（）', '正确答案：A', 'A.甲', 'B.乙'], defaults).questions
  const [b, c] = readBankRows([
    { row: 2, cells: { 编号: '21', 题干: '题干（）', 答案: 'A', 选项A: '甲', 选项B: '乙' } },
    { row: 3, cells: { 题型: '案例分析', 题干: '某店……', 答案: '应当立案', 难度: '难', 依据: '《行政处罚法》第五十四条第二款' } },
  ], defaults).questions
  expect(a?.question).toEqual(b?.question)
  expect(c?.question).toMatchObject({ kind: 'case', guide: '应当立案', difficulty: 3, citations: [cite('行政处罚法', 54, 2)] })
})

const folder = new URL('../../../shared/data/exam/', import.meta.url)

it.skipIf(!existsSync(folder))('reads the real bank of ../shared whole (skipped where that folder is absent)', () => {
  const read = (file: string) => readBankText(new TextDecoder('gbk').decode(readFileSync(new URL(file, folder))), defaults)
  const [single, judge] = [read('single-choice-gbk.txt'), read('true-false-gbk.txt')]
  expect([single.questions.length, single.duplicates.length, single.refused]).toEqual([727, 0, []])
  expect([judge.questions.length, judge.duplicates.length, judge.refused]).toEqual([999, 1, []])
  const repeating = [...Map.groupBy(single.questions, ({ question }) => question.stem).values()].filter((group) => group.length > 1)
  expect(repeating).toHaveLength(21)
  expect(repeating.flat().every(({ repeats }) => repeats)).toBe(true)
  expect(judge.questions.every(({ question }) => question.kind === 'judge')).toBe(true)
  expect(single.questions.every(({ question }) => question.options.length >= 3)).toBe(true)
})
