import { NUMBER, SHARE, parseFen, parseShare } from '../numerals.ts'
import type { AmountCondition, Base, Fine } from './branch.ts'

/** A fine read from a clause, and the range of characters it fills there. */
export interface FineFound {
  readonly fine: Fine
  readonly start: number
  readonly end: number
}

/**
 * The fines of one clause, in order: 处一万元以上五万元以下罚款, 货值金额十倍以上二十倍以下, 每吨三百元, 处以罚款 without a figure.
 * `inherited` is the base of the fine before it, for 处五倍以上十倍以下 that does not name its own.
 */
export function finesOf(clause: string, inherited: { base: Base; baseText: string } | undefined): FineFound[] {
  const out: FineFound[] = []
  let from = 0
  for (const match of clause.matchAll(RANGE)) {
    const before = clause.slice(from, match.index)
    const [low, high] = match.groups?.['fixed'] ? [match.groups['fixed'], match.groups['fixed']] : [match.groups?.['low'], match.groups?.['high']]
    const fine = high?.endsWith('元') ? amount(before, low, high) : share(before, low, high ?? '', inherited)
    if (fine) out.push({ fine, start: from, end: match.index + match[0].length })
    from = match.index + match[0].length
  }
  if (out.length === 0 && UNSPECIFIED.test(clause)) out.push({ fine: { base: 'unspecified' }, start: 0, end: clause.length })
  return out
}

/** 最高不得超过三万元 → fen. */
export function capOf(clause: string): number | undefined {
  const match = new RegExp(`最高(?:罚款)?(?:不得?超过|为)(${NUMBER}元)`).exec(clause)
  return match ? parseFen(match[1] ?? '') : undefined
}

/** 货值金额不足十万元的，按十万元计算: the condition's own words before the amount, its base and the counted amount in fen. */
export function countedAs(condition: string, clause: string): { base: Base; qualifier: string; fen: number } | undefined {
  const counted = new RegExp(`^(?:则?按照?|以)(${NUMBER}元)计(?:算|罚)?`).exec(clause)
  const when = amountCondition(condition)
  const fen = counted ? parseFen(counted[1] ?? '') : undefined
  if (!when || fen === undefined) return undefined
  return { base: when.base, qualifier: condition.replace(BASE_WORDS, '|').split('|')[0] ?? '', fen }
}

/** Reads 违法所得不足三万元的, 货值金额一万元以上的, 没有违法经营额或者违法经营额不足五万元的; undefined where it is no condition on an amount. */
export function amountCondition(text: string): AmountCondition | undefined {
  const base = BASE_WORDS.exec(text)
  if (!base) return undefined
  const kind = baseOf(base[0])
  const none = /(?:没有|无)(?:违法所得|违法经营额|经营额|营业额|销售额|非法所得)|无法(?:计算|查证|确定|认定)|明显偏低/.test(text)
  const under = new RegExp(`(?:不足|不满|低于|少于)(${NUMBER}元)`).exec(text)
  const upTo = new RegExp(`(?:在)?(${NUMBER}元)以下`).exec(text)
  const over = new RegExp(`(?:在)?(${NUMBER}元)以上|(?:超过|达到)(${NUMBER}元)`).exec(text)
  const below = under ? parseFen(under[1] ?? '') : upTo ? plusOne(parseFen(upTo[1] ?? '')) : undefined
  const atLeast = over ? parseFen(over[1] ?? over[2] ?? '') : undefined
  const some = /^有(?:违法所得|违法经营额)/.test(text) ? 1 : undefined
  if (!none && below === undefined && atLeast === undefined && some === undefined) return undefined
  return {
    base: kind,
    ...(atLeast ?? some ? { atLeast: atLeast ?? some ?? 0 } : {}),
    ...(below === undefined ? {} : { below }),
    ...(none ? { none: true as const } : {}),
  }
}

/** 在五万元以下 includes the figure: the exclusive bound is one fen more. */
const plusOne = (fen: number | undefined) => (fen === undefined ? undefined : fen + 1)

function amount(before: string, low: string | undefined, high: string): Fine | undefined {
  const floor = low === undefined ? 0 : parseFen(withUnit(low, high))
  const ceiling = parseFen(high)
  if (floor === undefined || ceiling === undefined || floor > ceiling) return undefined
  const bounds = { floor, ceiling, floorInclusive: low !== undefined }
  if (/(?:以上|至|到|不低于|超过)[^，]{0,6}$/.test(before)) return undefined
  const unit = UNIT.exec(before)
  if (!unit) return { base: 'absolute', ...bounds }
  return { base: 'per-unit', unit: unit[0].replace(/(?:处以|处|给予|罚款|可以|并)+$/, '').trim(), ...bounds }
}

function share(before: string, low: string | undefined, high: string, inherited: { base: Base; baseText: string } | undefined): Fine | undefined {
  const ceiling = parseShare(high)
  const floor = low === undefined ? { n: 0, d: 1 } : parseShare(low)
  if (!ceiling || !floor || floor.n * ceiling.d > ceiling.n * floor.d) return undefined
  const baseText = before.replace(/^.*(?:处以|处|罚款)/, '').trim()
  if (new RegExp(`以[上下]|${NUMBER}[元倍]|分之`).test(baseText)) return undefined
  const own = baseText === '' ? inherited : { base: baseOf(baseText), baseText }
  return own && { ...own, floor, ceiling, floorInclusive: low !== undefined }
}

/** 一万元至五万元 and 五百至一千元: a lower figure without unit takes the upper one's. */
const withUnit = (low: string, high: string) => (low.endsWith('元') ? low : `${low}${/[万亿]?元$/.exec(high)?.[0] ?? '元'}`)

function baseOf(text: string): Base {
  if (/货值/.test(text)) return 'goods-value'
  if (/(?:违法|非法)(?:所得|收入)/.test(text)) return 'illegal-gains'
  if (/经营额|营业额|销售额|交易额/.test(text)) return 'turnover'
  if (/投资/.test(text)) return 'investment'
  if (/合同价款|工程(?:造价|价款)/.test(text)) return 'contract-price'
  if (/收入/.test(text)) return 'income'
  return 'named'
}

const BASE_WORDS = /货值金额|货值|违法所得|非法所得|违法收入|违法经营额|非法经营额|经营额|营业额|销售额|广告费用|工程合同价款/
const LIMIT = `(?:${NUMBER}元|${SHARE})`
const RANGE = new RegExp(
  `(?:(?<low>${LIMIT}|${NUMBER}(?=(?:以上|至|到|-|~)${NUMBER}元))(?:以上|至|到|-|~)(?=${LIMIT}))?(?<high>${LIMIT})(?:以下|(?<=(?:至|到|-|~)${LIMIT}))|(?<fixed>${NUMBER}元|${NUMBER}倍)(?=的?(?:罚款|标准))`,
  'g',
)
const UNIT = /(?:(?:一|1)名[\p{Script=Han}]{1,6})?每(?:使用)?[\p{Script=Han}0-9一]{1,10}?(?=处以|处|给予|罚款|可以|$)/u
const UNSPECIFIED = /(?:处以?|并处以?)罚款|^罚款|、罚款|(?:警告|或者)罚款/
