/** Says how long each part of the start took, in seconds. */
export interface Stopwatch {
  lap(what: string): void
  total(): void
}

export function stopwatch(now: () => number, say: (line: string) => void): Stopwatch {
  const begun = now()
  let last = begun
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  return {
    lap(what) {
      const at = now()
      say(`${what}: ${seconds(at - last)}`)
      last = at
    },
    total: () => say(`ready after ${seconds(now() - begun)}`),
  }
}
