import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import './townships.css'
import { PageTitle } from '../../shared-ui/components/pieces.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { holds, useMe } from '../me.ts'
import { EntrustmentsView } from './entrustments.tsx'
import { EvaluationView } from './evaluation.tsx'
import { MatrixView } from './matrix.tsx'
import { PilotsView } from './pilots.tsx'

/** Who holds which item on a day (处罚法 24), who acts in another's name (20), and what came of it. */
export function TownshipsPage() {
  const { t } = useTexts()
  const me = useMe()
  useHeading(t('townships.title'))
  const asked = useSearch({ from: '/shell/townships' }).view
  const navigate = useNavigate()
  const views = ['matrix', 'entrustments', ...(holds(me, 'supervisor', 'head') ? (['evaluation', 'pilots'] as const) : [])] as const
  const view = views.find((each) => each === asked) ?? 'matrix'
  return (
    <>
      <PageTitle title={t('townships.title')} under={t('townships.intro')}>
        {holds(me, 'supervisor') ? (
          <Link className="button" to="/begin/$procedure" params={{ procedure: 'township-grant' }}>
            {t('townships.begin')}
          </Link>
        ) : null}
        {holds(me, 'officer', 'unit-head', 'legal-reviewer') ? (
          <Link className="button" to="/begin/$procedure" params={{ procedure: 'entrustment' }}>
            {t('townships.entrust')}
          </Link>
        ) : null}
      </PageTitle>
      <div className="tabs" role="tablist" aria-label={t('townships.title')}>
        {views.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === view} onClick={() => void navigate({ to: '/townships', search: each === 'matrix' ? {} : { view: each } })}>
            {t(`townships.${each}`)}
          </button>
        ))}
      </div>
      {view === 'matrix' ? <MatrixView /> : view === 'entrustments' ? <EntrustmentsView /> : view === 'evaluation' ? <EvaluationView /> : <PilotsView />}
    </>
  )
}
