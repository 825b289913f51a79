import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Entrustments } from '../answers.ts'

/** The letters in force on a day (处罚法 20): who does what in whose name, on which norm, how far and until when. */
export function EntrustmentsView() {
  const { t } = useTexts()
  const [on, setOn] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['entrustments', on],
    queryFn: ({ signal }) => get<Entrustments>(withQuery('/api/entrustments', on ? { on } : {}), signal),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className="filters">
        <div>
          <label htmlFor="entrustments-on">{t('townships.on')}</label>
          <Input id="entrustments-on" type="date" value={on || (data?.on ?? '')} onChange={(event) => setOn(event.target.value)} />
        </div>
      </div>
      <p className="dim">{t('townships.entrustmentsIntro')}</p>
      <div className="panel">
        {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={4} /> : data.rows.length === 0 ? <Empty title={t('townships.noEntrustment')} /> : <Letters rows={data.rows} />}
      </div>
    </>
  )
}

function Letters({ rows }: { readonly rows: Entrustments['rows'] }) {
  const { t } = useTexts()
  return (
    <table className="rows stack">
      <thead>
        <tr>
          {(['organisation', 'entrusted', 'authority', 'term'] as const).map((each) => (
            <th key={each} scope="col">
              {t(`townships.${each}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ organisation, organisationName, principalName, items, norm, authority, from, until, published, place, matter }) => (
          <tr key={`${organisation} ${matter ?? ''} ${from} ${norm}`}>
            <td>
              {organisationName}
              <div className="dim">
                {t('townships.principal')} {principalName}
              </div>
            </td>
            <td data-label={t('townships.entrusted')}>
              {items.map(({ id, title }) => (
                <div key={id}>
                  <Link to="/items/$id" params={{ id }}>
                    {title}
                  </Link>
                </div>
              ))}
            </td>
            <td data-label={t('townships.authority')}>
              {norm}
              <div className="dim grant-basis">{authority}</div>
            </td>
            <td data-label={t('townships.term')}>
              {matter === null ? `${from} – ${until}` : (
                <Link to="/matters/$id" params={{ id: matter }}>
                  {from} – {until}
                </Link>
              )}
              <div className="dim grant-basis">{place === '' ? t('townships.publishedOn', { on: published }) : t('townships.published', { on: published, place })}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
