import { appraisal } from '@faheng/law/procedures/appraisal.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../../shared-ui/client/ask.ts'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { MattersPage } from '../answers.ts'
import { holds, useMe } from '../me.ts'

/** The yearly appraisals one may see, and the way to begin one. */
export function Appraisals() {
  const { t, w, join } = useTexts()
  const me = useMe()
  const { data, error, refetch } = useQuery({ queryKey: ['matters', appraisal.name], queryFn: ({ signal }) => get<MattersPage>(`/api/matters?procedure=${appraisal.name}&limit=50`, signal) })
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Panel
      title={w(appraisal.title)}
      aside={
        holds(me, 'unit-head', 'head') ? (
          <Link className="button go" to="/begin/$procedure" params={{ procedure: appraisal.name }}>
            {t('training.openAppraisal')}
          </Link>
        ) : null
      }
    >
      <p className="pad dim" style={{ margin: 0 }}>
        {t('training.noVolume')}
      </p>
      {data.rows.length === 0 ? <Empty title={t('training.noAppraisals')} /> : null}
      {data.rows.map((row) => (
        <div className="blk" key={row.id}>
          <Link to="/matters/$id" params={{ id: row.id }}>
            {join(row.parties) || row.id}
          </Link>{' '}
          <Tag tone="plain">{w(appraisal.stages[row.stage] ?? { zh: row.stage, en: row.stage })}</Tag> <span className="dim">{row.filed}</span>
        </div>
      ))}
    </Panel>
  )
}
