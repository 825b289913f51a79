import { NUMBER, parseInteger } from '../numerals.ts'
import { plain } from '../penalties/plain.ts'

/**
 * The sentences of an article that carry an item's penalty. `range` is the column 处罚幅度, which repeats them in part; where it is
 * empty or stands nowhere, the paragraph whose words are marked 【…】 is taken, then the cited paragraph, then the only one.
 * `agrees` says that the range's words were found in the article.
 */
export function penaltyPassage(article: string, range: string, paragraph: number | undefined): { text: string; agrees: boolean } | undefined {
  const paragraphs = paragraphsOf(article)
  const wanted = compact(range)
  const holding = wanted === '' ? [] : paragraphs.filter((p) => compact(p.text).includes(wanted))
  /** The marked conduct has a fine of its own, so the range must stand beside it. */
  const elsewhere = paragraphs.some((p) => p.marked && /罚款/.test(p.text)) && !holding.some((p) => p.marked)
  const chosen = elsewhere ? undefined :
    holding.find((p) => p.marked) ?? (holding.length === 1 ? holding[0] : holding.find((p) => p.number === paragraph) ?? holding[0]) ?? undefined
  const fallback = chosen ?? paragraphs.find((p) => p.marked && IMPOSES.test(p.text)) ?? paragraphs.find((p) => p.number === paragraph) ?? (paragraphs.length === 1 ? paragraphs[0] : undefined)
  if (!fallback) return undefined
  return { text: sentencesOf(fallback.text, chosen ? wanted : ''), agrees: chosen !== undefined }
}

/** The paragraphs of an article without their lists. */
export const paragraphTexts = (article: string): string[] => paragraphsOf(article).map((p) => p.text.split('\n')[0] ?? '')

/** Paragraphs that add to the penalty of an earlier one: 有前款第二项、第三项规定的行为，情节严重的…; those that name other items are left out. */
export function followingParagraphs(article: string, item: number | undefined): string[] {
  return paragraphTexts(article).slice(1).filter((text) => {
    const lead = /^(?:对?有|违反)(?:前款|本条第一款)([^，]*)，/.exec(text)
    if (!lead) return false
    return namesItem(lead[1] ?? '', item)
  })
}

/** Whether words such as 违反第（四）项、第（五）项规定的 leave the cited item in; words that name no item do. */
export function namesItem(text: string, item: number | undefined): boolean {
  const items = [...text.matchAll(new RegExp(`第?[（(]?(${NUMBER})[）)]?(?=项|[）)]?至)`, 'g'))].map((match) => parseInteger(match[1] ?? '') ?? 0)
  if (items.length === 0 || item === undefined || !/项/.test(text)) return true
  return items.includes(item) || (/至/.test(text) && item >= Math.min(...items) && item <= Math.max(...items))
}

interface Paragraph {
  readonly number: number
  readonly text: string
  /** Holds the operative words, 【…】. */
  readonly marked: boolean
}

/** Lines of an article, list items joined to the line that opens them. */
function paragraphsOf(article: string): Paragraph[] {
  const out: { number: number; text: string; marked: boolean }[] = []
  for (const line of article.split('\n').map((l) => l.trim()).filter((l) => l !== '')) {
    const last = out.at(-1)
    const marked = line.includes('【')
    if (last && ITEM.test(line)) {
      last.text += `\n${line}`
      last.marked ||= marked
    } else out.push({ number: out.length + 1, text: line, marked })
  }
  return out
}

/**
 * Of a paragraph with several sentences: the one that holds the range (or the marked words), with those after it that go on about
 * the same conduct (情节严重的…). A list item that carries the penalty itself stands alone.
 */
function sentencesOf(paragraph: string, wanted: string): string {
  const lines = paragraph.split('\n')
  const own = wanted === '' ? undefined : lines.find((line) => ITEM.test(line) && compact(line).includes(wanted))
  if (own) return own
  const opening = lines[0] ?? ''
  const sentences = opening.split(/(?<=。)/)
  const at = sentences.findIndex((s) => (wanted === '' ? s.includes('【') : compact(s).includes(wanted)))
  let from = at < 0 ? 0 : at
  while (from > 0 && DEPENDS.test(sentences[from] ?? '')) from -= 1
  const rest = sentences.slice(from + 1)
  const stop = rest.findIndex((s) => !GOES_ON.test(s))
  const text = at < 0 ? opening : [sentences[from], ...(stop < 0 ? rest : rest.slice(0, stop))].join('')
  return /之一的，[^；：]*(?:处|罚款|吊销)[^；]*：$/.test(text) && /；[^；]*之一的，/.test(text) ? [text, ...lines.slice(1)].join('\n') : text
}

/** For comparison only: no punctuation, spaces or marks. */
const compact = (text: string) => plain(text).replace(/[\s，。；：、|]/g, '')

const ITEM = /^[（(][一二三四五六七八九十0-9]+[）)]/
const IMPOSES = /罚款|警告|没收|吊销|责令|通报批评/
/** A sentence that needs the one before it: its conduct and first penalties stand there. */
const DEPENDS = /^(?:违法经营额|违法所得|货值金额|没有|情节|逾期|拒不|有违法所得|造成)/
const GOES_ON = /^(?:情节|拒不|逾期|造成|有违法所得|最高|对其|个人有)/
