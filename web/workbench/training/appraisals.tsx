import type { AppraisalsAnswer } from '@faheng/api/appraisals.ts'
import { appraisal, gradeNames } from '@faheng/law/procedures/appraisal.ts'
import type { Words } from '@faheng/law/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Static } from 'typebox'
import { get } from '../../shared-ui/client/ask.ts'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { MattersPage } from '../answers.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { holds, useMe } from '../me.ts'
import { useSend } from './queries.ts'

/** The yearly appraisals one may see, and the way to begin one. */
export function Appraisals() {
  const { t, w, join } = useTexts()
  const me = useMe()
  const { data, error, refetch } = useQuery({ queryKey: ['matters', appraisal.name], queryFn: ({ signal }) => get<MattersPage>(`/api/matters?procedure=${appraisal.name}&limit=50`, signal) })
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <Published />
      <Panel
        title={w(appraisal.title)}
        aside={
          holds(me, 'unit-head', 'head') ? (
            <Link className="button go" to="/begin/$procedure" params={{ procedure: appraisal.name }}>
              {t('training.openAppraisal')}
            </Link>
          ) : null
        }
      >
        <p className="pad dim" style={{ margin: 0 }}>
          {t('training.noVolume')}
        </p>
        {data.rows.length === 0 ? <Empty title={t('training.noAppraisals')} /> : null}
        {data.rows.map((row) => (
          <div className="blk" key={row.id}>
            <Link to="/matters/$id" params={{ id: row.id }}>
              {join(row.parties) || row.id}
            </Link>{' '}
            <Tag tone="plain">{w(appraisal.stages[row.stage] ?? { zh: row.stage, en: row.stage })}</Tag> <span className="dim">{row.filed}</span>
          </div>
        ))}
      </Panel>
    </>
  )
}

const grades: Readonly<Record<string, Words>> = gradeNames

/** The grades that stand published where one serves, and the rewards that results call for. */
function Published() {
  const { t, w } = useTexts()
  const { data } = useQuery({ queryKey: ['training', 'appraisals'], queryFn: ({ signal }) => get<Static<typeof AppraisalsAnswer>>('/api/appraisals', signal) })
  const { send, sending, error } = useSend('records')
  if (!data || data.published.length + data.rewards.length === 0) return null
  const gradeOf = (grade: string): string => w(grades[grade] ?? { zh: grade, en: grade })
  return (
    <>
      {data.published.length > 0 ? (
        <Panel title={t('training.published')} aside={<span className="dim">{t('training.publishedHint')}</span>}>
          {data.published.map((each) => (
            <div className="blk" key={each.person + each.year}>
              {each.name} <Tag tone="indigo">{gradeOf(each.grade)}</Tag> <span className="dim">{t('training.publishedFor', { year: each.year, from: each.published, until: each.until ?? '' })}</span>
            </div>
          ))}
        </Panel>
      ) : null}
      {data.rewards.length > 0 ? (
        <Panel title={t('training.rewardsDue')}>
          {data.rewards.map((each) => (
            <div className="blk" key={each.matter}>
              <Link to="/matters/$id" params={{ id: each.matter }}>
                {each.name}
              </Link>{' '}
              {each.year} <Tag tone="jade">{gradeOf(each.grade)}</Tag>{' '}
              <Button
                size="small"
                loading={sending}
                aria-label={`${t('training.recordReward')} ${each.name}`}
                onClick={() => void send({ enter: { body: each.body, kind: 'reward', happened: each.confirmed, title: t('training.rewardFor', { year: each.year, grade: gradeOf(each.grade) }), person: each.person, reference: each.matter } })}
              >
                {t('training.recordReward')}
              </Button>
            </div>
          ))}
          <SubmitProblem error={error} />
        </Panel>
      ) : null}
    </>
  )
}
