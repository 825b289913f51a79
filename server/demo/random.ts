/** Chance that repeats itself: the same seed gives the same county. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** True `n` times in a hundred. */
  percent(n: number): boolean
  /** A stream of its own, independent of how much of this one is used. */
  part(name: string): Random
}

/** SplitMix32 over the seed, FNV-1a for the names of parts. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    pick: (from) => {
      const found = from[between(0, from.length - 1)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    percent: (n) => next() * 100 < n,
    part(name) {
      let hash = (0x811c9dc5 ^ seed) >>> 0
      for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
      return randomOf(hash)
    },
  }
}
