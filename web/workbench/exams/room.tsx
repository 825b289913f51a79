import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import './exams.css'
import { get, post } from '../../shared-ui/client/ask.ts'
import { isNotFound } from '../../shared-ui/client/errors.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { meQuery } from '../me.ts'
import { unsent, useOutbox } from './outbox.ts'
import { examsQuery, type Exam, type Given, type Paper } from './queries.ts'
import { Question } from './question.tsx'

/** The exam room: nothing but the exam. Before it is begun, what he should know; afterwards, that it is done. */
export function ExamRoomPage() {
  const { id = '' } = useParams({ strict: false })
  const me = useQuery(meQuery)
  const exams = useQuery(examsQuery)
  const paper = useQuery({
    queryKey: ['exam-paper', id],
    queryFn: ({ signal }) => get<Paper>(`/api/exams/${id}/paper`, signal).catch((error: unknown) => { if (isNotFound(error)) return null; throw error }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const exam = exams.data?.rows.find((each) => each.id === id)
  useHeading(exam?.title ?? '')
  const error = me.error ?? exams.error ?? paper.error
  if (error) return <main className="room"><Failed page error={error} retry={() => void Promise.all([me.refetch(), exams.refetch(), paper.refetch()])} /></main>
  if (!me.data || !exams.data || paper.data === undefined) return <main className="room"><Loading /></main>
  if (paper.data?.submitted) return <Over byTime={paper.data.submitted >= paper.data.ends} />
  if (paper.data) return <Sitting key={id} paper={paper.data} person={me.data.person} onOver={() => void paper.refetch()} />
  return exam?.sits ? <Before exam={exam} /> : <main className="room"><Failed page error={undefined} /></main>
}

function Before({ exam }: { readonly exam: Exam }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())
  const begin = async (): Promise<void> => {
    try {
      await post(`/api/exams/${exam.id}/begin`, { id: id.current })
      await queries.invalidateQueries({ queryKey: ['exam-paper', exam.id] })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <main className="room calm">
      <h1>{exam.title}</h1>
      <p className="large">{t('exams.minutes', { n: exam.minutes })} · {t('exams.pass', { pass: exam.pass, full: exam.fullMarks })} · {moment(exam.opens)} – {moment(exam.closes)}</p>
      <p className="large">{t('exams.beginHint')}</p>
      <p>{t('exams.keys')}</p>
      <SubmitProblem error={error} />
      <div className="actions">
        <Button type="primary" size="large" onClick={() => void begin()}>{t('exams.begin')}</Button>
        <Link to="/exams">{t('exams.back')}</Link>
      </div>
    </main>
  )
}

function Over({ byTime }: { readonly byTime: boolean }) {
  const { t } = useTexts()
  return (
    <main className="room calm">
      <h1>{t(byTime ? 'exams.timeOver' : 'exams.done')}</h1>
      <p className="large">{t('exams.doneHint')}</p>
      <Link to="/exams">{t('exams.back')}</Link>
    </main>
  )
}

function Sitting({ paper, person, onOver }: { readonly paper: Paper; readonly person: string; readonly onOver: () => void }) {
  const { t } = useTexts()
  const [given, setGiven] = useState<ReadonlyMap<string, Given>>(() =>
    new Map([...paper.questions.flatMap((each) => (each.given === null ? [] : [[each.question, each.given] as const])), ...unsent(paper.id, person)]))
  const [here, setHere] = useState(() => Math.max(0, paper.questions.findIndex((each) => !given.has(each.question))))
  const { left, onTime } = useTimeLeft(paper)
  const outbox = useOutbox(paper.id, person, onTime)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>()
  const submission = useRef(newId())
  useLeaving(paper.id)
  // When his time is over and all he gave has arrived, the paper is handed in; the server would do it within the minute.
  const over = left === 0 && outbox.waiting === 0
  useEffect(() => {
    if (!over) return undefined
    const end = (): void => void post(`/api/exams/${paper.id}/submit`, { id: submission.current }).then(onOver, () => undefined)
    end()
    const timer = setInterval(end, 5000)
    return () => clearInterval(timer)
  }, [over, onOver, paper.id])
  const move = useCallback((to: number) => setHere(Math.min(paper.questions.length - 1, Math.max(0, to))), [paper.questions.length])
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLTextAreaElement || event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key === 'ArrowRight') setHere((now) => Math.min(paper.questions.length - 1, now + 1))
      else if (event.key === 'ArrowLeft') setHere((now) => Math.max(0, now - 1))
      else return
      event.preventDefault()
    }
    // Before the browser takes the arrows for the radio buttons.
    window.addEventListener('keydown', key, true)
    return () => window.removeEventListener('keydown', key, true)
  }, [paper.questions.length])

  const give = (question: string, answer: Given): void => {
    setGiven((before) => new Map(before).set(question, answer))
    outbox.give(question, answer)
  }
  const handIn = async (): Promise<void> => {
    try {
      await post(`/api/exams/${paper.id}/submit`, { id: submission.current })
      onOver()
    } catch (problem) {
      setError(problem)
    } finally {
      setAsking(false)
    }
  }
  const question = paper.questions[here]
  const answered = paper.questions.filter((each) => isGiven(given.get(each.question))).length
  return (
    <main className="room">
      <header className="bar">
        <h1>{paper.title}</h1>
        <span className={left < 300_000 ? 'clock soon' : 'clock'} role="timer" aria-label={t('exams.left')}>{clock(left)}</span>
        <Button type="primary" size="large" onClick={() => setAsking(true)}>{t('exams.handIn')}</Button>
      </header>
      <div className="status">
        <span>{t('exams.answered', { n: answered, of: paper.questions.length })}</span>
        <span role="status" className={outbox.offline ? 'away' : ''}>
          {outbox.tooLate ? t('exams.tooLate') : outbox.offline ? t('exams.offline', { n: outbox.waiting }) : outbox.waiting > 0 ? t('exams.saving') : t('exams.saved')}
        </span>
      </div>
      <SubmitProblem error={error} />
      {question ? <Question key={question.question} row={question} number={here + 1} given={given.get(question.question)} disabled={left === 0} give={(answer) => give(question.question, answer)} /> : null}
      <div className="steps">
        <Button size="large" disabled={here === 0} onClick={() => move(here - 1)}>{t('exams.previous')}</Button>
        <Button size="large" disabled={here === paper.questions.length - 1} onClick={() => move(here + 1)}>{t('exams.next')}</Button>
      </div>
      <nav className="all" aria-label={t('exams.all')}>
        {paper.questions.map((each, i) => (
          <button key={each.question} type="button" className={isGiven(given.get(each.question)) ? 'given' : ''} aria-current={i === here ? 'step' : undefined} aria-label={t('exams.question', { n: i + 1 })} onClick={() => move(i)}>
            {i + 1}
          </button>
        ))}
      </nav>
      <p className="dim">{t('exams.keys')}</p>
      <Modal open={asking} title={t('exams.handIn')} okText={t('exams.handIn')} cancelText={t('common.cancel')} okButtonProps={{ disabled: outbox.waiting > 0 }} onOk={() => void handIn()} onCancel={() => setAsking(false)}>
        {answered < paper.questions.length ? <p>{t('exams.unanswered', { n: paper.questions.length - answered })}</p> : null}
        <p>{t('exams.handInSure')}</p>
      </Modal>
    </main>
  )
}

const isGiven = (given: Given | undefined): boolean => given !== undefined && given.length > 0

/** Milliseconds left by the server's clock, which every acknowledged answer tells anew. */
function useTimeLeft({ now, ends }: Paper) {
  const [offset, setOffset] = useState(() => Date.parse(now) - Date.now())
  const [here, setHere] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const onTime = useCallback((at: string) => setOffset(Date.parse(at) - Date.now()), [])
  return { left: Math.max(0, Date.parse(ends) - here - offset), onTime }
}

/** That he left the page, and came back, goes to the record. */
function useLeaving(exam: string): void {
  useEffect(() => {
    const tell = (): void => {
      void post(`/api/exams/${exam}/events`, { id: newId(), kind: document.visibilityState === 'hidden' ? 'left' : 'returned' }).catch(() => undefined)
    }
    document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
  }, [exam])
}

function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
