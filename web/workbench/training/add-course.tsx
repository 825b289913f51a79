import { courseKinds, courseLevels, courseTiers } from '@faheng/law/training/hours.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { sendFile } from '../act/fields/send-file.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { bodiesQuery } from '../people/queries.ts'
import { Choice } from './choice.tsx'
import { type Course, useSend } from './queries.ts'

type Material = Course['materials'][number]

/** A course on site, or, once it has materials, online. Other bodies may be invited. */
export function AddCourse({ year, body, county }: { readonly year: number; readonly body: string; readonly county: boolean }) {
  const { t } = useTexts()
  const bodies = useQuery(bodiesQuery).data?.rows ?? []
  const start = { title: '', category: '', hours: '4', kind: 'professional', level: county ? 'county' : 'body', tier: 'all', compulsory: false, rotation: false, invited: county ? ['*'] : [] } as const
  const [course, setCourse] = useState<Omit<Course, 'id' | 'body' | 'bodyName' | 'year' | 'hours' | 'statutes' | 'organiser' | 'materials' | 'sessions'> & { hours: string }>({ ...start, invited: [...start.invited] })
  const [materials, setMaterials] = useState<readonly Material[]>([])
  const [uploading, setUploading] = useState<string>()
  const { send, sending, error } = useSend('courses', () => {
    setCourse({ ...start, invited: [...start.invited] })
    setMaterials([])
  })
  const set = (more: Partial<typeof course>) => setCourse((all) => ({ ...all, ...more }))
  const bring = async (files: FileList | null): Promise<void> => {
    for (const file of files ?? []) {
      setUploading(file.name)
      const [hash, seconds] = await Promise.all([sendFile(`${file.name} ${file.size} ${file.lastModified}`, file, () => undefined), secondsOf(file)])
      setMaterials((all) => [...all, { id: newId(), title: file.name.replace(/\.[^.]+$/, ''), kind: file.type.startsWith('video/') ? 'video' : 'document', seconds, file: hash }])
    }
    setUploading(undefined)
  }
  return (
    <Panel title={t('training.addCourse')}>
      <div className="pad">
        <div className="filters">
          <div className="wide">
            <label htmlFor="course-title">{t('training.course')}</label>
            <Input id="course-title" value={course.title} onChange={(event) => set({ title: event.target.value })} />
          </div>
          <Choice id="course-kind" label={t('common.kind')} of={courseKinds} value={course.kind} onChange={(kind) => set({ kind })} />
          <Choice id="course-level" label={t('training.level')} of={courseLevels} value={course.level} onChange={(level) => set({ level })} />
          <Choice id="course-tier" label={t('training.tier')} of={courseTiers} value={course.tier} onChange={(tier) => set({ tier })} />
          <div>
            <label htmlFor="course-category">{t('training.category')}</label>
            <Input id="course-category" value={course.category} onChange={(event) => set({ category: event.target.value })} />
          </div>
          <div>
            <label htmlFor="course-hours">{t('training.hours')}</label>
            <Input id="course-hours" inputMode="numeric" value={course.hours} onChange={(event) => set({ hours: event.target.value })} />
          </div>
          <div className="wide">
            <label htmlFor="course-invited">{t('training.invited')}</label>
            <Select
              id="course-invited"
              mode="multiple"
              value={course.invited}
              onChange={(invited: string[]) => set({ invited: invited.at(-1) === '*' ? ['*'] : invited.filter((each) => each !== '*') })}
              options={[{ value: '*', label: t('training.wholeCounty') }, ...bodies.filter(({ id }) => id !== body).map(({ id, name }) => ({ value: id, label: name }))]}
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '100%' }}
            />
          </div>
          <Checkbox checked={course.compulsory} onChange={(event) => set({ compulsory: event.target.checked })}>
            {t('training.compulsory')}
          </Checkbox>
          <Checkbox checked={course.rotation} onChange={(event) => set({ rotation: event.target.checked })}>
            {t('training.rotation')}
          </Checkbox>
        </div>
        <div className="field">
          <label htmlFor="course-files">{t('training.materials')}</label>
          <input id="course-files" type="file" multiple accept="video/*,application/pdf" onChange={(event) => void bring(event.target.files)} />
          <div className="dim">{uploading ? t('training.uploading', { name: uploading }) : t('training.materialsHint')}</div>
          {materials.map((each) => (
            <div key={each.id}>
              {each.title} ·{' '}
              {each.kind === 'video' ? (
                t('training.minutes', { n: Math.ceil(each.seconds / 60) })
              ) : (
                <InputNumber
                  size="small"
                  min={1}
                  max={600}
                  precision={0}
                  aria-label={t('training.minutesToRead', { title: each.title })}
                  value={Math.round(each.seconds / 60)}
                  onChange={(minutes) => setMaterials((all) => all.map((one) => (one.id === each.id ? { ...one, seconds: (minutes ?? 1) * 60 } : one)))}
                  suffix={t('training.min')}
                />
              )}
            </div>
          ))}
        </div>
        <Button
          type="primary"
          loading={sending}
          disabled={course.title.trim() === '' || !/^[1-9]\d{0,2}$/.test(course.hours) || uploading !== undefined}
          onClick={() => void send({ ...course, body, year, hours: Number(course.hours), ...(materials.length > 0 ? { materials } : {}) })}
        >
          {t('common.save')}
        </Button>
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}

/** How long a video runs; a document is given ten minutes until the organiser says otherwise. */
function secondsOf(file: File): Promise<number> {
  if (!file.type.startsWith('video/')) return Promise.resolve(600)
  const { promise, resolve } = Promise.withResolvers<number>()
  const video = document.createElement('video')
  video.preload = 'metadata'
  video.addEventListener('loadedmetadata', () => resolve(Math.min(86_400, Math.max(10, Math.floor(video.duration) || 600))))
  video.addEventListener('error', () => resolve(600))
  video.src = URL.createObjectURL(file)
  return promise.finally(() => URL.revokeObjectURL(video.src))
}
