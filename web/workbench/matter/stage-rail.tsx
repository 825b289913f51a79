import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { procedureOf } from '../procedures.ts'
import type { Matter } from './queries.ts'

/** The road of the procedure: passed, here, ahead. Endings and detours other than the one reached are left out. */
export function StageRail({ matter }: { readonly matter: Matter }) {
  const { t, w } = useTexts()
  const { procedure: name, stage } = matter.row
  const procedure = procedureOf(name)
  if (!procedure) return null
  const onRoad = (each: string) => !procedure.detours?.includes(each) && (!procedure.endings.includes(each) || each === procedure.endings[0])
  const road = Object.keys(procedure.stages).filter((each) => each === stage || onRoad(each))
  const shown = procedure.endings.includes(stage) ? road.filter((each) => each === stage || !procedure.endings.includes(each)) : road
  const here = shown.indexOf(stage)
  return (
    <ol className="rail" aria-label={t('matter.stages')}>
      {shown.map((each, i) => (
        <li key={each} className={i < here ? 'passed' : i === here ? 'here' : ''} {...(i === here ? { 'aria-current': 'step' as const } : {})}>
          {w(procedure.stages[each] ?? { zh: each, en: each })}
        </li>
      ))}
    </ol>
  )
}
