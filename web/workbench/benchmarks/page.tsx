import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { PageTitle } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { ToConfirm } from '../answers.ts'
import { ConfirmGroup } from './group.tsx'

const kinds = ['benchmark', 'leniency-rule'] as const
type Kind = (typeof kinds)[number]

/** Lines of benchmarks and lists that an import could not read surely or place: they bind nobody before a head or legal reviewer confirms them (R32, R33). */
export function ToConfirmPage() {
  const { t } = useTexts()
  const [kind, setKind] = useState<Kind>('benchmark')
  const [q, setQ] = useState('')
  const [after, setAfter] = useState<string>()
  useHeading(t('toConfirm.title'))
  const { data, error, refetch } = useQuery({
    queryKey: ['to-confirm', kind, q, after],
    queryFn: ({ signal }) => get<ToConfirm>(withQuery('/api/discretion/to-confirm', { kind, ...(q ? { q } : {}), ...(after ? { after } : {}) }), signal),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageTitle title={t('toConfirm.title')} under={t('toConfirm.intro')}>
        <Link className="button" to="/imports">
          {t('navigation.imports')}
        </Link>
      </PageTitle>
      <div className="actions" style={{ marginBottom: 12 }}>
        <Segmented
          aria-label={t('toConfirm.which')} value={kind} options={kinds.map((each) => ({ value: each, label: t(`toConfirm.${each}`) }))}
          onChange={(next: Kind) => {
            setKind(next)
            setAfter(undefined)
          }}
        />
        <Input.Search
          aria-label={t('leniency.violation')} placeholder={t('leniency.violation')} allowClear maxLength={100} style={{ maxWidth: 260 }}
          onSearch={(text) => {
            setQ(text.trim())
            setAfter(undefined)
          }}
        />
        {data ? <span className="dim" role="status">{t('toConfirm.waiting', { n: data.total })}</span> : null}
      </div>
      {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={8} /> : data.groups.length === 0 ? <Empty title={t('toConfirm.nothing')} /> : null}
      {data?.groups.map((group) => <ConfirmGroup key={`${group.body}${group.violation}`} kind={kind} group={group} />)}
      <div className="actions">
        {after ? <Button onClick={() => setAfter(undefined)}>{t('toConfirm.first')}</Button> : null}
        {data?.next ? <Button onClick={() => setAfter(data.next ?? undefined)}>{t('toConfirm.next')}</Button> : null}
      </div>
    </>
  )
}
