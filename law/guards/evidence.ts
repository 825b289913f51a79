import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Penalty } from '../procedures/penalty-decided.ts'
import { isReliable, type Element } from '../procedures/penalty-found.ts'
import { counted, words } from '../words.ts'

interface Relies {
  readonly outcome?: string
  readonly relied?: readonly string[]
  readonly penalties?: readonly Penalty[]
}

const elements: Readonly<Record<Element, string>> = { identity: '当事人身份', conduct: '违法行为', circumstance: '情节', amount: '金额、数量' }

/** 处罚法 40: facts must be established; identity, conduct, circumstance and amount each rest on usable evidence. */
export const everyElementProven = guard<PenaltyCase, Relies>(
  'every-element-proven',
  cite('行政处罚法', 40),
  {
    title: words('违法事实清楚、证据充分', 'Facts established by evidence'),
    cure: words('补充相应证据，并在调查终结报告中列为依据。', 'Collect the missing evidence and rely on it in the report.'),
  },
  ({ state, act: { payload } }) => {
    if (!payload || payload.outcome === 'no-penalty') return
    const relied = state.evidence.filter((each) => payload.relied?.includes(each.id) && isReliable(each))
    const missing = elementsOwed(payload.penalties).filter((element) => !relied.some((each) => each.proves.includes(element)))
    return missing.length > 0 && words(`以下事实没有可采的证据：${missing.map((each) => elements[each]).join('、')}。`, `No usable evidence for: ${missing.join(', ')}.`)
  },
)

/** 处罚法 40: what the report rested on may have been struck out or marked since; then there is no decision on it. Paper of an old case names none. */
export const stillProven = guard<PenaltyCase>(
  'still-proven',
  cite('行政处罚法', 40),
  {
    title: words('报告所依据的证据仍然成立', 'The report’s evidence still stands'),
    cure: words('补充证据，重新提交调查终结报告。', 'Collect the missing evidence and submit a new report.'),
  },
  ({ state }) => restsOnNothing(state) && words('报告所依据的证据已被划销或者不得采用，违法事实不再有证据证明。', 'Evidence the report rested on was struck out or may not be used, and the facts are no longer proven.'),
)

/** Whether a report that proposes a penalty has lost what it was proven by. */
export function restsOnNothing({ report, evidence }: PenaltyCase): boolean {
  if (report?.outcome !== 'penalty' || report.relied.length === 0) return false
  const relied = evidence.filter((each) => report.relied.includes(each.id) && isReliable(each))
  return relied.length < report.relied.length && elementsOwed(report.penalties).some((element) => !relied.some((each) => each.proves.includes(element)))
}

/** 处罚法 46(3): evidence obtained unlawfully, or not verified, cannot be a basis. */
export const reliesOnLawfulEvidence = guard<PenaltyCase, Relies>(
  'relies-on-lawful-evidence',
  cite('行政处罚法', 46, 3),
  {
    title: words('不以非法证据定案', 'No reliance on unlawful evidence'),
    cure: words('从依据中删去该证据，或者依法重新收集。', 'Leave it out, or collect it again lawfully.'),
  },
  ({ state, act: { payload } }) => {
    const bad = (payload?.relied ?? []).filter((id) => state.evidence.find((each) => each.id === id)?.unusable !== undefined)
    const unknown = (payload?.relied ?? []).filter((id) => !state.evidence.some((each) => each.id === id))
    if (unknown.length > 0) return words('所依据的证据不在本案卷中。', 'A piece of evidence relied on is not in the file.')
    return bad.length > 0 && words(`${bad.length} 份证据已标记为不得作为依据。`, `Marked as unusable: ${counted(bad.length, 'piece')} of the evidence.`)
  },
)

