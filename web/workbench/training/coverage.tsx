import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { holds, useMe } from '../me.ts'
import { PersonCredits } from './person-credits.tsx'
import { type Coverage, coverageQuery, useSend } from './queries.ts'
import { SetRound } from './set-round.tsx'

const percent = (part: number, of: number): string => `${of > 0 ? Math.round((100 * part) / of) : 0}%`

/** A unit head's people, a head's, the county's: who has his hours, who will miss them, who was in the round. */
export function CoverageView({ year }: { readonly year: number }) {
  const { t } = useTexts()
  const me = useMe()
  const [body, setBody] = useState<string>()
  const { data, error, refetch } = useQuery(coverageQuery(year))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.rows.length === 0) return <Empty title={t('training.nobody')} />
  const shown = body ?? (data.bodies.length === 1 ? data.bodies[0]?.body : undefined)
  return (
    <>
      <Panel title={t('training.bodies')} aside={<span className="dim">{roundOf(data.bodies, t)}</span>}>
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('common.body')}</th>
              {(['people', 'reachedShare', 'willMissCount', 'rotatedShare', 'compulsoryShare'] as const).map((each) => (
                <th scope="col" className="num" key={each}>
                  {t(`training.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.bodies.map((each) => (
              <tr key={each.body}>
                <td>
                  <button type="button" className="linklike" aria-pressed={shown === each.body} onClick={() => setBody(each.body)}>
                    {each.name}
                  </button>
                </td>
                <td className="num" data-label={t('training.people')}>{each.people}</td>
                <td className="num" data-label={t('training.reachedShare')}>{percent(each.reached, each.people)}</td>
                <td className="num" data-label={t('training.willMissCount')}>{each.willMiss > 0 ? <Tag tone="amber">{each.willMiss}</Tag> : '0'}</td>
                <td className="num" data-label={t('training.rotatedShare')}>{percent(each.rotated, each.people)}</td>
                <td className="num" data-label={t('training.compulsoryShare')}>{percent(each.compulsory, each.people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {holds(me, 'supervisor') ? <SetRound /> : null}
      {shown ? <People rows={data.rows.filter((each) => each.body === shown)} title={data.bodies.find((each) => each.body === shown)?.name ?? shown} year={year} /> : null}
    </>
  )
}

/** One round for all, or that they differ. */
function roundOf(bodies: Coverage['bodies'], t: ReturnType<typeof useTexts>['t']): string {
  const rounds = new Set(bodies.map(({ rotation }) => JSON.stringify(rotation)))
  if (rounds.size > 1) return t('training.roundsDiffer')
  const [first] = bodies
  return first?.rotation ? t('training.round', first.rotation) : t('training.roundOfYear')
}

function People({ rows, title, year }: { readonly rows: Coverage['rows']; readonly title: string; readonly year: number }) {
  const { t } = useTexts()
  const me = useMe()
  const [exempting, setExempting] = useState<string>()
  const [open, setOpen] = useState<string>()
  const mayExempt = holds(me, 'head', 'supervisor')
  return (
    <Panel title={title}>
      <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('people.person')}</th>
            <th scope="col">{t('common.unit')}</th>
            {(['counted', 'lacking', 'projected', 'politicalHours'] as const).map((each) => (
              <th scope="col" className="num" key={each}>
                {t(`training.${each}`)}
              </th>
            ))}
            <th scope="col">{t('training.remarks')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => (
            <tr key={each.person}>
              <td>
                <button type="button" className="linklike" aria-expanded={open === each.person} onClick={() => setOpen(open === each.person ? undefined : each.person)}>
                  {each.name}
                </button>{' '}
                {mayExempt && each.person !== me.person ? (
                  <button type="button" className="linklike" onClick={() => setExempting(each.person)} aria-label={`${t('training.exempt')} ${each.name}`}>
                    <small>{t('training.exempt')}</small>
                  </button>
                ) : null}
                {exempting === each.person ? <Exempt person={each.person} year={year} close={() => setExempting(undefined)} /> : null}
                {open === each.person ? <PersonCredits person={each.person} year={year} /> : null}
              </td>
              <td>{each.unitName}</td>
              <td className="num" data-label={t('training.counted')}>
                {each.counted} / {each.needed}
              </td>
              <td className="num" data-label={t('training.lacking')}>{each.lacking}</td>
              <td className="num" data-label={t('training.projected')}>{each.projected}</td>
              <td className="num" data-label={t('training.politicalHours')}>{each.political}</td>
              <td>
                {each.willMiss ? <Tag tone="amber">{t('training.willMiss')}</Tag> : null} {each.compulsoryLacking > 0 ? <Tag tone="amber">{t('training.compulsoryLeft', { n: each.compulsoryLacking })}</Tag> : null}{' '}
                {each.rotated ? null : <Tag tone="plain">{t('training.notRotated')}</Tag>} {each.certified ? null : <Tag tone="plain">{t('training.uncertified')}</Tag>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** Maternity, long illness: hours taken off this year, with the reason. */
function Exempt({ person, year, close }: { readonly person: string; readonly year: number; readonly close: () => void }) {
  const { t } = useTexts()
  const [hours, setHours] = useState('')
  const [reason, setReason] = useState('')
  const { send, sending, error } = useSend('corrections', close)
  return (
    <div className="filters" style={{ marginTop: 8 }}>
      <div>
        <label htmlFor="exempt-hours">{t('training.exemptHours')}</label>
        <Input id="exempt-hours" inputMode="numeric" value={hours} onChange={(event) => setHours(event.target.value)} />
      </div>
      <div>
        <label htmlFor="exempt-reason">{t('training.reason')}</label>
        <Input id="exempt-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <div className="actions">
        <Button type="primary" loading={sending} disabled={!/^[1-9]\d{0,2}$/.test(hours) || reason.trim() === ''} onClick={() => void send({ exempt: { person, year, hours: Number(hours), reason } })}>
          {t('common.save')}
        </Button>
        <Button onClick={close}>{t('common.cancel')}</Button>
      </div>
      <SubmitProblem error={error} />
    </div>
  )
}
