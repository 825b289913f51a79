import { measures } from '@faheng/law/measures/index.ts'
import { groups, parts } from '@faheng/law/measures/parts.ts'
import { planWith, type MeasureChange, type PlannedMeasure } from '@faheng/law/measures/plan.ts'
import { qualityNamed } from '@faheng/law/measures/quantity.ts'
import type { ChangeRequest } from '@faheng/api/plan.ts'
import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { dayOf } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { MeasurePage } from '../answers.ts'
import { bodiesQuery } from '../people/queries.ts'

type Change = Static<typeof ChangeRequest>['change']

/** How the measure came to stand as it does: each change of the plan field by field, what it was beside what it became. */
export function Story({ measure }: { readonly measure: MeasurePage }) {
  const { t, w, join } = useTexts()
  const names = new Map((useQuery(bodiesQuery).data?.rows ?? []).map(({ id, name }) => [id, name]))
  const oldest = measure.versions.toReversed().sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.version - b.version))
  const say: { readonly [F in keyof Required<MeasureChange>]: (value: NonNullable<MeasureChange[F]>) => string } = {
    title: w, demand: w, part: (value) => w(parts[value] ?? { zh: '', en: '' }), group: (value) => w(groups[value] ?? { zh: '', en: '' }),
    bodies: (value) => (value.length === 0 ? t('plan.everyBody') : join(value.map((id) => names.get(id) ?? id))),
    period: (value) => t(`plan.rhythm-${value}`), yearly: (value) => value, term: ({ from, until }) => t('plan.fromUntil', { from, until }), confirmed: (value) => t(value ? 'common.yes' : 'common.no'), target: (value) => `${value}%`,
    live: ({ part }) => w(qualityNamed(part)?.title ?? { zh: part, en: part }), ended: (value) => t(value ? 'plan.endedHere' : 'plan.goesOn'),
  }
  const lines = (i: number) => {
    const change = (oldest[i]?.change ?? {}) as Change
    const before = oldest.slice(0, i).map((each) => ({ measure: measure.number, change: each.change as MeasureChange }))
    const { measures: stood, ended } = planWith(measures, before)
    const was = [...stood, ...ended].find(({ number }) => number === measure.number)
    return (Object.keys(change) as (keyof Change)[]).map((field) => {
      const text = (value: unknown) => (value === undefined ? '' : (say[field] as (value: unknown) => string)(value))
      return { field, was: was ? text(valueOf(was, field)) : '', is: text(change[field]) }
    })
  }
  return (
    <ul className="pad plan-story">
      {oldest.map((each, i) => (
        <li key={each.version}>
          <b>{t('plan.version', { n: each.version })}</b> <span className="dim">{t('plan.versionFrom', { day: each.from, by: each.by, at: dayOf(each.recorded) })}</span>
          <dl className="facts">
            {lines(i).map(({ field, was, is }) => (
              <div key={field} style={{ display: 'contents' }}>
                <dt>{t(fieldTexts[field])}</dt>
                <dd>
                  {was !== '' && was !== is ? <><del>{was}</del> → </> : null}
                  {is}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

const fieldTexts = {
  title: 'plan.name', demand: 'plan.demand', part: 'plan.part', group: 'plan.group', bodies: 'plan.bodies', period: 'plan.rhythm', yearly: 'plan.yearly', term: 'plan.term', confirmed: 'plan.confirmed',
  target: 'plan.targetField', live: 'plan.live', ended: 'plan.state',
} as const satisfies Record<keyof Change, string>

function valueOf(measure: PlannedMeasure, field: keyof Change): unknown {
  const [first] = measure.indicators
  if (field === 'confirmed') return !measure.unconfirmed
  if (field === 'target') return first.unit === 'percent' ? first.target : undefined
  if (field === 'period') return measure.indicators.find(({ source }) => source === 'none')?.period
  if (field === 'live' || field === 'ended') return undefined
  return measure[field]
}
