import { Ring, Tag, type Tone } from '../../shared-ui/components/pieces.tsx'
import { dayOf, moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Clock, Matter } from './queries.ts'

/** Running terms as rings; closed ones have done their work and are in the story. */
export function Clocks({ clocks, parties }: { readonly clocks: readonly Clock[]; readonly parties: Matter['parties'] }) {
  const { t, w } = useTexts()
  const left = useWordsLeft()
  return clocks
    .filter((each) => each.closed === null)
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
    .map((clock) => (
      <div key={`${clock.clock}${clock.subject}${clock.opened}`} className="ring">
        <Ring share={shareOf(clock)} tone={toneOf(clock.daysLeft)} />
        <div>
          {w(clock.title)}
          {nameOf(clock.subject, parties)} <b className={toneOf(clock.daysLeft) === 'seal' ? 'overdue' : ''}>{clock.provisional ? t('common.bracketed', { text: left(clock.daysLeft), more: t('matter.provisional') }) : left(clock.daysLeft)}</b>
          <br />
          <small>
            {w(clock.reference)}
            {clock.due ? ` · ${clock.due.length > 10 ? moment(clock.due) : clock.due}` : ''}
          </small>
        </div>
      </div>
    ))
}

/** Whose term it is, where each party has his own. */
const nameOf = (subject: string, parties: Matter['parties']): string => {
  const party = parties.length > 1 ? parties.find((each) => each.id === subject) : undefined
  return party ? `（${party.name}）` : ''
}

/** Overdue is vermilion, today and the next three days amber. */
const toneOf = (daysLeft: number | null): Tone => (daysLeft === null ? 'plain' : daysLeft < 0 ? 'seal' : daysLeft <= 3 ? 'amber' : 'indigo')

/** What is left of a term, as lists show it; what leans on holidays not announced yet says so beneath. */
export function DaysLeft({ clock }: { readonly clock: Pick<Clock, 'daysLeft' | 'provisional'> }) {
  const { t } = useTexts()
  const words = useWordsLeft()
  return (
    <>
      <Tag tone={toneOf(clock.daysLeft)}>{words(clock.daysLeft)}</Tag>
      {clock.provisional ? <small className="provisional">{t('matter.provisional')}</small> : null}
    </>
  )
}

/** "6 days left", "due today", "1 day overdue", "paused". */
function useWordsLeft(): (daysLeft: number | null) => string {
  const { t } = useTexts()
  return (daysLeft) => (daysLeft === null ? t('matter.paused') : daysLeft < 0 ? t('matter.overdue', { n: -daysLeft }) : daysLeft === 0 ? t('matter.today') : t('matter.left', { n: daysLeft }))
}

function shareOf(clock: Clock): number {
  if (clock.due === null || clock.daysLeft === null) return 0
  if (clock.daysLeft < 0) return 1
  const whole = (Date.parse(dayOf(clock.due)) - Date.parse(dayOf(clock.opened))) / 86_400_000
  return whole <= 0 ? 0 : clock.daysLeft / whole
}
