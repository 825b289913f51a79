import { NUMBER, parseInteger } from '../numerals.ts'

export type Level = 'article' | 'paragraph' | 'item'
/** A number of an article, paragraph or item; `through` says that a range ends here. */
export type Numbered = { article: number; sub?: number; through: boolean }

export type Token =
  | { kind: 'statute'; name: string; edition?: string; text: string; start: number; end: number }
  | { kind: Level; numbers: Numbered[]; text: string; start: number; end: number }
  | { kind: 'range'; text: string; start: number; end: number }
  | { kind: 'colon'; text: string; start: number; end: number }
  | { kind: 'separator'; text: string; start: number; end: number }
  | { kind: 'other'; text: string; start: number; end: number }

/** The pieces of a text that citations are made of; what is neither piece nor filler comes as 'other'. */
export function* tokens(text: string): Generator<Token> {
  let other = 0
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index
    yield* otherText(text, other, start)
    const end = start + match[0].length
    other = end
    const g = match.groups ?? {}
    const at = { text: match[0], start, end }
    const statute = g['quoted'] ?? g['bare']
    if (statute !== undefined) {
      const { name, edition } = shortName(statute, g['edition'])
      yield { kind: 'statute', name, ...(edition ? { edition } : {}), ...at }
    } else if (g['colon']) yield { kind: 'colon', ...at }
    else if (g['range']) yield { kind: 'range', ...at }
    else if (g['separator']) yield { kind: 'separator', ...at }
    else if (g['level']) yield { kind: LEVELS[g['level']] ?? 'item', numbers: numbersOf(g['numbers'] ?? '', g['sub']), ...at }
  }
  yield* otherText(text, other, text.length)
}

function* otherText(text: string, start: number, end: number): Generator<Token> {
  const between = text.slice(start, end).trim()
  if (between !== '' && !NOISE.test(between)) yield { kind: 'other', text: between, start, end }
}

/** 《中华人民共和国消防法》（2021年修正） → 消防法, 2021年修正. */
function shortName(quoted: string, after: string | undefined): { name: string; edition?: string } {
  const name = quoted.replaceAll('<', '〈').replaceAll('>', '〉').replaceAll('(', '（').replaceAll(')', '）').replace(/\s+/g, '')
  const inside = /（([^（）]*(?:年|修[订正改]|公布|施行|令|号)[^（）]*)）$/.exec(name)
  const edition = inside?.[1] ?? after
  const bare = (inside ? name.slice(0, inside.index) : name).replace(/^中华人民共和国/, '').replace(LEAD, '').replace(/^中华人民共和国/, '')
  return { name: bare, ...(edition ? { edition } : {}) }
}

function numbersOf(list: string, sub: string | undefined): Numbered[] {
  const out: Numbered[] = []
  let through = false
  for (const part of list.matchAll(new RegExp(`(${NUMBER})|([至到\\-—－~～])`, 'g'))) {
    if (part[2]) through = true
    else {
      const article = parseInteger(part[1] ?? '')
      if (article !== undefined) out.push({ article, through })
      through = false
    }
  }
  const last = out.at(-1)
  const inserted = sub === undefined ? undefined : parseInteger(sub)
  if (last && inserted !== undefined) out[out.length - 1] = { ...last, sub: inserted }
  return out
}

const LEVELS: Readonly<Record<string, Level>> = { 条: 'article', 款: 'paragraph', 项: 'item' }
const LEAD = /^(?:(?:依据|根据|按照|依照|参照|违反了?|以及|或者?|和|及|与|之|的|规定|构成|属于)+)/
const NOISE = /^(?:[之的]?规定[。.]?|依据|根据|按照|依照|参照|违反了?|的|之|等|[。.:：　\s]+)+$/
const ONE = `[（(]?\\s*${NUMBER}\\s*[）)]?`
/** 条, 款, 项 share one form: 第N条之M, 第N款, 第（N）项, 第一、二款, 第（一）至（三）项. */
const TOKEN = new RegExp(
  [
    `《(?<quoted>(?:[^《》]|《[^《》]*》)+)》(?:[（(](?<edition>[^（）()]*(?:年|修[订正改]|公布|施行|令|号)[^（）()]*)[）)])?`,
    `第(?<numbers>${ONE}(?:\\s*[、，,和至到\\-—－~～]?\\s*${ONE})*)(?<level>[条款项])(?:之(?<sub>${NUMBER}))?`,
    `(?<bare>[\\p{Script=Han}〈〉]{1,60}?(?:法典|法|条例|办法|规定|细则|规则))(?=第${ONE}[条、])`,
    `(?<range>至|到|[-—－~～])(?=第|[（(])`,
    `(?<colon>[:：])`,
    `(?<separator>[|｜；;、，,\\s和及与]|以及|或者?)`,
  ].join('|'),
  'gu',
)
