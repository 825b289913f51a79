import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { PlanGlance } from '../answers.ts'

/** A year that was reported: what the page shows goes on moving, the report does not. */
export function Reported({ reported, number }: { readonly reported: PlanGlance['reported']; readonly number?: number }) {
  const { t } = useTexts()
  if (!reported) return null
  const differs = number === undefined ? reported.differs : reported.differs.filter((each) => each === number)
  return (
    <p className={`plan-reported ${differs.length > 0 ? 'notice amber' : 'dim'}`}>
      {t('plan.reportedAt', { at: moment(reported.made) })} {t(differs.length === 0 ? 'plan.sameAsReported' : number === undefined ? 'plan.differ' : 'plan.differsHere', { n: differs.length, list: differs.join(', ') })}{' '}
      <a href={`/api/plan/reports/${reported.id}/report.pdf`}>{t('plan.openReport')}</a>
    </p>
  )
}
