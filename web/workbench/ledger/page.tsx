import type { CheckpointAnswer } from '@faheng/api/ledger.ts'
import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import '../matter/matter.css'
import { get } from '../../shared-ui/client/ask.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { ConsistencyPanel } from './consistency.tsx'
import { ProofPanel } from './proof.tsx'

/** The signed state of the county's log, and the proof that an act stands in it. */
export function LedgerPage() {
  const { t } = useTexts()
  useHeading(t('ledger.title'))
  const { data, error, refetch } = useQuery({
    queryKey: ['checkpoint'],
    queryFn: ({ signal }) => get<Static<typeof CheckpointAnswer>>('/api/ledger/checkpoint', signal),
    refetchInterval: 30_000,
  })
  return (
    <div style={{ maxWidth: 900 }}>
      <PageTitle title={t('ledger.title')} under={t('ledger.intro')} />
      {error ? <Failed error={error} retry={() => void refetch()} /> : data === undefined ? <Loading /> : null}
      {data === undefined ? null : (
        <Panel title={t('ledger.checkpoint')} aside={<small>{moment(data.madeAt)}</small>}>
          <dl className="facts pad">
            <dt>{t('ledger.origin')}</dt>
            <dd className="mono">{data.origin}</dd>
            <dt>{t('ledger.size')}</dt>
            <dd>{data.size}</dd>
            <dt>{t('ledger.root')}</dt>
            <dd className="mono">
              {data.root} ({data.hash})
            </dd>
            <dt>{t('ledger.key')}</dt>
            <dd className="mono">{data.vkey}</dd>
          </dl>
          <pre className="mono blk" style={{ margin: 0, whiteSpace: 'pre-wrap' }}>
            {data.note}
          </pre>
        </Panel>
      )}
      {data === undefined ? null : <ConsistencyPanel newest={data} />}
      <ProofPanel />
    </div>
  )
}
