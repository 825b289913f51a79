import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { comparisonQuery } from './queries.ts'
import { SideBySide } from './side-by-side.tsx'

/** Two versions of a statute: only the articles whose words differ. */
export function ComparisonPage() {
  const { t } = useTexts()
  const { statute } = useParams({ from: '/shell/statutes/$statute/compare' })
  const { from = '', to = '' } = useSearch({ from: '/shell/statutes/$statute/compare' })
  const { data, error, refetch } = useQuery(comparisonQuery(statute, from, to))
  useHeading(t('statutes.comparison'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageTitle title={data.to.title} under={`${data.from.inForce} → ${data.to.inForce}`}>
        <Link className="button" to="/statutes/$statute" params={{ statute }} search={{ version: to }}>
          {t('common.open')}
        </Link>
      </PageTitle>
      <Panel title={t('statutes.comparison')} aside={<small>{t('statutes.same', { changed: data.rows.length, same: data.same })}</small>}>
        {data.rows.map((row) => (
          <SideBySide key={`${row.number}-${row.sub}`} {...row} />
        ))}
      </Panel>
    </>
  )
}
