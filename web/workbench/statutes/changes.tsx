import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PageTitle, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { changesQuery } from './queries.ts'

/** Every change of a statute and what is still to be reviewed for it. */
export function ChangesPage() {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery(changesQuery)
  useHeading(t('statutes.changes'))
  return (
    <>
      <PageTitle title={t('statutes.changes')} under={t('statutes.changesIntro')}>
        <Link className="button" to="/statutes">
          {t('statutes.title')}
        </Link>
      </PageTitle>
      <div className="panel">
        {error ? <Failed error={error} retry={() => void refetch()} /> : !data ? <Loading rows={6} /> : data.rows.length === 0 ? <Empty title={t('statutes.changesEmpty')} /> : null}
        {data && data.rows.length > 0 ? (
          <table className="rows stack">
            <thead>
              <tr>
                <th scope="col">{t('statutes.title')}</th>
                <th scope="col">{t('statutes.effective')}</th>
                <th scope="col">{t('statutes.changes')}</th>
                <th scope="col">{t('statutes.tasks')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.id}>
                  <td style={{ minWidth: 220 }}>
                    <Link to="/statute-changes/$id" params={{ id: row.id }}>
                      {row.statute}
                    </Link>
                  </td>
                  <td data-label={t('statutes.effective')}>{row.effective}</td>
                  <td>{row.changed === null ? t('statutes.wasRepealed') : t('statutes.amended', { n: row.changed })}</td>
                  <td>
                    {row.tasks === 0 ? <span className="dim">{t('statutes.untouched')}</span> : <Tag tone={row.open > 0 ? 'amber' : 'jade'}>{t('statutes.open', { open: row.open, tasks: row.tasks })}</Tag>}{' '}
                    {row.overdue > 0 ? <Tag tone="seal">{t('statutes.overdue', { n: row.overdue })}</Tag> : null}
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
