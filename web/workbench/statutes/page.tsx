import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { holds, useMe } from '../me.ts'
import { anchor } from './anchor.ts'
import { hitsQuery, statutesQuery } from './queries.ts'
import './statutes.css'

/** The register of statutes, and the articles in which what was typed occurs. */
export function StatutesPage() {
  const { t } = useTexts()
  const { q = '', on } = useSearch({ from: '/shell/statutes' })
  const navigate = useNavigate()
  const me = useMe()
  const [typed, setTyped] = useState(q)
  const [day, setDay] = useState(on ?? '')
  const [after, setAfter] = useState<string>()
  useHeading(t('statutes.title'))
  const list = useQuery({ ...statutesQuery({ ...(q ? { q } : {}), ...(on ? { on } : {}), ...(after ? { after } : {}) }), placeholderData: keepPreviousData })
  const hits = useQuery({ ...hitsQuery(q, on), placeholderData: keepPreviousData })
  const at = on ? { on } : {}
  const nothing = list.data?.rows.length === 0
  return (
    <>
      <PageTitle title={t('statutes.title')}>
        {holds(me, 'supervisor', 'legal-reviewer', 'system-administrator') ? (
          <Link className="button" to="/statutes/import">
            {t('statutes.import')}
          </Link>
        ) : null}
        <Link className="button" to="/statute-changes">
          {t('statutes.changes')}
        </Link>
      </PageTitle>
      <form
        className="filters"
        role="search"
        aria-label={t('statutes.q')}
        onSubmit={(event) => {
          event.preventDefault()
          setAfter(undefined)
          void navigate({ to: '/statutes', search: { ...(typed.trim() ? { q: typed.trim() } : {}), ...(day ? { on: day } : {}) } })
        }}
      >
        <div className="wide">
          <label htmlFor="statutes-q">{t('statutes.q')}</label>
          <Input id="statutes-q" value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={60} />
        </div>
        <div>
          <label htmlFor="statutes-on">{t('statutes.on')}</label>
          <Input id="statutes-on" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </div>
        <div>
          <Button htmlType="submit">{t('common.search')}</Button>
        </div>
      </form>
      {list.error ? <Failed error={list.error} retry={() => void list.refetch()} /> : !list.data ? <Loading rows={8} /> : null}
      {nothing && (hits.data?.rows.length ?? 0) === 0 ? (
        <div className="panel">
          <Empty title={t(q ? 'statutes.none' : 'statutes.empty')} />
          {q ? null : <p className="blk dim">{t('statutes.emptyHint')}</p>}
        </div>
      ) : null}
      {list.data && !nothing ? (
        <Panel title={t('statutes.title')}>
          <table className="rows stack">
            <thead>
              <tr>
                <th scope="col">{t('statutes.title')}</th>
                <th scope="col">{t('statutes.inForce')}</th>
                <th scope="col">{t('statutes.repealed')}</th>
                <th scope="col">{t('statutes.history')}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.rows.map((row) => (
                <tr key={row.statute}>
                  <td style={{ minWidth: 240 }}>
                    <Link to="/statutes/$statute" params={{ statute: row.statute }} search={at}>
                      {row.title}
                    </Link>{' '}
                    {row.flaws > 0 ? <Tag tone="amber">{t('statutes.flaws', { n: row.flaws })}</Tag> : null}
                  </td>
                  <td data-label={t('statutes.inForce')}>{row.inForce}</td>
                  <td data-label={t('statutes.repealed')}>{row.repealed ?? ''}</td>
                  <td>
                    {row.articles === null ? t('statutes.notLoaded') : t('statutes.articles', { n: row.articles })} · {t('statutes.versions', { n: row.versions })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      ) : null}
      <div className="actions" style={{ marginTop: 12 }}>
        {after ? <Button onClick={() => setAfter(undefined)}>{t('matters.first')}</Button> : null}
        {list.data?.next ? <Button onClick={() => setAfter(list.data.next ?? undefined)}>{t('matters.next')}</Button> : null}
      </div>
      {q.length >= 2 && hits.data && hits.data.rows.length > 0 ? (
        <Panel title={t('statutes.hits')} aside={hits.data.more ? <small>{t('statutes.more')}</small> : null}>
          {hits.data.rows.map((hit) => (
            <div className="blk" key={`${hit.statute}${hit.label}`}>
              <h3>
                <Link to="/statutes/$statute" params={{ statute: hit.statute }} search={at} hash={anchor(hit)}>
                  {`《${hit.statute}》${hit.label}`}
                </Link>
              </h3>
              <p className="norm">{around(hit.text, q)}</p>
            </div>
          ))}
        </Panel>
      ) : null}
    </>
  )
}

/** The place of the first part of what was typed, with what stands around it. */
function around(text: string, q: string): string {
  const at = Math.max(0, text.indexOf(q.split(/\s+/)[0] ?? ''))
  const from = Math.max(0, at - 60)
  return `${from > 0 ? '……' : ''}${text.slice(from, at + 140)}${text.length > at + 140 ? '……' : ''}`
}
