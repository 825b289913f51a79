import { words } from '../words.ts'
import type { Words } from '../words.ts'
import { byHand, share, type Indicator } from './indicator.ts'
import type { Measure } from './measure.ts'

/** What a county changed of a measure, or a measure of its own (51 and up); what is left out stays as it was. */
export interface MeasureChange {
  readonly title?: Words
  readonly demand?: Words
  readonly part?: Measure['part']
  readonly group?: number
  /** Bodies by id; empty: all. */
  readonly bodies?: readonly string[]
  /** How often proof by hand is asked for. */
  readonly period?: 'quarter' | 'year'
  /** MM-DD. */
  readonly yearly?: string
  /** The text of 41 to 50 was compared with the plan as issued (R36). */
  readonly confirmed?: boolean
  /** Of the measure's first share, in percent. */
  readonly target?: number
  readonly ended?: boolean
}

/** A measure as it stands in a county's plan. */
export interface PlannedMeasure extends Omit<Measure, 'unconfirmed'> {
  readonly unconfirmed: boolean
  readonly bodies: readonly string[]
  readonly changed: boolean
}

/** The plan as issued with a county's changes, oldest first. @throws VolumeTarget for a target on a bare count (R35) */
export function planWith(issued: readonly Measure[], changes: readonly { readonly measure: number; readonly change: MeasureChange }[]): PlannedMeasure[] {
  const plan = new Map<number, PlannedMeasure>(issued.map((each) => [each.number, { ...each, unconfirmed: each.unconfirmed === true, bodies: [], changed: false }]))
  for (const { measure, change } of changes) {
    if (change.ended) plan.delete(measure)
    else plan.set(measure, changed(plan.get(measure) ?? own(measure, change), change))
  }
  return [...plan.values()].sort((a, b) => a.number - b.number)
}

function changed(measure: PlannedMeasure, { target, confirmed, period, ended: _ended, ...rest }: MeasureChange): PlannedMeasure {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<PlannedMeasure>
  const [first, ...others] = measure.indicators.map((each) => (each.source === 'none' && period !== undefined ? { ...each, period } : each)) as [Indicator, ...Indicator[]]
  return {
    ...measure, ...given, changed: true, unconfirmed: confirmed === undefined ? measure.unconfirmed : !confirmed,
    indicators: [target === undefined ? first : aimed(first, target), ...others],
  }
}

/** Only a share has a target. */
function aimed(indicator: Indicator, target: number): Indicator {
  if (indicator.unit !== 'percent') return indicator
  return share({ ...indicator, target })
}

function own(number: number, { title, demand, part = 6, group = 21 }: MeasureChange): PlannedMeasure {
  const name = title ?? words(`第${number}项举措`, `Measure ${number}`)
  return {
    number, part, group, title: name, demand: demand ?? name, responsible: 'A', yearly: '12-31', unconfirmed: false, bodies: [], changed: true,
    indicators: [byHand(`${number}.proof`, words('完成证明', 'Proof of what was done'), words('日常工作中的来源', 'a source in daily work'))],
  }
}
