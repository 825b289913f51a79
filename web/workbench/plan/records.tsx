import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { recordsQuery } from './queries.ts'

/** What stands behind a figure; those that lower it come first. */
export function Records({ part, whole, year, body }: { readonly part: string; readonly whole: string; readonly year: number; readonly body?: string }) {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery(recordsQuery({ part, whole, year, ...(body ? { body } : {}) }))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={3} />
  if (data.rows.length === 0) return <Empty title={t('plan.noRecords')} />
  return (
    <>
      <table className="rows">
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.kind === 'matter' ? <Link to="/matters/$id" params={{ id: row.id }}>{row.name}</Link> : row.kind === 'item' ? <Link to="/items/$id" params={{ id: row.id }}>{row.name}</Link> : row.name}
              </td>
              <td>{row.month}</td>
              <td>
                <Tag tone={row.kept ? 'jade' : 'amber'}>{t(row.kept ? 'plan.kept' : 'plan.notKept')}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.next ? <p className="pad dim">{t('plan.moreRecords')}</p> : null}
    </>
  )
}
