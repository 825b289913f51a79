import { isSetByBody, mayDelegate } from '@faheng/law/approval.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { dayOf } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { Approvals as Answer } from '../answers.ts'
import { approvalsQuery, peopleQuery } from './queries.ts'

const acts = Object.values(procedures).flatMap((procedure) => Object.entries(procedure.acts))
const titleOf = (act: string) => acts.find(([kind]) => kind === act)?.[1].title

/** Which heads approve what in this body, and its written delegations (R5). */
export function Approvals({ body, mayChange }: { readonly body: string; readonly mayChange: boolean }) {
  const { t, w } = useTexts()
  const { data, error, refetch } = useQuery(approvalsQuery(body))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <Panel title={t('people.approvals')}>
        <p className="pad dim">{t('people.approvalsHint')}</p>
        {data.rules.length > 0 ? (
          <table className="rows stack">
            <thead>
              <tr>
                <th scope="col">{t('people.act')}</th>
                <th scope="col">{t('people.ranks')}</th>
                <th scope="col">{t('people.from')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rules.map((rule) => (
                <tr key={rule.act + rule.from}>
                  <td>{w(titleOf(rule.act) ?? { zh: rule.act, en: rule.act })}</td>
                  <td>
                    {rule.ranks.map((rank) => t(`people.${rank}`)).join('、')} {rule.inField && rule.ranks.map(String).includes('deputy') ? <small>{t('people.inField')}</small> : null}
                  </td>
                  <td>{dayOf(rule.from)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {mayChange ? <SetRule body={body} /> : null}
      </Panel>
      <Panel title={t('people.delegations')}>
        <Delegations rows={data.delegations} mayChange={mayChange} />
        {mayChange ? <Delegate body={body} /> : null}
      </Panel>
    </>
  )
}

/** Sends a change once and shows what the server said. */
function useChange(done: () => void) {
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())
  const send = async (content: object): Promise<void> => {
    setError(undefined)
    try {
      await post('/api/approvals', { id: id.current, ...content })
      id.current = newId()
      done()
      await queries.invalidateQueries({ queryKey: ['approvals'] })
    } catch (problem) {
      setError(problem)
    }
  }
  return { error, send }
}

function SetRule({ body }: { readonly body: string }) {
  const { t, w } = useTexts()
  const [act, setAct] = useState<string>()
  const [ranks, setRanks] = useState<string[]>(['chief', 'acting'])
  const [inField, setInField] = useState(true)
  const { error, send } = useChange(() => setAct(undefined))
  const options = acts.filter(([, { by }]) => isSetByBody(by)).map(([value, { title }]) => ({ value, label: w(title) }))
  return (
    <div className="pad">
      <div className="filters">
        <div>
          <label htmlFor="rule-act">{t('people.act')}</label>
          <Select id="rule-act" value={act ?? null} onChange={setAct} options={options} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} popupMatchSelectWidth={false} />
        </div>
        <div>
          <label htmlFor="rule-ranks">{t('people.ranks')}</label>
          <Select id="rule-ranks" mode="multiple" value={ranks} onChange={setRanks} options={(['chief', 'acting', 'deputy'] as const).map((value) => ({ value, label: t(`people.${value}`) }))} style={{ width: '100%' }} />
        </div>
        <Checkbox checked={inField} onChange={(event) => setInField(event.target.checked)}>
          {t('people.inField')}
        </Checkbox>
        <div>
          <Button type="primary" disabled={act === undefined || ranks.length === 0} onClick={() => void send({ set: { body, act, ranks, inField } })}>
            {t('people.set')}
          </Button>
        </div>
      </div>
      <SubmitProblem error={error} />
    </div>
  )
}

function Delegations({ rows, mayChange }: { readonly rows: Answer['delegations']; readonly mayChange: boolean }) {
  const { t, w } = useTexts()
  const { error, send } = useChange(() => undefined)
  if (rows.length === 0) return <p className="pad dim">{t('people.noDelegations')}</p>
  return (
    <>
      <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('people.person')}</th>
            <th scope="col">{t('people.act')}</th>
            <th scope="col">{t('people.document')}</th>
            <th scope="col">{t('people.from')}</th>
            <th scope="col">{t('people.until')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.personName}</td>
              <td>{row.acts.map((act) => w(titleOf(act) ?? { zh: act, en: act })).join('、')}</td>
              <td>
                {row.document} <small>{row.givenByName}</small>
              </td>
              <td>{dayOf(row.from)}</td>
              <td>
                {dayOf(row.until)}{' '}
                {mayChange ? (
                  <Button size="small" aria-label={`${t('people.endDelegation')} ${row.personName}`} onClick={() => void send({ end: { delegation: row.id } })}>
                    {t('people.endDelegation')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <SubmitProblem error={error} />
    </>
  )
}

function Delegate({ body }: { readonly body: string }) {
  const { t, w } = useTexts()
  const people = useQuery(peopleQuery(body)).data?.rows ?? []
  const [person, setPerson] = useState<string>()
  const [givenBy, setGivenBy] = useState<string>()
  const [chosen, setChosen] = useState<string[]>([])
  const [document, setDocument] = useState('')
  const [until, setUntil] = useState('')
  const { error, send } = useChange(() => {
    setPerson(undefined)
    setChosen([])
    setDocument('')
  })
  const holding = (...kinds: string[]) => people.filter(({ posts }) => posts.some((each) => each.body === body && kinds.includes(each.kind))).map(({ id, name }) => ({ value: id, label: name }))
  const deputy = people.find(({ id }) => id === person)?.posts.some((each) => each.body === body && each.kind === 'head') ?? false
  const options = acts.filter(([, { by }]) => mayDelegate(by, deputy ? 'deputy' : 'unit-head')).map(([value, { title }]) => ({ value, label: w(title) }))
  const ready = person !== undefined && givenBy !== undefined && chosen.length > 0 && document.trim() !== '' && until !== ''
  return (
    <div className="pad">
      <div className="filters">
        <div>
          <label htmlFor="give-by">{t('people.givenBy')}</label>
          <Select id="give-by" value={givenBy ?? null} onChange={setGivenBy} options={holding('head')} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor="give-to">{t('people.person')}</label>
          <Select
            id="give-to"
            value={person ?? null}
            onChange={(next: string) => {
              setPerson(next)
              setChosen([])
            }}
            options={holding('head', 'unit-head').filter(({ value }) => value !== givenBy)}
            style={{ width: '100%' }}
          />
        </div>
        <div>
          <label htmlFor="give-acts">{t('people.act')}</label>
          <Select id="give-acts" mode="multiple" value={chosen} onChange={setChosen} options={options} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} popupMatchSelectWidth={false} />
        </div>
        <div>
          <label htmlFor="give-document">{t('people.document')}</label>
          <Input id="give-document" value={document} onChange={(event) => setDocument(event.target.value)} />
        </div>
        <div>
          <label htmlFor="give-until">{t('people.until')}</label>
          <Input id="give-until" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </div>
        <div>
          <Button type="primary" disabled={!ready} onClick={() => void send({ delegate: { body, person, givenBy, acts: chosen, document: document.trim(), until: new Date(`${until}T24:00:00+08:00`).toISOString() } })}>
            {t('people.delegate')}
          </Button>
        </div>
      </div>
      <SubmitProblem error={error} />
    </div>
  )
}
