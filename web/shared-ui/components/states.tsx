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

/** `page`: it stands for the whole page and is its heading. */
export function Empty({ title, hint, page, children }: { readonly title: string; readonly hint?: string; readonly page?: true; readonly children?: ReactNode }) {
  return (
    <div className="state">
      {page ? <h1>{title}</h1> : <b>{title}</b>}
      {hint}
      {children ? <div>{children}</div> : null}
    </div>
  )
}

/** What went wrong, in the words it deserves: forbidden and missing look alike (404), refusals carry their article. */
export function Failed({ error, retry, page }: { readonly error: unknown; readonly retry?: () => void; readonly page?: true }) {
  const { t, w } = useTexts()
  if (isNotFound(error))
    return (
      <Empty title={t('common.notFound')} hint={t('common.notFoundHint')} {...(page ? { page } : {})}>
        {page ? <a href="/">{t('common.backHome')}</a> : null}
      </Empty>
    )
  if (error instanceof Refused) return <RefusalNotice refusals={error.refusals} />
  const problem = error instanceof Unanswered ? error : undefined
  return (
    <div className="state" role="alert">
      {page ? <h1>{t('common.failed')}</h1> : <b>{t('common.failed')}</b>}
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
