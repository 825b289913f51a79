import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { investigationReport } from '@faheng/law/documents/investigation-report/document.ts'
import { dayText, sentence } from '@faheng/law/documents/present.ts'
import { compareNorms, normResults } from '@faheng/law/procedures/penalty-norms.ts'
import { leadSources } from '@faheng/law/procedures/penalty-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { courseOf, leadSource } from './course.ts'
import { discretionOf } from './discretion.ts'
import { toldIn, type CaseFile } from './file.ts'
import { noPenaltyText } from './no-penalty.ts'
import { filingNumber } from './numbers.ts'
import { allParties, causeOf, partyName } from './party.ts'
import { officersOf } from './people.ts'
import { penaltiesOn, punished, reportedPenalties } from './penalties.ts'
import { goodsOf } from './things.ts'
import { reportOf, violationsFieldsOf } from './violations.ts'

/** 案件调查终结报告. */
export function composeReport(file: CaseFile): FieldsOf<typeof investigationReport> {
  const { state } = file
  const ordered = state.done['order-to-correct']?.at(-1)
  const held = goodsOf(file).map(sentence).join('\n')
  const compared = toldIn(file, 'compare-norms', compareNorms)
    .flatMap(({ told }) => told.comparisons)
    .map((each) => `行为时的规定：${each.old}\n现行规定：${each.new}\n${normResults[each.result].zh}。`)
    .join('\n')
  const normed = file.act.facts.items && Object.values(file.act.facts.items).every(({ normInForce }) => normInForce)
  return {
    cause: causeOf(file).replace(/案$/, ''),
    filingNumber: filingNumber(file),
    filedOn: state.filedOn ?? file.day,
    source: leadSources[leadSource(file)].zh,
    parties: allParties(file),
    course: courseOf(file),
    violations: violationsFieldsOf(file),
    ...(compared ? { normComparison: compared } : normed ? { normComparison: '违法行为发生时，本报告所依据的规定已经施行。' } : {}),
    sameAct: sameActText(file),
    circumstances: discretionOf(file),
    ...(held ? { held } : {}),
    ...(ordered ? { corrected: `${dayText(dayOf(ordered.at))}，本机关已责令当事人改正违法行为。` } : {}),
    proposals: proposalsOf(file),
    officers: officersOf(file, state.team),
    on: file.day,
  }
}

function proposalsOf(file: CaseFile): FieldsOf<typeof investigationReport>['proposals'] {
  const told = reportOf(file)?.told
  if (told?.outcome === 'no-penalty') {
    const reason = `建议${noPenaltyText(file)}`
    return file.state.parties.map(({ id }) => ({ party: partyName(file, id), reason, penalties: [] }))
  }
  const penalties = reportedPenalties(file)
  return punished(penalties).map((party) => ({ party: partyName(file, party), penalties: penaltiesOn(file, party, penalties) }))
}

/** 处罚法 29: what the county's records show, and what the officers made of it. */
function sameActText(file: CaseFile): string {
  const compared = reportOf(file)?.told.sameAct ?? []
  if (compared.length === 0) return '经查询全县行政处罚记录，未发现当事人因本案违法行为受过行政处罚。'
  return compared
    .map(({ decision, same, reason }) => `与在先处罚决定（案件${decision}）比较，本案${same ? '与其系同一违法行为' : '与其不属于同一违法行为'}。${reason ? sentence(reason) : ''}`)
    .join('\n')
}
