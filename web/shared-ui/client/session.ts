/**
 * A session that ended while somebody was writing. Whoever asks waits on one promise; the dialog (sign-in/again.tsx) hears of
 * it, signs in, and everybody goes on.
 */
let waiting: { promise: Promise<void>; resume: () => void } | undefined
const listeners = new Set<() => void>()

export function signedInAgain(): Promise<void> {
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting = { promise, resume: resolve }
    for (const tell of listeners) tell()
  }
  return waiting.promise
}

export function resume(): void {
  const ended = waiting
  waiting = undefined
  for (const tell of listeners) tell()
  ended?.resume()
}

export const isWaiting = (): boolean => waiting !== undefined

export function onWaiting(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
