import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { reviewsQuery } from '../statutes/queries.ts'

/** What a change of law left for heads and legal reviewers to look at again, the first due above. */
export function Reviews() {
  const { t } = useTexts()
  const { data } = useQuery(reviewsQuery)
  if (!data || data.rows.length === 0) return null
  return (
    <Panel title={t('statutes.mine')} aside={<span className="dim">{t('common.count', { n: data.rows.length })}</span>}>
      <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('statutes.title')}</th>
            <th scope="col">{t('statutes.tasks')}</th>
            <th scope="col">{t('common.due')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ id, change, kind, title, statute, due, overdue }) => (
            <tr key={id}>
              <td>
                <Link to="/statute-changes/$id" params={{ id: change }}>
                  {`《${statute}》`}
                </Link>
              </td>
              <td>
                <Tag tone="indigo">{t(`statutes.${kind}`)}</Tag> {title}
              </td>
              <td className="number">{overdue ? <Tag tone="seal">{due}</Tag> : due}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
