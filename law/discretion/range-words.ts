import type { Fine } from '../penalties/branch.ts'
import type { Ratio } from '../numerals.ts'
import { words, type Words } from '../words.ts'
import type { Bounds } from './benchmark.ts'

/** A range as people say it: 5,000 元以上 10,000 元以下, 违法所得 3 倍以上 5 倍以下, 每人 300 元. */
export function rangeWords(range: Fine | null): Words {
  if (range === null) return words('不涉及罚款', 'no fine')
  switch (range.base) {
    case 'unspecified':
      return words('未写明数额', 'no figure')
    case 'absolute':
      return boundsWords(range)
    case 'per-unit': {
      const each = boundsWords(range)
      return words(`${range.unit}${each.zh}`, `${each.en} per unit (${range.unit})`)
    }
    default: {
      const [floor, ceiling] = [share(range.floor), share(range.ceiling)]
      const zh = floor.zh === ceiling.zh ? ceiling.zh : range.floor.n === 0 ? `${ceiling.zh}以下` : `${floor.zh}以上${ceiling.zh}以下`
      return words(`${range.baseText}${zh}`, `${floor.en === ceiling.en ? ceiling.en : `${floor.en} to ${ceiling.en}`} of the base (${range.baseText})`)
    }
  }
}

/** Fen. */
export function boundsWords({ floor, ceiling }: Bounds): Words {
  if (floor === ceiling) return words(`${yuan(ceiling)}元`, `${yuan(ceiling)} yuan`)
  return words(floor === 0 ? `${yuan(ceiling)}元以下` : `${yuan(floor)}元以上${yuan(ceiling)}元以下`, `${yuan(floor)} to ${yuan(ceiling)} yuan`)
}

export const yuan = (fen: number): string => {
  const [whole = '', cents = ''] = (fen / 100).toFixed(2).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (cents === '00' ? '' : `.${cents}`)
}

/** Whole or half multiples as 倍, smaller shares as percent. */
function share({ n, d }: Ratio): Words {
  const percent = (n * 100) / d
  return n >= d || n === 0 ? words(`${round(n / d)}倍`, `${round(n / d)} times`) : words(`${round(percent)}%`, `${round(percent)}%`)
}

const round = (value: number): string => String(Math.round(value * 10_000) / 10_000)
