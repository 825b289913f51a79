import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { TownshipMatrix } from '../answers.ts'

type Grant = TownshipMatrix['items'][number]['grants'][number]

export function MatrixView() {
  const { t } = useTexts()
  const [on, setOn] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['townships', on],
    queryFn: ({ signal }) => get<TownshipMatrix>(withQuery('/api/townships', on ? { on } : {}), signal),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className="filters">
        <div>
          <label htmlFor="townships-on">{t('townships.on')}</label>
          <Input id="townships-on" type="date" value={on || (data?.on ?? '')} onChange={(event) => setOn(event.target.value)} />
        </div>
      </div>
      <div className="panel">
        {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={6} /> : data.items.length === 0 ? <Empty title={t('townships.none')} /> : <Matrix matrix={data} />}
      </div>
    </>
  )
}

function Matrix({ matrix: { townships, items } }: { readonly matrix: TownshipMatrix }) {
  const { t } = useTexts()
  return (
    <table className="rows stack">
      <thead>
        <tr>
          <th scope="col">{t('townships.item')}</th>
          {townships.map(({ township, name }) => (
            <th key={township} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, title, department, grants }) => (
          <tr key={id}>
            <td>
              <Link to="/items/$id" params={{ id }}>
                {title}
              </Link>
              <div className="dim">{department}</div>
            </td>
            {townships.map(({ township, name }) => {
              const held = grants.filter((each) => each.township === township)
              return (
                <td key={township} data-label={name}>
                  {held.length > 0 ? held.map((each) => <Held key={each.from} grant={each} />) : '—'}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Held({ grant: { from, until, exclusive, basis, published, place, matter } }: { readonly grant: Grant }) {
  const { t } = useTexts()
  const days = [t('townships.since', { from }), ...(until === null ? [] : [t('townships.until', { until })])].join(' ')
  return (
    <div title={basis}>
      {matter === null ? days : (
        <Link to="/matters/$id" params={{ id: matter }}>
          {days}
        </Link>
      )}{' '}
      {exclusive ? null : <Tag tone="amber">{t('townships.concurrent')}</Tag>}
      <div className="dim grant-basis">{basis}</div>
      {published === null ? null : <div className="dim grant-basis">{place === '' ? t('townships.publishedOn', { on: published }) : t('townships.published', { on: published, place })}</div>}
    </div>
  )
}
