import type { Random } from './random.ts'

/** What happens in one case beside the ordinary. */
export interface Plot {
  readonly source: 'complaint' | 'report' | 'inspection' | 'transfer' | 'assigned' | 'hotline' | 'other'
  readonly ending: 'penalty' | 'no-penalty' | 'not-filed'
  readonly ground: 'minor-corrected' | 'first-minor' | 'no-fault' | 'not-established' | 'under-14'
  readonly mitigate: boolean
  readonly major: boolean
  /** Which proposal comes back once before it passes. */
  readonly returned: 'filing' | 'report' | 'review' | 'decision' | 'closing' | undefined
  readonly response: 'silent' | 'waived' | 'defended' | 'adopted' | 'hearing-withdrawn' | 'hearing-owed'
  readonly service: 'direct' | 'left' | 'post'
  readonly goods: 'none' | 'returned' | 'confiscated'
  readonly violations: 1 | 2
  readonly parties: 1 | 2
  /** The stage in which the case is left lying. */
  readonly stall: string | undefined
  /** Facts that are not as they should be; each is recorded, marked or found. */
  readonly slips: ReadonlySet<Slip>
}

export const slips = [
  'alone', 'late-entry', 'collected', 'unwitnessed', 'recusal-untold', 'unapproved-registration', 'held-too-long', 'served-late', 'paid-late',
  'filed-late', 'slow', 'late-defence', 'no-order', 'no-education',
] as const
export type Slip = (typeof slips)[number]

const sources = ['complaint', 'complaint', 'report', 'report', 'hotline', 'inspection', 'inspection', 'inspection', 'transfer', 'assigned', 'other'] as const
const grounds = ['minor-corrected', 'minor-corrected', 'first-minor', 'first-minor', 'no-fault', 'not-established'] as const
const responses = ['silent', 'silent', 'silent', 'waived', 'waived', 'defended', 'adopted', 'hearing-withdrawn', 'hearing-owed'] as const
/** Where open cases lie, as on a real desk: most of them early. */
const stalls = [
  'lead', 'lead', 'lead', 'filing', 'filing', 'investigation', 'investigation', 'investigation', 'report', 'review', 'notice', 'notice', 'decision', 'service', 'performance',
  'closing', 'closed',
] as const
const comebacks = ['filing', 'report', 'review', 'decision', 'closing'] as const

/** Of a hundred cases, how many are left lying, and how many leads come to nothing. */
export interface Odds {
  readonly lying: number
  readonly unfiled: number
}

/** Case `n`: every tenth slips, each slip by turns, and then runs to its end; the rest is chance. */
export function plotOf(random: Random, n: number, { lying, unfiled }: Odds): Plot {
  const slip = n % 10 === 0 ? (slips[Math.floor(n / 10) % slips.length] as Slip) : undefined
  const ending = slip ? 'penalty' : random.percent(unfiled) ? 'not-filed' : random.percent(12) ? 'no-penalty' : 'penalty'
  return {
    source: random.pick(sources),
    ending,
    ground: random.pick(grounds),
    mitigate: random.percent(22),
    major: random.percent(5),
    returned: random.percent(14) ? random.pick(comebacks) : undefined,
    response: slip ? 'silent' : random.pick(responses),
    service: random.percent(72) ? 'direct' : random.percent(50) ? 'left' : 'post',
    goods: slip === 'held-too-long' ? 'returned' : random.percent(30) ? random.pick(['returned', 'confiscated', 'confiscated'] as const) : 'none',
    violations: random.percent(8) ? 2 : 1,
    parties: random.percent(8) ? 2 : 1,
    stall: !slip && random.percent(lying) ? random.pick(stalls) : undefined,
    slips: new Set<Slip>(slip ? [slip] : []),
  }
}
