import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import './plan.css'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { bodyPlanQuery } from './queries.ts'
import { StatusTag } from './status.tsx'
import { Tasks } from './tasks.tsx'
import { YearChoice } from './year.tsx'

/** All that the plan asks of one body. */
export function BodyPlanPage() {
  const { t, w } = useTexts()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/shell/plan/bodies/$id' })
  const { year } = useSearch({ from: '/shell/plan/bodies/$id' })
  const { data, error, refetch } = useQuery(bodyPlanQuery(id, year))
  useHeading(data?.body.name ?? t('plan.title'))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={8} />
  return (
    <div style={{ maxWidth: 1000 }}>
      <PageTitle title={data.body.name} under={t('plan.bodyIntro')}>
        <YearChoice year={data.year} onYear={(next) => void navigate({ to: '/plan/bodies/$id', params: { id }, search: { year: next } })} />
        <Link className="button" to="/plan" search={year ? { year } : {}}>
          {t('plan.title')}
        </Link>
      </PageTitle>
      <Panel title={t('plan.tasks')} aside={<span className="dim">{t('common.count', { n: data.tasks.length })}</span>}>
        {data.tasks.length > 0 ? <Tasks rows={data.tasks} measures={new Map(data.rows.map(({ number, title }) => [number, title]))} /> : <Empty title={t('plan.noTasks')} />}
      </Panel>
      <Panel title={t('plan.measures')} aside={<span className="dim">{t('common.count', { n: data.rows.length })}</span>}>
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('plan.measure')}</th>
              <th scope="col">{t('plan.due')}</th>
              <th scope="col">{t('plan.state')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.number}>
                <td>
                  <Link to="/plan/measures/$number" params={{ number: String(row.number) }} search={year ? { year } : {}}>
                    {row.number} {w(row.title)}
                  </Link>
                  <div className="dim">{w(row.demand)}</div>
                </td>
                <td style={{ whiteSpace: 'nowrap' }}>{row.due}</td>
                <td>
                  <StatusTag status={row.status} /> {row.unasked ? <Tag tone={row.near ? 'amber' : 'plain'}>{t(row.near ? 'plan.unaskedNear' : 'plan.unasked')}</Tag> : null}
                  <div className="dim">{w(row.rule)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </div>
  )
}
