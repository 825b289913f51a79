import type { AskAnswer } from '@faheng/api/plan.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { post } from '../../shared-ui/client/ask.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { planQuery, unaskedQuery } from './queries.ts'
import { untilShown } from './until-shown.ts'
import { YearChoice } from './year.tsx'

/** All that the system cannot compute is asked of every body at once, measure by measure; what was asked is not asked again. */
export function AskYear() {
  const { t, w } = useTexts()
  const queries = useQueryClient()
  const current = useQuery(planQuery(undefined)).data?.year
  const [chosen, setYear] = useState<number>()
  const year = chosen ?? current
  const { data } = useQuery({ ...unaskedQuery(year ?? 0), enabled: year !== undefined })
  const [asked, setAsked] = useState<number>()
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>()
  const rows = data?.rows ?? []
  const tasks = rows.reduce((sum, { bodies }) => sum + bodies, 0)
  const send = async (): Promise<void> => {
    if (year === undefined) return
    setError(undefined)
    setSending(true)
    let done = 0
    try {
      for (const measure of new Set(rows.map((row) => row.measure))) {
        done += (await post<Static<typeof AskAnswer>>('/api/plan/ask-year', { year, measure })).asked
        setAsked(done)
      }
      await untilShown(queries, async () => (await queries.fetchQuery({ ...unaskedQuery(year), staleTime: 0 })).rows.length === 0)
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(false)
    }
  }
  return (
    <Panel title={t('plan.askYear')}>
      <div className="pad">
        <p className="dim">{t('plan.askYearHint')}</p>
        <div className="actions">
          {year && current ? <YearChoice year={year} onYear={setYear} /> : null}
          <Popconfirm title={t('plan.askSure', { n: tasks })} okText={t('plan.askYear')} cancelText={t('common.close')} onConfirm={() => void send()}>
            <Button type="primary" disabled={tasks === 0} loading={sending}>
              {t('plan.askAll', { n: tasks })}
            </Button>
          </Popconfirm>
        </div>
        <SubmitProblem error={error} />
        {asked === undefined ? null : <p role="status">{t('plan.asked', { n: asked })}</p>}
        {rows.length === 0 ? <p>{t('plan.allAsked')}</p> : null}
      </div>
      {rows.length > 0 ? (
        <details className="pad">
          <summary>{t('plan.unaskedMeasures', { n: new Set(rows.map((row) => row.measure)).size })}</summary>
          <ul>
            {rows.map((row) => (
              <li key={`${row.measure} ${row.due}`}>
                <Link to="/plan/measures/$number" params={{ number: String(row.measure) }} search={year ? { year } : {}}>{row.measure} {w(row.title)}</Link> · {row.due} · {t('plan.bodiesN', { n: row.bodies })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  )
}
