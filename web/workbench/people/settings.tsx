import type { BodySettingsAnswer } from '@faheng/api/bodies.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Static } from 'typebox'
import { get } from '../../shared-ui/client/ask.ts'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { yuan } from '../../shared-ui/format.ts'
import type { TextKey } from '../../shared-ui/texts/texts.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { MoneyField } from '../act/fields/number.tsx'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { isRecord } from '../act/schema.ts'
import { useSentOnce } from './use-sent-once.ts'

type Rows = Static<typeof BodySettingsAnswer>['rows']

const names = ['remedy', 'overlay', 'hearingThreshold', 'discussionAlways', 'discussionFrom', 'discussionQuorum', 'lateEntryWorkdays', 'training', 'certificateNumber'] as const
type Name = (typeof names)[number]
const isNamed = (name: string): name is Name => (names as readonly string[]).includes(name)

/** Review organ, court and the terms a body set for its acts, each from a day (R26, R27); what is not set stands at the general rule. */
export function BodySettings({ body, mayChange }: { readonly body: string; readonly mayChange: boolean }) {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery({ queryKey: ['body-settings', body], queryFn: ({ signal }) => get<{ rows: Rows }>(`/api/bodies/${body}/settings`, signal) })
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const known = data.rows.filter(({ name }) => isNamed(name))
  return (
    <Panel title={t('people.settings')} aside={data.rows.some(({ name }) => name === 'remedy') ? null : <Tag tone="seal">{t('people.noRemedy')}</Tag>}>
      <p className="pad dim">{t('people.settingsHint')}</p>
      {known.length > 0 ? (
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('people.setting')}</th>
              <th scope="col">{t('people.value')}</th>
              <th scope="col">{t('people.from')}</th>
            </tr>
          </thead>
          <tbody>
            {known.map((row) => (
              <tr key={row.name + row.from}>
                <td>{t(`people.${row.name}` as TextKey)}</td>
                <td>
                  <Value name={row.name as Name} value={row.value} />
                </td>
                <td className="number">{row.from}{row.until ? ` — ${row.until}` : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {mayChange ? <SetOne key={body} body={body} training={data.rows.findLast(({ name }) => name === 'training')?.value} /> : null}
    </Panel>
  )
}

function Value({ name, value }: { readonly name: Name; readonly value: unknown }) {
  const { t } = useTexts()
  const of = isRecord(value) ? value : {}
  switch (name) {
    case 'remedy':
      return [of['reviewOrgan'], of['court'], of['online']].filter(Boolean).map(String).join(' · ')
    case 'hearingThreshold':
      return t('people.thresholdOf', { person: yuan(Number(of['person'])), organisation: yuan(Number(of['organisation'])) })
    case 'discussionQuorum':
      return t('people.quorumOf', { least: Number(of['least']), share: Math.round(Number(of['share']) * 100) })
    case 'discussionFrom':
      return yuan(Number(value))
    case 'discussionAlways':
      return t(value === true ? 'common.yes' : 'common.no')
    case 'overlay':
      return value === 'market-supervision' ? t('people.marketSupervision') : t('people.general')
    case 'lateEntryWorkdays':
      return t('people.workdays', { n: Number(value) })
    case 'certificateNumber':
      return String(value)
    case 'training':
      return [
        of['hours'] === undefined ? '' : t('people.yearHours', { n: Number(of['hours']) }), of['entryHours'] === undefined ? '' : t('people.entryHoursOf', { n: Number(of['entryHours']) }),
        of['planDue'] === undefined ? '' : t('people.planDueOn', { day: String(of['planDue']) }), isRecord(of['rotation']) ? t('training.round', { from: String(of['rotation']['from']), until: String(of['rotation']['until']) }) : '',
      ].filter(Boolean).join(' · ')
  }
}

function SetOne({ body, training }: { readonly body: string; readonly training: unknown }) {
  const { t } = useTexts()
  const [name, setName] = useState<Name>('remedy')
  const [value, setValue] = useState<unknown>()
  const [from, setFrom] = useState('')
  const { error, busy, send } = useSentOnce('/api/bodies/settings', () => setValue(undefined), 'body-settings')
  const of = isRecord(value) ? value : {}
  const part = (key: string, next: unknown) => setValue(Object.fromEntries(Object.entries({ ...of, [key]: next }).filter(([, each]) => each !== undefined && each !== '')))
  const line = (id: string, label: string, field: ReactNode) => (
    <div>
      <label htmlFor={id}>{label}</label>
      {field}
    </div>
  )
  const text = (key: string, label: string) => line(`set-${key}`, label, <Input id={`set-${key}`} maxLength={200} autoComplete="off" value={String(of[key] ?? '')} onChange={(event) => part(key, event.target.value)} />)
  const amount = (key: string, label: string) => line(`set-${key}`, label, <MoneyField id={`set-${key}`} value={of[key]} onChange={(fen) => part(key, fen)} />)
  const fields: Readonly<Record<Name, () => ReactNode>> = {
    remedy: () => [<Part key="organ">{text('reviewOrgan', t('people.reviewOrgan'))}</Part>, <Part key="court">{text('court', t('people.court'))}</Part>, <Part key="online">{text('online', t('people.online'))}</Part>],
    overlay: () => line('set-overlay', t('people.overlay'), <Select id="set-overlay" value={typeof value === 'string' ? value : null} onChange={setValue} options={[{ value: 'general', label: t('people.general') }, { value: 'market-supervision', label: t('people.marketSupervision') }]} style={{ width: '100%' }} />),
    hearingThreshold: () => [<Part key="person">{amount('person', t('people.forPerson'))}</Part>, <Part key="organisation">{amount('organisation', t('people.forOrganisation'))}</Part>],
    discussionAlways: () => <Checkbox checked={value === true} onChange={(event) => setValue(event.target.checked)}>{t('people.discussionAlways')}</Checkbox>,
    discussionFrom: () => line('set-discussion', t('people.discussionFrom'), <MoneyField id="set-discussion" value={value} onChange={setValue} />),
    discussionQuorum: () => [
      <Part key="least">{line('set-least', t('people.least'), <Input id="set-least" type="number" min={2} max={20} value={of['least'] === undefined ? '' : String(of['least'])} onChange={(event) => part('least', event.target.value === '' ? undefined : Number(event.target.value))} />)}</Part>,
      <Part key="share">{line('set-share', t('people.share'), <Input id="set-share" type="number" min={0} max={100} value={of['share'] === undefined ? '' : String(Math.round(Number(of['share']) * 100))} onChange={(event) => part('share', event.target.value === '' ? undefined : Number(event.target.value) / 100)} />)}</Part>,
    ],
    certificateNumber: () => line('set-number', t('people.certificateNumberHint'), <Input id="set-number" maxLength={40} autoComplete="off" placeholder="14-####-####" value={typeof value === 'string' ? value : ''} onChange={(event) => setValue(event.target.value.trim().length < 2 ? undefined : event.target.value.trim())} />),
    training: () => [
      <Part key="hours">{line('set-hours', t('people.hoursAYear'), <Input id="set-hours" type="number" min={1} max={400} value={of['hours'] === undefined ? '' : String(of['hours'])} onChange={(event) => part('hours', event.target.value === '' ? undefined : Number(event.target.value))} />)}</Part>,
      <Part key="entry">{line('set-entry', t('people.entryHours'), <Input id="set-entry" type="number" min={0} max={400} value={of['entryHours'] === undefined ? '' : String(of['entryHours'])} onChange={(event) => part('entryHours', event.target.value === '' ? undefined : Number(event.target.value))} />)}</Part>,
      <Part key="due">{line('set-due', t('people.planDue'), <Input id="set-due" placeholder="03-31" value={of['planDue'] === undefined ? '' : String(of['planDue'])} onChange={(event) => part('planDue', event.target.value === '' ? undefined : event.target.value)} />)}</Part>,
    ],
    lateEntryWorkdays: () => line('set-late', t('people.lateEntryWorkdays'), <Input id="set-late" type="number" min={0} max={30} value={typeof value === 'number' ? String(value) : ''} onChange={(event) => setValue(event.target.value === '' ? undefined : Number(event.target.value))} />),
  }
  const needed: Readonly<Record<Name, readonly string[]>> = { remedy: ['reviewOrgan', 'court'], overlay: [], hearingThreshold: ['person', 'organisation'], discussionAlways: [], discussionFrom: [], discussionQuorum: ['least', 'share'], lateEntryWorkdays: [], training: [], certificateNumber: [] }
  return (
    <div className="pad">
      <div className="filters">
        {line('set-name', t('people.setting'), (
          <Select id="set-name" value={name} onChange={(next: Name) => { setName(next); setValue(next === 'discussionAlways' ? false : next === 'training' ? training : undefined) }} options={names.map((each) => ({ value: each, label: t(`people.${each}` as TextKey) }))} style={{ width: '100%' }} popupMatchSelectWidth={false} />
        ))}
        {fields[name]()}
        {line('set-from', t('people.fromDay'), <Input id="set-from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />)}
        <div>
          <Button type="primary" loading={busy} disabled={value === undefined || !needed[name].every((key) => of[key] !== undefined)} onClick={() => void send({ body, set: { name, value }, ...(from ? { from } : {}) })}>
            {t('people.set')}
          </Button>
        </div>
      </div>
      <SubmitProblem error={error} />
    </div>
  )
}

const Part = ({ children }: { readonly children: ReactNode }) => children
