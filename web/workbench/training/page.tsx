import { useState } from 'react'
import '../matter/matter.css'
import { PageTitle } from '../../shared-ui/components/pieces.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { holds, useMe } from '../me.ts'
import { Appraisals } from './appraisals.tsx'
import { CoverageView } from './coverage.tsx'
import { Courses } from './courses.tsx'
import { MyLearning } from './mine.tsx'
import { Plans } from './plans.tsx'
import { thisYear } from './queries.ts'
import { Records } from './records.tsx'

type View = 'mine' | 'courses' | 'plans' | 'coverage' | 'appraisal' | 'records'

/** Training of a year: what I have and need, the calendar, the plans, and who still lacks how much. */
export function TrainingPage() {
  const { t } = useTexts()
  const me = useMe()
  useHeading(t('training.title'))
  const [now] = useState(thisYear)
  const [year, setYear] = useState(now)
  const [chosen, setChosen] = useState<View>()
  const views: readonly View[] = ['mine', 'courses', 'plans', ...(holds(me, 'head', 'unit-head', 'supervisor') ? (['coverage'] as const) : []), 'appraisal', 'records']
  const view = chosen ?? (holds(me, 'supervisor', 'head') ? 'coverage' : 'mine')
  return (
    <>
      <PageTitle title={t('training.title')} under={me.regionName}>
        <label htmlFor="training-year">{t('training.year')}</label>
        <select id="training-year" value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {[now - 1, now, now + 1].map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </PageTitle>
      <div className="tabs" role="tablist" style={{ flexWrap: 'wrap' }} aria-label={t('training.title')}>
        {views.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === view} onClick={() => setChosen(each)}>
            {t(`training.${each}`)}
          </button>
        ))}
      </div>
      {view === 'mine' ? <MyLearning year={year} /> : null}
      {view === 'courses' ? <Courses year={year} /> : null}
      {view === 'plans' ? <Plans year={year} /> : null}
      {view === 'appraisal' ? <Appraisals /> : null}
      {view === 'records' ? <Records key={year} year={year} /> : null}
      {view === 'coverage' ? <CoverageView year={year} /> : null}
    </>
  )
}
