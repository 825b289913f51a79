import { penaltyKinds } from '@faheng/law/penalties/kinds.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { PageTitle, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { holds, useMe } from '../me.ts'
import { itemsQuery } from './queries.ts'

/** The catalogue of what may be enforced, with its bases. */
export function ItemsPage() {
  const { t, w, join } = useTexts()
  const me = useMe()
  const { q } = useSearch({ from: '/shell/items' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState(q ?? '')
  const [after, setAfter] = useState<string>()
  useHeading(t('items.title'))
  const { data, error, refetch } = useQuery({ ...itemsQuery({ ...(q ? { q } : {}), ...(after ? { after } : {}) }), placeholderData: keepPreviousData })
  return (
    <>
      <PageTitle title={t('items.title')}>
        {holds(me, 'unit-head', 'officer', 'receiving-clerk') ? (
          <Link className="button" to="/begin/$procedure" params={{ procedure: 'catalogue-adjustment' }}>
            {t('cleaning.adjust')}
          </Link>
        ) : null}
        {holds(me, 'supervisor') ? (
          <Link className="button" to="/begin/$procedure" params={{ procedure: 'power-handover' }}>
            {t('items.moved')}
          </Link>
        ) : null}
        <Link className="button" to="/items/cleaning">
          {t('cleaning.title')}
        </Link>
        <a className="button" href="/catalogue">
          {t('cleaning.publicly')}
        </a>
      </PageTitle>
      <form
        className="filters"
        role="search"
        aria-label={t('items.q')}
        onSubmit={(event) => {
          event.preventDefault()
          setAfter(undefined)
          void navigate({ to: '/items', search: typed.trim() ? { q: typed.trim() } : {} })
        }}
      >
        <div className="wide">
          <label htmlFor="items-q">{t('items.q')}</label>
          <Input id="items-q" value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={60} />
        </div>
        <div>
          <Button htmlType="submit">{t('common.search')}</Button>
        </div>
      </form>
      <div className="panel">
        {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={8} /> : data.rows.length === 0 ? <Empty title={t('items.empty')} /> : null}
        {data && data.rows.length > 0 ? (
          <table className="rows stack">
            <thead>
              <tr>
                <th scope="col">{t('navigation.items')}</th>
                <th scope="col">{t('items.bases')}</th>
                <th scope="col">{t('items.kinds')}</th>
                <th scope="col">{t('items.branches')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((item) => (
                <tr key={item.id}>
                  <td style={{ minWidth: 220 }}>
                    <Link to="/items/$id" params={{ id: item.id }}>
                      {item.title}
                    </Link>
                  </td>
                  <td>
                    <small>{w(item.reference)}</small>
                  </td>
                  <td>{join(item.kinds.map((code) => kindTitle(code, w)))}</td>
                  <td>
                    <Tag tone={item.status === 'parsed' ? 'jade' : 'amber'}>{t(item.status === 'parsed' ? 'items.parsed' : 'items.toConfirm')}</Tag>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
      <div className="actions" style={{ marginTop: 12 }}>
        {after ? <Button onClick={() => setAfter(undefined)}>{t('matters.first')}</Button> : null}
        {data?.next ? <Button onClick={() => setAfter(data.next ?? undefined)}>{t('matters.next')}</Button> : null}
      </div>
    </>
  )
}

export const kindTitle = (code: string, w: (text: { zh: string; en: string }) => string): string => {
  const kind = penaltyKinds.kinds.find((each) => each.code === code)
  return kind ? w(kind.words) : code
}
