import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import './matter.css'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { procedureTitle } from '../procedures.ts'
import { AppraisalEvidence } from '../training/appraisal-evidence.tsx'
import { ActInHand } from './act-in-hand.tsx'
import { LawPanel } from './law-panel.tsx'
import { actsQuery, availableQuery, type Matter, matterQuery, type Offer } from './queries.ts'
import { StageRail } from './stage-rail.tsx'
import { Standings } from './standings.tsx'
import { Story } from './story.tsx'

type Part = 'story' | 'act' | 'law'

/** One matter in three parts: what happened, what is in hand, what the law says. */
export function MatterPage() {
  const { t } = useTexts()
  const { id } = useParams({ from: '/shell/matters/$id' })
  const { act } = useSearch({ from: '/shell/matters/$id' })
  const navigate = useNavigate()
  const matter = useQuery(matterQuery(id))
  const acts = useQuery(actsQuery(id))
  const available = useQuery(availableQuery(id))
  const [part, setPart] = useState<Part>(act ? 'act' : 'story')
  const [wide, setWide] = useState(true)
  useHeading(matter.data ? nameOf(matter.data, t('common.unidentified')) : t('common.loading'))
  if (matter.error) return <Failed page error={matter.error} retry={() => void matter.refetch()} />
  if (!matter.data) return <Loading rows={8} />
  const choose = (kind: string | undefined): void => {
    setPart(kind ? 'act' : 'law')
    void navigate({ to: '/matters/$id', params: { id }, search: kind ? { act: kind } : {} })
  }
  const inHand = act !== undefined
  return (
    <>
      <Head matter={matter.data} />
      <StageRail matter={matter.data} />
      <Standings matter={matter.data} />
      {matter.data.row.procedure === 'appraisal' ? <AppraisalEvidence matter={matter.data} acts={acts.data ?? []} /> : null}
      <div className="tabs narrow-only" role="tablist">
        {(['story', 'act', 'law'] as const).map((each) => (
          <button key={each} type="button" role="tab" aria-selected={part === each} onClick={() => setPart(each)}>
            {t(`matter.${each}`)}
          </button>
        ))}
      </div>
      <div className={`three show-${part}${inHand ? (wide ? ' wide' : '') : ' idle'}`}>
        <Story matter={matter.data} acts={acts.data} error={acts.error} />
        <section className="panel part-act" aria-label={t('matter.act')}>
          {inHand ? (
            <>
              <button type="button" className="linklike wide-toggle" onClick={() => setWide(!wide)} aria-expanded={!wide}>
                {t(wide ? 'matter.showStory' : 'matter.hideStory')}
              </button>
              {available.data && acts.data ? (
                <ActInHand key={act} kind={act} matter={matter.data} acts={acts.data} offers={available.data} onClose={() => choose(undefined)} onChoose={choose} />
              ) : available.error ? (
                <Failed error={available.error} retry={() => void available.refetch()} />
              ) : (
                <Loading rows={8} />
              )}
            </>
          ) : (
            <Turn ended={matter.data.row.ended} offers={available.data} onChoose={choose} />
          )}
        </section>
        <LawPanel matter={matter.data} offers={available.data} error={available.error} chosen={act} onChoose={choose} />
      </div>
    </>
  )
}

/** Nothing is in hand yet: what waits for this reader, else where to look. */
function Turn({ ended, offers, onChoose }: { readonly ended: boolean; readonly offers: readonly Offer[] | undefined; readonly onChoose: (kind: string) => void }) {
  const { t, w } = useTexts()
  const mine = (offers ?? []).filter((each) => each.awaited && each.allowed)
  return (
    <div className="turn">
      {mine.length > 0 ? (
        <>
          <b>{t('matter.yourTurn')}</b>
          {mine.map((offer) => (
            <button key={offer.kind} type="button" className="linklike" onClick={() => onChoose(offer.kind)}>
              {w(offer.title)}
            </button>
          ))}
        </>
      ) : (
        <>
          <b>{t(ended ? 'matter.ended' : 'matter.nothingInHand')}</b> <span className="dim">{t('matter.nothingInHandHint')}</span>
        </>
      )}
    </div>
  )
}

function Head({ matter }: { readonly matter: Matter }) {
  const { t, w } = useTexts()
  const { row } = matter
  return (
    <div className="title">
      <div>
        <h1>{nameOf(matter, t('common.unidentified'))}</h1>
        <span className="dim">
          {[row.number ?? t('common.unnumbered'), w(procedureTitle(row.procedure)), row.bodyName, `${t('matter.parties')} ${matter.parties.length}`].join(' · ')}
        </span>{' '}
        {row.ended ? <Tag tone="jade">{t('matter.ended')}</Tag> : null}
      </div>
      <div className="actions">
        <Link className="button" to="/matters/$id/documents" params={{ id: row.id }}>
          {t('matter.documents')} {matter.documents.length}
        </Link>
      </div>
    </div>
  )
}

/** Who and what: the parties, then the first item. */
const nameOf = (matter: Matter, unidentified: string): string => {
  const parties = matter.parties.map((each) => each.name).join('、') || unidentified
  const item = Object.values(matter.items)[0]
  return item ? `${parties} ${item}` : parties
}
