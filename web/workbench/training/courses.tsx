import { courseKinds, courseLevels, courseTiers } from '@faheng/law/training/hours.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { dayOf, moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { useMe } from '../me.ts'
import { AddCourse } from './add-course.tsx'
import { AddSession } from './add-session.tsx'
import { type Course, coursesQuery, today } from './queries.ts'
import { Calendar } from './calendar.tsx'

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
      <Calendar year={year} courses={data.rows} />
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
              <Link to="/training/courses/$id" params={{ id: course.id }} search={{ year: String(year) }}>
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
