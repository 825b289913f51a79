/** An exact fraction of two integers; never a float, so that money computed from it stays exact. */
export interface Ratio {
  readonly n: number
  readonly d: number
}

/** Regular-expression source of one number as tables write it: 一百二十四, 两, 〇, 零点五, 5千, 1.5万, 30,000, ３. */
export const NUMBER = String.raw`(?:[0-9０-９]{1,15}(?:[,，][0-9０-９]{3}){0,4}(?:[.．][0-9０-９]{1,6})?[十百千万亿]{0,3}|[零〇一二两三四五六七八九十百千万亿]{1,16}(?:点[零〇一二三四五六七八九]{1,6})?)`

/** Regular-expression source of a multiple or share: 三倍, 百分之五, 万分之五, 5％, 等值. */
export const SHARE = `(?:${NUMBER}倍|[百千万]分之${NUMBER}|${NUMBER}[%％‰]|等值)`

/** A number in Chinese or Arabic figures, mixed allowed; undefined where the text is no number. */
export function parseNumber(text: string): Ratio | undefined {
  const figures = text
    .trim()
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[,，](?=\d{3})/g, '')
  const arabic = /^(\d+)(?:\.(\d+))?([十百千万亿]*)$/.exec(figures)
  if (arabic) {
    const decimals = arabic[2] ?? ''
    let n = Number((arabic[1] ?? '') + decimals)
    for (const unit of arabic[3] ?? '') n *= UNITS[unit] ?? 1
    return reduce(n, 10 ** decimals.length)
  }
  const [whole = '', decimals = ''] = figures.split('点')
  const n = parseChinese(whole)
  if (n === undefined || (decimals === '') !== !figures.includes('点')) return undefined
  const digits = [...decimals].map((c) => DIGITS[c])
  return digits.includes(undefined) ? undefined : reduce(Number(`${n}${digits.join('')}`), 10 ** digits.length)
}

/** A whole number, as articles and counts are; undefined for fractions and other text. */
export function parseInteger(text: string): number | undefined {
  const number = parseNumber(text)
  return number?.d === 1 ? number.n : undefined
}

/** 五十万元, 1.5万元, 3000元 → integer fen; undefined where the text is no amount or not a whole number of fen. */
export function parseFen(text: string): number | undefined {
  const number = parseNumber(text.trim().replace(/(?:人民币|元|圆|整)/g, ''))
  if (!number) return undefined
  const fen = (number.n * 100) / number.d
  return Number.isSafeInteger(fen) ? fen : undefined
}

/** 三倍 → 3/1, 百分之五 → 5/100, 5％, 千分之三, 万分之五, 等值 → 1/1. */
export function parseShare(text: string): Ratio | undefined {
  const share = text.trim()
  if (share === '等值') return { n: 1, d: 1 }
  const per = /^([百千万])分之(.+)$/.exec(share)
  const [number, divisor] = per
    ? [parseNumber(per[2] ?? ''), UNITS[per[1] ?? ''] ?? 1]
    : share.endsWith('倍')
      ? [parseNumber(share.slice(0, -1)), 1]
      : [parseNumber(share.replace(/[%％‰]$/, '')), share.endsWith('‰') ? 1000 : /[%％]$/.test(share) ? 100 : 0]
  return number && divisor > 0 ? reduce(number.n, number.d * divisor) : undefined
}

function parseChinese(text: string): number | undefined {
  if (!/^[零〇一二两三四五六七八九十百千万亿]+$/.test(text)) return undefined
  if (/^[零〇一二三四五六七八九]{2,15}$/.test(text)) return Number([...text].map((c) => DIGITS[c]).join(''))
  let total = 0
  let section = 0
  let digit = 0
  for (const c of text) {
    const unit = UNITS[c]
    if (unit === undefined) {
      if (digit !== 0) return undefined
      digit = DIGITS[c] ?? 0
    } else if (unit < 10_000) {
      section += (digit === 0 ? 1 : digit) * unit
      digit = 0
    } else {
      total = unit === 10_000 ? total + (section + digit) * unit : (total + section + digit) * unit
      section = 0
      digit = 0
    }
  }
  const n = total + section + digit
  return Number.isSafeInteger(n) && (n > 0 || /[零〇]/.test(text)) ? n : undefined
}

/** In lowest terms; undefined beyond exact integers. */
function reduce(n: number, d: number): Ratio | undefined {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return undefined
  const divisor = greatestCommon(n, d)
  return { n: n / divisor, d: d / divisor }
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a || 1 : greatestCommon(b, a % b))

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }
