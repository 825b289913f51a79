import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { standingsOf, type Standing } from '@faheng/law/procedures/penalty-standing.ts'
import { Tag, type Tone } from '../../shared-ui/components/pieces.tsx'
import { yuan } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Matter } from './queries.ts'

/** Several parties, each with how far he is from notice to performance; a case of one party needs no table. */
export function Standings({ matter }: { readonly matter: Matter }) {
  const { t, join } = useTexts()
  if (matter.row.procedure !== 'penalty-ordinary' || matter.parties.length < 2) return null
  const nameOf = (id: string): string => matter.parties.find((each) => each.id === id)?.name ?? id
  const beside = (each: Standing): string[] => [
    ...(each.role === 'party' ? [] : [t(`matter.standing-${each.role}`)]),
    ...(each.guardian ? [t('matter.standing-guardian')] : []),
    ...(each.agents > 0 ? [t('matter.standing-agents', { n: each.agents })] : []),
  ]
  return (
    <section className="panel standings" aria-label={t('matter.standing-title')}>
      <table>
        <thead>
          <tr>
            {(['parties', 'noticed', 'defence', 'hearing', 'decision', 'performance'] as const).map((each) => (
              <th key={each} scope="col">
                {t(each === 'parties' ? 'matter.parties' : `matter.standing-${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standingsOf(matter.state as PenaltyCase).map((each) => (
            <tr key={each.party}>
              <th scope="row">
                {nameOf(each.party)}
                {beside(each).length > 0 ? <small> {join(beside(each))}</small> : null}
              </th>
              <td data-label={t('matter.standing-noticed')}>{each.noticed ?? '—'}</td>
              <td data-label={t('matter.standing-defence')}>{t(`matter.standing-defence-${each.defence}`)}</td>
              <td data-label={t('matter.standing-hearing')}>{t(`matter.standing-hearing-${each.hearing}`)}</td>
              <td data-label={t('matter.standing-decision')}>{t(`matter.standing-outcome-${each.outcome}`)}
                {each.served ? <small> {t('matter.standing-servedOn', { day: each.served })}</small> : null}</td>
              <td data-label={t('matter.standing-performance')}>
                <Performed standing={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Performed({ standing: { outcome, owed, paid, settled } }: { readonly standing: Standing }) {
  const { t } = useTexts()
  if (outcome !== 'penalty') return '—'
  const tone: Tone = settled ? 'jade' : 'amber'
  return (
    <>
      <Tag tone={tone}>{t(settled ? 'matter.standing-performed' : 'matter.standing-open')}</Tag>
      {owed > 0 ? <small> {`${yuan(paid)} / ${yuan(owed)}`}</small> : null}
    </>
  )
}
