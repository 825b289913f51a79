import { words, type Words } from '../words.ts'
import { boundsWords, rangeWords, yuan } from './range-words.ts'
import type { Weighed } from './weigh.ts'

/** What the file calls the evidence of a ticked circumstance, and why the benchmark is departed from. */
export interface Grounds {
  readonly evidence: readonly string[]
  readonly reason?: string | undefined
}

/** One paragraph on one fine: the circumstances, the tier, its range, and where the fine lies in it (处罚法 5, 34; R32). */
export function explain(weighed: Weighed, { evidence, reason }: Grounds): Words {
  const { cell, ticked, tier, within } = weighed
  const fine = words(`${yuan(cell.amount ?? 0)}元`, `${yuan(cell.amount ?? 0)} yuan`)
  if (!tier) {
    const why = reason ? sentence(reason) : ''
    return words(`本案未适用裁量基准规定的档次，拟处罚款${fine.zh}。${why}`, `No tier of the benchmark is applied; the fine is ${fine.en}. ${why}`.trim())
  }
  const { benchmark, bounds } = tier
  const found = ticked.map(({ circumstance }) => circumstance.replace(/[。；;]+$/, ''))
  const shown = evidence.length > 0 ? words(`，有${evidence.join('、')}证实`, `, shown by ${evidence.join(', ')}`) : words('', '')
  const maker = benchmark.maker === '' ? words('本机关', 'this body') : words(benchmark.maker, benchmark.maker)
  const range = typeof bounds === 'string' ? words(benchmark.standard || rangeWords(benchmark.range).zh, benchmark.standard || rangeWords(benchmark.range).en)
    : benchmark.range !== null && 'baseText' in benchmark.range ? words(`${rangeWords(benchmark.range).zh}，即${boundsWords(bounds).zh}`, `${rangeWords(benchmark.range).en}, that is ${boundsWords(bounds).en}`)
      : boundsWords(bounds)
  const lies = within === undefined ? words('', '')
    : within ? words(`，罚款${fine.zh}在该幅度内`, `; the fine of ${fine.en} lies within it`)
      : words(`，罚款${fine.zh}不在该幅度内`, `; the fine of ${fine.en} lies outside it`)
  const why = reason ? words(`偏离裁量基准的理由：${sentence(reason)}`, `Why it departs: ${sentence(reason)}`) : words('', '')
  return words(
    `当事人的违法行为具有${found.map((each) => `“${each}”`).join('、')}的情节${shown.zh}。对照${maker.zh}制定的行政处罚裁量基准，适用“${benchmark.tier}”档次，罚款幅度为${range.zh}${lies.zh}。${why.zh}`,
    `Found: ${found.map((each) => `"${each}"`).join(', ')}${shown.en}. By the benchmark of ${maker.en} the tier is "${benchmark.tier}", its range ${range.en}${lies.en}. ${why.en}`.trim(),
  )
}

const sentence = (text: string): string => (/[。！？.]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`)
