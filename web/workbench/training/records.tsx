import type { RecordsAnswer } from '@faheng/api/unit-records.ts'
import { recordKinds } from '@faheng/law/training/records.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { holds, useMe } from '../me.ts'
import { bodiesQuery, peopleQuery } from '../people/queries.ts'
import { Choice } from './choice.tsx'
import { today, useSend } from './queries.ts'

type Kind = keyof typeof recordKinds

/** Party-building per unit and quarter, political education, rewards; discipline references, which heads alone are shown. */
export function Records({ year }: { readonly year: number }) {
  const { t, w } = useTexts()
  const me = useMe()
  const [body, setBody] = useState(me.posts[0]?.body ?? '')
  const bodies = useQuery(bodiesQuery).data?.rows ?? []
  const { data, error, refetch } = useQuery({
    queryKey: ['training', 'records', body, year],
    queryFn: ({ signal }) => get<Static<typeof RecordsAnswer>>(withQuery('/api/unit-records', { body, year }), signal),
    enabled: body !== '',
  })
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const keeps = me.posts.some((post) => post.body === body && ['head', 'unit-head', 'receiving-clerk'].includes(post.kind))
  return (
    <>
      {holds(me, 'supervisor') ? (
        <div className="field" style={{ maxWidth: 420 }}>
          <label htmlFor="records-body">{t('common.body')}</label>
          <Select id="records-body" value={body} onChange={setBody} options={bodies.map(({ id, name }) => ({ value: id, label: name }))} style={{ width: '100%' }} />
        </div>
      ) : null}
      <Panel title={t('training.records')} aside={<span className="dim">{t('training.quarters', { quarters: data.quarters.map((n) => `${n}/${data.units}`).join(' · ') })}</span>}>
        {data.rows.length === 0 ? <Empty title={t('training.noRecords')} /> : null}
        {data.rows.map((row) => (
          <div className="blk" key={row.id} style={row.struckReason ? { textDecoration: 'line-through' } : {}}>
            <Tag tone={row.kind === 'discipline' ? 'seal' : row.kind === 'reward' ? 'jade' : 'plain'}>{w(recordKinds[row.kind])}</Tag> {row.title} {row.personName}
            <div className="dim">{[row.happened, row.unitName, row.reference, row.detail, row.struckReason ? t('training.struck', { reason: row.struckReason }) : ''].filter(Boolean).join(' · ')}</div>
          </div>
        ))}
      </Panel>
      {keeps ? <Enter key={body} body={body} units={bodies.find(({ id }) => id === body)?.units ?? []} head={me.posts.some((post) => post.body === body && post.kind === 'head')} /> : null}
    </>
  )
}

function Enter({ body, units, head }: { readonly body: string; readonly units: readonly { id: string; name: string }[]; readonly head: boolean }) {
  const { t } = useTexts()
  const people = useQuery(peopleQuery(body)).data?.rows ?? []
  const [kind, setKind] = useState<Kind>('party-building')
  const [unit, setUnit] = useState<string>()
  const [person, setPerson] = useState<string>()
  const [happened, setHappened] = useState(today)
  const [title, setTitle] = useState('')
  const [reference, setReference] = useState('')
  const { send, sending, error } = useSend('records', () => {
    setTitle('')
    setReference('')
  })
  const { discipline: _heads, ...open } = recordKinds
  const ofPerson = kind === 'reward' || kind === 'discipline'
  const ready = title.trim() !== '' && /^\d{4}-\d{2}-\d{2}$/.test(happened) && (kind !== 'discipline' || (person !== undefined && reference.trim() !== ''))
  return (
    <Panel title={t('training.enterRecord')}>
      <div className="pad">
        <div className="filters">
          <Choice<string> id="record-kind" label={t('common.kind')} of={head ? recordKinds : open} value={kind} onChange={(next) => setKind(next as Kind)} />
          <div>
            <label htmlFor="record-day">{t('common.date')}</label>
            <Input id="record-day" type="date" value={happened} onChange={(event) => setHappened(event.target.value)} />
          </div>
          <div>
            <label htmlFor="record-unit">{t('common.unit')}</label>
            <Select id="record-unit" value={unit ?? null} allowClear onChange={(next: string | undefined) => setUnit(next)} options={units.map(({ id, name }) => ({ value: id, label: name }))} style={{ width: '100%' }} />
          </div>
          {ofPerson ? (
            <div>
              <label htmlFor="record-person">{t('people.person')}</label>
              <Select id="record-person" value={person ?? null} onChange={(next: string) => setPerson(next)} options={people.map(({ id, name }) => ({ value: id, label: name }))} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} />
            </div>
          ) : null}
          <div className="wide">
            <label htmlFor="record-title">{t('training.what')}</label>
            <Input id="record-title" value={title} onChange={(event) => setTitle(event.target.value)} />
          </div>
          {ofPerson ? (
            <div>
              <label htmlFor="record-reference">{t('common.number')}</label>
              <Input id="record-reference" value={reference} onChange={(event) => setReference(event.target.value)} />
            </div>
          ) : null}
          <Button
            type="primary"
            loading={sending}
            disabled={!ready}
            onClick={() => void send({ enter: { body, kind, happened, title, ...(unit ? { unit } : {}), ...(ofPerson && person ? { person } : {}), ...(ofPerson && reference.trim() ? { reference } : {}) } })}
          >
            {t('common.save')}
          </Button>
        </div>
        {kind === 'discipline' ? <p className="dim">{t('training.disciplineHint')}</p> : null}
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}
