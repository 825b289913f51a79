import { Button } from 'antd'
import type { ReactNode } from 'react'
import { isNotFound, Refused, Unanswered } from '../client/errors.ts'
import { useTexts } from '../texts/use-texts.ts'
import { RefusalNotice } from './refusal-notice.tsx'

/** Quiet bars where rows will be; screen readers hear one word. */
export function Loading({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useTexts()
  return (
    <div className="bars" role="status">
      <span className="hidden">{t('common.loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <i key={i} style={{ width: `${92 - (i % 3) * 17}%` }} />
      ))}
    </div>
  )
}

export function Empty({ title, hint, children }: { readonly title: string; readonly hint?: string; readonly children?: ReactNode }) {
  return (
    <div className="state">
      <b>{title}</b>
      {hint}
      {children ? <div>{children}</div> : null}
    </div>
  )
}

/** What went wrong, in the words it deserves: forbidden and missing look alike (404), refusals carry their article. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t, w } = useTexts()
  if (isNotFound(error)) return <Empty title={t('common.notFound')} hint={t('common.notFoundHint')} />
  if (error instanceof Refused) return <RefusalNotice refusals={error.refusals} />
  const problem = error instanceof Unanswered ? error : undefined
  return (
    <div className="state" role="alert">
      <b>{t('common.failed')}</b>
      {problem?.status === 503 ? t('common.busy') : problem?.text ? w(problem.text) : t('common.failedHint')}
      {problem?.request ? <div className="mono">{t('common.request', { id: problem.request })}</div> : null}
      {retry ? (
        <div>
          <Button onClick={retry}>{t('common.retry')}</Button>
        </div>
      ) : null}
    </div>
  )
}
