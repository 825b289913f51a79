import { words } from '../words.ts'
import type { Words } from '../words.ts'

/** What a document number (文号) is made of. One series runs per organ, kind and year, from 1. */
export interface NumberParts {
  /** 机关代字: 晋×市监. */
  readonly organ: string
  /** 文书代字: 罚, 不罚, 责改. */
  readonly kind: string
  readonly year: number
  readonly seq: number
}

/** GB/T 9704-2012: year in full between 六角括号, no leading zeros, no 第. Bodies that write 第 set their own template. */
export const standardTemplate = '{organ}{kind}〔{year}〕{seq}号'

/**
 * `formatNumber(standardTemplate, { organ: '晋×市监', kind: '罚', year: 2026, seq: 12 })` is 晋×市监罚〔2026〕12号. Throws
 * RangeError for a template with a fault, or a year or sequence that is no number of a series.
 */
export function formatNumber(template: string, { organ, kind, year, seq }: NumberParts): string {
  const fault = templateFault(template)
  if (fault) throw new RangeError(fault.en)
  if (!Number.isInteger(year) || year < 1949 || year > 9999 || !Number.isSafeInteger(seq) || seq < 1)
    throw new RangeError(`no number ${seq} of ${year}`)
  const parts: Readonly<Record<string, string>> = { organ, kind, year: String(year), seq: String(seq) }
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)
}

/** What is wrong with a template that a body has set; undefined if nothing. */
export function templateFault(template: string): Words | undefined {
  const names = [...template.matchAll(/\{(\w*)\}/g)].map((match) => match[1] ?? '')
  const unknown = names.find((name) => !['organ', 'kind', 'year', 'seq'].includes(name))
  if (unknown !== undefined) return words(`模板中没有“{${unknown}}”这一项`, `A template knows no “{${unknown}}”`)
  if (!/^[^〔〕]+〔\{year\}〕第?\{seq\}号$/.test(template) || names.length !== new Set(names).size)
    return words(
      '模板应为“…〔{year}〕{seq}号”，年份置于六角括号内',
      'A template reads “…〔{year}〕{seq}号”, the year in tortoise-shell brackets',
    )
  if (!names.includes('organ') || !names.includes('kind'))
    return words('模板应含机关代字{organ}和文书代字{kind}', 'A template contains {organ} and {kind}')
  return undefined
}

/**
 * Reads a number as found on paper or in another system. `mark` is everything before the year (organ, kind, 字). `standard`
 * is false where brackets, 第, zeros or spaces are not as GB/T 9704 has them; the meaning is the same.
 */
export function parseNumber(
  text: string,
): { readonly mark: string; readonly year: number; readonly seq: number; readonly standard: boolean } | undefined {
  const match = /^([^〔〕[\]［］()（）【】]+)[〔[［(（【]([12]\d{3})[〕\]］)）】]第?0*([1-9]\d{0,14})号?$/.exec(text.replace(/\s/g, ''))
  if (!match) return undefined
  const [mark = '', year, seq] = match.slice(1)
  return { mark, year: Number(year), seq: Number(seq), standard: text === `${mark}〔${year}〕${seq}号` }
}
