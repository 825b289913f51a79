import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { Kind, Quality, Quantity } from './quantity.ts'

interface Common {
  readonly id: string
  readonly title: Words
  /** Why a higher number is good, in one sentence. */
  readonly better: Words
  readonly formula: Words
  /**
   * Over what time it is asked. `month`: as it stands at each month's end. `quarter`: anew each quarter. `year`: over the year, a
   * flow added up since January, a register's figure growing from nothing to its target.
   */
  readonly period: Period
  /** Whose parts it is laid out by. */
  readonly by: readonly Breakdown[]
}

export type Period = 'month' | 'quarter' | 'year'
type Breakdown = 'body' | 'township'

/** A share among things of one kind, in percent, with what is to be reached. */
export interface Share extends Common {
  readonly source: 'live'
  readonly unit: 'percent'
  readonly part: Quality
  readonly whole: Quantity
  /** Percent. */
  readonly target: number
  readonly direction: 'up'
}

/** A bare count: it has no target and no direction, and is stamped "not for appraisal" (R35). */
export interface Count extends Common {
  readonly source: 'live'
  readonly unit: 'count'
  readonly of: Quantity
}

/** No source yet: the year's proof is asked for and accepted or returned. `awaits`: what would compute it. */
export interface ByHand extends Common {
  readonly source: 'none'
  readonly unit: 'proof'
  readonly awaits: Words
}

export type Indicator = Share | Count | ByHand

/** A target or ranking on the volume of inspections, cases or fines (R35). */
export class VolumeTarget extends Error {}

type ShareSpec<K extends Kind> = Pick<Common, 'id' | 'title' | 'better'> & Partial<Pick<Common, 'period' | 'by'>> & { readonly part: Quality<K>; readonly whole: Quantity<NoInfer<K>>; readonly target?: number }

/**
 * The one way to a target. The types let in a part and a whole of one kind, and no volume as the part; a plan from a file has no
 * types, so the same is asked again here. @throws VolumeTarget
 */
export function share<K extends Kind>({ target = 100, ...spec }: ShareSpec<K>): Share {
  const { part, whole } = spec
  if (part.volume || part.within !== whole.id || part.of !== whole.of)
    throw new VolumeTarget(`${spec.id}: ${part.id} is no part of ${whole.id} by its quality; no target on the volume of inspections, cases or fines`)
  if (!(target > 0 && target <= 100)) throw new RangeError(`${spec.id}: a share of ${target} percent`)
  return {
    period: part.source === 'acts' ? 'year' : 'month', by: ['body', 'township'], ...spec, target, source: 'live', unit: 'percent', direction: 'up',
    formula: words(`${part.title.zh} ÷ ${whole.title.zh}`, `${part.title.en} ÷ ${whole.title.en}`),
  }
}

export const plainCount = (spec: Pick<Common, 'id' | 'title' | 'better'> & { readonly of: Quantity }): Count => ({
  ...spec, source: 'live', unit: 'count', period: spec.of.source === 'acts' ? 'year' : 'month', by: ['body', 'township'], formula: spec.of.title,
})

export const byHand = (id: string, title: Words, awaits: Words, period: 'quarter' | 'year' = 'year'): ByHand => ({
  id, title, awaits, source: 'none', unit: 'proof', period, by: ['body', 'township'],
  better: words('已经采纳的证明越全，说明这件事确实做了。', 'The more bodies have proof accepted, the surer the thing was done.'),
  formula: words('本年度已采纳证明的任务 ÷ 要求的任务', 'Tasks of the year with proof accepted ÷ tasks asked'),
})
