import type { ChangeRequest } from '@faheng/api/plan.ts'
import { groups, parts } from '@faheng/law/measures/parts.ts'
import { qualities, quantityNamed } from '@faheng/law/measures/quantity.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { Static } from 'typebox'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { bodiesQuery } from '../people/queries.ts'

export interface MeasureFields {
  readonly title: string
  readonly titleEn: string
  readonly demand: string
  readonly demandEn: string
  readonly part: number
  readonly group: number
  readonly bodies: readonly string[]
  /** How often proof is asked for; empty where nothing is asked by hand. */
  readonly period: '' | 'quarter' | 'year'
  readonly yearly: string
  readonly termFrom: string
  readonly termUntil: string
  /** The quality a measure of the county's own is measured by; empty: by proof. */
  readonly live: string
  readonly better: string
  readonly betterEn: string
  readonly target: number | null
  readonly confirmed: boolean
}

type Change = Static<typeof ChangeRequest>['change']

/** A measure's fields, in both languages, and from when they hold. Only what was touched is sent: the rest stays as it was. */
export function MeasureForm({ number, as, onSaved, children }: { readonly number: number; readonly as: MeasureFields; readonly onSaved: () => void; readonly children?: ReactNode }) {
  const { t, w } = useTexts()
  const queries = useQueryClient()
  const bodies = useQuery(bodiesQuery).data?.rows ?? []
  const [fields, setFields] = useState(as)
  const [from, setFrom] = useState('')
  const [error, setError] = useState<unknown>()
  const [saving, setSaving] = useState(false)
  const id = useRef(newId())
  const set = (more: Partial<MeasureFields>) => setFields({ ...fields, ...more })
  const change = changeOf(as, fields)
  const own = number > 50

  const save = async (): Promise<void> => {
    setError(undefined)
    setSaving(true)
    try {
      await post('/api/plan/versions', { id: id.current, measure: number, ...(from ? { from } : {}), change })
      id.current = newId()
      await queries.invalidateQueries({ queryKey: ['plan'] })
      onSaved()
    } catch (problem) {
      setError(problem)
    } finally {
      setSaving(false)
    }
  }
  const text = (name: 'title' | 'titleEn' | 'demand' | 'demandEn' | 'better' | 'betterEn' | 'yearly', label: string) => (
    <div className="field">
      <label htmlFor={`measure-${name}`}>{label}</label>
      <Input id={`measure-${name}`} maxLength={name.startsWith('demand') ? 400 : 200} value={fields[name]} onChange={(event) => set({ [name]: event.target.value })} />
    </div>
  )
  const day = (name: string, label: string, value: string, onValue: (value: string) => void) => (
    <div className="field">
      <label htmlFor={`measure-${name}`}>{label}</label>
      <Input id={`measure-${name}`} type="date" value={value} onChange={(event) => onValue(event.target.value)} />
    </div>
  )
  const choice = (name: 'part' | 'group', label: string, options: Readonly<Record<number, { zh: string; en: string }>>) => (
    <div className="field">
      <label htmlFor={`measure-${name}`}>{label}</label>
      <Select id={`measure-${name}`} value={fields[name]} onChange={(value) => set({ [name]: value })} options={Object.entries(options).map(([value, words]) => ({ value: Number(value), label: w(words) }))} style={{ width: '100%' }} />
    </div>
  )
  return (
    <form className="pad" onSubmit={(event) => { event.preventDefault(); void save() }}>
      {children}
      <div className="plan-pair">{text('title', t('plan.nameZh'))}{text('titleEn', t('plan.nameEn'))}</div>
      <div className="plan-pair">{text('demand', t('plan.demandZh'))}{text('demandEn', t('plan.demandEn'))}</div>
      <div className="plan-pair">{choice('part', t('plan.part'), parts)}{choice('group', t('plan.group'), groups)}</div>
      <div className="field">
        <label htmlFor="measure-bodies">{t('plan.bodiesField')}</label>
        <Select id="measure-bodies" mode="multiple" value={[...fields.bodies]} onChange={(value) => set({ bodies: value })} optionFilterProp="label" options={bodies.map(({ id: value, name }) => ({ value, label: name }))} style={{ width: '100%' }} />
      </div>
      {own ? (
        <div className="field">
          <label htmlFor="measure-live">{t('plan.live')}</label>
          <Select id="measure-live" value={fields.live} onChange={(value) => set({ live: value })} options={[{ value: '', label: t('plan.byProof') }, ...qualities.map((each) => ({ value: each.id, label: `${w(quantityNamed(each.within)?.title ?? each.title)} · ${w(each.title)}` }))]} style={{ width: '100%' }} />
        </div>
      ) : null}
      {own && fields.live !== '' ? <div className="plan-pair">{text('better', t('plan.betterZh'))}{text('betterEn', t('plan.betterEn'))}</div> : null}
      <div className="plan-pair">
        {as.period === '' || fields.live !== '' ? null : (
          <div className="field">
            <label htmlFor="measure-period">{t('plan.rhythm')}</label>
            <Select id="measure-period" value={fields.period} onChange={(value) => set({ period: value })} options={(['quarter', 'year'] as const).map((value) => ({ value, label: t(`plan.rhythm-${value}`) }))} style={{ width: '100%' }} />
          </div>
        )}
        {text('yearly', t('plan.yearly'))}
        {as.target === null && fields.live === '' ? null : (
          <div className="field">
            <label htmlFor="measure-target">{t('plan.targetField')}</label>
            <InputNumber id="measure-target" min={0.1} max={100} value={fields.target} onChange={(value) => set({ target: value })} style={{ width: '100%' }} />
          </div>
        )}
      </div>
      <div className="plan-pair">
        {day('term-from', t('plan.termFrom'), fields.termFrom, (value) => set({ termFrom: value }))}
        {day('term-until', t('plan.termUntil'), fields.termUntil, (value) => set({ termUntil: value }))}
        {day('from', t('plan.from'), from, setFrom)}
      </div>
      {number > 40 && !own ? (
        <div className="field">
          <Checkbox checked={fields.confirmed} onChange={(event) => set({ confirmed: event.target.checked })}>{t('plan.confirmed')}</Checkbox>
        </div>
      ) : null}
      <SubmitProblem error={error} />
      <Button type="primary" htmlType="submit" loading={saving} disabled={Object.keys(change).length === 0 || fields.title.trim() === '' || fields.demand.trim() === ''}>{t('common.save')}</Button>
    </form>
  )
}

