import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Static } from 'typebox'
import type { ImportAnswer } from '@faheng/api/plan.ts'
import '../matter/matter.css'
import './plan.css'
import { post, send } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Empty } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { dayOf } from '../../shared-ui/format.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { workbookType } from '../imports/workbook-type.ts'
import { AskYear } from './ask-year.tsx'
import { OwnMeasures } from './own.tsx'
import { planQuery, reportsQuery } from './queries.ts'
import { PlanTerm } from './term.tsx'
import { YearChoice } from './year.tsx'

/** The lead body's page: the plan by file, and the yearly report. */
export function ManagePlanPage() {
  const { t } = useTexts()
  useHeading(t('plan.manage'))
  return (
    <div style={{ maxWidth: 900 }}>
      <PageTitle title={t('plan.manage')}>
        <Link className="button" to="/plan">
          {t('plan.title')}
        </Link>
      </PageTitle>
      <AskYear />
      <Report />
      <OwnMeasures />
      <PlanTerm />
      <PlanFile />
    </div>
  )
}

function Report() {
  const { t } = useTexts()
  const queries = useQueryClient()
  const { data } = useQuery(reportsQuery)
  const current = useQuery(planQuery(undefined)).data?.year
  const [chosen, setYear] = useState<number>()
  const year = chosen ?? current
  const [error, setError] = useState<unknown>()
  const [sending, setSending] = useState(false)
  const id = useRef(newId())
  const freeze = async (): Promise<void> => {
    setError(undefined)
    setSending(true)
    try {
      await post('/api/plan/reports', { id: id.current, year })
      id.current = newId()
      await queries.invalidateQueries({ queryKey: reportsQuery.queryKey })
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(false)
    }
  }
  return (
    <Panel title={t('plan.report')}>
      <div className="pad">
        <p className="dim">{t('plan.reportHint')}</p>
        <div className="actions">
          {year ? <YearChoice year={year} onYear={setYear} /> : null}
          <Button type="primary" disabled={!year} loading={sending} onClick={() => void freeze()}>
            {t('plan.freeze')}
          </Button>
        </div>
        <SubmitProblem error={error} />
      </div>
      {data && data.rows.length > 0 ? (
        <table className="rows">
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.id}>
                <td>{t('plan.reportOf', { year: row.year })}</td>
                <td className="dim">
                  {dayOf(row.made)} {row.by}
                </td>
                <td>
                  <a href={`/api/plan/reports/${row.id}/report.pdf`}>PDF</a> · <a href={`/api/plan/reports/${row.id}/report.docx`}>{t('plan.editable')}</a> · <a href={`/api/plan/reports/${row.id}/summary.pdf`}>{t('plan.summary')}</a> · <a href="/plan-summary">{t('plan.publicPage')}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Empty title={t('plan.noReports')} />
      )}
    </Panel>
  )
}

function PlanFile() {
  const { t, w } = useTexts()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [result, setResult] = useState<Static<typeof ImportAnswer>>()
  const [error, setError] = useState<unknown>()
  const load = async (): Promise<void> => {
    if (!file) return
    setError(undefined)
    try {
      const answer = await send('POST', `/api/plan/import?id=${newId()}`, new Blob([await file.arrayBuffer()], { type: /\.xlsx$/i.test(file.name) ? workbookType : 'text/csv' }))
      setResult((await answer.json()) as Static<typeof ImportAnswer>)
      await queries.invalidateQueries({ queryKey: ['plan'] })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Panel title={t('plan.file')}>
      <div className="pad">
        <p className="dim">
          {t('plan.fileHint')}{' '}
          <a href="/api/plan/plan.csv" download>
            {t('plan.fileNow')}
          </a>
        </p>
        <div className="field">
          <label htmlFor="plan-file">{t('plan.fileChoose')}</label>
          <input id="plan-file" type="file" accept=".csv,.xlsx,text/csv" onChange={(event) => setFile(event.target.files?.[0])} />
        </div>
        <Button disabled={!file} onClick={() => void load()}>
          {t('imports.start')}
        </Button>
        <SubmitProblem error={error} />
        {result ? <p role="status">{t('plan.imported', { changed: result.changed, unchanged: result.unchanged, refused: result.refused.length })}</p> : null}
      </div>
      {result && result.refused.length > 0 ? (
        <table className="rows">
          <tbody>
            {result.refused.map((each) => (
              <tr key={`${each.row}${each.column}`}>
                <td>{t('plan.row', { n: each.row })}</td>
                <td>{each.column}</td>
                <td>{w(each.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Panel>
  )
}
