import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import '../matter/matter.css'
import { get, send } from '../../shared-ui/client/ask.ts'
import { isNotFound } from '../../shared-ui/client/errors.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

/** The signed state of the county's log, and the proof that an act stands in it. */
export function LedgerPage() {
  const { t } = useTexts()
  useHeading(t('ledger.title'))
  const { data, error, refetch } = useQuery({
    queryKey: ['checkpoint'],
    queryFn: async ({ signal }) => (await send('GET', '/api/ledger/checkpoint', undefined, { signal, accept: 'text/plain, application/json' })).text(),
    refetchInterval: 30_000,
  })
  const [origin, size, root] = noteOf(data ?? '').split('\n')
  return (
    <div style={{ maxWidth: 900 }}>
      <PageTitle title={t('ledger.title')} under={t('ledger.intro')} />
      {error ? <Failed error={error} retry={() => void refetch()} /> : data === undefined ? <Loading /> : null}
      {data === undefined ? null : (
        <Panel title={t('ledger.checkpoint')}>
          <dl className="facts pad">
            <dt>{t('ledger.origin')}</dt>
            <dd className="mono">{origin}</dd>
            <dt>{t('ledger.size')}</dt>
            <dd>{size}</dd>
            <dt>{t('ledger.root')}</dt>
            <dd className="mono">{root}</dd>
          </dl>
          <pre className="mono blk" style={{ margin: 0, whiteSpace: 'pre-wrap' }}>
            {noteOf(data)}
          </pre>
        </Panel>
      )}
      <ProofPanel />
    </div>
  )
}

/** The note itself, whether it came alone or inside an answer. */
function noteOf(answer: string): string {
  if (!answer.startsWith('{')) return answer
  const read: unknown = JSON.parse(answer)
  return typeof read === 'object' && read !== null && 'note' in read ? String(read.note) : answer
}

function ProofPanel() {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const [act, setAct] = useState('')
  const { data, error, isFetching } = useQuery({ queryKey: ['proof', act], queryFn: ({ signal }) => get<Record<string, unknown>>(`/api/ledger/proof/${encodeURIComponent(act)}`, signal), enabled: act !== '', retry: false })
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
          {Object.entries(data).map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd className="mono">{Array.isArray(value) ? value.map(String).join('\n') : typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Panel>
  )
}
