import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { get } from '../../shared-ui/client/ask.ts'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { Pilots } from '../answers.ts'
import { useSentOnce } from '../people/use-sent-once.ts'

type Pilot = Pilots['rows'][number]

/** The one or two pilots of the county (measures 27, 28): their checklist, and what they did before and since. */
export function PilotsView() {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery({ queryKey: ['townships', 'pilots'], queryFn: ({ signal }) => get<Pilots>('/api/townships/pilots', signal) })
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={6} />
  return (
    <>
      <p className="dim">{t('townships.pilotsIntro')}</p>
      {data.rows.length === 0 ? (
        <div className="panel">
          <Empty title={t('townships.noPilot')} />
        </div>
      ) : null}
      {data.rows.map((pilot) => (
        <PilotPanel key={pilot.township} pilot={pilot} mayChange={data.mayChange} />
      ))}
      {data.mayChange && data.rows.length < 2 && data.others.length > 0 ? <Choose others={data.others} /> : null}
    </>
  )
}

function PilotPanel({ pilot, mayChange }: { readonly pilot: Pilot; readonly mayChange: boolean }) {
  const { t } = useTexts()
  const { township, name, from, document, points } = pilot
  const { error, busy, send } = useSentOnce('/api/townships/pilots', () => undefined, 'townships')
  return (
    <Panel title={name} aside={<span className="dim">{t('townships.reached', { done: points.filter(({ done }) => done).length, all: points.length })}</span>}>
      <div className="blk dim">{t('townships.pilotFrom', { from, document })}</div>
      <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('townships.point')}</th>
            <th scope="col">{t('townships.standing')}</th>
            <th scope="col">{t('townships.proof')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <Point key={point.id} township={township} point={point} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
      <BeforeAfter pilot={pilot} />
      {mayChange ? (
        <div className="pad">
          <Button loading={busy} onClick={() => void send({ township, from, document, until: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) })}>
            {t('townships.endPilot')}
          </Button>
          <SubmitProblem error={error} />
        </div>
      ) : null}
    </Panel>
  )
}

function Point({ township, point: { id, title, reference, computed, done, proof, on }, mayChange }: { readonly township: string; readonly point: Pilot['points'][number]; readonly mayChange: boolean }) {
  const { t, w } = useTexts()
  const [said, setSaid] = useState('')
  const { error, busy, send } = useSentOnce('/api/townships/pilots/check', () => setSaid(''), 'townships')
  return (
    <tr>
      <td>
        {w(title)}
        <div className="dim">{w(reference)}</div>
      </td>
      <td data-label={t('townships.standing')}>
        <Tag tone={done ? 'jade' : 'amber'}>{t(done ? 'townships.met' : 'townships.unmet')}</Tag>
        {computed ? <div className="dim">{t('townships.computed')}</div> : null}
      </td>
      <td data-label={t('townships.proof')}>
        {proof === '' ? null : (
          <div>
            {proof} <span className="dim">{on}</span>
          </div>
        )}
        {computed || !mayChange ? null : (
          <div className="pilot-tick">
            <Input aria-label={`${t('townships.proof')}：${w(title)}`} value={said} maxLength={300} onChange={(event) => setSaid(event.target.value)} />
            <Button size="small" loading={busy} disabled={said.trim() === ''} onClick={() => void send({ township, point: id, done: !done, proof: said.trim() })}>
              {t(done ? 'townships.untick' : 'townships.tick')}
            </Button>
          </div>
        )}
        <SubmitProblem error={error} />
      </td>
    </tr>
  )
}

const compared = ['cases', 'decided', 'acts', 'refused', 'late', 'corrected', 'certified'] as const

function BeforeAfter({ pilot: { before, after } }: { readonly pilot: Pilot }) {
  const { t } = useTexts()
  return (
    <table className="rows pilot-figures">
      <thead>
        <tr>
          <th scope="col">{t('townships.figure')}</th>
          {([['before', before], ['afterwards', after]] as const).map(([name, { from, to }]) => (
            <th key={name} scope="col">
              {t(`townships.${name}`)}
              <div className="dim">{from}</div>
              <div className="dim">{to}</div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {compared.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`townships.${name}`)}</th>
            <td>{before[name]}</td>
            <td>{after[name]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Choose({ others }: { readonly others: Pilots['others'] }) {
  const { t } = useTexts()
  const [township, setTownship] = useState<string>()
  const [from, setFrom] = useState('')
  const [document, setDocument] = useState('')
  const { error, busy, send } = useSentOnce('/api/townships/pilots', () => setTownship(undefined), 'townships')
  return (
    <Panel title={t('townships.choosePilot')}>
      <div className="pad">
        <div className="filters">
          <div>
            <label htmlFor="pilot-township">{t('townships.township')}</label>
            <Select id="pilot-township" value={township ?? null} onChange={setTownship} options={others.map(({ township: value, name }) => ({ value, label: name }))} style={{ width: '100%' }} />
          </div>
          <div>
            <label htmlFor="pilot-from">{t('townships.from')}</label>
            <Input id="pilot-from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          </div>
          <div>
            <label htmlFor="pilot-document">{t('townships.document')}</label>
            <Input id="pilot-document" value={document} maxLength={300} onChange={(event) => setDocument(event.target.value)} />
          </div>
          <div>
            <Button type="primary" loading={busy} disabled={township === undefined || from === '' || document.trim() === ''} onClick={() => void send({ township, from, document: document.trim() })}>
              {t('townships.choosePilot')}
            </Button>
          </div>
        </div>
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}
