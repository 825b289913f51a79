import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { pilotPoints } from '@faheng/law/townships/pilot.ts'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { PlanRecords } from '../answers.ts'
import { recordsQuery } from './queries.ts'

type Row = PlanRecords['rows'][number]

/** What stands behind a figure; those that lower it come first. Of a bare count none is better than another. */
export function Records({ part, whole, year, measure, body }: { readonly part: string; readonly whole: string; readonly year: number; readonly measure: number; readonly body?: string }) {
  const { t } = useTexts()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(recordsQuery({ part, whole, year, measure, ...(body ? { body } : {}) }))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={3} />
  const rows = data.pages.flatMap((each) => each.rows)
  if (rows.length === 0) return <Empty title={t('plan.noRecords')} />
  return (
    <>
      <table className="rows">
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>
                <Opens row={row} />
              </td>
              <td style={{ whiteSpace: 'nowrap' }}>
                {row.month}
                {row.days ? <span className="dim"> {t('plan.days', { n: row.days })}</span> : null}
              </td>
              <td>{part === whole ? null : <Tag tone={row.kept ? 'jade' : 'amber'}>{t(row.kept ? 'plan.kept' : 'plan.notKept')}</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage ? (
        <p className="pad">
          <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('plan.moreRecords')}
          </Button>
        </p>
      ) : null}
    </>
  )
}

function Opens({ row: { kind, id, name } }: { readonly row: Row }) {
  const { w } = useTexts()
  const params = { id }
  if (kind === 'matter') return <Link to="/matters/$id" params={params}>{name}</Link>
  if (kind === 'item') return <Link to="/items/$id" params={params}>{name}</Link>
  if (kind === 'person') return <Link to="/people/$id" params={params}>{name}</Link>
  if (kind === 'body') return <Link to="/plan/bodies/$id" params={params}>{name}</Link>
  const point = kind === 'point' ? pilotPoints.find((each) => each.id === id) : undefined
  if (point) return <Link to="/townships" search={{ view: 'pilots' }}>{`${name} · ${w(point.title)}`}</Link>
  return name
}
