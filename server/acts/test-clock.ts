import { instantAt, msOf, type Instant } from '@faheng/law/time/day.ts'

/** A clock that a test winds: each reading is a second later. */
export function standardClock(start: Instant) {
  let at = msOf(start)
  return {
    now: (): Instant => instantAt((at += 1000)),
    set: (instant: Instant): void => void (at = msOf(instant) - 1000),
    forward: (ms: number): void => void (at += ms),
    read: (): Instant => instantAt(at),
  }
}
