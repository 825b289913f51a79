import { type ItemKind, itemKinds } from '@faheng/law/items/content.ts'
import { penaltyKinds } from '@faheng/law/penalties/kinds.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { PageTitle, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { holds, useMe } from '../me.ts'
import { bodiesQuery } from '../people/queries.ts'
import { itemsQuery } from './queries.ts'

/** The catalogue of what may be enforced, with its bases. */
export function ItemsPage() {
  const { t, w, join } = useTexts()
  const me = useMe()
  const search = useSearch({ from: '/shell/items' })
  const { q } = search
  const bodies = useQuery(bodiesQuery)
  const navigate = useNavigate()
  const [typed, setTyped] = useState(q ?? '')
  const [after, setAfter] = useState<string>()
  useHeading(t('items.title'))
  const { data, error, refetch } = useQuery({ ...itemsQuery({ ...search, ...(after ? { after } : {}) }), placeholderData: keepPreviousData })
  const choose = (more: typeof search) => {
    setAfter(undefined)
    const next = Object.fromEntries(Object.entries({ ...search, ...more }).filter(([, value]) => value))
    void navigate({ to: '/items', search: next })
  }
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
          choose({ q: typed.trim() })
        }}
      >
        <div className="wide">
          <label htmlFor="items-q">{t('items.q')}</label>
          <Input id="items-q" value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={60} />
        </div>
        <div>
          <label htmlFor="items-body">{t('common.body')}</label>
          <Select id="items-body" value={search.body ?? null} onChange={(body: string | undefined) => choose({ body: body ?? '' })} allowClear options={(bodies.data?.rows ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }))} style={{ width: '100%' }} popupMatchSelectWidth={false} />
        </div>
        <div>
          <label htmlFor="items-kind">{t('items.kind')}</label>
          <Select id="items-kind" value={search.kind ?? null} onChange={(kind: string | undefined) => choose({ kind: kind ?? '' })} allowClear options={(Object.keys(itemKinds) as ItemKind[]).map((value) => ({ value, label: w(itemKinds[value]) }))} style={{ width: '100%' }} popupMatchSelectWidth={false} />
        </div>
        <div>
          <label htmlFor="items-status">{t('items.status')}</label>
          <Select id="items-status" value={search.status ?? null} onChange={(status: string | undefined) => choose({ status: status ?? '' })} allowClear options={[{ value: 'parsed', label: t('items.parsed') }, { value: 'to-be-confirmed', label: t('items.toConfirm') }]} style={{ width: '100%' }} popupMatchSelectWidth={false} />
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
