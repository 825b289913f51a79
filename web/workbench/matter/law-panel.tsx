import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { Reason } from '../../shared-ui/components/refusal-notice.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { postTitle } from '../../shared-ui/post-title.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { Clocks } from './clocks.tsx'
import type { Matter, Offer } from './queries.ts'

interface Props {
  readonly matter: Matter
  readonly offers: readonly Offer[] | undefined
  readonly error: unknown
  readonly chosen: string | undefined
  readonly onChoose: (kind: string) => void
}

/** The law on this matter now: terms, what may be done, what may not and what would cure it, findings, whom it waits for. */
export function LawPanel({ matter, offers, error, chosen, onChoose }: Props) {
  const { t, w, join } = useTexts()
  return (
    <section className="panel part-law" aria-label={t('matter.law')}>
      <header>
        <h2>{t('matter.law')}</h2>
        <Link to="/rules">
          <small>{t('matter.allRules')}</small>
        </Link>
      </header>
      <Clocks clocks={matter.clocks} parties={matter.parties} />
      {Object.keys(matter.items).length > 0 ? (
        <div className="blk">
          <h3>{t('matter.items')}</h3>
          {Object.entries(matter.items).map(([id, title]) => (
            <Link key={id} to="/items/$id" params={{ id }} style={{ display: 'block' }}>
              {title}
            </Link>
          ))}
        </div>
      ) : null}
      {error ? <Failed error={error} /> : offers ? <Offers offers={offers} chosen={chosen} onChoose={onChoose} /> : <Loading rows={4} />}
      {matter.waiting.length > 0 ? (
        <div className="blk">
          <h3>{t('matter.waitingFor')}</h3>
          {matter.waiting.map((each) => (
            <div key={`${each.act}${each.post}`}>
              {w(each.title)} — {each.people.length > 0 ? t('common.labelled', { label: w(postTitle(each.post)), text: join(each.people) }) : w(postTitle(each.post))}
              {each.nobody ? <p className="notice seal">{t('matter.nobody')}</p> : null}
            </div>
          ))}
        </div>
      ) : null}
      <Findings matter={matter} />
    </section>
  )
}

function Offers({ offers, chosen, onChoose }: { readonly offers: readonly Offer[]; readonly chosen: string | undefined; readonly onChoose: (kind: string) => void }) {
  const { t, w } = useTexts()
  const byWeight = [...offers].sort((a, b) => Number(b.awaited) - Number(a.awaited))
  const mine = byWeight.filter((each) => each.allowed && each.suits && (each.nature === 'power' || each.awaited))
  const facts = byWeight.filter((each) => each.allowed && each.suits && each.nature === 'fact' && !each.awaited)
  const unlikely = byWeight.filter((each) => each.allowed && !each.suits)
  const barred = byWeight.filter((each) => !each.allowed && each.nature === 'power' && (each.suits || each.awaited))
  const blocked = barred.filter((each) => each.refusals.some((refusal) => refusal.guard !== 'by'))
  const others = barred.filter((each) => !blocked.includes(each))
  const button = (offer: Offer, size: 'middle' | 'small' = 'middle') => (
    <Button key={offer.kind} size={size} type={offer.awaited ? 'primary' : 'default'} className={chosen === offer.kind ? 'chosen' : ''} aria-current={chosen === offer.kind ? 'true' : undefined} onClick={() => onChoose(offer.kind)}>
      {w(offer.title)}
    </Button>
  )
  return (
    <>
      {mine.length > 0 ? (
        <div className="blk">
          <h3>{t('matter.allowed')}</h3>
          <div className="actions">{mine.map((offer) => button(offer))}</div>
        </div>
      ) : null}
      {facts.length > 0 ? (
        <div className="blk">
          <h3>{t('matter.facts')}</h3>
          <div className="actions">{facts.map((offer) => button(offer, 'small'))}</div>
        </div>
      ) : null}
      {unlikely.length > 0 ? (
        <details className="blk">
          <summary>{t('matter.unlikely', { n: unlikely.length })}</summary>
          <div className="actions">{unlikely.map((offer) => button(offer, 'small'))}</div>
        </details>
      ) : null}
      {blocked.length > 0 ? (
        <div className="blk">
          <h3>{t('matter.blocked')}</h3>
          {blocked.map((offer) => (
            <Blocked key={offer.kind} offer={offer} />
          ))}
        </div>
      ) : null}
      {others.length > 0 ? (
        <details className="blk">
          <summary>{t('matter.others', { n: others.length })}</summary>
          {others.map((offer) => (
            <Blocked key={offer.kind} offer={offer} />
          ))}
        </details>
      ) : null}
    </>
  )
}

/** A button that may not be pressed, with the reason, the article and the cure beside it. */
function Blocked({ offer }: { readonly offer: Offer }) {
  const { w } = useTexts()
  return (
    <div className="blocked">
      <Button size="small" disabled aria-describedby={`why-${offer.kind}`}>
        {w(offer.title)}
      </Button>
      <div id={`why-${offer.kind}`} className={offer.refusals.some((each) => each.guard !== 'by') ? 'why' : 'why others'}>
        {offer.refusals.slice(0, 3).map((refusal) => (
          <Reason key={refusal.guard} refusal={refusal} />
        ))}
      </div>
    </div>
  )
}

function Findings({ matter }: { readonly matter: Matter }) {
  const { t, w } = useTexts()
  return (
    <div className="blk">
      <h3>
        {t('matter.findings')} {matter.findings.length > 0 ? <Tag tone="amber">{matter.findings.filter((each) => !each.lifted).length}</Tag> : null}
      </h3>
      {matter.findings.length === 0 ? <small>{t('matter.noFindings')}</small> : null}
      {matter.findings.map((finding) => (
        <div key={`${finding.rule}${finding.act}${finding.subject}`} className="finding">
          <a href={`#act-${finding.act}`}>{w(finding.title)}</a> {finding.lifted ? <Tag tone="jade">{t('matter.lifted')}</Tag> : <Tag tone="amber">{t(`matter.${finding.severity}`)}</Tag>}
          <br />
          <small>
            {w(finding.reference)} · {finding.found}
            {finding.ticked ? (
              <>
                <br />
                {t('matter.ticked', { name: finding.ticked.by, on: finding.ticked.on, result: w(finding.ticked.result) })}
              </>
            ) : null}
          </small>
        </div>
      ))}
    </div>
  )
}
