import type { WatchAnswer } from '@faheng/api/training.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Static } from 'typebox'
import '../matter/matter.css'
import { post } from '../../shared-ui/client/ask.ts'
import { PageTitle, Panel, Ring, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { type Mine, mineQuery, thisYear } from './queries.ts'

/** An online course: its pieces, and how far each is seen. The server's clock counts, not this page. */
export function OnlineCoursePage() {
  const { t } = useTexts()
  const { id } = useParams({ from: '/shell/training/courses/$id' })
  const [now] = useState(thisYear)
  const year = Number(useSearch({ from: '/shell/training/courses/$id' }).year ?? now)
  const { data, error, refetch } = useQuery(mineQuery(year))
  const course = data?.online.find((each) => each.course === id)
  const [open, setOpen] = useState<string>()
  useHeading(course?.title ?? t('training.online'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (!course) return <Empty page title={t('common.notFound')} hint={t('training.notThisYear')} />
  const shown = course.materials.find((each) => each.id === open)
  return (
    <>
      <PageTitle title={course.title} under={t('training.hoursOf', { n: course.hours })}>
        {course.finished ? <Tag tone="jade">{t('training.finished')}</Tag> : null}
        <Link to="/training">{t('training.backToTraining')}</Link>
      </PageTitle>
      {shown ? <Player key={shown.id} course={course.course} material={shown} start={course.progress.find(({ material }) => material === shown.id)?.position ?? 0} /> : null}
      <Panel title={t('training.materials')}>
        {course.materials.map((each) => {
          const seconds = course.progress.find(({ material }) => material === each.id)?.seconds ?? 0
          return (
            <div className="blk" key={each.id} style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
              <Ring share={seconds / each.seconds} tone={seconds >= each.seconds ? 'jade' : 'indigo'} />
              <div style={{ flex: 1 }}>
                {each.title}
                <div className="dim">{t('training.minutesSeen', { seen: Math.floor(seconds / 60), n: Math.ceil(each.seconds / 60) })}</div>
              </div>
              <Button onClick={() => setOpen(each.id)} aria-label={`${t('training.learn')} ${each.title}`}>
                {t('training.learn')}
              </Button>
            </div>
          )
        })}
      </Panel>
    </>
  )
}

const beatMs = 15_000

/** Says every 15 s what it shows, while it is in sight; a video only while it runs. */
function Player({ course, material, start }: { readonly course: string; readonly material: Mine['online'][number]['materials'][number]; readonly start: number }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const video = useRef<HTMLVideoElement>(null)
  const [seen, setSeen] = useState<Static<typeof WatchAnswer>>()
  useEffect(() => {
    const beat = async (): Promise<void> => {
      const film = video.current
      if (document.hidden || (film && film.paused)) return
      const answer = await post<Static<typeof WatchAnswer>>('/api/training/watch', { course, material: material.id, position: Math.floor(film?.currentTime ?? 0) }).catch(() => undefined)
      if (answer) setSeen(answer)
      if (answer?.finished) await queries.invalidateQueries({ queryKey: ['training'] })
    }
    void beat()
    const timer = setInterval(() => void beat(), beatMs)
    return () => {
      clearInterval(timer)
      void queries.invalidateQueries({ queryKey: ['training', 'mine'] })
    }
  }, [course, material.id, queries])
  const address = `/api/files/${material.file}`
  return (
    <Panel title={material.title} aside={seen ? <span className="dim">{t('training.minutesSeen', { seen: Math.floor(seen.seconds / 60), n: Math.ceil(seen.whole / 60) })}</span> : null}>
      {material.kind === 'video' ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- what a body uploads has its captions in the picture
        <video ref={video} src={address} controls controlsList="nodownload" style={{ width: '100%', maxHeight: '70vh', background: '#000' }} onLoadedMetadata={(event) => void (event.currentTarget.currentTime = Math.min(start, event.currentTarget.duration || 0))} />
      ) : (
        <iframe src={address} title={material.title} style={{ width: '100%', height: '75vh', border: 0 }} />
      )}
      <p className="pad dim" style={{ margin: 0 }}>
        {t('training.honest')}
      </p>
    </Panel>
  )
}