/** A text that stands in one language alone stands for both. */
const both = (zh: string, en: string) => ({ zh: zh.trim(), en: en.trim() === '' ? zh.trim() : en.trim() })

function changeOf(before: MeasureFields, now: MeasureFields): Change {
  const moved = (...names: readonly (keyof MeasureFields)[]) => names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
  return {
    ...(moved('title', 'titleEn') ? { title: both(now.title, now.titleEn) } : {}),
    ...(moved('demand', 'demandEn') ? { demand: both(now.demand, now.demandEn) } : {}),
    ...(moved('part') ? { part: now.part as NonNullable<Change['part']> } : {}),
    ...(moved('group') ? { group: now.group } : {}),
    ...(moved('bodies') ? { bodies: [...now.bodies] } : {}),
    ...(moved('period') && now.period ? { period: now.period } : {}),
    ...(moved('yearly') ? { yearly: now.yearly } : {}),
    ...(moved('termFrom', 'termUntil') && now.termFrom && now.termUntil ? { term: { from: now.termFrom, until: now.termUntil } } : {}),
    ...(moved('live', 'better', 'betterEn') && now.live ? { live: { part: now.live, better: both(now.better, now.betterEn) } } : {}),
    ...(moved('target') && now.target !== null ? { target: now.target } : {}),
    ...(moved('confirmed') ? { confirmed: now.confirmed } : {}),
  }
}
