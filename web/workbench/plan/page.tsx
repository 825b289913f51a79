import { parts } from '@faheng/law/measures/parts.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import './plan.css'
import { PageTitle } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { PlanGlance } from '../answers.ts'
import { holds, useMe } from '../me.ts'
import { planQuery } from './queries.ts'
import { Reported } from './reported.tsx'
import { signs, statuses, StatusTag } from './status.tsx'
import { YearChoice } from './year.tsx'

/** The plan at a glance: every measure one cell, in its six parts, on one screen. */
export function PlanPage() {
  const { t, w } = useTexts()
  const me = useMe()
  const navigate = useNavigate()
  const { year } = useSearch({ from: '/shell/plan' })
  useHeading(t('plan.title'))
  const { data, error, refetch } = useQuery(planQuery(year))
  const own = [...new Map(me.posts.map((post) => [post.body, post.bodyName])).entries()]
  return (
    <>
      <PageTitle title={t('plan.title')} under={data ? t(data.of === 'county' ? 'plan.ofCounty' : 'plan.ofBody', { day: data.today }) : ''}>
        {data ? <YearChoice year={data.year} onYear={(next) => void navigate({ to: '/plan', search: { year: next } })} /> : null}
        {own.slice(0, 2).map(([body, name]) => (
          <Link key={body} className="button" to="/plan/bodies/$id" params={{ id: body }} search={year ? { year } : {}}>
            {name}
          </Link>
        ))}
        {holds(me, 'supervisor') ? (
          <>
            <Link className="button" to="/plan/counties">
              {t('plan.counties')}
            </Link>
            <Link className="button" to="/plan/manage">
              {t('plan.manage')}
            </Link>
          </>
        ) : null}
      </PageTitle>
      {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <p className="plan-states">
            {statuses.map((status) => (
              <span key={status}>
                <StatusTag status={status} /> {data.states[status] ?? 0}
              </span>
            ))}
            <span className="dim">{t('plan.sources', data.indicators)}</span>
            {data.rows.some(({ unconfirmed }) => unconfirmed) ? <span className="dim"><i className="plan-dashed" aria-hidden="true" /> {t('plan.unconfirmed')}</span> : null}
          </p>
          {data.pressing.length > 0 ? (
            <p className="notice amber">
              {t('plan.pressing', { n: data.pressing.length })} <Link to="/plan/manage">{t('plan.askYear')}</Link>
            </p>
          ) : null}
          <Reported reported={data.reported} />
          {data.rows.length === 0 ? <Empty title={t('plan.termOver')} /> : null}
          <div className="plan-parts">
            {[1, 2, 3, 4, 5, 6].map((part) => (
              <section key={part} aria-labelledby={`part-${part}`}>
                <h2 id={`part-${part}`}>{w(parts[part] ?? { zh: '', en: '' })}</h2>
                <ul className="plan-cells">
                  {data.rows.filter((row) => row.part === part).map((row) => (
                    <Cell key={row.number} row={row} year={year} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      ) : null}
    </>
  )
}

function Cell({ row, year }: { readonly row: PlanGlance['rows'][number]; readonly year: number | undefined }) {
  const { t, w } = useTexts()
  const { sign, tone } = signs[row.status]
  return (
    <li>
      <Link className={`plan-cell ${tone}${row.unconfirmed ? ' plan-dashed' : ''}`} to="/plan/measures/$number" params={{ number: String(row.number) }} search={year ? { year } : {}} title={w(row.rule)}>
        <b>
          {row.number}
          <i aria-hidden="true">{sign}</i>
        </b>
        <span>{w(row.title)}</span>
        <small>
          {row.value === undefined ? '' : row.status === 'not-measurable' ? row.value : `${row.value}%`}
          <span className="hidden"> {t(`plan.${row.status}`)} {row.unconfirmed ? t('plan.unconfirmed') : ''}</span>
        </small>
      </Link>
    </li>
  )
}
