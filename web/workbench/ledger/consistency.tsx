import type { CheckpointAnswer, ConsistencyAnswer } from '@faheng/api/ledger.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { Failed } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

/** Whoever kept a checkpoint sees whether the log still contains all of it, unchanged; the proof is for his own tool. */
export function ConsistencyPanel({ newest }: { readonly newest: Static<typeof CheckpointAnswer> }) {
  const { t } = useTexts()
  const [size, setSize] = useState('')
  const [root, setRoot] = useState('')
  const [kept, setKept] = useState<{ readonly from: number; readonly to: number; readonly root: string }>()
  const { data, error, isFetching } = useQuery({
    queryKey: ['consistency', kept?.from, kept?.to],
    queryFn: ({ signal }) => get<Static<typeof ConsistencyAnswer>>(withQuery('/api/ledger/consistency', { from: kept?.from, to: kept?.to }), signal),
    enabled: kept !== undefined,
    retry: false,
  })
  return (
    <Panel title={t('ledger.consistency')}>
      <form
        className="pad"
        onSubmit={(event) => {
          event.preventDefault()
          setKept({ from: Number(size), to: Math.max(newest.size, Number(size)), root: root.trim() })
        }}
      >
        <p className="dim">{t('ledger.consistencyHint')}</p>
        <div className="field">
          <label htmlFor="kept-size">{t('ledger.keptSize')}</label>
          <Input id="kept-size" inputMode="numeric" value={size} onChange={(event) => setSize(event.target.value.trim())} style={{ maxWidth: 200 }} />
        </div>
        <div className="field">
          <label htmlFor="kept-root">{t('ledger.keptRoot')}</label>
          <Input id="kept-root" className="mono" value={root} onChange={(event) => setRoot(event.target.value)} />
        </div>
        <Button htmlType="submit" loading={isFetching} disabled={!/^\d{1,15}$/.test(size)}>
          {t('ledger.look')}
        </Button>
      </form>
      {error ? <Failed error={error} /> : null}
      {data && kept ? (
        <div role="status">
          {kept.root === '' ? null : <p className={kept.root === data.fromRoot ? 'pad' : 'pad overdue'}>{t(kept.root === data.fromRoot ? 'ledger.same' : 'ledger.other')}</p>}
          <dl className="facts pad">
            <dt>{t('ledger.rootThen', { n: data.from })}</dt>
            <dd className="mono">{data.fromRoot}</dd>
            <dt>{t('ledger.rootNow', { n: data.to })}</dt>
            <dd className="mono">{data.toRoot}</dd>
            <dt>{t('ledger.path')}</dt>
            <dd className="mono">{data.proof.length === 0 ? t('ledger.nothingBetween') : data.proof.join('\n')}</dd>
          </dl>
        </div>
      ) : null}
    </Panel>
  )
}
