import { NUMBER, parseInteger } from '../numerals.ts'

/** One line of a statute's text, by what it is. */
export type Line =
  | { readonly kind: 'contents' }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'article'; readonly number: number; readonly sub?: number; readonly label: string; readonly text: string }
  | { readonly kind: 'item' | 'text'; readonly text: string }

/**
 * 编 0, 分编 1, 章 2, 节 3, 目 4. An article's number is followed by a space; where a print lost it, the line still is that article
 * if its number is the `expected` one and no citation goes on (第五条第一款, 第五条的).
 */
export function readLine(line: string, expected: number): Line {
  if (/^目\s*录$/.test(line)) return { kind: 'contents' }
  const heading = HEADING.exec(line)
  if (heading) return { kind: 'heading', level: LEVELS.indexOf(heading[1] ?? ''), text: headingText(line) }
  const article = ARTICLE.exec(line)
  if (article) {
    const [, label = '', figures = '', inserted, space = '', rest = ''] = article
    const number = parseInteger(figures)
    const sub = inserted === undefined ? undefined : parseInteger(inserted)
    const begins = space !== '' || rest === '' || (number === expected && !/^(?:[第、，,和及至的]|之|规定|所列)/.test(rest))
    if (number !== undefined && begins) return { kind: 'article', number, ...(sub === undefined ? {} : { sub }), label, text: rest }
  }
  return { kind: ITEM.test(line) ? 'item' : 'text', text: line }
}

/** Without byte order mark, zero-width characters and Markdown signs; spaces of both widths trimmed. */
export const cleanLine = (line: string): string =>
  line.replace(/[\u200b-\u200f\u2060\ufeff\r]/g, '').replaceAll('**', '').replace(/^\s*#+\s*/, '').replace(/^\s+|\s+$/g, '')

/** Spaces within a heading are the print's: 总 则 is 总则. */
function headingText(line: string): string {
  const match = HEADING.exec(line)
  const mark = match?.[0].slice(0, match[0].length - (match[2] ?? '').length).trim() ?? ''
  return `${mark} ${(match?.[2] ?? '').replace(/\s+/g, '')}`.trim()
}

const LEVELS: readonly string[] = ['编', '分编', '章', '节', '目']
const HEADING = new RegExp(`^第${NUMBER}(分编|[编章节目])(?:\\s+|$)([^。；：]{0,60})$`)
const ARTICLE = new RegExp(`^(第\\s*(${NUMBER})\\s*条(?:之(${NUMBER}))?)(\\s*)(.*)$`)
const ITEM = new RegExp(`^[（(]\\s*${NUMBER}\\s*[）)]`)
