/** Money is integer fen (分), below 2^53: some 90 trillion yuan. */
export type Fen = number

/** `fenToYuan(123400)` is '1,234.00'. */
export function fenToYuan(fen: Fen): string {
  const { negative, yuan, cents } = partsOf(fen)
  const grouped = String(yuan).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${negative ? '-' : ''}${grouped}.${String(cents).padStart(2, '0')}`
}

/** In 万元 without trailing zeros, as the 双公示 record wants it: 200000 fen is '0.2', one fen '0.000001'. */
export function fenToWanYuan(fen: Fen): string {
  const { negative, yuan, cents } = partsOf(fen)
  const decimals = (String(yuan % 10_000).padStart(4, '0') + String(cents).padStart(2, '0')).replace(/0+$/, '')
  return `${negative ? '-' : ''}${Math.floor(yuan / 10_000)}${decimals === '' ? '' : `.${decimals}`}`
}

/**
 * The amount in words (人民币大写), after 正确填写票据和结算凭证的基本规定: 整 after 元, none after 角 or 分; one 零 for zeros between
 * digits; 零 after 元 where 角 is zero and 分 is not, and where 元 ends in zero and 角 follows. 1680.32 yuan is
 * 壹仟陆佰捌拾元零叁角贰分.
 */
export function capitalAmount(fen: Fen): string {
  const { negative, yuan, cents } = partsOf(fen)
  const sign = negative ? '负' : ''
  const [jiao, last] = [Math.floor(cents / 10), cents % 10]
  if (cents === 0) return `${sign}${yuan === 0 ? '零' : capitalInteger(yuan)}元整`
  const small = (jiao > 0 ? `${numeral(jiao)}角` : '') + (last > 0 ? `${numeral(last)}分` : '')
  if (yuan === 0) return sign + small
  return `${sign}${capitalInteger(yuan)}元${jiao === 0 || yuan % 10 === 0 ? '零' : ''}${small}`
}

/**
 * Fen of what a person or a table writes: '1,234.5', '￥1234', '1234元', '0.2万元', full-width digits too. Undefined if it is no
 * amount, negative, finer than a fen or too large to be exact.
 */
export function parseYuan(text: string): Fen | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const match = /^¥?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(万)?元?$/.exec(plain)
  if (!match) return undefined
  const places = match[3] === undefined ? 2 : 6
  const decimals = (match[2] ?? '').replace(/0+$/, '')
  if (decimals.length > places) return undefined
  const fen = Number(`${match[1]?.replaceAll(',', '')}${decimals.padEnd(places, '0')}`)
  return Number.isSafeInteger(fen) ? fen : undefined
}

function partsOf(fen: Fen): { negative: boolean; yuan: number; cents: number } {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not whole fen: ${fen}`)
  const size = Math.abs(fen)
  return { negative: fen < 0, yuan: Math.floor(size / 100), cents: size % 100 }
}

/** A positive whole number: groups of 亿 and 万, each with 零 before it if its own leading digits are zero. */
function capitalInteger(n: number): string {
  for (const [size, unit] of [[100_000_000, '亿'], [10_000, '万'], [1000, '仟'], [100, '佰'], [10, '拾']] as const) {
    if (n < size) continue
    const rest = n % size
    const gap = rest > 0 && rest < size / 10 ? '零' : ''
    return capitalInteger(Math.floor(n / size)) + unit + gap + (rest > 0 ? capitalInteger(rest) : '')
  }
  return numeral(n)
}

const numeral = (digit: number): string => '零壹贰叁肆伍陆柒捌玖'.charAt(digit)
