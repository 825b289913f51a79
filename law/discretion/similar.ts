/** Amounts of similar decisions, in order: what a fine is compared with before it is signed (R32). Fen. */
export interface Spread {
  readonly count: number
  readonly lowest: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  readonly highest: number
}

/** Between two amounts the quartile lies on the straight line, rounded to the fen. Nothing to compare: undefined. */
export function spreadOf(amounts: readonly number[]): Spread | undefined {
  const sorted = amounts.toSorted((a, b) => a - b)
  if (sorted.length === 0) return undefined
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share
    const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
    return Math.round(below + (above - below) * (place - Math.floor(place)))
  }
  return { count: sorted.length, lowest: at(0), lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75), highest: at(1) }
}
