import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useState } from 'react'
import '../matter/matter.css'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { lastDay } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { holds, useMe } from '../me.ts'
import { bodiesQuery } from './queries.ts'
import { type Staff, staffQuery } from './staff-queries.ts'

/** The officer register: who may enforce, and until when. */
export function StaffPage() {
  const { t } = useTexts()
  const me = useMe()
  useHeading(t('staff.title'))
  const { body, q = '' } = useSearch({ from: '/shell/staff' })
  const navigate = useNavigate({ from: '/staff' })
  const [after, setAfter] = useState<string>()
  const bodies = useQuery(bodiesQuery)
  const { data, error, refetch } = useQuery({ ...staffQuery({ body, q: q || undefined, after }), placeholderData: keepPreviousData })
  const registrar = holds(me, 'supervisor', 'system-administrator')
  const own = new Set(me.posts.map((post) => post.body))
  return (
    <>
      <PageTitle title={t('staff.title')} under={t('staff.intro')}>
        {holds(me, 'head', 'unit-head') ? (
          <Link className="button" to="/begin/$procedure" params={{ procedure: 'departure' }}>
            {t('staff.depart')}
          </Link>
        ) : null}
        {holds(me, 'unit-head', 'receiving-clerk') ? (
          <Link className="button" to="/begin/$procedure" params={{ procedure: 'certificate' }}>
            {t('staff.apply')}
          </Link>
        ) : null}
        {registrar ? (
          <Link className="button" to="/imports">
            {t('staff.import')}
          </Link>
        ) : null}
        <a className="button" href="/api/staff.xlsx" download>
          {t('staff.export')}
        </a>
      </PageTitle>
      <div className="filters">
        <div>
          <label htmlFor="staff-body">{t('common.body')}</label>
          <Select
            id="staff-body"
            allowClear
            value={body ?? null}
            onChange={(next: string | undefined) => {
              setAfter(undefined)
              void navigate({ search: (all) => ({ ...(all.q ? { q: all.q } : {}), ...(next ? { body: next } : {}) }), replace: true })
            }}
            options={(bodies.data?.rows ?? []).filter(({ id }) => registrar || own.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
            style={{ width: '100%' }}
          />
        </div>
        <div>
          <label htmlFor="staff-q">{t('staff.q')}</label>
          <Input
            id="staff-q"
            allowClear
            value={q}
            onChange={(event) => {
              const typed = event.target.value
              setAfter(undefined)
              void navigate({ search: (all) => ({ ...(all.body ? { body: all.body } : {}), ...(typed ? { q: typed } : {}) }), replace: true })
            }}
          />
        </div>
      </div>
      {error ? <Failed error={error} retry={() => void refetch()} /> : data === undefined ? <Loading /> : <Rows rows={data.rows} />}
      <p className="actions">
        {after !== undefined ? (
          <button type="button" className="button" onClick={() => setAfter(undefined)}>
            {t('staff.first')}
          </button>
        ) : null}
        {data?.next ? (
          <button type="button" className="button" onClick={() => setAfter(data.next ?? undefined)}>
            {t('staff.next')}
          </button>
        ) : null}
      </p>
    </>
  )
}

function Rows({ rows }: { readonly rows: Staff['rows'] }) {
  const { t } = useTexts()
  if (rows.length === 0) return <Empty title={t('staff.empty')} />
  return (
    <Panel title={t('staff.title')} aside={<span className="dim">{t('common.count', { n: rows.length })}</span>}>
      <div className="scroll">
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('staff.name')}</th>
              <th scope="col">{t('staff.place')}</th>
              <th scope="col">{t('staff.category')}</th>
              <th scope="col">{t('staff.idNumber')}</th>
              <th scope="col">{t('staff.certificate')}</th>
              <th scope="col">{t('staff.until')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const held = row.certificates.find((each) => each.valid) ?? row.certificates[0]
              return (
                <tr key={row.id}>
                  <td>
                    <Link to="/people/$id" params={{ id: row.id }}>
                      {row.name}
                    </Link>
                  </td>
                  <td>{[row.body, row.unit].filter(Boolean).join(' · ')}</td>
                  <td>
                    {row.category ? t(`staff.${row.category}`) : ''} {row.legalQualification ? <Tag tone="indigo">{t('staff.qualification')}</Tag> : null}
                  </td>
                  <td className="mono">{row.idNumber}</td>
                  <td>{held ? <Tag tone={held.valid ? 'jade' : 'seal'}>{t(held.valid ? 'staff.valid' : 'staff.invalid')}</Tag> : <span className="dim">{t('staff.noCertificate')}</span>} {held?.number}</td>
                  <td className="number">{held ? lastDay(held.until) : ''}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
