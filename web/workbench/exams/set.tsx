import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { Fragment, useRef, useState } from 'react'
import '../matter/matter.css'
import './exams.css'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { bodiesQuery } from '../people/queries.ts'
import { readArticles } from './articles.ts'
import { type Chosen, PeoplePicker } from './people-picker.tsx'
import { bankQuery } from './queries.ts'

const kinds = ['single', 'multiple', 'judge', 'case'] as const
const levels = { 1: 'exams.easy', 2: 'exams.medium', 3: 'exams.hard' } as const
type Level = keyof typeof levels
type Parts = Readonly<Record<(typeof kinds)[number], { readonly count: number; readonly points: number; readonly difficulty: { readonly [level in Level]?: number } }>>

/** The justice bureau sets an exam: its parts, its hours, who sits and who marks it. */
export function SetExamPage() {
  const { t, join } = useTexts()
  useHeading(t('exams.set'))
  const navigate = useNavigate()
  const bank = useQuery(bankQuery)
  const bodies = useQuery(bodiesQuery)
  const [title, setTitle] = useState('')
  const [opens, setOpens] = useState(() => local(Date.now()))
  const [closes, setCloses] = useState(() => local(Date.now() + 2 * 3_600_000))
  const [minutes, setMinutes] = useState(90)
  const [pass, setPass] = useState(60)
  const [parts, setParts] = useState<Parts>({ single: { count: 40, points: 1, difficulty: {} }, multiple: { count: 0, points: 2, difficulty: {} }, judge: { count: 60, points: 1, difficulty: {} }, case: { count: 0, points: 20, difficulty: {} } })
  const [fields, setFields] = useState<string[]>([])
  const [articles, setArticles] = useState('')
  const [examinees, setExaminees] = useState<readonly Chosen[]>([])
  const [whole, setWhole] = useState<string[]>([])
  const [markers, setMarkers] = useState<readonly Chosen[]>([])
  const [arbiter, setArbiter] = useState<readonly Chosen[]>([])
  const [qualifying, setQualifying] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())
  if (bank.error) return <Failed page error={bank.error} retry={() => void bank.refetch()} />
  if (!bank.data || !bodies.data) return <Loading />
  const { articles: compulsory, unread } = readArticles(articles)
  const ready = (kind: string, level?: Level) => bank.data.ready.filter((each) => each.kind === kind && (level === undefined || each.difficulty === level) && (fields.length === 0 || fields.includes(each.field))).reduce((sum, each) => sum + each.count, 0)
  const set = async (): Promise<void> => {
    setError(undefined)
    try {
      await post('/api/exams', {
        id: id.current, title, opens: instant(opens), closes: instant(closes), minutes, pass, examinees: examinees.map(idOf), bodies: whole, qualifying, markers: markers.map(idOf), ...(arbiter[0] ? { arbiter: arbiter[0].value } : {}),
        blueprint: {
          sections: kinds.filter((kind) => parts[kind].count > 0).map((kind) => ({ kind, ...parts[kind], fields })),
          compulsory,
        },
      })
      await navigate({ to: '/exams' })
    } catch (problem) {
      setError(problem)
    }
  }
  const setPart = (kind: (typeof kinds)[number], more: Partial<Parts[(typeof kinds)[number]]>) => setParts({ ...parts, [kind]: { ...parts[kind], ...more } })
  return (
    <div style={{ maxWidth: 900 }}>
      <PageTitle title={t('exams.set')} under={t('exams.seedHint')}>
        <Link to="/exams">{t('exams.back')}</Link>
      </PageTitle>
      <Panel title={t('exams.set')}>
        <div className="pad">
          <div className="field">
            <label htmlFor="exam-title">{t('exams.name')}</label>
            <Input id="exam-title" value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
          </div>
          <div className="filters">
            <div className="wide">
              <label htmlFor="exam-opens">{t('exams.opens')}</label>
              <Input id="exam-opens" type="datetime-local" value={opens} onChange={(event) => setOpens(event.target.value)} />
            </div>
            <div className="wide">
              <label htmlFor="exam-closes">{t('exams.closes')}</label>
              <Input id="exam-closes" type="datetime-local" value={closes} onChange={(event) => setCloses(event.target.value)} />
            </div>
            <div>
              <label htmlFor="exam-minutes">{t('exams.lengthMinutes')}</label>
              <InputNumber id="exam-minutes" min={1} max={600} precision={0} value={minutes} onChange={(value) => setMinutes(value ?? 1)} />
            </div>
            <div>
              <label htmlFor="exam-pass">{t('exams.passPoints')}</label>
              <InputNumber id="exam-pass" min={0} precision={0} value={pass} onChange={(value) => setPass(value ?? 0)} />
            </div>
          </div>
          <Checkbox checked={qualifying} onChange={(event) => setQualifying(event.target.checked)}>{t('exams.qualifying')}</Checkbox>
          <div className="filters parts">
            {kinds.map((kind) => (
              <div key={kind}>
                <label htmlFor={`exam-${kind}`}>{t('exams.sectionCount', { kind: t(`exams.${kind}`) })} (≤ {ready(kind)})</label>
                <InputNumber id={`exam-${kind}`} min={0} max={200} precision={0} value={parts[kind].count} onChange={(value) => setPart(kind, { count: value ?? 0 })} />
                <label htmlFor={`exam-${kind}-points`}>{t('exams.sectionPoints', { kind: t(`exams.${kind}`) })}</label>
                <InputNumber id={`exam-${kind}-points`} min={1} max={100} precision={0} value={parts[kind].points} onChange={(value) => setPart(kind, { points: value ?? 1 })} />
                {([1, 2, 3] as const).map((level) => (
                  <Fragment key={level}>
                    <label htmlFor={`exam-${kind}-${level}`}>{t('exams.ofDifficulty', { level: t(levels[level]) })} (≤ {ready(kind, level)})</label>
                    <InputNumber id={`exam-${kind}-${level}`} min={0} max={parts[kind].count} precision={0} value={parts[kind].difficulty[level] ?? null} onChange={(value) => setPart(kind, { difficulty: { ...parts[kind].difficulty, [level]: value ?? 0 } })} />
                  </Fragment>
                ))}
              </div>
            ))}
          </div>
          <div className="field">
            <label htmlFor="exam-fields">{t('exams.fields')}</label>
            <Select id="exam-fields" mode="multiple" value={fields} placeholder={t('exams.anyField')} onChange={(next: string[]) => setFields(next)} options={[...new Set(bank.data.ready.map(({ field }) => field))].map((value) => ({ value, label: value }))} style={{ width: '100%' }} />
          </div>
          <div className="field">
            <label htmlFor="exam-articles">{t('exams.compulsory')}</label>
            <Input.TextArea id="exam-articles" rows={2} value={articles} onChange={(event) => setArticles(event.target.value)} aria-describedby="exam-articles-unread" />
            <p id="exam-articles-unread" className="gap-text" role="alert">{unread.length > 0 ? t('exams.unreadArticles', { lines: join(unread) }) : ''}</p>
          </div>
          <div className="field">
            <label htmlFor="exam-body">{t('exams.fromBody')}</label>
            <Select
              id="exam-body"
              mode="multiple"
              value={whole}
              options={bodies.data.rows.map(({ id: value, name }) => ({ value, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(next: string[]) => setWhole(next)}
              style={{ width: '100%' }}
            />
          </div>
          <div className="field">
            <label htmlFor="exam-people">{t('exams.examinees')} ({examinees.length})</label>
            <PeoplePicker id="exam-people" value={examinees} bodies={bodies.data.rows} onChange={setExaminees} />
          </div>
          <div className="field">
            <label htmlFor="exam-markers">{t('exams.markers')}</label>
            <PeoplePicker id="exam-markers" value={markers} bodies={bodies.data.rows} onChange={setMarkers} />
          </div>
          <div className="field">
            <label htmlFor="exam-arbiter">{t('exams.arbiter')}</label>
            <PeoplePicker id="exam-arbiter" value={arbiter} bodies={bodies.data.rows} onChange={setArbiter} one />
          </div>
          <SubmitProblem error={error} />
          <Button type="primary" disabled={title.trim().length < 2 || examinees.length + whole.length === 0 || unread.length > 0} onClick={() => void set()}>{t('exams.setIt')}</Button>
        </div>
      </Panel>
    </div>
  )
}

const idOf = ({ value }: Chosen): string => value

/** The clock on the wall in China, as the field shows it. */
const local = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16)
const instant = (wall: string): string => new Date(`${wall}:00+08:00`).toISOString()
