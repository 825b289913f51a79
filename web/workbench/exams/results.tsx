import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import '../matter/matter.css'
import './exams.css'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { resultsQuery } from './queries.ts'

const levels = { 1: 'exams.easy', 2: 'exams.medium', 3: 'exams.hard' } as const

/** All results, and how the questions proved, for the justice bureau. */
export function ResultsPage() {
  const { t } = useTexts()
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(resultsQuery(id))
  useHeading(data?.title ?? t('exams.results'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageTitle title={data.title} under={t('exams.pass', { pass: data.pass, full: data.fullMarks })}>
        <Link to="/exams">{t('exams.back')}</Link>
      </PageTitle>
      <Panel title={t('exams.results')} aside={<span className="dim">{t('common.count', { n: data.entries.length })}</span>}>
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('exams.person')}</th>
              <th scope="col">{t('exams.handedIn')}</th>
              <th scope="col">{t('exams.leftPage')}</th>
              <th scope="col" className="num">{t('exams.objective')}</th>
              <th scope="col" className="num">{t('exams.total')}</th>
              <th scope="col">{t('exams.state')}</th>
            </tr>
          </thead>
          <tbody>
            {data.entries.map((entry) => (
              <tr key={entry.person}>
                <td>{entry.name}</td>
                <td>{moment(entry.submitted)} {entry.byTime ? <small>{t('exams.byTime')}</small> : null}</td>
                <td data-label={t('exams.leftPage')}>{t('exams.times', { n: entry.left })}</td>
                <td className="num" data-label={t('exams.objective')}>{entry.objective ?? '—'}</td>
                <td className="num" data-label={t('exams.total')}>{entry.total ?? '—'}</td>
                <td>
                  {entry.total !== null ? (
                    <Tag tone={entry.total >= data.pass ? 'jade' : 'seal'}>{t(entry.total >= data.pass ? 'exams.passed' : 'exams.failed')}</Tag>
                  ) : (
                    <Tag tone="plain">{t(entry.submitted ? 'exams.waits' : entry.started ? 'exams.running' : data.closed ? 'exams.absent' : 'exams.notOpen')}</Tag>
                  )}{' '}
                  {entry.sealed ? <Tag tone="indigo">{t('exams.sealed')}</Tag> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title={t('exams.items')}>
        <p className="pad dim">{data.closed ? t('exams.itemsHint') : t('exams.itemsLater')}</p>
        {data.items.length > 0 ? (
          <table className="rows stack">
            <thead>
              <tr>
                <th scope="col">{t('exams.bank')}</th>
                <th scope="col">{t('exams.difficulty')}</th>
                <th scope="col" className="num">{t('exams.answers')}</th>
                <th scope="col" className="num">{t('exams.measured')}</th>
                <th scope="col" className="num">{t('exams.discrimination')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <tr key={item.question}>
                  <td>{item.stem}</td>
                  <td>{t(levels[item.said])}</td>
                  <td className="num" data-label={t('exams.answers')}>{item.n}</td>
                  <td className="num" data-label={t('exams.measured')}>{item.difficulty.toFixed(2)}</td>
                  <td className="num" data-label={t('exams.discrimination')}>{item.discrimination?.toFixed(2) ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Panel>
      {data.seed ? (
        <Panel title={t('exams.seed')}>
          <div className="pad">
            <p className="mono">{data.seed}</p>
            <small>{t('exams.seedHint')}</small>
          </div>
        </Panel>
      ) : null}
    </>
  )
}
