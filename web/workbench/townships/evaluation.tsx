import { suggestions } from '@faheng/law/townships/evaluation.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { TownshipEvaluation } from '../answers.ts'
import { thisYear } from '../training/queries.ts'

const counted = ['cases', 'decided', 'acts', 'refused', 'late', 'corrected', 'certified'] as const

/** Printed, it is the table the county sends to the province. */
export function EvaluationView() {
  const { t, w } = useTexts()
  const [from, setFrom] = useState(() => `${thisYear()}-01-01`)
  const [to, setTo] = useState(() => `${thisYear()}-12-31`)
  const { data, error, refetch } = useQuery({
    queryKey: ['townships', 'evaluation', from, to],
    queryFn: ({ signal }) => get<TownshipEvaluation>(withQuery('/api/townships/evaluation', { from, to }), signal),
    enabled: from !== '' && to !== '' && from <= to,
    placeholderData: keepPreviousData,
  })
  return (
    <section className="township-evaluation">
      <div className="filters not-printed">
        {([['from', from, setFrom], ['to', to, setTo]] as const).map(([name, value, set]) => (
          <div key={name}>
            <label htmlFor={`evaluation-${name}`}>{t(`townships.${name}`)}</label>
            <Input id={`evaluation-${name}`} type="date" value={value} onChange={(event) => set(event.target.value)} />
          </div>
        ))}
        <div>
          <Button onClick={() => window.print()}>{t('townships.print')}</Button>
        </div>
      </div>
      <div className="panel">
        {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={6} /> : data.rows.length === 0 ? <Empty title={t('townships.noneHeld')} /> : (
          <>
            <h2 className="only-printed">{t('townships.report', { county: data.county })}</h2>
            <p className="only-printed">{t('townships.period', { from, to })}</p>
            <table className="rows stack">
              <thead>
                <tr>
                  <th scope="col">{t('townships.township')}</th>
                  <th scope="col">{t('townships.item')}</th>
                  {counted.map((name) => (
                    <th key={name} scope="col">
                      {t(`townships.${name}`)}
                    </th>
                  ))}
                  <th scope="col">{t('townships.suggestion')}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={`${row.township} ${row.item}`}>
                    <td>{row.name}</td>
                    <td data-label={t('townships.item')}>{row.title}</td>
                    {counted.map((name) => (
                      <td key={name} data-label={t(`townships.${name}`)}>
                        {row[name]}
                      </td>
                    ))}
                    <td data-label={t('townships.suggestion')}>
                      <Tag tone={row.suggestion === 'keep' ? 'jade' : row.suggestion === 'support' ? 'amber' : 'seal'}>{w(suggestions[row.suggestion])}</Tag>
                      <div className="dim">{w(row.reason)}</div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="dim township-rule">{w(data.rule)}</p>
          </>
        )}
      </div>
    </section>
  )
}