/** 处罚法 41(2): what a monitoring device recorded is no evidence before its content was reviewed and met the requirements. */
export const monitoringReviewed = guard<PenaltyCase, Relies>(
  'monitoring-reviewed',
  cite('行政处罚法', 41, 2),
  {
    title: words('电子技术监控记录经审核符合要求', 'Monitoring records reviewed'),
    cure: words('由未承办本案的办案机构负责人审核监控记录；不符合要求的，从依据中删去。', 'Let the unit head who does not handle the case review the record; if it falls short, leave it out.'),
  },
  ({ state, act: { payload } }) => {
    const open = state.evidence.filter((each) => payload?.relied?.includes(each.id) && (each.monitoring === 'unreviewed' || each.monitoring === 'failed'))
    return open.length > 0 && words(`${open.length} 份监控记录未经审核或者经审核不符合要求。`, `Not reviewed, or found to fall short: ${counted(open.length, 'monitoring record')}.`)
  },
)

/** 处罚法 46(2): evidence is a basis only once it has been verified as true. */
export const evidenceVerified = guard<PenaltyCase, Relies>(
  'evidence-verified',
  cite('行政处罚法', 46, 2),
  {
    title: words('证据经查证属实', 'Evidence verified'),
    cure: words('查证并登记结果；不属实或者无法查证的，从依据中删去。', 'Verify it and record the result; what is not true or cannot be verified is left out.'),
  },
  ({ state, act: { payload } }) => {
    const open = state.evidence.filter((each) => payload?.relied?.includes(each.id) && each.doubt !== undefined)
    return open.length > 0 && words(`${open.length} 份证据尚未查证属实。`, `Not verified as true: ${counted(open.length, 'piece')} of the evidence.`)
  },
)

/** R7: a notice is refused while identity is unproven. */
export const identityProven = guard<PenaltyCase>(
  'identity-proven',
  cite('行政处罚法', 40),
  {
    title: words('当事人身份已查明', 'Identity proven'),
    cure: words('收集证明当事人身份的证据；身份待查明的，提请查明当事人。', 'Collect evidence of the party’s identity; where he was filed as unidentified, propose his identification.'),
  },
  ({ state }) =>
    (state.parties.length === 0 || state.parties.some((each) => each.role === 'unidentified') || !state.evidence.some((each) => each.proves.includes('identity') && !each.unusable)) &&
    words('当事人身份尚未查明。', 'The party’s identity is not proven.'),
)

/** 处罚法 40, R7: no decision, not even to spare him, is made about somebody whom nobody knows; nobody could be served, no guardian ordered. */
export const everybodyIdentified = guard<PenaltyCase>(
  'everybody-identified',
  cite('行政处罚法', 40),
  {
    title: words('没有身份待查明的当事人', 'Nobody is unidentified'),
    cure: words('提请查明当事人身份；查不清的，提请该当事人退出。', 'Propose his identification, or that he be dropped where it cannot be found out.'),
  },
  ({ state }) => state.parties.some((each) => each.role === 'unidentified') && words('有当事人的身份尚未查明，不能对其作出决定。', 'A party is unidentified; nothing can be decided about him.'),
)

/** 处罚法 46(2), R28: what stays outside the file is verified by its digest; without one it could be any recording. */
export const recordingIdentified = guard<PenaltyCase, { readonly hash?: string }>(
  'recording-identified',
  cite('行政处罚法', 46, 2),
  {
    title: words('音像记录可以核对', 'The recording can be verified'),
    cure: words('重新计算文件摘要（64位十六进制），另行登记；或者上传原文件。', 'Compute the digest (64 hexadecimal digits) and register it again, or upload the file.'),
  },
  ({ act: { payload } }) => payload !== undefined && !/^[0-9a-f]{64}$/i.test(payload.hash ?? '') && words('文件摘要不完整，无法核对原始录制文件。', 'The digest is incomplete: the original cannot be verified.'),
)

/** What has to be proven: the amount only where one is imposed. */
const elementsOwed = (penalties: readonly { readonly amount?: number }[] = []): Element[] =>
  penalties.some((each) => each.amount !== undefined) ? ['identity', 'conduct', 'circumstance', 'amount'] : ['identity', 'conduct', 'circumstance']
