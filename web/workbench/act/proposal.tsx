import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { send } from '../../shared-ui/client/ask.ts'
import { Loading } from '../../shared-ui/components/states.tsx'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { ActRow, Matter } from '../matter/queries.ts'
import { PayloadView } from '../matter/payload-view.tsx'
import { PdfFrame } from './pdf-frame.tsx'

/** What is being answered: the proposal's own words, and its document where it has one, beside the buttons (D7). */
export function Proposal({ matter, act }: { readonly matter: Matter; readonly act: ActRow }) {
  const { t, w } = useTexts()
  const papers = matter.documents.filter((each) => each.act === act.id)
  return (
    <div className="pad">
      <h3>{w(act.title)}</h3>
      <p className="dim">
        {act.actorName} · {moment(act.occurredAt)}
      </p>
      <PayloadView matter={matter} act={act} />
      {papers.map((paper) => (
        <div key={paper.id} style={{ marginTop: 12 }}>
          <a href={`/api/documents/${paper.id}/pdf`} target="_blank" rel="noreferrer">
            {w(paper.title)} {paper.number}
          </a>
          {paper.file ? <DocumentFrame id={paper.id} title={w(paper.title)} /> : <span className="dim"> {t('matter.draftPending')}</span>}
        </div>
      ))}
    </div>
  )
}

/** Fetched and shown from memory, since no page may frame an answer of the server itself. */
function DocumentFrame({ id, title }: { readonly id: string; readonly title: string }) {
  const [url, setUrl] = useState<string>()
  const { data } = useQuery({
    queryKey: ['document', id],
    queryFn: async ({ signal }) => (await send('GET', `/api/documents/${id}/pdf`, undefined, { signal, accept: 'application/pdf' })).blob(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    if (!data) return
    const made = URL.createObjectURL(data)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  return url ? <PdfFrame url={url} title={title} /> : <Loading rows={6} />
}
