import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Input, InputNumber } from 'antd'
import { useRef, useState } from 'react'
import '../matter/matter.css'
import './exams.css'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { markingQuery } from './queries.ts'

/** Case answers one after the other, without a name and without another's mark. */
export function MarkingPage() {
  const { t } = useTexts()
  useHeading(t('exams.mark'))
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(markingQuery(id))
  const [points, setPoints] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<unknown>()
  const mark = useRef(newId())
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { next } = data
  const give = async (): Promise<void> => {
    if (!next || points === null) return
    setProblem(undefined)
    try {
      await post(`/api/exams/${id}/marks`, { id: mark.current, script: next.script, question: next.question, points, note })
      mark.current = newId()
      setPoints(null)
      setNote('')
    } catch (failed) {
      setProblem(failed)
    }
    await refetch()
  }
  return (
    <div style={{ maxWidth: 900 }}>
      <PageTitle title={t('exams.mark')} under={t('exams.markingHint')}>
        <Link to="/exams">{t('exams.back')}</Link>
      </PageTitle>
      {next ? (
        <>
          {next.third ? <p className="notice amber">{t('exams.markingThird')}</p> : null}
          <Panel title={t('exams.case')} aside={<span className="dim">{t('exams.markingLeft', { n: data.left })}</span>}>
            <div className="pad">
              <p className="stem">{next.stem}</p>
              <h3>{t('exams.guide')}</h3>
              <p className="stem dim">{next.guide}</p>
              <h3>{t('exams.given')}</h3>
              <p className="stem notice">{next.given}</p>
              <div className="field">
                <label htmlFor="mark-points">{t('exams.yourMark')} (0 – {next.points})</label>
                <InputNumber id="mark-points" min={0} max={next.points} precision={0} value={points} onChange={(value) => setPoints(value)} />
              </div>
              <div className="field">
                <label htmlFor="mark-note">{t('exams.note')}</label>
                <Input.TextArea id="mark-note" rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
              </div>
              <Button type="primary" disabled={points === null} onClick={() => void give()}>{t('exams.giveMark')}</Button>
            </div>
          </Panel>
        </>
      ) : (
        <Empty title={t('exams.markingNone')} />
      )}
      <SubmitProblem error={problem} />
    </div>
  )
}
