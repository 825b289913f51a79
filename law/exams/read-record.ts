import { cite, type Citation } from '../citation.ts'
import { parseCitations, type ReadCitation } from '../citations/parse.ts'
import { words, type Words } from '../words.ts'
import { judgeOptions, type Option, type Question } from './question.ts'

export interface Refusal {
  readonly reason: Words
}

export interface BankDefaults {
  readonly field: string
}

/**
 * One record of a bank: number, stem, 正确答案：X, options. Options may stand each in its own cell or run together, behind
 * `.` `．` `：` `:` or `、`; the same letter twice is one option in two parts.
 */
export function readRecord(cells: readonly string[], { field }: BankDefaults): Question | Refusal {
  const at = cells.findIndex((cell) => answerCell.test(cell))
  if (at < 0) return refuse('没有“正确答案”', 'it has no answer')
  const [number = '', ...stemCells] = cells.slice(0, at).map((cell) => cell.trim())
  const stem = stemCells.join('')
  const said = (answerCell.exec(cells[at] ?? '')?.[1] ?? '').trim()
  return toQuestion({ number, stem, said, options: splitOptions(cells.slice(at + 1).join('\n')), guide: '', field })
}

export interface Parts {
  readonly number: string
  readonly stem: string
  /** The answer as the bank writes it: letters, 对 or 错, or the text of a case. */
  readonly said: string
  readonly options: readonly Option[]
  readonly guide: string
  readonly field: string
  readonly difficulty?: Question['difficulty']
  /** Where the bank names its basis; else the stem is searched. */
  readonly basis?: string
  readonly isCase?: boolean
}

/** Checks the parts and reads the key; of true/false by what the options say, for banks letter them either way round. */
export function toQuestion({ number, stem, said, options, guide, field, difficulty = 2, basis = '', isCase = false }: Parts): Question | Refusal {
  if (stem === '') return refuse('没有题干', 'it has no stem')
  const citations = parseCitations(basis === '' ? stem : basis).read.map(placeOf)
  const common = { stem, field, difficulty, citations, number }
  if (isCase) return { ...common, kind: 'case', options: [], answer: [], guide: guide === '' ? said : guide }
  if (options.length === 0) {
    const truth = truthOf(said)
    return truth === undefined ? refuse('没有选项', 'it has no options') : { ...common, kind: 'judge', options: judgeOptions, answer: [truth], guide }
  }
  const letters = [...new Set(said.normalize('NFKC').toUpperCase().replace(/[^A-Z]/g, ''))].sort()
  const unknown = letters.find((letter) => !options.some(({ key }) => key === letter))
  if (letters.length === 0) return refuse(`答案“${said}”不是选项字母`, `the answer “${said}” is no letter`)
  if (unknown !== undefined) return refuse(`答案${unknown}不在选项中`, `the answer ${unknown} is not among the options`)
  if (options.some(({ text }) => text === '')) return refuse('有空白选项', 'an option is blank')
  const truths = options.map(({ text }) => truthOf(text))
  if (options.length === 2 && truths[0] !== undefined && truths[1] !== undefined && truths[0] !== truths[1]) {
    const right = options.findIndex(({ key }) => key === letters[0])
    if (letters.length > 1) return refuse('判断题有两个答案', 'a true/false question has two answers')
    return { ...common, kind: 'judge', options: judgeOptions, answer: [truths[right] ?? 'T'], guide }
  }
  if (options.length < 2) return refuse('只有一个选项', 'there is one option only')
  return { ...common, kind: letters.length > 1 ? 'multiple' : 'single', options, answer: letters, guide }
}

/** `A.一B：二C、三` into its options; letters follow each other from A. */
function splitOptions(text: string): Option[] {
  const options: Option[] = []
  let rest = text.trim()
  for (const key of 'ABCDEFGH') {
    const mine = new RegExp(`^${key}\\s*${mark}`).exec(rest)
    if (mine === null) break
    rest = rest.slice(mine[0].length)
    const next = new RegExp(`${String.fromCharCode(key.charCodeAt(0) + 1)}\\s*${mark}`).exec(rest)
    const own = next === null ? rest : rest.slice(0, next.index)
    options.push({ key, text: own.replace(new RegExp(`[,，\\s]*${key}\\s*${mark}`, 'g'), '；').replace(/\s*\n\s*/g, '').trim() })
    rest = next === null ? '' : rest.slice(next.index)
  }
  return options
}

/** Without where it stood in the text. */
const placeOf = ({ statute, article, sub, paragraph, item }: ReadCitation): Citation =>
  ({ ...cite(statute, article, paragraph, item), ...(sub === undefined ? {} : { sub }) })

const mark = '[.．：:、]'
const answerCell = /^\s*(?:正确|参考)?答案\s*[：:]\s*(.*)$/s
const truthOf = (text: string): 'T' | 'F' | undefined =>
  /^(正确|对|是|√|T|TRUE)$/i.test(text.trim()) ? 'T' : /^(错误|错|不正确|否|×|F|FALSE)$/i.test(text.trim()) ? 'F' : undefined
const refuse = (zh: string, en: string): Refusal => ({ reason: words(zh, en) })
