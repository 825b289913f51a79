import type { Day } from '../time/day.ts'
import { words } from '../words.ts'
import type { Words } from '../words.ts'
import { byHand, share, VolumeTarget, type Indicator } from './indicator.ts'
import type { Measure } from './measure.ts'
import { qualityNamed, quantityNamed } from './quantity.ts'

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
  /** A new term: the measure belongs to the plan of the years it touches. */
  readonly term?: Term
  /** The text of 41 to 50 was compared with the plan as issued (R36). */
  readonly confirmed?: boolean
  /** Of the measure's first share, in percent. */
  readonly target?: number
  /** Of a measure of the county's own: the share that daily work computes for it. */
  readonly live?: OwnShare
  /** False: an ended measure goes on. */
  readonly ended?: boolean
}

/** First and last day, both included. */
export interface Term {
  readonly from: Day
  readonly until: Day
}

/** A share chosen among what daily work counts, with the county's sentence why more of it is good. */
interface OwnShare {
  /** Of the qualities of law/measures/quantity.ts. */
  readonly part: string
  readonly better: Words
}

/** A measure as it stands in a county's plan. */
export interface PlannedMeasure extends Omit<Measure, 'unconfirmed'> {
  readonly unconfirmed: boolean
  readonly bodies: readonly string[]
  readonly term?: Term
  readonly changed: boolean
}

export interface CountyPlan {
  readonly measures: readonly PlannedMeasure[]
  /** As they stood when they were ended; they can go on. */
  readonly ended: readonly PlannedMeasure[]
}

/** The plan as issued with a county's changes, oldest first. @throws VolumeTarget for a target on a bare count (R35) */
export function planWith(issued: readonly Measure[], changes: readonly { readonly measure: number; readonly change: MeasureChange }[]): CountyPlan {
  const plan = new Map<number, PlannedMeasure>(issued.map((each) => [each.number, { ...each, unconfirmed: each.unconfirmed === true, bodies: [], changed: false }]))
  const ended = new Set<number>()
  for (const { measure, change } of changes) {
    plan.set(measure, changed(plan.get(measure) ?? own(measure, change), change))
    if (change.ended === true) ended.add(measure)
    if (change.ended === false) ended.delete(measure)
  }
  const all = [...plan.values()].sort((a, b) => a.number - b.number)
  return { measures: all.filter(({ number }) => !ended.has(number)), ended: all.filter(({ number }) => ended.has(number)) }
}

/** Whether a measure is of the plan of a year; without a term of its own it goes on year by year. */
export const inYear = ({ term }: Pick<PlannedMeasure, 'term'>, year: number): boolean => !term || (term.from <= `${year}-12-31` && term.until >= `${year}-01-01`)

function changed(measure: PlannedMeasure, { target, confirmed, live, period, ended: _ended, ...rest }: MeasureChange): PlannedMeasure {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<PlannedMeasure>
  const indicators: readonly [Indicator, ...Indicator[]] = live === undefined ? measure.indicators : [chosen(measure.number, live)]
  const [first, ...others] = indicators.map((each) => (each.source === 'none' && period !== undefined ? { ...each, period } : each)) as [Indicator, ...Indicator[]]
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

/** @throws VolumeTarget for what is no quality of something counted (R35) */
function chosen(number: number, { part: id, better }: OwnShare): Indicator {
  const part = qualityNamed(id)
  const whole = part && quantityNamed(part.within)
  if (!part || !whole) throw new VolumeTarget(`${number}: ${id} is no quality that daily work counts`)
  return share({ id: `${number}.share`, title: words(`${whole.title.zh}：${part.title.zh}`, `${whole.title.en}: ${part.title.en}`), better, part, whole })
}

function own(number: number, { title, demand, part = 6, group = 21 }: MeasureChange): PlannedMeasure {
  const name = title ?? words(`第${number}项举措`, `Measure ${number}`)
  return {
    number, part, group, title: name, demand: demand ?? name, responsible: 'A', yearly: '12-31', unconfirmed: false, bodies: [], changed: true,
    indicators: [byHand(`${number}.proof`, words('完成证明', 'Proof of what was done'), words('日常工作中的来源', 'a source in daily work'))],
  }
}
