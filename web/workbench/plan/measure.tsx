import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import '../matter/matter.css'
import './plan.css'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { MeasurePage } from '../answers.ts'
import { holds, useMe } from '../me.ts'
import { AskBodies } from './ask.tsx'
import { Chart } from './chart.tsx'
import { EditMeasure } from './edit.tsx'
import { measureQuery } from './queries.ts'
import { Evidence } from './evidence.tsx'
import { Records } from './records.tsx'
import { Reported } from './reported.tsx'
import { StatusTag } from './status.tsx'
import { Story } from './story.tsx'
import { Tasks } from './tasks.tsx'
import { YearChoice } from './year.tsx'

/** One measure: what it demands, how it stands and by which rule, its figures, the records behind them, the proof asked for. */
export function MeasurePageOf() {
  const { t, w, join } = useTexts()
  const me = useMe()
  const navigate = useNavigate()
  const { number } = useParams({ from: '/shell/plan/measures/$number' })
  const { year } = useSearch({ from: '/shell/plan/measures/$number' })
  const { data, error, refetch } = useQuery(measureQuery(Number(number), year))
  useHeading(data ? `${data.number} ${w(data.title)}` : t('plan.title'))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={8} />
  const lead = holds(me, 'supervisor')
  return (
    <div style={{ maxWidth: 1000 }}>
      <PageTitle title={`${data.number}　${w(data.title)}`} under={`${w(data.part.title)} · ${w(data.group.title)}`}>
        <YearChoice year={data.year} onYear={(next) => void navigate({ to: '/plan/measures/$number', params: { number }, search: { year: next } })} />
        <Link className="button" to="/plan" search={year ? { year } : {}}>
          {t('plan.title')}
        </Link>
      </PageTitle>
      <Panel title={<StatusTag status={data.status} />} aside={data.unconfirmed ? <Tag tone="amber">{t('plan.unconfirmed')}</Tag> : null}>
        <dl className="facts pad">
          <dt>{t('plan.rule')}</dt>
          <dd>{w(data.rule)}</dd>
          <dt>{t('plan.demand')}</dt>
          <dd>{w(data.demand)}</dd>
          <dt>{t('plan.responsible')}</dt>
          <dd>
            {data.responsibleBodies.length === 0 ? <div>{w(data.responsible)}</div> : null}
            {lead ? <BodyLinks bodies={data.bodies} year={year} /> : data.responsibleBodies.length > 0 ? join(data.bodies.map(({ name }) => name)) : null}
          </dd>
          <dt>{t('plan.due')}</dt>
          <dd>
            {data.due}
            {data.term ? <span className="dim"> {t('plan.fromUntil', data.term)}</span> : null}
            {data.historic ? <span className="dim"> {t('plan.historic', { day: data.historic })}</span> : null}
          </dd>
        </dl>
      </Panel>
      <Reported reported={data.reported} number={data.number} />
      {data.indicators.map((indicator) => (
        <IndicatorPanel key={indicator.id} indicator={indicator} year={data.year} measure={data.number} />
      ))}
      <Panel title={t('plan.tasks')} aside={<span className="dim">{t('common.count', { n: data.tasks.length })}</span>}>
        {data.tasks.length > 0 ? <Tasks rows={data.tasks} /> : <Empty title={t('plan.noTasks')} />}
      </Panel>
      {data.evidence.length > 0 ? (
        <Panel title={t('plan.evidence')}>
          <Evidence rows={data.evidence} />
        </Panel>
      ) : null}
      {lead ? <AskBodies key={`${data.number}-${data.due}`} measure={data} /> : null}
      {lead ? <EditMeasure key={`${data.number}-${data.versions.length}`} measure={data} onEnded={() => void navigate({ to: '/plan', search: {} })} /> : null}
      {data.versions.length > 0 ? (
        <Panel title={t('plan.story')}>
          <Story measure={data} />
        </Panel>
      ) : null}
    </div>
  )
}

/** For who leads the plan: each body's own page. */
function BodyLinks({ bodies, year }: { readonly bodies: MeasurePage['bodies']; readonly year: number | undefined }) {
  const { t } = useTexts()
  return (
    <details open={bodies.length <= 8}>
      <summary>{t('plan.bodiesN', { n: bodies.length })}</summary>
      <ul className="plan-bodies">
        {bodies.map(({ id, name }) => (
          <li key={id}><Link to="/plan/bodies/$id" params={{ id }} search={year ? { year } : {}}>{name}</Link></li>
        ))}
      </ul>
    </details>
  )
}

function IndicatorPanel({ indicator, year, measure }: { readonly indicator: MeasurePage['indicators'][number]; readonly year: number; readonly measure: number }) {
  const { t, w } = useTexts()
  const [opened, setOpened] = useState<string>()
  const { part, whole } = indicator
  const last = indicator.points.at(-1)
  const share = (each: { part: number; whole: number }) => (indicator.unit !== 'count' ? `${Math.floor((each.part * 1000) / each.whole) / 10}%` : each.part)
  return (
    <Panel title={w(indicator.title)} aside={indicator.source === 'none' ? <Tag tone="plain">{t('plan.noSource')}</Tag> : indicator.unit === 'count' ? <Tag tone="amber">{t('plan.notForAppraisal')}</Tag> : <StatusTag status={indicator.status} />}>
      <div className="pad">
        <p>{w(indicator.rule)}</p>
        <p className="dim">
          {w(indicator.formula)}
          {indicator.target === undefined ? '' : ` · ${t('plan.target', { n: indicator.target })}`}
          {indicator.awaits ? ` · ${t('plan.awaits', { source: w(indicator.awaits) })}` : ''}
          <br />
          {w(indicator.better)}
        </p>
        {indicator.unit === 'percent' ? <Chart points={indicator.points} before={indicator.before} target={indicator.target} label={w(indicator.title)} /> : null}
        {part && whole && last ? (
          <p>
            {t(indicator.unit === 'percent' ? 'plan.sum' : 'plan.bare', { part: last.part, whole: last.whole })}{' '}
            <Button size="small" onClick={() => setOpened(opened === '' ? undefined : '')} aria-expanded={opened === ''}>
              {t('plan.records')}
            </Button>
          </p>
        ) : null}
      </div>
      {part && whole && opened === '' ? <Records part={part} whole={whole} year={year} measure={measure} /> : null}
      {indicator.breakdown.flatMap(({ bodies }) => bodies).length > (indicator.source === 'none' ? 0 : 1) ? (
        <>
          <p className="pad dim">{t('plan.fair')}</p>
          <table className="rows">
            {indicator.breakdown.map((group) => (
              <tbody key={group.by}>
                <tr>
                  <th scope="rowgroup">{t(`plan.by-${group.by}`)}</th>
                  <td className="plan-figure">{indicator.unit === 'count' ? '' : `${group.part} / ${group.whole}`}</td>
                  <td className="plan-figure">{share(group)}</td>
                </tr>
                {group.bodies.map((each) => (
                  <tr key={each.body}>
                    <td>
                      {part && whole ? (
                        <button type="button" className="linklike" onClick={() => setOpened(opened === each.body ? undefined : each.body)} aria-expanded={opened === each.body}>
                          {each.name}
                        </button>
                      ) : each.name}
                      {part && whole && opened === each.body ? <Records part={part} whole={whole} year={year} measure={measure} body={each.body} /> : null}
                    </td>
                    <td className="plan-figure">{indicator.unit === 'count' ? '' : `${each.part} / ${each.whole}`}</td>
                    <td className="plan-figure">{share(each)}</td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </>
      ) : null}
    </Panel>
  )
}
