/**
 * Does the work on each thing, `width` at a time, so that things with a key in common follow each other in the order given.
 * After a failure nothing new is begun, and the first failure is thrown.
 */
export async function inOrder<T>(things: readonly T[], keysOf: (thing: T) => readonly string[], width: number, work: (thing: T) => Promise<void>): Promise<void> {
  const last = new Map<string, Promise<void>>()
  const ready: (() => void)[] = []
  let running = 0
  let failed = false
  const enter = (): Promise<void> | undefined => (running < width ? void running++ : new Promise((resolve) => ready.push(resolve)))
  const leave = (): void => {
    const next = ready.shift()
    if (next) next()
    else running--
  }
  const one = async (thing: T, before: readonly Promise<void>[]): Promise<void> => {
    await Promise.all(before)
    await enter()
    try {
      if (!failed) await work(thing)
    } catch (error) {
      failed = true
      throw error
    } finally {
      leave()
    }
  }
  const all = things.map((thing) => {
    const keys = keysOf(thing)
    const done = one(thing, keys.flatMap((key) => last.get(key) ?? []))
    for (const key of keys) last.set(key, done)
    return done
  })
  const settled = await Promise.allSettled(all)
  const failure = settled.find((each) => each.status === 'rejected')
  if (failure) throw failure.reason
}
