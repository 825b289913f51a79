import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { Reason } from '../../shared-ui/components/refusal-notice.tsx'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { dayOf, moment } from '../../shared-ui/format.ts'
import { postTitle } from '../../shared-ui/post-title.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { PayloadView } from './payload-view.tsx'
import type { ActRow, Acts, DocumentRow, Matter } from './queries.ts'

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
        <li key={act.id} className={act.struckBy ? 'struck' : act.marks.length > 0 ? 'marked' : ''} id={`act-${act.id}`}>
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
            {act.sealed ? <p className="dim">{t('matter.sealed')}</p> : null}
          </details>
        </li>
      ))}
    </ol>
  )
}

function Sentence({ act }: { readonly act: ActRow }) {
  const { t, w, join } = useTexts()
  const late = dayOf(act.occurredAt) !== dayOf(act.recordedAt)
  return (
    <>
      {act.actorName}
      {act.post ? <span className="dim"> {w(postTitle(act.post))}</span> : null} {act.struckBy ? <del>{w(act.title)}</del> : <b>{w(act.title)}</b>}{' '}
      {act.unconfirmedBy.length > 0 ? <Tag tone="amber">{t('matter.unconfirmed', { names: join(act.unconfirmedBy) })}</Tag> : null}
      {act.struckBy ? (
        <>
          <Tag tone="plain">{t('matter.struck')}</Tag> <a href={`#act-${act.struckBy}`}>{t('matter.struckBy')}</a>
        </>
      ) : null}
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
  const { t } = useTexts()
  const papers = matter.documents.filter((each) => act.documents.includes(each.id))
  if (papers.length === 0 && act.files.length === 0) return null
  return (
    <div className="papers">
      {papers.map((paper) =>
        paper.withheld ? (
          <span key={paper.id}>
            <Title paper={paper} /> <Tag tone="plain">{t('matter.withheld')}</Tag>
          </span>
        ) : paper.file ? (
          <a key={paper.id} href={`/api/documents/${paper.id}/pdf`} target="_blank" rel="noreferrer">
            <Title paper={paper} />
          </a>
        ) : (
          <span key={paper.id}>
            <Title paper={paper} /> <Tag tone="plain">{t('matter.draftPending')}</Tag>
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

/** The number of a struck entry's paper is void and stays readable. */
function Title({ paper }: { readonly paper: DocumentRow }) {
  const { t, w } = useTexts()
  return paper.void ? (
    <>
      <del>
        {w(paper.title)} {paper.number}
      </del>{' '}
      <Tag tone="seal">{t('matter.void')}</Tag>
    </>
  ) : (
    <>
      {w(paper.title)} {paper.number}
    </>
  )
}
