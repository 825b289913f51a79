import { explain } from '@faheng/law/discretion/explain.ts'
import { weigh } from '@faheng/law/discretion/weigh.ts'
import { proposeDecision, submitReport } from '@faheng/law/procedures/penalty-decision-payloads.ts'
import type { Static } from 'typebox'
import { evidenceNames } from './evidence-named.ts'
import { toldBy, type CaseFile } from './file.ts'
import { partyName } from './party.ts'
import { decidedPenalties, reportedPenalties } from './penalties.ts'

type Told = Pick<Static<typeof submitReport>, 'ticks' | 'departures'>

/** The benchmark beside each fine, one paragraph each, as the report and then the proposed decision weigh it (R32). */
export function weighingText(file: CaseFile, party?: string): string[] {
  const { state, act } = file
  const reported = toldBy(file, state.report?.act, submitReport)
  const report: Told | undefined = reported?.told
  const proposed: Told | undefined = toldBy(file, state.draftDecision?.act, proposeDecision)?.told
  const ticks = proposed?.ticks ?? report?.ticks ?? []
  const departures = proposed?.departures ?? report?.departures ?? []
  if (ticks.length + departures.length === 0) return []
  const cells = (state.draftDecision ? decidedPenalties(file) : reportedPenalties(file)).filter((each) => party === undefined || each.party === party)
  const weighed = weigh(state.violations, cells, { ticks, departures }, act.facts.benchmarks ?? reported?.act.facts.benchmarks)
  const several = weighed.length > 1
  const paragraphs = weighed.filter(({ tier, departure }) => tier !== undefined || departure !== undefined).map((each) => {
    const own = <T extends { readonly violation: string; readonly party?: string }>(one: T) => one.violation === each.cell.violation && (one.party === undefined || one.party === each.cell.party)
    const evidence = evidenceNames(file, [...new Set(ticks.filter(own).flatMap((tick) => tick.evidence))])
    const place = several ? `${partyName(file, each.cell.party)}${state.violations.length > 1 ? `（违法行为${state.violations.findIndex(({ id }) => id === each.cell.violation) + 1}）` : ''}：` : ''
    return `${place}${explain(each, { evidence, reason: departures.find(own)?.reason }).zh}`
  })
  return [...new Set(paragraphs)]
}
