import { Refused, Unanswered } from '../../shared-ui/client/errors.ts'
import { RefusalNotice } from '../../shared-ui/components/refusal-notice.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

/** Why an act was not recorded; the form keeps what was entered. */
export function SubmitProblem({ error }: { readonly error: unknown }) {
  const { t, w } = useTexts()
  if (!error) return null
  if (error instanceof Refused) return <RefusalNotice refusals={error.refusals} />
  const problem = error instanceof Unanswered ? error : undefined
  return (
    <div className="notice amber" role="alert">
      {problem?.text ? w(problem.text) : problem?.status === 503 ? t('common.busy') : t('act.unsent')}
      {problem?.field ? <div className="mono">{problem.field}</div> : null}
      {problem?.request ? <div className="mono">{t('common.request', { id: problem.request })}</div> : null}
    </div>
  )
}
