import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import './calendar.css'
import { examsQuery } from '../exams/queries.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { dayOf, moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { type Course, today } from './queries.ts'

interface Entry {
  readonly key: string
  readonly day: string
  readonly time: string
  readonly title: string
  readonly session?: string
}

/** The sessions of a month and the exams that concern me, day by day; on a phone the days with nothing are left out. */
export function Calendar({ year, courses }: { readonly year: number; readonly courses: readonly Course[] }) {
  const { t } = useTexts()
  const [now] = useState(today)
  const [month, setMonth] = useState(() => (now.startsWith(`${year}-`) ? Number(now.slice(5, 7)) : 1))
  const exams = useQuery(examsQuery).data?.rows ?? []
  const entries: readonly Entry[] = [
    ...courses.flatMap(({ title, sessions }) => sessions.map(({ id, starts }) => ({ key: id, day: dayOf(starts), time: moment(starts).slice(11), title, session: id }))),
    ...exams.map(({ id, title, opens }) => ({ key: id, day: dayOf(opens), time: moment(opens).slice(11), title })),
  ].sort((a, b) => (a.day + a.time < b.day + b.time ? -1 : 1))
  const days = daysOf(year, month)
  return (
    <Panel
      title={t('training.calendar')}
      aside={
        <span className="actions">
          <button type="button" className="linklike" disabled={month === 1} onClick={() => setMonth(month - 1)} aria-label={t('training.monthBefore')}>
            ‹
          </button>
          <b>{`${year}-${String(month).padStart(2, '0')}`}</b>
          <button type="button" className="linklike" disabled={month === 12} onClick={() => setMonth(month + 1)} aria-label={t('training.monthAfter')}>
            ›
          </button>
        </span>
      }
    >
      <ol className="calendar" aria-label={`${t('training.calendar')} ${year}-${month}`}>
        {days.map((day, i) => {
          const own = entries.filter((each) => each.day === day)
          return (
            <li key={day} className={[own.length === 0 ? 'free' : '', day === now ? 'now' : ''].join(' ').trim()} style={i === 0 ? { gridColumnStart: weekdayOf(day) } : {}}>
              <time dateTime={day}>{Number(day.slice(8))}</time>
              {own.map((each) => (
                <span key={each.key} className={each.session ? 'session' : 'exam'}>
                  {each.time}{' '}
                  {each.session ? (
                    <Link to="/training/sessions/$id" params={{ id: each.session }}>
                      {each.title}
                    </Link>
                  ) : (
                    <Link to="/exams">{each.title}</Link>
                  )}
                </span>
              ))}
            </li>
          )
        })}
      </ol>
      {entries.some(({ day }) => days.includes(day)) ? null : <p className="pad dim">{t('training.freeMonth')}</p>}
    </Panel>
  )
}

const daysOf = (year: number, month: number): string[] =>
  Array.from({ length: new Date(Date.UTC(year, month, 0)).getUTCDate() }, (_, i) => `${year}-${String(month).padStart(2, '0')}-${String(i + 1).padStart(2, '0')}`)

/** Monday is the first column. */
const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
