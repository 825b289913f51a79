import { courseKinds, courseLevels, courseTiers } from '@faheng/law/training/hours.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { dayOf, moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { useMe } from '../me.ts'
import { AddCourse } from './add-course.tsx'
import { type Course, coursesQuery, today, useSend } from './queries.ts'

/** The year's courses and their sessions; who holds training adds to them. */
export function Courses({ year }: { readonly year: number }) {
  const [day] = useState(today)
  const { t, w } = useTexts()
  const me = useMe()
  const { data, error, refetch } = useQuery(coursesQuery(year))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const holder = me.posts.find(({ kind }) => ['supervisor', 'head', 'unit-head', 'receiving-clerk', 'legal-reviewer'].includes(kind))
  const holds = (course: Course) => me.posts.some(({ kind, body }) => kind === 'supervisor' || (body === course.body && holder !== undefined && ['head', 'unit-head', 'receiving-clerk', 'legal-reviewer'].includes(kind)))
  return (
    <>
      {data.rows.length === 0 ? <Empty title={t('training.noCourses')} /> : null}
      {data.rows.map((course) => (
        <Panel
          key={course.id}
          title={course.title}
          aside={
            <span className="actions">
              {course.compulsory ? <Tag tone="seal">{t('training.compulsory')}</Tag> : null}
              {course.rotation ? <Tag tone="indigo">{t('training.rotation')}</Tag> : null}
              {course.invited.length > 0 ? <Tag tone="plain">{t(course.invited.includes('*') ? 'training.wholeCounty' : 'training.joint')}</Tag> : null}
            </span>
          }
        >
          <p className="pad dim" style={{ margin: 0 }}>
            {[course.bodyName, w(courseKinds[course.kind]), w(courseLevels[course.level]), w(courseTiers[course.tier]), course.category, t('training.hoursOf', { n: course.hours }), ...course.statutes.map((each) => `《${each}》`)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {course.materials.length > 0 ? (
            <div className="blk">
              <Link to="/training/courses/$id" params={{ id: course.id }}>
                {t('training.learnOnline')}
              </Link>
            </div>
          ) : null}
          {course.sessions.map((each) => (
            <div className="blk" key={each.id}>
              <Link to="/training/sessions/$id" params={{ id: each.id }}>
                {moment(each.starts)} – {moment(each.ends).slice(11)}
              </Link>{' '}
              {dayOf(each.starts) === day ? <Tag tone="jade">{t('training.today')}</Tag> : null} <span className="dim">{each.place}</span>
            </div>
          ))}
          {holds(course) && course.materials.length === 0 ? <AddSession course={course} /> : null}
        </Panel>
      ))}
      {holder ? <AddCourse year={year} body={holder.body} county={holder.kind === 'supervisor'} /> : null}
    </>
  )
}

/** A session: when by the clock on the wall, where, and how much it is worth. */
function AddSession({ course }: { readonly course: Course }) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState('')
  const [from, setFrom] = useState('09:00')
  const [until, setUntil] = useState('12:00')
  const [place, setPlace] = useState('')
  const [hours, setHours] = useState(String(Math.min(4, course.hours)))
  const { send, sending, error } = useSend('sessions', () => setOpen(false))
  const instant = (time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()
  const ready = /^\d{4}-\d{2}-\d{2}$/.test(day) && from < until && place.trim() !== '' && /^[1-9]\d?$/.test(hours)
  if (!open)
    return (
      <div className="blk">
        <Button size="small" onClick={() => setOpen(true)} aria-label={`${t('training.addSession')} ${course.title}`}>
          {t('training.addSession')}
        </Button>
      </div>
    )
  const id = (name: string) => `session-${name}-${course.id}`
  return (
    <div className="pad">
      <div className="filters">
        <div>
          <label htmlFor={id('day')}>{t('common.date')}</label>
          <Input id={id('day')} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </div>
        <div>
          <label htmlFor={id('from')}>{t('training.from')}</label>
          <Input id={id('from')} type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
        </div>
        <div>
          <label htmlFor={id('until')}>{t('training.until')}</label>
          <Input id={id('until')} type="time" value={until} onChange={(event) => setUntil(event.target.value)} />
        </div>
        <div>
          <label htmlFor={id('hours')}>{t('training.hours')}</label>
          <Input id={id('hours')} inputMode="numeric" value={hours} onChange={(event) => setHours(event.target.value)} />
        </div>
        <div className="wide">
          <label htmlFor={id('place')}>{t('training.place')}</label>
          <Input id={id('place')} value={place} onChange={(event) => setPlace(event.target.value)} />
        </div>
        <Button type="primary" disabled={!ready} loading={sending} onClick={() => void send({ course: course.id, starts: instant(from), ends: instant(until), place, hours: Number(hours) })}>
          {t('common.save')}
        </Button>
      </div>
      <SubmitProblem error={error} />
    </div>
  )
}
