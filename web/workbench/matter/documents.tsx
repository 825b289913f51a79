import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import './matter.css'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { dayOf } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { type DocumentRow, matterQuery } from './queries.ts'

/** A matter's documents by volume (正卷, 副卷), each openable, and the whole file as one PDF. */
export function DocumentsPage() {
  const { t } = useTexts()
  const { id } = useParams({ from: '/shell/matters/$id/documents' })
  const { data, error, refetch } = useQuery(matterQuery(id))
  useHeading(t('documents.title'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageTitle title={t('documents.title')} under={[data.row.number ?? t('common.unnumbered'), ...data.row.parties].join(' · ')}>
        <Link className="button" to="/matters/$id" params={{ id }}>
          {t('documents.back')}
        </Link>
        <a className="button" href={`/api/matters/${id}/case-file.pdf`} target="_blank" rel="noreferrer">
          {t('documents.caseFile')}
        </a>
      </PageTitle>
      {data.documents.length === 0 ? <Empty title={t('documents.empty')} /> : null}
      {(['main', 'inner'] as const).map((volume) => {
        const rows = data.documents.filter((each) => each.volume === volume)
        return rows.length > 0 ? (
          <Panel key={volume} title={t(`documents.${volume}`)} aside={<a href={`/api/matters/${id}/case-file.pdf?volume=${volume}`} target="_blank" rel="noreferrer">{t('documents.volumeFile')}</a>}>
            <Rows rows={rows} />
          </Panel>
        ) : null
      })}
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly DocumentRow[] }) {
  const { t, w } = useTexts()
  return (
    <table className="rows stack">
      <thead>
        <tr>
          <th scope="col">{t('common.kind')}</th>
          <th scope="col">{t('common.number')}</th>
          <th scope="col">{t('common.date')}</th>
          <th scope="col">{t('documents.code')}</th>
          <th scope="col">PDF</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{w(row.title)}</td>
            <td>{row.void ? <del>{row.number}</del> : row.number} {row.void ? <Tag tone="seal">{t('matter.void')}</Tag> : null}</td>
            <td>{dayOf(row.made)}</td>
            <td>
              {row.code ? (
                <a className="mono" href={`/verify/${row.code}`} target="_blank" rel="noreferrer">
                  {row.code}
                </a>
              ) : null}
            </td>
            <td>
              {row.withheld ? (
                <Tag tone="plain">{t('matter.withheld')}</Tag>
              ) : row.file ? (
                <a href={`/api/documents/${row.id}/pdf`} target="_blank" rel="noreferrer">
                  {t('documents.pdf')}
                  {row.pages ? ` · ${t('documents.pages', { n: row.pages })}` : ''}
                </a>
              ) : (
                <Tag tone="plain">{t('matter.draftPending')}</Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
