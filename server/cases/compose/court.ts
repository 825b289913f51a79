import type { courtApplication } from '@faheng/law/documents/court-application/document.ts'
import type { courtAuthorisation } from '@faheng/law/documents/court-authorisation/document.ts'
import type { courtMaterials, courtPapers } from '@faheng/law/documents/court-papers/document.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import { documentOf } from '@faheng/law/documents/index.ts'
import { dayText, yuanText } from '@faheng/law/documents/present.ts'
import { surchargeLeft } from '@faheng/law/procedures/penalty-owed.ts'
import { restOf } from '@faheng/law/procedures/penalty-dues.ts'
import { applyToCourt } from '@faheng/law/procedures/penalty-execution-payloads.ts'
import { remedyOutcomes, remedyWays } from '@faheng/law/procedures/penalty-remedies.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { decidedOf, itemName } from './decided.ts'
import { toldHere, type CaseFile } from './file.ts'
import { partyName, partyOf } from './party.ts'
import { contactOf, officersOf, personName, settingOf } from './people.ts'
import { documentTitle } from './titles.ts'

/** 强制执行申请书 against one party (强制法 53–55); the head who applies signs it. */
export function composeCourtApplication(file: CaseFile): FieldsOf<typeof courtApplication> {
  const { items, court, reason } = toldHere(file, applyToCourt)
  const { state, subject, read } = file
  const { address } = settingOf(file, 'contact')
  const demand = state.demands?.findLast((each) => each.party === subject)
  const demandedOn = state.services.findLast((each) => each.of === demand?.act && each.party === subject)?.completed
  const own = state.performance.filter((each) => items.includes(each.id) && each.party === subject)
  return {
    court,
    organ: read.body.name,
    ...(address ? { address } : {}),
    head: personName(file, file.act.actor),
    party: partyOf(file, subject),
    decided: decidedOf(file, subject),
    items: own.flatMap((each) => [
      ...(each.owed === 0 || restOf(each) > 0 ? [`${itemName(each)}${restOf(each) > 0 ? yuanText(restOf(each)) : ''}`] : []),
      ...(surchargeLeft(each) > 0 ? [`加处罚款${yuanText(surchargeLeft(each))}`] : []),
    ]),
    ...(demandedOn ? { demandedOn } : {}),
    remedy: remediesText(file),
    reason,
    contact: contactOf(file),
  }
}

/** Which remedies the party took and what came of them. */
function remediesText({ state, subject }: CaseFile): string {
  const taken = (state.remedies ?? []).filter((each) => each.party === subject)
  if (taken.length === 0) return '被申请人在法定期限内未申请行政复议、未提起行政诉讼。'
  return `被申请人${taken.map(({ way, from, result }) => `于${dayText(from)}提出${remedyWays[way].zh}${result ? `，结果为${remedyOutcomes[result.outcome].zh}（${dayText(result.on)}）` : ''}`).join('；')}。`
}

type Material = keyof typeof courtMaterials

/** Under which of the five kinds of 强制法 55(1) a paper of the file goes; the rest of the file stays with the body. */
const materials: Readonly<Record<string, Material>> = {
  'penalty-decision': 'decision',
  rectification: 'decision',
  'scene-record': 'decision',
  'interview-record': 'decision',
  'evidence-list': 'decision',
  'sample-record': 'decision',
  'test-result-notice': 'decision',
  'order-to-correct': 'decision',
  'service-receipt': 'decision',
  'penalty-notice': 'demand',
  'defence-record': 'demand',
  'hearing-record': 'demand',
  demand: 'demand',
  'seizure-decision': 'subject',
  'seizure-list': 'subject',
  'surcharge-decision': 'subject',
  'postponement-decision': 'subject',
  'execution-agreement': 'subject',
}
const order: readonly Material[] = ['application', 'decision', 'demand', 'subject', 'other']

/** 申请强制执行材料清单: what of the file goes to the court with the application. */
export function composeCourtPapers(file: CaseFile): FieldsOf<typeof courtPapers> {
  const { court } = toldHere(file, applyToCourt)
  const { subject, read } = file
  const named = read.documents
    .filter((each) => materials[each.kind] !== undefined && documentOf(each.kind).volume === 'main' && (each.subject === subject || each.subject === ''))
    .map((each) => ({ material: materials[each.kind] ?? 'other', title: documentTitle(each), ...(each.number ? { number: each.number } : {}), on: dayOf(each.made) }))
  const rows: FieldsOf<typeof courtPapers>['rows'] = [
    { material: 'application', title: '强制执行申请书', on: file.day },
    ...named,
    { material: 'other', title: '授权委托书', on: file.day },
    { material: 'other', title: '申请人主体资格证明、负责人身份证明' },
  ]
  return {
    court,
    organ: read.body.name,
    party: partyName(file, subject),
    rows: order.flatMap((material) => rows.filter((each) => each.material === material)),
  }
}

/** 授权委托书: the officers in charge speak for the organ. */
export function composeCourtAuthorisation(file: CaseFile): FieldsOf<typeof courtAuthorisation> {
  const { items, court } = toldHere(file, applyToCourt)
  const parties = [...new Set(file.state.performance.filter((each) => items.includes(each.id)).map((each) => each.party))]
  return { court, organ: file.read.body.name, party: parties.map((id) => partyName(file, id)).join('、'), agents: officersOf(file, file.state.team) }
}
