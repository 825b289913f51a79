import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { Reason } from '../../shared-ui/components/refusal-notice.tsx'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { dayOf, moment } from '../../shared-ui/format.ts'
import { postTitle } from '../../shared-ui/post-title.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { PayloadView } from './payload-view.tsx'
import type { ActRow, Acts, Matter } from './queries.ts'

/** The file as a story: each act one sentence, with its documents and attachments in place, marks in amber. */
export function Story({ matter, acts, error }: { readonly matter: Matter; readonly acts: Acts | undefined; readonly error: unknown }) {
  const { t } = useTexts()
  return (
    <section className="panel part-story" aria-label={t('matter.story')}>
      <header>
        <h2>{t('matter.story')}</h2>
        {acts ? <small>{t('common.count', { n: acts.length })}</small> : null}
      </header>
      {error ? <Failed error={error} /> : acts ? <Acts matter={matter} acts={acts} /> : <Loading rows={6} />}
    </section>
  )
}

function Acts({ matter, acts }: { readonly matter: Matter; readonly acts: Acts }) {
  const { t } = useTexts()
  if (acts.length === 0) return <p className="state">{t('matter.noStory')}</p>
  return (
    <ol className="story">
      {acts.map((act) => (
        <li key={act.id} className={act.marks.length > 0 ? 'marked' : ''} id={`act-${act.id}`}>
          <Sentence act={act} />
          <Papers matter={matter} act={act} />
          {act.marks.length > 0 ? (
            <div className="marks">
              {act.marks.map((mark) => (
                <Reason key={mark.guard} refusal={mark} />
              ))}
            </div>
          ) : null}
          <details>
            <summary>{t('matter.details')}</summary>
            <PayloadView matter={matter} act={act} />
          </details>
        </li>
      ))}
    </ol>
  )
}

function Sentence({ act }: { readonly act: ActRow }) {
  const { t, w } = useTexts()
  const late = dayOf(act.occurredAt) !== dayOf(act.recordedAt)
  return (
    <>
      {act.actorName}
      {act.post ? <span className="dim"> {w(postTitle(act.post))}</span> : null} <b>{w(act.title)}</b>
      <br />
      <small>
        <time dateTime={act.occurredAt}>{moment(act.occurredAt)}</time>
        {late ? (
          <>
            {' · '}
            {t('matter.recorded', { at: moment(act.recordedAt) })} <Tag tone="plain">{t('matter.late')}</Tag>
          </>
        ) : null}
      </small>
    </>
  )
}

function Papers({ matter, act }: { readonly matter: Matter; readonly act: ActRow }) {
  const { t, w } = useTexts()
  const papers = matter.documents.filter((each) => act.documents.includes(each.id))
  if (papers.length === 0 && act.files.length === 0) return null
  return (
    <div className="papers">
      {papers.map((paper) =>
        paper.file ? (
          <a key={paper.id} href={`/api/documents/${paper.id}/pdf`} target="_blank" rel="noreferrer">
            {w(paper.title)} {paper.number}
          </a>
        ) : (
          <span key={paper.id}>
            {w(paper.title)} {paper.number} <Tag tone="plain">{t('matter.draftPending')}</Tag>
          </span>
        ),
      )}
      {act.files.map((hash, i) => (
        <a key={hash} href={`/files/${hash}`} target="_blank" rel="noreferrer">
          {t('matter.attachments', { n: i + 1 })}
        </a>
      ))}
    </div>
  )
}
