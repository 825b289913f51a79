import type { DeskRow, StoppedRow } from '@faheng/api/matters.ts'
import { Link } from '@tanstack/react-router'
import type { Static } from 'typebox'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { DaysLeft } from '../matter/clocks.tsx'

/** What a unit head, a reviewer or a head has to answer: how long it has waited, and what to look at first. */
export function Approving({ rows }: { readonly rows: readonly Static<typeof DeskRow>[] }) {
  const { t, w, join } = useTexts()
  return (
    <Panel title={t('desk.approving')} aside={<span className="dim">{t('desk.waitingOrder')}</span>}>
      <ul className="approvals">
        {rows.map(({ matter, act, title, waited, clock, risks }) => (
          <li key={`${matter.id}${act}`}>
            <div className="what">
              <b>{w(title)}</b> {join(matter.parties) || t('common.unidentified')}
              <small>
                <Link to="/matters/$id" params={{ id: matter.id }}>
                  {matter.number ?? t('common.unnumbered')}
                </Link>{' '}
                · {t('desk.waited', { n: waited })}
                {clock ? <> · {w(clock.title)}</> : null}
              </small>
              <div className="risks">
                {clock ? <DaysLeft clock={clock} /> : null}
                {risks.filter(({ id }) => id !== 'overdue' && id !== 'due-soon').map((risk) => (
                  <Tag key={risk.id} tone={risk.grave ? 'seal' : 'amber'}>
                    {w(risk.title)}
                  </Tag>
                ))}
              </div>
            </div>
            <Link className="button go" to="/matters/$id" params={{ id: matter.id }} search={{ act }} aria-label={`${t('desk.open')} ${w(title)} ${matter.number ?? ''}`}>
              {t('desk.open')}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Nobody is left who may do it: the cure, with its article (R5). */
export function Stopped({ rows }: { readonly rows: readonly Static<typeof StoppedRow>[] }) {
  const { t, w, join } = useTexts()
  return (
    <Panel title={t('desk.stopped')}>
      <ul className="approvals">
        {rows.map(({ matter, act, title, waited, cure, reference }) => (
          <li key={`${matter.id}${act}`}>
            <div className="what">
              <b>{w(title)}</b> {join(matter.parties) || t('common.unidentified')}
              <small>
                <Link to="/matters/$id" params={{ id: matter.id }}>
                  {matter.number ?? t('common.unnumbered')}
                </Link>{' '}
                · {t('desk.waited', { n: waited })}
              </small>
              <p className="cure">
                {w(cure)} <small>{w(reference)}</small>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
