import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import '../matter/matter.css'
import './exams.css'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { type PaperRow, reviewQuery } from './queries.ts'

/** One's own paper with the keys, once the exam is closed. */
export function ReviewPage() {
  const { t } = useTexts()
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(reviewQuery(id))
  useHeading(data?.title ?? t('exams.review'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <div style={{ maxWidth: 900 }}>
      <PageTitle title={data.title} under={t('exams.pass', { pass: data.pass, full: data.fullMarks })}>
        <Link to="/exams">{t('exams.back')}</Link>
      </PageTitle>
      <Panel title={t('exams.results')} aside={data.sealed ? <Tag tone="jade">{t('exams.sealed')}</Tag> : null}>
        <dl className="facts pad">
          <dt>{t('exams.objective')}</dt>
          <dd>{t('exams.points', { n: data.objective })}</dd>
          <dt>{t('exams.total')}</dt>
          <dd>{data.total === null ? t('exams.waits') : `${t('exams.points', { n: data.total })} · ${t(data.total >= data.pass ? 'exams.passed' : 'exams.failed')}`}</dd>
        </dl>
      </Panel>
      <Panel title={t('exams.review')}>
        <ol className="paper-review">
          {data.questions.map((each, i) => (
            <li key={each.question}>
              <small>
                {t('exams.question', { n: i + 1 })} · {t(`exams.${each.kind}`)} ·{' '}
                <Tag tone={each.gained === null ? 'plain' : each.gained === each.points ? 'jade' : each.gained > 0 ? 'amber' : 'seal'}>
                  {each.gained === null ? t('exams.waits') : `${each.gained} / ${each.points}`}
                </Tag>
              </small>
              <p className="stem">{each.stem}</p>
              {each.options.map((option, n) => (
                <div key={option.key}>{'ABCDEFGH'[n]}. {option.text}</div>
              ))}
              <dl className="facts" style={{ marginTop: 8 }}>
                <dt>{t('exams.yourAnswer')}</dt>
                <dd>{each.given === null || each.given.length === 0 ? t('exams.notGiven') : typeof each.given === 'string' ? each.given : lettersOf(each, each.given)}</dd>
                {each.kind === 'case' ? null : (
                  <>
                    <dt>{t('exams.rightAnswer')}</dt>
                    <dd>{lettersOf(each, each.answer)}</dd>
                  </>
                )}
                {each.guide ? (
                  <>
                    <dt>{t('exams.guide')}</dt>
                    <dd>{each.guide}</dd>
                  </>
                ) : null}
              </dl>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  )
}

/** As they stood in this paper. */
const lettersOf = ({ options }: Pick<PaperRow, 'options'>, keys: readonly string[]): string =>
  options.flatMap(({ key }, i) => (keys.includes(key) ? ['ABCDEFGH'[i] ?? ''] : [])).join('')
