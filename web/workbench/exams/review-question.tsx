import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { BankQuestion } from './queries.ts'
import { WriteQuestion } from './write-question.tsx'

/** What may be done with a question: it still holds, it goes, or it is put right; each with its reason. */
export function ReviewQuestion({ question }: { readonly question: BankQuestion }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const [doing, setDoing] = useState<'kept' | 'withdrawn' | 'correct'>()
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())
  const close = (): void => {
    setDoing(undefined)
    setNote('')
    setError(undefined)
  }
  const review = async (outcome: 'kept' | 'withdrawn'): Promise<void> => {
    setError(undefined)
    try {
      await post(`/api/exams/questions/${question.id}/review`, { id: id.current, outcome, note: note.trim() })
      id.current = newId()
      close()
      await Promise.all([queries.invalidateQueries({ queryKey: ['exam-bank'] }), queries.invalidateQueries({ queryKey: ['exam-questions'] })])
    } catch (problem) {
      setError(problem)
    }
  }
  if (doing === 'correct') return <WriteQuestion corrects={question} onDone={close} />
  if (doing)
    return (
      <div className="field">
        <label htmlFor={`note-${question.id}`}>{t('exams.reviewNote')}</label>
        <Input id={`note-${question.id}`} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <SubmitProblem error={error} />
        <span className="actions">
          <Button type="primary" size="small" disabled={note.trim() === ''} onClick={() => void review(doing)}>{t(doing === 'kept' ? 'exams.keep' : 'exams.withdraw')}</Button>
          <Button size="small" onClick={close}>{t('common.cancel')}</Button>
        </span>
      </div>
    )
  if (question.status === 'withdrawn') return null
  return (
    <span className="actions">
      {question.status === 'set-aside' ? <Button size="small" onClick={() => setDoing('kept')}>{t('exams.keep')}</Button> : null}
      <Button size="small" onClick={() => setDoing('correct')}>{t('exams.correct')}</Button>
      <Button size="small" onClick={() => setDoing('withdrawn')}>{t('exams.withdraw')}</Button>
    </span>
  )
}
