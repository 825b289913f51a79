import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import '../matter/matter.css'
import './staff.css'
import { PageTitle } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { lastDay } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { cardQuery } from './staff-queries.ts'

/** The card as it is held out on the phone, or printed: whoever scans the code sees whether it is valid now. */
export function CardPage() {
  const { t, join } = useTexts()
  const { id } = useParams({ from: '/shell/people/$id/card' })
  const { data, error, refetch } = useQuery(cardQuery(id))
  useHeading(t('card.title'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageTitle title={t('card.title')}>
        <a className="button" href={`/api/people/${id}/card.pdf`} download>
          {t('card.print')}
        </a>
      </PageTitle>
      <section className="certificate-card" aria-label={t('card.title')}>
        <h2>{t('card.title')}</h2>
        <div className="who">
          {data.photo ? <img className="portrait" src={`/api/people/${id}/photo`} alt={t('staff.photo')} /> : null}
          <dl className="facts">
            <dt>{t('staff.name')}</dt>
            <dd>
              <b>{data.name}</b>
            </dd>
            <dt>{t('common.body')}</dt>
            <dd>{data.body}</dd>
            <dt>{t('staff.fields')}</dt>
            <dd>{join(data.fields) || '—'}</dd>
            <dt>{t('card.number')}</dt>
            <dd className="mono">{data.number}</dd>
            <dt>{t('card.issuer')}</dt>
            <dd>{data.issuer}</dd>
            <dt>{t('staff.until')}</dt>
            <dd>{lastDay(data.until)}</dd>
          </dl>
        </div>
        <img className="code" src={`data:image/svg+xml,${encodeURIComponent(data.qr)}`} alt={data.url} />
        <p className="dim">{t('card.scan')}</p>
        <p className="mono">{data.code.match(/.{1,4}/g)?.join(' ')}</p>
      </section>
    </>
  )
}
