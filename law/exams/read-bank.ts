import { words, type Words } from '../words.ts'
import { gist, sameness, type Difficulty, type Option, type Question } from './question.ts'
import { type BankDefaults, readRecord, type Refusal, toQuestion } from './read-record.ts'

/** What a bank holds: every record is a question, a duplicate of an earlier one, or a refusal, each by its first line. */
export interface ReadBank {
  readonly records: number
  readonly questions: readonly {
    readonly line: number
    readonly question: Question
    /** Another question of the file asks the same, with other options. */
    readonly repeats: boolean
  }[]
  readonly duplicates: readonly { readonly line: number; readonly of: number }[]
  readonly refused: readonly { readonly line: number; readonly reason: Words }[]
}

/** A bank as text: a record begins with a number and a tab and may go on over several lines. */
export function readBankText(text: string, defaults: BankDefaults): ReadBank {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  return readBankLines(lines, /^\s*\d+\t/, (record) => record.join('').split('\t').filter((cell) => cell.trim() !== ''), defaults)
}

/** The same bank out of a text document: number, stem, answer and options are paragraphs of their own. */
export const readBankParagraphs = (paragraphs: readonly string[], defaults: BankDefaults): ReadBank =>
  readBankLines(paragraphs, /^\s*\d+\s*$/, (record) => record.filter((cell) => cell.trim() !== ''), defaults)

/** A bank as a table with one question a row. */
export function readBankRows(rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[], defaults: BankDefaults): ReadBank {
  return sorted(rows.map(({ row, cells }) => {
    const cell = (name: string) => (cells[name] ?? '').trim()
    const options = [...'ABCDEFGH'].map((key): Option => ({ key, text: cell(`选项${key}`) })).filter(({ text }) => text !== '')
    return {
      line: row,
      read: toQuestion({
        number: cell('编号'), stem: cell('题干'), said: cell('答案'), options, guide: cell('解析'), basis: cell('依据'), field: cell('领域') || defaults.field,
        difficulty: difficulties[cell('难度')] ?? 2, isCase: cell('题型').startsWith('案例'),
      }),
    }
  }))
}

/** What a table of questions must have; 选项A … 选项H, 编号, 题型, 解析, 领域, 难度, 依据 may be there. */
export const bankColumns = ['题干', '答案'] as const

const difficulties: Readonly<Record<string, Difficulty>> = { 易: 1, 容易: 1, 简单: 1, 中: 2, 中等: 2, 难: 3, 困难: 3 }

function readBankLines(lines: readonly string[], begins: RegExp, cells: (record: readonly string[]) => string[], defaults: BankDefaults): ReadBank {
  const records: { line: number; lines: string[] }[] = []
  for (const [i, line] of lines.entries()) {
    if (begins.test(line)) records.push({ line: i + 1, lines: [line] })
    else if (line.trim() !== '') {
      const open = records.at(-1)
      if (open) open.lines.push(line)
      else records.push({ line: i + 1, lines: [line] }) // before the first number: refused by its line, never dropped
    }
  }
  return sorted(records.map(({ line, lines: record }) => ({ line, read: readRecord(cells(record), defaults) })))
}

function sorted(records: readonly { readonly line: number; readonly read: Question | Refusal }[]): ReadBank {
  const first = new Map<string, { line: number; answer: string }>()
  const stems = new Map<string, number>()
  const questions: { line: number; question: Question }[] = []
  const duplicates: { line: number; of: number }[] = []
  const refused: { line: number; reason: Words }[] = []
  for (const { line, read } of records) {
    if ('reason' in read) {
      refused.push({ line, reason: read.reason })
      continue
    }
    const answer = read.answer.join('')
    const same = first.get(sameness(read))
    if (same === undefined) {
      first.set(sameness(read), { line, answer })
      stems.set(gist(read.stem), (stems.get(gist(read.stem)) ?? 0) + 1)
      questions.push({ line, question: read })
    } else if (same.answer === answer) duplicates.push({ line, of: same.line })
    else refused.push({ line, reason: words(`与第${same.line}行题干和选项相同而答案不同`, `same stem and options as line ${same.line}, another answer`) })
  }
  return {
    records: records.length,
    questions: questions.map(({ line, question }) => ({ line, question, repeats: (stems.get(gist(question.stem)) ?? 0) > 1 })),
    duplicates,
    refused,
  }
}
