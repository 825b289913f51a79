import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { DayField } from '../act/fields/day.tsx'
import { bodiesQuery } from '../people/queries.ts'
import { procedureOf } from '../procedures.ts'
import type { Filter } from './filter.ts'
import { cases } from './whole-list.ts'

interface Props {
  readonly filter: Filter
  /** Only these stages may be chosen; absent: every stage. */
  readonly stages: readonly string[] | undefined
  readonly onChange: (filter: Filter) => void
}

export function Filters({ filter, stages, onChange }: Props) {
  const { t, w } = useTexts()
  const [q, setQ] = useState(filter.q ?? '')
  // Another view opened under the form.
  useEffect(() => setQ(filter.q ?? ''), [filter.q])
  const bodies = useQuery(bodiesQuery)
  const set = (change: { readonly [K in keyof Filter]: Filter[K] | undefined }): void =>
    onChange(Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== '')))
  const stageOptions = Object.entries(procedureOf(cases)?.stages ?? {})
    .filter(([stage]) => stages?.includes(stage) ?? true)
    .map(([value, title]) => ({ value, label: w(title) }))
  const body = bodies.data?.rows.find((each) => each.id === filter.body)
  const short = q.trim().length === 1
  return (
    <form
      className="filters"
      role="search"
      aria-label={t('matters.filters')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!short) set({ q: q.trim() || undefined })
      }}
    >
      <Narrow id="filter-q" label={t('matters.q')} wide>
        <Input id="filter-q" value={q} onChange={(event) => setQ(event.target.value)} maxLength={60} allowClear onClear={() => set({ q: undefined })} />
        {short ? <small className="gap-text">{t('matters.qShort')}</small> : null}
      </Narrow>
      <Narrow id="filter-stage" label={t('common.stage')}>
        <Select id="filter-stage" value={filter.stage ?? null} onChange={(stage: string | undefined) => set({ stage })} options={stageOptions} allowClear style={{ width: '100%' }} popupMatchSelectWidth={false} />
      </Narrow>
      <Narrow id="filter-body" label={t('common.body')}>
        <Select id="filter-body" value={filter.body ?? null} onChange={(id: string | undefined) => set({ body: id, unit: undefined })} options={(bodies.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} allowClear style={{ width: '100%' }} popupMatchSelectWidth={false} />
      </Narrow>
      {body && body.units.length > 0 ? (
        <Narrow id="filter-unit" label={t('common.unit')}>
          <Select id="filter-unit" value={filter.unit ?? null} onChange={(unit: string | undefined) => set({ unit })} options={body.units.map(({ id, name }) => ({ value: id, label: name }))} allowClear style={{ width: '100%' }} popupMatchSelectWidth={false} />
        </Narrow>
      ) : null}
      <Narrow id="filter-from" label={t('matters.dueFrom')}>
        <DayField id="filter-from" value={filter.dueFrom} onChange={(day) => set({ dueFrom: typeof day === 'string' ? day : undefined })} />
      </Narrow>
      <Narrow id="filter-to" label={t('matters.dueTo')}>
        <DayField id="filter-to" value={filter.dueTo} onChange={(day) => set({ dueTo: typeof day === 'string' ? day : undefined })} />
      </Narrow>
      <div className="actions">
        <Button htmlType="submit">{t('common.search')}</Button>
        {Object.keys(filter).length > 0 ? (
          <Button
            type="text"
            onClick={() => {
              setQ('')
              onChange({})
            }}
          >
            {t('matters.clear')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

const Narrow = ({ id, label, wide, children }: { readonly id: string; readonly label: string; readonly wide?: true; readonly children: ReactNode }) => (
  <div className={wide ? 'wide' : ''}>
    <label htmlFor={id}>{label}</label>
    {children}
  </div>
)
