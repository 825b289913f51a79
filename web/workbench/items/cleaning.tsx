import { catalogueReview, reviewGrounds } from '@faheng/law/procedures/catalogue-review.ts'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { get, post } from '../../shared-ui/client/ask.ts'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Cleaning, CleaningRow, Flagged } from '../answers.ts'

const cleaningQuery = queryOptions({ queryKey: ['cleaning'], queryFn: ({ signal }) => get<Cleaning>('/api/cleaning', signal) })
const flaggedQuery = (body: string) => queryOptions({ queryKey: ['cleaning', body], queryFn: ({ signal }) => get<Flagged>(`/api/cleaning/${body}`, signal) })

/** What each body has to go through in its catalogue, and how far it is. */
export function CleaningPage() {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery(cleaningQuery)
  const [body, setBody] = useState<CleaningRow>()
  useHeading(t('cleaning.title'))
  return (
    <>
      <PageTitle title={t('cleaning.title')} under={t('cleaning.intro')}>
        <Link className="button" to="/items">
          {t('navigation.items')}
        </Link>
      </PageTitle>
      <div className="panel">
        {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={6} /> : data.rows.length === 0 ? <Empty title={t('cleaning.nothing')} /> : null}
        {data && data.rows.length > 0 ? <Board rows={data.rows} choose={setBody} /> : null}
      </div>
      <p className="dim" style={{ margin: '12px 0' }}>
        {data?.since ? `${t('cleaning.since', { since: data.since })} ` : ''}
        {t('cleaning.rareHint')}
      </p>
      {body ? <FlaggedItems body={body} /> : null}
    </>
  )
}

function Board({ rows, choose }: { readonly rows: readonly CleaningRow[]; readonly choose: (row: CleaningRow) => void }) {
  const { t } = useTexts()
  const counted = ['withoutBasis', 'unused', 'rare', 'unconfirmed'] as const
  return (
    <table className="rows stack">
      <thead>
        <tr>
          <th scope="col">{t('common.body')}</th>
          <th scope="col">{t('cleaning.items')}</th>
          {counted.map((name) => (
            <th key={name} scope="col">
              {t(`cleaning.${name}`)}
            </th>
          ))}
          <th scope="col">{t('cleaning.reviews')}</th>
          <th scope="col">{t('cleaning.progress')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.body}>
            <td style={{ minWidth: 140 }}>
              <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => choose(row)}>
                {row.bodyName}
              </Button>
            </td>
            <td data-label={t('cleaning.items')}>{row.items}</td>
            {counted.map((name) => (
              <td key={name} data-label={t(`cleaning.${name}`)}>
                {row[name] > 0 ? <Tag tone={name === 'withoutBasis' ? 'seal' : 'amber'}>{row[name]}</Tag> : 0}
              </td>
            ))}
            <td data-label={t('cleaning.reviews')}>
              {row.reviewsOpen > 0 ? t('cleaning.reviewsOf', { open: row.reviewsOpen }) : '—'} {row.reviewsOverdue > 0 ? <Tag tone="seal">{t('cleaning.overdueOf', { n: row.reviewsOverdue })}</Tag> : null}
            </td>
            <td data-label={t('cleaning.progress')}>
              <Progress row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Progress({ row }: { readonly row: CleaningRow }) {
  const { t, w } = useTexts()
  const title = row.stage === null ? undefined : catalogueReview.stages[row.stage]
  const stage = title ? w(title) : t('cleaning.none')
  return (
    <>
      {row.matter ? (
        <Link to="/matters/$id" params={{ id: row.matter }}>
          {row.due && row.stage === 'review' ? t('cleaning.due', { stage, due: row.due }) : stage}
        </Link>
      ) : (
        <span className="dim">{stage}</span>
      )}{' '}
      {row.overdue ? <Tag tone="seal">{t('cleaning.overdue')}</Tag> : null} {row.reminders > 0 ? <Tag tone="amber">{t('cleaning.reminders', { n: row.reminders })}</Tag> : null}
      {row.mayOrder ? <Order body={row.body} /> : null}
    </>
  )
}

function Order({ body }: { readonly body: string }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [term, setTerm] = useState<number>()
  // One id for as long as the form is open: sent twice, it is ordered once.
  const [id] = useState(() => crypto.randomUUID())
  const send = async () => {
    try {
      await post('/api/cleaning', { id, body, term })
      void message.success(t('cleaning.ordered'))
      await queries.invalidateQueries({ queryKey: ['cleaning'] })
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error))
    }
  }
  if (term === undefined)
    return (
      <Button size="small" onClick={() => setTerm(20)}>
        {t('cleaning.order')}
      </Button>
    )
  return (
    <span className="actions" style={{ marginTop: 6 }}>
      <label htmlFor={`term-${body}`}>{t('cleaning.term')}</label>
      <InputNumber id={`term-${body}`} size="small" min={1} max={250} value={term} onChange={(value) => setTerm(value ?? 20)} style={{ width: 72 }} />
      <Button size="small" type="primary" onClick={() => void send()}>
        {t('cleaning.order')}
      </Button>
    </span>
  )
}

function FlaggedItems({ body }: { readonly body: CleaningRow }) {
  const { t, w, join } = useTexts()
  const { data, error, refetch } = useQuery(flaggedQuery(body.body))
  const why = (ground: string) => (Object.hasOwn(reviewGrounds, ground) ? w(reviewGrounds[ground as keyof typeof reviewGrounds]) : ground)
  return (
    <Panel title={t('cleaning.flagged', { body: body.bodyName })}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={4} /> : data.rows.length === 0 ? <Empty title={t('cleaning.nothing')} /> : null}
      {data && data.rows.length > 0 ? (
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('navigation.items')}</th>
              <th scope="col">{t('cleaning.why')}</th>
              <th scope="col">{t('cleaning.cases')}</th>
              <th scope="col">{t('cleaning.last')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.id}>
                <td style={{ minWidth: 220 }}>
                  <Link to="/items/$id" params={{ id: row.id }}>
                    {row.title}
                  </Link>
                </td>
                <td data-label={t('cleaning.why')}>{join(row.grounds.map(why))}</td>
                <td data-label={t('cleaning.cases')}>{row.cases}</td>
                <td data-label={t('cleaning.last')}>{row.last ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Panel>
  )
}
