import { penaltyKind, type PenaltyCode } from '../penalties/kinds.ts'
import { words, type Words } from '../words.ts'
import type { Benchmark } from './benchmark.ts'
import { boundsWords, rangeWords, yuan } from './range-words.ts'
import type { Weighed } from './weigh.ts'

/** What the file calls the evidence of a ticked circumstance, and why the benchmark is departed from. */
export interface Grounds {
  readonly evidence: readonly string[]
  readonly reason?: string | undefined
}

/** One paragraph on one fine, or one suspension, revocation and their like: the circumstances, the tier, its range, and where the fine lies in it (处罚法 5, 34; R32). */
export function explain(weighed: Weighed, { evidence, reason }: Grounds): Words {
  const { cell, ticked, tier, within } = weighed
  if (cell.kind !== 'fine') return explainKind(weighed, { evidence, reason })
  const fine = words(`${yuan(cell.amount ?? 0)}元`, `${yuan(cell.amount ?? 0)} yuan`)
  if (!tier) {
    const why = reason ? sentence(reason) : ''
    return words(`本案未适用裁量基准规定的档次，拟处罚款${fine.zh}。${why}`, `No tier of the benchmark is applied; the fine is ${fine.en}. ${why}`.trim())
  }
  const { benchmark, bounds } = tier
  const range = typeof bounds === 'string' ? words(benchmark.standard || rangeWords(benchmark.range).zh, benchmark.standard || rangeWords(benchmark.range).en)
    : benchmark.range !== null && 'baseText' in benchmark.range ? words(`${rangeWords(benchmark.range).zh}，即${boundsWords(bounds).zh}`, `${rangeWords(benchmark.range).en}, that is ${boundsWords(bounds).en}`)
      : boundsWords(bounds)
  const lies = within === undefined ? words('', '')
    : within ? words(`，罚款${fine.zh}在该幅度内`, `; the fine of ${fine.en} lies within it`)
      : words(`，罚款${fine.zh}不在该幅度内`, `; the fine of ${fine.en} lies outside it`)
  const [found, why] = [foundIn(ticked, benchmark, evidence), whyOf(reason)]
  return words(`${found.zh}，罚款幅度为${range.zh}${lies.zh}。${why.zh}`, `${found.en}, its range ${range.en}${lies.en}. ${why.en}`.trim())
}

/** The tier says whether it goes as far as this penalty; its own words are quoted. */
function explainKind({ cell, ticked, tier, within }: Weighed, { evidence, reason }: Grounds): Words {
  const kind = penaltyKind(cell.kind as PenaltyCode).words
  const why = whyOf(reason)
  if (!tier) return words(`本案未适用裁量基准规定的档次，拟给予${kind.zh}。${why.zh}`, `No tier of the benchmark is applied; proposed: ${kind.en}. ${why.en}`.trim())
  const { benchmark } = tier
  const found = foundIn(ticked, benchmark, evidence)
  const says = benchmark.standard === '' ? words('', '') : words(`，该档次规定“${benchmark.standard.replace(/[。；;]+$/, '')}”`, `, which says "${benchmark.standard}"`)
  const fits = within === undefined ? words('', '') : within ? words(`，给予${kind.zh}与该档次相符`, `; ${kind.en} accords with it`) : words(`，给予${kind.zh}超出该档次`, `; ${kind.en} goes beyond it`)
  return words(`${found.zh}${says.zh}${fits.zh}。${why.zh}`, `${found.en}${says.en}${fits.en}. ${why.en}`.trim())
}

function foundIn(ticked: Weighed['ticked'], benchmark: Benchmark, evidence: readonly string[]): Words {
  const found = ticked.map(({ circumstance }) => circumstance.replace(/[。；;]+$/, ''))
  const shown = evidence.length > 0 ? words(`，有${evidence.join('、')}证实`, `, shown by ${evidence.join(', ')}`) : words('', '')
  const maker = benchmark.maker === '' ? words('本机关', 'this body') : words(benchmark.maker, benchmark.maker)
  return words(
    `当事人的违法行为具有${found.map((each) => `“${each}”`).join('、')}的情节${shown.zh}。对照${maker.zh}制定的行政处罚裁量基准，适用“${benchmark.tier}”档次`,
    `Found: ${found.map((each) => `"${each}"`).join(', ')}${shown.en}. By the benchmark of ${maker.en} the tier is "${benchmark.tier}"`,
  )
}

const whyOf = (reason: string | undefined): Words => (reason ? words(`偏离裁量基准的理由：${sentence(reason)}`, `Why it departs: ${sentence(reason)}`) : words('', ''))

const sentence = (text: string): string => (/[。！？.]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`)
