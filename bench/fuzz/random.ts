/** A small seeded generator (mulberry32): the same seed sends the same requests. */
export interface Dice {
  /** 0 ≤ n < below */
  below(n: number): number
  pick<T>(from: readonly T[]): T
  chance(probability: number): boolean
}

export function dice(seed: number): Dice {
  let a = seed >>> 0
  const next = (): number => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, pick: (from) => from[below(from.length)] as (typeof from)[number], chance: (probability) => next() < probability }
}
