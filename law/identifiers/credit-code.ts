import { words } from '../words.ts'
import type { Words } from '../words.ts'

/** Advice on a unified social credit code (统一社会信用代码). Some early codes in use fail the check: warn, never block. */
export type CreditCodeCheck =
  | {
      readonly ok: true
      /** As written in the register: 18 characters, upper case, no spaces. */
      readonly code: string
      /** First character: 1 机构编制, 5 民政, 9 市场监管 … */
      readonly registrar: string
      /** Region of the registering organ, six digits (GB/T 2260). */
      readonly region: string
      /** Characters 9 to 17: the organisation code (GB 11714). */
      readonly organization: string
    }
  | { readonly ok: false; readonly reason: Words }

/** GB 32100-2015: 18 characters of an alphabet without I, O, S, V, Z; the last checks the others modulo 31. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = text.replace(/\s/g, '').toUpperCase()
  if (code.length !== 18)
    return refuse(`统一社会信用代码应为18位，现为${code.length}位`, `A unified social credit code has 18 characters; this has ${code.length}`)
  const foreign = [...code].find((character) => !alphabet.includes(character))
  if (foreign !== undefined)
    return refuse(`统一社会信用代码不使用“${foreign}”`, `“${foreign}” does not occur in unified social credit codes`)
  if (!/^\d{6}$/.test(code.slice(2, 8)))
    return refuse('第3至8位应为六位行政区划代码', 'Characters 3 to 8 must be a six-digit region code')
  if (checkCharacter(code) !== code[17])
    return refuse('校验码不符，请核对是否录错', 'The check character does not match; please compare with the licence')
  return { ok: true, code, registrar: code.slice(0, 1), region: code.slice(2, 8), organization: code.slice(8, 17) }
}

/**
 * A code that passes the check, for an invented party: number `n` (0 … 999,999) of a region and kind. The organisation
 * codes begin with MY, or 99 for organs, far from the series that registers have reached.
 */
export function makeCreditCode(region: string, n: number, kind: 'company' | 'individual-business' | 'organ' = 'company'): string {
  if (!/^\d{6}$/.test(region) || !Number.isInteger(n) || n < 0 || n > 999_999) throw new RangeError(`no code for ${region}, ${n}`)
  const base = kind === 'organ' ? `99${String(n).padStart(6, '0')}` : `MY${String(n).padStart(6, '0')}`
  const body = { company: '91', 'individual-business': '92', organ: '11' }[kind] + region + base + organizationCheck(base)
  return body + checkCharacter(body)
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The weight of position i is 3 to the power i, modulo 31 (GB 32100-2015, 5). */
function checkCharacter(code: string): string {
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** GB 11714-1997: eight characters, digits and letters (A is 10 … Z is 35), modulo 11. */
function organizationCheck(base: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(base.charAt(i), 36), 0)
  return '0123456789X0'.charAt(11 - (sum % 11))
}

const refuse = (zh: string, en: string): CreditCodeCheck => ({ ok: false, reason: words(zh, en) })
