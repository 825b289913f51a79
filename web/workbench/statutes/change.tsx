import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { StatuteChange } from '../answers.ts'
import { changeQuery } from './queries.ts'
import { SideBySide } from './side-by-side.tsx'

type Task = StatuteChange['tasks'][number]

/** One change: what it touches, each for its body to review, and the articles old beside new, those that are cited first. */
export function ChangePage() {
  const { t } = useTexts()
  const { id } = useParams({ from: '/shell/statute-changes/$id' })
  const { data, error, refetch } = useQuery(changeQuery(id))
  useHeading(data?.statute ?? t('statutes.changes'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const [cited, others] = [data.articles.filter((each) => each.cited), data.articles.filter((each) => !each.cited)]
  const what = data.changed === null ? t('statutes.wasRepealed') : t('statutes.amended', { n: data.changed })
  return (
    <>
      <PageTitle title={`《${data.statute}》${what}`} under={[t('common.labelled', { label: t('statutes.effective'), text: data.effective }), data.basis].filter(Boolean).join(' · ')}>
        <Link className="button" to="/statute-changes">
          {t('statutes.changes')}
        </Link>
      </PageTitle>
      <Panel title={t('statutes.tasks')} aside={<small>{t('common.count', { n: data.tasks.length })}</small>}>
        {data.tasks.length === 0 ? <p className="blk dim">{t('statutes.untouched')}</p> : data.tasks.map((task) => <Review key={task.id} task={task} />)}
      </Panel>
      {cited.length > 0 ? (
        <Panel title={t('statutes.comparison')}>
          {cited.map((row) => (
            <SideBySide key={`${row.number}-${row.sub}`} {...row} />
          ))}
        </Panel>
      ) : null}
      {others.length > 0 ? (
        <Panel title={t('statutes.otherArticles')}>
          {others.map((row) => (
            <SideBySide key={`${row.number}-${row.sub}`} {...row} />
          ))}
        </Panel>
      ) : null}
    </>
  )
}

function Review({ task }: { readonly task: Task }) {
  const { t, w, join } = useTexts()
  return (
    <div className="blk">
      <h3>
        <Tag tone="indigo">{t(`statutes.${task.kind}`)}</Tag> <Subject task={task} />{' '}
        {task.outcome ? <Tag tone="jade">{t(`statutes.${task.outcome}`)}</Tag> : null}
      </h3>
      <div>
        {task.bodyName} · {t('common.labelled', { label: t('common.due'), text: task.due })} · {join(task.references.map(w))}
      </div>
      {task.note ? <div className="dim">{task.note}</div> : null}
      {task.mine ? <Finish task={task.id} /> : null}
    </div>
  )
}

function Subject({ task: { kind, subject, title } }: { readonly task: Task }) {
  if (kind === 'item')
    return (
      <Link to="/items/$id" params={{ id: subject }}>
        {title}
      </Link>
    )
  if (kind === 'matter')
    return (
      <Link to="/matters/$id" params={{ id: subject }}>
        {title}
      </Link>
    )
  return <>{title}</>
}

const outcomes = ['kept', 'adjusted', 'withdrawn'] as const

function Finish({ task }: { readonly task: string }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const id = useRef(newId())
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('kept')
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>()
  const finish = () =>
    post(`/api/reviews/${task}`, { id: id.current, outcome, note }).then(() => Promise.all([client.invalidateQueries({ queryKey: ['statute-change'] }), client.invalidateQueries({ queryKey: ['statute-changes'] }), client.invalidateQueries({ queryKey: ['reviews'] })]), setError)
  return (
    <>
      <div className="actions" style={{ marginTop: 8 }}>
        <Select aria-label={t('statutes.outcome')} value={outcome} onChange={setOutcome} options={outcomes.map((value) => ({ value, label: t(`statutes.${value}`) }))} style={{ minWidth: 120 }} />
        <Input aria-label={t('statutes.note')} placeholder={t('statutes.note')} value={note} onChange={(event) => setNote(event.target.value)} maxLength={500} style={{ maxWidth: 360 }} />
        <Button onClick={() => void finish()}>{t('statutes.finish')}</Button>
      </div>
      <SubmitProblem error={error} />
    </>
  )
}
