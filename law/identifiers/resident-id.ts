import { addYears, isDay } from '../time/day.ts'
import type { Day } from '../time/day.ts'
import { words } from '../words.ts'
import type { Words } from '../words.ts'

/** Advice on a citizen identity number (公民身份号码). Other kinds of document are free text and not checked here. */
export type ResidentIdCheck =
  | {
      readonly ok: true
      /** 18 characters, a final X in upper case. */
      readonly id: string
      /** County of the first registration, six digits as of then; it may have been abolished since. */
      readonly region: string
      readonly birth: Day
      readonly sex: 'male' | 'female'
    }
  | { readonly ok: false; readonly reason: Words }

/** GB 11643-1999: region, birth date, a sequence whose parity is the sex, and a check digit modulo 11 (ISO 7064 MOD 11-2). */
export function checkResidentId(text: string): ResidentIdCheck {
  const id = text.replace(/\s/g, '').toUpperCase()
  if (/^\d{15}$/.test(id))
    return refuse('15位号码自2013年起停用，请录入18位号码', '15-digit numbers ceased in 2013; please enter the 18-character number')
  if (!/^\d{17}[\dX]$/.test(id))
    return refuse('公民身份号码应为17位数字加1位校验码', 'A citizen identity number is 17 digits and a check digit, or X')
  if (!provinces.has(id.slice(0, 2)))
    return refuse(`没有以${id.slice(0, 2)}开头的行政区划`, `No province has the code ${id.slice(0, 2)}`)
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDay(birth)) return refuse(`出生日期${birth}不存在`, `There is no birth date ${birth}`)
  if (checkDigit(id) !== id[17])
    return refuse('校验码不符，请核对是否录错', 'The check digit does not match; please compare with the document')
  return { ok: true, id, region: id.slice(0, 6), birth, sex: Number(id[16]) % 2 === 1 ? 'male' : 'female' }
}

/**
 * Full years of age (周岁) on a day, by which 处罚法 30 asks for 14 and 18. A year is full from the day *after* the birthday, as
 * the courts count it; on the 14th birthday itself a person is still 13. 0 before birth.
 */
export function ageOn(birth: Day, day: Day): number {
  let age = Math.max(0, Number(day.slice(0, 4)) - Number(birth.slice(0, 4)))
  if (age > 0 && addYears(birth, age) >= day) age--
  return age
}

/**
 * A number that passes the check, for an invented person: number `n` (0 … 999) of a region and birth date, odd for men, even
 * for women. Any valid number may be somebody's: pair it with a region code that was never given out.
 */
export function makeResidentId(region: string, birth: Day, n: number): string {
  if (!/^\d{6}$/.test(region) || !isDay(birth) || !Number.isInteger(n) || n < 0 || n > 999)
    throw new RangeError(`no number for ${region}, ${birth}, ${n}`)
  const body = region + birth.replaceAll('-', '') + String(n).padStart(3, '0')
  return body + checkDigit(body)
}

/** GB/T 2260 provinces, Taiwan, Hong Kong and Macao; 83 stands in residence permits for people from Taiwan. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

function checkDigit(id: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return '10X98765432'.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(id[i]), 0) % 11)
}

const refuse = (zh: string, en: string): ResidentIdCheck => ({ ok: false, reason: words(zh, en) })
