import type { Static, TObject } from 'typebox'
import { type Citation, chineseNumber, citationWords } from '../citation.ts'
import { capitalAmount } from '../identifiers/amount.ts'
import type { Words } from '../words.ts'
import type { DocumentDefinition, Frame, View } from './document.ts'

/** A document ready for its template. `day` is [year, month, day] for the file's own date. */
interface Presented {
  readonly frame: {
    readonly organ: string
    readonly seal: string
    readonly title: string
    readonly number: string
    readonly date: string
    readonly day: readonly number[]
    readonly code: string
    readonly verifyUrl: string
    readonly voided: boolean
    readonly draft: boolean
  }
  readonly view: View
}

/** Turns fields and frame into the strings a template lays out. */
export function present<F extends TObject>(definition: DocumentDefinition<F>, fields: Static<F>, frame: Frame): Presented {
  return {
    frame: {
      organ: frame.body.name,
      seal: frame.body.sealText ?? frame.body.name,
      title: definition.titleOf?.(fields) ?? definition.title.zh,
      number: frame.number ?? '',
      date: dayText(frame.date),
      day: frame.date === undefined ? [] : frame.date.split('-').map(Number),
      code: frame.code ?? '',
      verifyUrl: frame.verifyUrl ?? '',
      voided: frame.voided ?? false,
      draft: frame.draft ?? false,
    },
    view: definition.view(fields),
  }
}

/** '2026-11-03' is 2026年11月3日 (GB/T 9704: no leading zeros). Empty leaves room to write. */
export function dayText(day: string | undefined): string {
  const [year, month, date] = (day ?? '').split('-')
  return year && month && date ? `${year}年${Number(month)}月${Number(date)}日` : '　　　年　　月　　日'
}

/** An ISO instant as the clock on the wall in China showed it: 2026年11月3日9时05分. */
export function momentText(instant: string | undefined): string {
  const at = Date.parse(instant ?? '')
  if (Number.isNaN(at)) return '　　　年　　月　　日　　时　　分'
  const local = new Date(at + 8 * 3_600_000).toISOString()
  return `${dayText(local.slice(0, 10))}${Number(local.slice(11, 13))}时${local.slice(14, 16)}分`
}

/** From – to; the day is not repeated when both fall on it, nor the moment when it is one. */
export function periodText(from: string | undefined, to: string | undefined): string {
  const start = momentText(from)
  if (from && from === to) return start
  const end = momentText(to)
  const day = start.slice(0, start.indexOf('日') + 1)
  return `${start}至${to && end.startsWith(day) ? end.slice(day.length) : end}`
}

/** Integer fen in figures: 5000元, 12.50元. No thousands separators: a comma invites a forged digit. */
export function yuanText(fen: number): string {
  if (!Number.isSafeInteger(fen)) return '　　　　元'
  const whole = Math.trunc(fen / 100)
  return fen % 100 === 0 ? `${whole}元` : `${whole}.${String(fen % 100).padStart(2, '0')}元`
}

/** Figures and capitals, as sums stand in decisions: 人民币5000元（大写：伍仟元整）. */
export const moneyText = (fen: number): string =>
  Number.isSafeInteger(fen) ? `人民币${yuanText(fen)}（大写：${capitalAmount(fen)}）` : '人民币　　　　元（大写：　　　　　　）'

/** A citation under the statute's full title: 《中华人民共和国食品安全法》第三十四条第（十）项. */
export const citationText = (citation: Citation): string =>
  citationWords({ ...citation, statute: fullStatute(citation.statute) }).zh

export const citationsText = (citations: readonly Citation[]): string => citations.map(citationText).join('、')

/** Acts of the National People's Congress carry 中华人民共和国 in their title, and so do the regulations made to carry them out. */
const fullStatute = (statute: string): string =>
  statute.startsWith('中华人民共和国') || !/(?<!办)法(实施条例)?$/.test(statute) ? statute : `中华人民共和国${statute}`

/** Text as typed, one string a paragraph. */
export const paragraphs = (text: string | undefined): string[] =>
  (text ?? '').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')

/** A count in figures, or room for one. */
export const countText = (n: number): string => (Number.isSafeInteger(n) ? String(n) : '　　')

/** A count in Chinese numerals, or room for one. */
export const numeral = (n: number): string => (Number.isSafeInteger(n) ? chineseNumber(n) : '　　')

/** 一、 二、 三、 */
export const ordinal = (index: number): string => `${chineseNumber(index + 1)}、`

/** Ends a sentence once; nothing said is no sentence. */
export const sentence = (text: string): string => (text.trim() === '' || /[。；！？]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`)

/** What was chosen, or room to write where nothing was yet. */
export const chosen = <K extends string>(labels: Readonly<Record<K, Words>>, choice: K): string =>
  Object.hasOwn(labels, choice) ? labels[choice].zh : '　　　　'

/** A label and what is written beside it; left out when there is nothing to write. */
export const line = (label: string, value: string | undefined): View[] => (value ? [{ label, value }] : [])
