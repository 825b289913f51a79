import { shortStatute } from '@faheng/law/statutes/name.ts'
import { type Day, isDay } from '@faheng/law/time/day.ts'

/** What an official list says of one version: repealed (1), amended since (2), in force (3), not yet in force (4). */
export interface Status {
  readonly state: 1 | 2 | 3 | 4
  readonly inForce: Day
}

/** By short name and day of promulgation. */
export type Statuses = ReadonlyMap<string, Status>

export const statusKey = (statute: string, promulgated: Day) => `${statute} ${promulgated}`

/** Lists `[{title, sxx, gbrq, sxrq}]`; some come as a JSON text that holds JSON. Entries without the two days are left out. */
export function readStatuses(texts: readonly string[]): Statuses {
  const found = new Map<string, Status>()
  for (const text of texts) {
    const once: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    const list: unknown = typeof once === 'string' ? JSON.parse(once) : once
    for (const entry of Array.isArray(list) ? (list as Record<string, unknown>[]) : []) {
      const { title, sxx, gbrq, sxrq } = entry
      if (typeof title === 'string' && (sxx === 1 || sxx === 2 || sxx === 3 || sxx === 4) && isDay(String(gbrq)) && isDay(String(sxrq)))
        found.set(statusKey(shortStatute(title), String(gbrq)), { state: sxx, inForce: String(sxrq) })
    }
  }
  return found
}
