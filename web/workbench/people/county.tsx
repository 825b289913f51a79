import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import '../desk/desk.css'
import '../matter/matter.css'
import { PageTitle, Panel, Tag, type Tone } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { coverageQuery, thisYear } from '../training/queries.ts'
import { certificateDeskQuery } from './staff-queries.ts'

/** The county's force body by body: who is certified, trained, in the round, and how many review. Every number leads to the people behind it. */
export function CountyPeoplePage() {
  const { t } = useTexts()
  useHeading(t('county.title'))
  const [year] = useState(thisYear)
  const desk = useQuery(certificateDeskQuery)
  const coverage = useQuery(coverageQuery(year))
  const error = desk.error ?? coverage.error
  if (error) return <Failed page error={error} retry={() => void Promise.all([desk.refetch(), coverage.refetch()])} />
  if (!desk.data || !coverage.data) return <Loading rows={8} />
  const { reviewers, expiring, departures } = desk.data
  const { bodies, rows } = coverage.data
  const round = bodies[0]?.rotation
  return (
    <>
      <PageTitle title={t('county.title')} under={[t('county.intro', { year }), round ? t('training.round', round) : t('training.roundOfYear')].join(' · ')}>
        <Link className="button" to="/certificates">
          {t('certificates.title')}
        </Link>
        <Link className="button" to="/training">
          {t('training.coverage')}
        </Link>
      </PageTitle>
      <Panel title={t('training.bodies')} aside={<span className="dim">{t('common.count', { n: bodies.length })}</span>}>
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('common.body')}</th>
              {heads.map((each) => (
                <th key={each} scope="col" className="num">
                  {t(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bodies.map((body) => {
              const certified = rows.filter((row) => row.body === body.body && row.certified).length
              const review = reviewers.find(({ id }) => id === body.body)
              const soon = expiring.filter((each) => each.body === body.name).length
              const left = departures.filter((each) => each.body === body.name && !each.done).length
              const cells: readonly (readonly [text: string, tone: Tone | undefined])[] = [
                [String(body.people), undefined],
                [share(certified, body.people), certified < body.people ? 'seal' : 'jade'],
                [String(soon), soon > 0 ? 'amber' : undefined],
                [share(body.reached, body.people), undefined],
                [String(body.willMiss), body.willMiss > 0 ? 'amber' : undefined],
                [share(body.rotated, body.people), undefined],
                [review ? share(review.reviewers, review.officers) : '—', review && !review.enough ? 'seal' : undefined],
                [String(left), left > 0 ? 'amber' : undefined],
              ]
              return (
                <tr key={body.body}>
                  <td>
                    <Link to="/staff" search={{ body: body.body }}>
                      {body.name}
                    </Link>
                  </td>
                  {cells.map(([text, tone], i) => (
                    <td key={heads[i]} className="num" data-label={t(heads[i] ?? 'common.body')}>
                      {tone ? <Tag tone={tone}>{text}</Tag> : text}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Panel>
      <p className="dim">{t('county.hint')}</p>
    </>
  )
}

const heads = ['training.people', 'county.certified', 'county.expiring', 'training.reachedShare', 'training.willMissCount', 'training.rotatedShare', 'county.reviewers', 'county.leaving'] as const

const share = (part: number, of: number): string => (of > 0 ? `${part}/${of} ${Math.round((100 * part) / of)}%` : '—')
