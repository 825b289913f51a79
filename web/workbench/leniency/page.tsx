import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { PageTitle, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { yuan } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { LeniencyPage as Lists } from '../answers.ts'

const lists = ['all', 'lighter', 'mitigated', 'exempt'] as const
type Shown = (typeof lists)[number]

/** 三张清单 (处罚法 32, 33): what they ask for, until when they hold, and how many were exempted. */
export function LeniencyPage() {
  const { t, w } = useTexts()
  const [list, setList] = useState<Shown>('all')
  const [ended, setEnded] = useState(false)
  useHeading(t('leniency.title'))
  const { data, error, refetch } = useQuery({
    queryKey: ['leniency', list, ended],
    queryFn: ({ signal }) => get<Lists>(withQuery('/api/leniency', { ...(list === 'all' ? {} : { list }), ...(ended ? { ended: 'yes' } : {}) }), signal),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageTitle title={t('leniency.title')} under={t('leniency.intro')} />
      <div className="actions" style={{ marginBottom: 12 }}>
        <Segmented aria-label={t('leniency.which')} value={list} onChange={(next: Shown) => setList(next)} options={lists.map((each) => ({ value: each, label: t(each === 'all' ? 'leniency.all' : `discretion.${each}`) }))} />
        <Checkbox checked={ended} onChange={(event) => setEnded(event.target.checked)}>
          {t('leniency.ended')}
        </Checkbox>
      </div>
      {data && data.exempted.matters > 0 ? <p className="dim">{t('leniency.exempted', { matters: data.exempted.matters, amount: yuan(data.exempted.amount) })}</p> : null}
      <div className="panel">
        {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={8} /> : data.rows.length === 0 ? <Empty title={t('leniency.empty')} /> : null}
        {data && data.rows.length > 0 ? (
          <table className="rows stack">
            <thead>
              <tr>
                <th scope="col">{t('leniency.violation')}</th>
                <th scope="col">{t('leniency.conditions')}</th>
                <th scope="col">{t('leniency.list')}</th>
                <th scope="col">{t('leniency.valid')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((rule) => (
                <tr key={`${rule.id}${rule.validFrom}`}>
                  <td style={{ minWidth: 220 }}>
                    {rule.item ? (
                      <Link to="/items/$id" params={{ id: rule.item }}>
                        {rule.violation}
                      </Link>
                    ) : (
                      rule.violation
                    )}
                    {rule.status === 'parsed' ? null : <> <Tag tone="amber">{t('items.toConfirm')}</Tag></>}
                  </td>
                  <td>
                    {rule.conditions.map((each) => (
                      <div key={each.zh}>{w(each)}</div>
                    ))}
                  </td>
                  <td>
                    <Tag tone="indigo">{t(`discretion.${rule.list}`)}</Tag>
                    <small style={{ display: 'block' }}>{rule.title} · {rule.issuer}</small>
                  </td>
                  <td>
                    <Tag tone={rule.inForce ? 'jade' : 'plain'}>{t(rule.inForce ? 'leniency.inForce' : 'leniency.over')}</Tag>
                    <small style={{ display: 'block' }}>{rule.validFrom}{rule.validUntil ? ` — ${rule.validUntil}` : ''}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
    </>
  )
}
