import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import './plan.css'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { Counties } from '../answers.ts'
import { countiesQuery } from './queries.ts'
import { signs, statuses, StatusTag } from './status.tsx'

/** A city beside its counties: what each reported last, measure by measure; by name, not ranked. */
export function CountiesPage() {
  const { t } = useTexts()
  useHeading(t('plan.counties'))
  const { data, error, refetch } = useQuery(countiesQuery)
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={8} />
  const reported = data.rows.filter((row) => row.plan !== null)
  return (
    <>
      <PageTitle title={t('plan.counties')} under={t('plan.countiesIntro')}>
        <Link className="button" to="/plan">
          {t('plan.title')}
        </Link>
      </PageTitle>
      {data.rows.length === 0 ? <Empty title={t('plan.noCounties')} /> : <States rows={data.rows} />}
      {reported.length > 0 ? <Measures rows={reported} /> : null}
      {data.mine ? <Edit rows={data.rows} /> : null}
    </>
  )
}

function States({ rows }: { readonly rows: Counties['rows'] }) {
  const { t, w } = useTexts()
  return (
    <Panel title={t('plan.states')}>
      <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('plan.county')}</th>
            <th scope="col">{t('plan.year')}</th>
            {statuses.map((status) => (
              <th key={status} scope="col" className="number">
                <StatusTag status={status} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, address, plan, why }) => (
            <tr key={address}>
              <td>
                <a href={new URL('/plan-summary', address).href}>{name}</a>
              </td>
              <td>{plan ? `${plan.year} · ${plan.made.slice(0, 10)}` : why ? w(why) : ''}</td>
              {statuses.map((status) => (
                <td key={status} className="number" data-label={t(`plan.${status}`)}>
                  {plan ? (plan.states[status] ?? 0) : ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Measures({ rows }: { readonly rows: Counties['rows'] }) {
  const { t, w } = useTexts()
  const measures = [...new Map(rows.flatMap(({ plan }) => plan?.rows ?? []).map((each) => [each.number, each])).values()].sort((a, b) => a.number - b.number)
  return (
    <Panel title={t('plan.measures')}>
      <div className="beside" tabIndex={0} role="region" aria-label={t('plan.measures')}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('plan.measure')}</th>
              {rows.map(({ name, address }) => (
                <th key={address} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measures.map(({ number, title }) => (
              <tr key={number}>
                <th scope="row">
                  {number}　{w(title)}
                </th>
                {rows.map(({ address, plan }) => {
                  const found = plan?.rows.find((each) => each.number === number)
                  return (
                    <td key={address} className={found ? signs[found.status].tone : ''}>
                      {found ? `${signs[found.status].sign} ${t(`plan.${found.status}`)}${found.value === undefined || found.status === 'not-measurable' ? '' : ` ${found.value}%`}` : ''}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

/** One county a line: its name, a space, the address of its installation. */
function Edit({ rows }: { readonly rows: Counties['rows'] }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const id = useRef(newId())
  const [text, setText] = useState(() => rows.map(({ name, address }) => `${name} ${address}`).join('\n'))
  const [error, setError] = useState<unknown>()
  const save = () => {
    const counties = text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => ({ name: line.replace(/\s+\S+$/, ''), address: line.replace(/^.*\s/, '') }))
    void post('/api/plan/counties', { id: id.current, counties }).then(() => {
      id.current = newId()
      setError(undefined)
      return client.invalidateQueries({ queryKey: ['plan', 'counties'] })
    }, setError)
  }
  return (
    <Panel title={t('plan.countiesEdit')}>
      <div className="pad">
        <div className="field">
          <label htmlFor="plan-counties">{t('plan.countiesHint')}</label>
          <Input.TextArea id="plan-counties" rows={6} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        <Button type="primary" onClick={save}>
          {t('common.save')}
        </Button>
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}
