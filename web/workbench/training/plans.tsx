import { courseKinds, courseLevels, courseTiers } from '@faheng/law/training/hours.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { holds, useMe } from '../me.ts'
import { Choice } from './choice.tsx'
import { type Plan, plansQuery, useSend } from './queries.ts'

/** Who filed which plan, in time or late, how much of it was held, and who has not filed (measure 6). */
export function Plans({ year }: { readonly year: number }) {
  const { t, join } = useTexts()
  const me = useMe()
  const { data, error, refetch } = useQuery(plansQuery(year))
  const receive = useSend('plans')
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const body = me.posts.find(({ kind }) => ['head', 'unit-head', 'receiving-clerk', 'legal-reviewer', 'supervisor'].includes(kind))
  return (
    <>
      {data.missing.length > 0 ? (
        <div className={data.missing.some(({ late }) => late) ? 'notice amber' : 'notice'} role="status">
          <strong>{t('training.notFiled', { due: data.due })}</strong> {join(data.missing.map(({ name }) => name))}
        </div>
      ) : null}
      <SubmitProblem error={receive.error} />
      {data.plans.length === 0 ? <Empty title={t('training.noPlans')} /> : null}
      {data.plans.map((plan) => (
        <Panel
          key={plan.id}
          title={plan.title}
          aside={
            <span className="actions">
              {plan.late ? <Tag tone="amber">{t('training.late')}</Tag> : <Tag tone="jade">{t('training.inTime')}</Tag>}
              {plan.current ? null : <Tag tone="plain">{t('training.replaced')}</Tag>}
              {plan.received ? <Tag tone="jade">{t('training.received')}</Tag> : null}
              {!plan.received && plan.current && holds(me, 'supervisor') ? (
                <Button size="small" aria-label={`${t('training.receive')} ${plan.title}`} onClick={() => void receive.send({ receive: { plan: plan.id } })}>
                  {t('training.receive')}
                </Button>
              ) : null}
            </span>
          }
        >
          <p className="pad dim" style={{ margin: 0 }}>
            {plan.bodyName} · {t('training.filedAt', { at: moment(plan.filed) })}
          </p>
          <Lines plan={plan} />
        </Panel>
      ))}
      {body ? <FilePlan key={year} year={year} body={body.body} bodyName={body.bodyName} /> : null}
    </>
  )
}

function Lines({ plan }: { readonly plan: Plan }) {
  const { t, w } = useTexts()
  return (
    <table className="rows stack">
      <thead>
        <tr>
          <th scope="col">{t('training.course')}</th>
          <th scope="col">{t('common.kind')}</th>
          <th scope="col">{t('training.level')}</th>
          <th scope="col">{t('training.tier')}</th>
          <th scope="col" className="num">{t('training.planned')}</th>
          <th scope="col" className="num">{t('training.held')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.lines.map((line, i) => (
          <tr key={i}>
            <td>{[line.title, line.category].filter(Boolean).join(' · ')}</td>
            <td>{w(courseKinds[line.kind])}</td>
            <td>{w(courseLevels[line.level])}</td>
            <td>{w(courseTiers[line.tier])}</td>
            <td className="num" data-label={t('training.planned')}>{line.hours}</td>
            <td className="num" data-label={t('training.held')}>{line.held}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Line {
  readonly kind: keyof typeof courseKinds
  readonly level: keyof typeof courseLevels
  readonly tier: keyof typeof courseTiers
  readonly category: string
  readonly title: string
  readonly hours: string
}
const blank: Line = { kind: 'professional', level: 'body', tier: 'officer', category: '', title: '', hours: '' }

/** The body's plan, one line for each kind, level, tier and field. */
function FilePlan({ year, body, bodyName }: { readonly year: number; readonly body: string; readonly bodyName: string }) {
  const { t } = useTexts()
  const [lines, setLines] = useState<readonly Line[]>([blank])
  const { send, sending, error } = useSend('plans', () => setLines([blank]))
  const change = (i: number, more: Partial<Line>) => setLines((all) => all.map((each, at) => (at === i ? { ...each, ...more } : each)))
  const ready = lines.every(({ title, hours }) => title.trim() !== '' && /^[1-9]\d{0,2}$/.test(hours))
  const file = () => send({ file: { body, year, title: t('training.planTitle', { body: bodyName, year }), lines: lines.map((each) => ({ ...each, hours: Number(each.hours) })) } })
  return (
    <Panel title={t('training.filePlan', { year })}>
      <div className="pad">
        {lines.map((line, i) => (
          <div className="filters" key={i}>
            <div className="wide">
              <label htmlFor={`line-title-${i}`}>{t('training.course')}</label>
              <Input id={`line-title-${i}`} value={line.title} onChange={(event) => change(i, { title: event.target.value })} />
            </div>
            <Choice id={`line-kind-${i}`} label={t('common.kind')} of={courseKinds} value={line.kind} onChange={(kind) => change(i, { kind })} />
            <Choice id={`line-level-${i}`} label={t('training.level')} of={courseLevels} value={line.level} onChange={(level) => change(i, { level })} />
            <Choice id={`line-tier-${i}`} label={t('training.tier')} of={courseTiers} value={line.tier} onChange={(tier) => change(i, { tier })} />
            <div>
              <label htmlFor={`line-category-${i}`}>{t('training.category')}</label>
              <Input id={`line-category-${i}`} value={line.category} onChange={(event) => change(i, { category: event.target.value })} />
            </div>
            <div>
              <label htmlFor={`line-hours-${i}`}>{t('training.hours')}</label>
              <Input id={`line-hours-${i}`} inputMode="numeric" value={line.hours} onChange={(event) => change(i, { hours: event.target.value })} />
            </div>
          </div>
        ))}
        <div className="actions">
          <Button onClick={() => setLines((all) => [...all, blank])}>{t('training.addLine')}</Button>
          <Button type="primary" disabled={!ready} loading={sending} onClick={() => void file()}>
            {t('training.file')}
          </Button>
        </div>
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}
