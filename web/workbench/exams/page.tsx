import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import '../matter/matter.css'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { type Exam, examsQuery } from './queries.ts'

/** The exams somebody sits, marks or holds. */
export function ExamsPage() {
  const { t } = useTexts()
  useHeading(t('exams.title'))
  const { data, error, refetch } = useQuery(examsQuery)
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageTitle title={t('exams.title')} under={t('exams.intro')}>
        {data.holds ? (
          <>
            <Link className="button" to="/exam-questions">{t('exams.bank')}</Link>
            <Link className="button go" to="/set-exam">{t('exams.set')}</Link>
          </>
        ) : null}
      </PageTitle>
      {data.rows.length === 0 ? (
        <Empty title={t('exams.empty')} />
      ) : (
        <Panel title={t('exams.title')}>
          <table className="rows stack">
            <thead>
              <tr>
                <th scope="col">{t('exams.name')}</th>
                <th scope="col">{t('exams.hours')}</th>
                <th scope="col">{t('exams.length')}</th>
                <th scope="col">{t('exams.yours')}</th>
                <th scope="col">{t('common.more')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((exam) => (
                <tr key={exam.id}>
                  <td>
                    <b>{exam.title}</b>
                    <br />
                    <small>{t('exams.pass', { pass: exam.pass, full: exam.fullMarks })}</small>
                  </td>
                  <td>{moment(exam.opens)} – {moment(exam.closes)}</td>
                  <td>{t('exams.minutes', { n: exam.minutes })}</td>
                  <td>{exam.sits ? <Standing exam={exam} now={data.now} /> : null}</td>
                  <td>
                    <span className="actions">
                      <Ways exam={exam} now={data.now} holds={data.holds} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      )}
    </>
  )
}

function Standing({ exam, now }: { readonly exam: Exam; readonly now: string }) {
  const { t } = useTexts()
  const over = exam.closes <= now
  if (exam.total !== null) {
    const passed = exam.total >= exam.pass
    return <><Tag tone={passed ? 'jade' : 'seal'}>{t(passed ? 'exams.passed' : 'exams.failed')}</Tag> {t('exams.points', { n: exam.total })}</>
  }
  if (exam.submitted) return <Tag tone="plain">{t(over ? 'exams.waits' : 'exams.handedIn')}</Tag>
  if (exam.started) return <Tag tone="amber">{t('exams.running')}</Tag>
  return <Tag tone="plain">{t(over ? 'exams.absent' : exam.opens > now ? 'exams.notOpen' : 'exams.running')}</Tag>
}

function Ways({ exam, now, holds }: { readonly exam: Exam; readonly now: string; readonly holds: boolean }) {
  const { t } = useTexts()
  const over = exam.closes <= now
  const params = { id: exam.id }
  return (
    <>
      {exam.sits && !over && exam.opens <= now && !exam.submitted ? <Link className="button go" to="/exams/$id" params={params}>{t(exam.started ? 'exams.goOn' : 'exams.enter')}</Link> : null}
      {exam.submitted && over ? <Link className="button" to="/exams/$id/review" params={params}>{t('exams.review')}</Link> : null}
      {exam.marks ? <Link className="button" to="/exams/$id/marking" params={params}>{t('exams.mark')}</Link> : null}
      {holds ? <Link className="button" to="/exams/$id/results" params={params}>{t('exams.results')}</Link> : null}
    </>
  )
}
