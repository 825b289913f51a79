import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { send } from '../../shared-ui/client/ask.ts'
import { Unanswered } from '../../shared-ui/client/errors.ts'
import { Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { PdfFrame } from './pdf-frame.tsx'
import { useRested } from './use-check.ts'

interface Props {
  readonly document: string
  readonly matter: string | undefined
  /** What would begin, where there is no matter yet. */
  readonly procedure: string
  readonly kind: string
  readonly payload: unknown
}

/** The document this act would make, as it stands now; nothing is stored. */
export function Preview({ document, matter, procedure, kind, payload }: Props) {
  const { t } = useTexts()
  const rested = useRested(payload, 600)
  const { data, error, isFetching } = useQuery({
    queryKey: ['preview', document, matter, kind, JSON.stringify(rested)],
    queryFn: async ({ signal }) => {
      const request = { ...(matter ? { matter } : { procedure }), kind, payload: rested }
      const answer = await send('POST', `/api/preview/${document}`, request, { signal, accept: 'image/svg+xml, application/pdf;q=0.5' })
      // 204: a newer preview of the same person took its place.
      return answer.status === 204 ? null : answer.blob()
    },
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 5_000,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data) return <Shown blob={data} stale={error !== null} busy={isFetching} />
  if (isFetching) return <Loading rows={6} />
  const waits = error instanceof Unanswered && error.status === 400
  return <p className="state">{t(waits ? 'act.previewWaits' : 'act.previewFailed')}</p>
}

function Shown({ blob, stale, busy }: { readonly blob: Blob; readonly stale: boolean; readonly busy: boolean }) {
  const { t } = useTexts()
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return (
    <div aria-busy={busy}>
      <p className="dim" style={{ padding: '8px 16px', margin: 0 }}>
        {t(stale ? 'act.previewFailed' : 'act.previewDraft')}
        {url ? (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noreferrer">
              {t('act.previewOpen')}
            </a>
          </>
        ) : null}
      </p>
      {url && blob.type.startsWith('image/svg') ? (
        <div className="paper-pages" role="group" aria-label={t('act.preview')} tabIndex={0}>
          <img src={url} alt={t('act.previewDraft')} />
        </div>
      ) : url ? (
        <PdfFrame url={url} title={t('act.preview')} />
      ) : null}
    </div>
  )
}
