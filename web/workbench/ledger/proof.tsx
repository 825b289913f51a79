import type { ProofAnswer } from '@faheng/api/ledger.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { get } from '../../shared-ui/client/ask.ts'
import { isNotFound } from '../../shared-ui/client/errors.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed } from '../../shared-ui/components/states.tsx'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

/** Looks an act up in the log; the proof can be checked with any C2SP tool. */
export function ProofPanel() {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const [act, setAct] = useState('')
  const { data, error, isFetching } = useQuery({
    queryKey: ['proof', act],
    queryFn: ({ signal }) => get<Static<typeof ProofAnswer>>(`/api/ledger/proof/${encodeURIComponent(act)}`, signal),
    enabled: act !== '',
    retry: false,
  })
  return (
    <Panel title={t('ledger.proof')}>
      <form
        className="pad"
        onSubmit={(event) => {
          event.preventDefault()
          setAct(typed.trim())
        }}
      >
        <div className="field">
          <label htmlFor="proof-act">{t('ledger.actId')}</label>
          <Input id="proof-act" className="mono" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </div>
        <Button htmlType="submit" loading={isFetching} disabled={typed.trim() === ''}>
          {t('ledger.look')}
        </Button>
      </form>
      {error ? isNotFound(error) ? <Empty title={t('ledger.notYet')} /> : <Failed error={error} /> : null}
      {data ? (
        <dl className="facts pad">
          <dt>{t('ledger.position')}</dt>
          <dd>{data.index + 1}</dd>
          <dt>{t('ledger.recorded')}</dt>
          <dd>{moment(data.recordedAt)}</dd>
          <dt>{t('ledger.leaf')}</dt>
          <dd className="mono">{data.leafHash}</dd>
          <dt>{t('ledger.path')}</dt>
          <dd className="mono">{data.proof}</dd>
        </dl>
      ) : null}
    </Panel>
  )
}
