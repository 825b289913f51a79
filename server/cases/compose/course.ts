import { dayText, paragraphs, sentence } from '@faheng/law/documents/present.ts'
import { currentNotice } from '@faheng/law/procedures/penalty-case.ts'
import { discuss, passReview, recheckDefence, registerLead, requestHearing, serve, stateDefence, waiveDefence } from '@faheng/law/procedures/penalty-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldBy, toldIn, type CaseFile } from './file.ts'
import { conductsOf } from './norms.ts'
import { personName } from './people.ts'

export const leadSource = (file: CaseFile) => toldIn(file, 'register-lead', registerLead)[0]?.told.source ?? 'other'

/** 案件来源及调查经过. What an informant wrote is never quoted (处罚法 50). */
export function courseOf(file: CaseFile): string {
  const { state } = file
  const conducts = conductsOf(file)
  const opening = `${state.lead ? `${dayText(state.lead.received)}，` : ''}本机关${found[leadSource(file)](`当事人涉嫌${conducts || '违法'}`)}。`
  const filed = state.filedOn ? `经核查，本机关于${dayText(state.filedOn)}对当事人立案调查。` : ''
  const steps = [
    ...(state.done['record-scene'] ? ['对有关场所进行了现场检查'] : []),
    ...(state.done['interview'] ? ['询问了有关人员'] : []),
    ...(state.done['collect-evidence'] ? ['收集、提取了有关证据'] : []),
    ...(state.done['register-evidence'] ? ['对有关证据先行登记保存'] : []),
    ...(state.done['order-to-correct'] ? ['责令当事人改正违法行为'] : []),
  ]
  return `${opening}${filed}${steps.length > 0 ? `本机关执法人员依法${steps.join('，')}。` : ''}${state.report ? '本案现已调查终结。' : ''}`
}

const found: Readonly<Record<ReturnType<typeof leadSource>, (suspicion: string) => string>> = {
  complaint: (suspicion) => `接到投诉，反映${suspicion}`,
  report: (suspicion) => `接到举报，反映${suspicion}`,
  inspection: (suspicion) => `在监督检查中发现${suspicion}`,
  transfer: (suspicion) => `收到其他机关移送的线索，反映${suspicion}`,
  assigned: (suspicion) => `收到上级机关交办的线索，反映${suspicion}`,
  hotline: (suspicion) => `收到12345热线转办的线索，反映${suspicion}`,
  other: (suspicion) => `获得案件线索，反映${suspicion}`,
}

/** 告知情况 of one party: by which paper, when and how it was served. */
export function noticeText(file: CaseFile, party: string): string {
  const notice = currentNotice(file.state)
  if (!notice) return ''
  const paper = file.read.documents.find((each) => each.kind === 'penalty-notice' && each.act === notice.act && each.subject === party)
  const served = notice.parties.find((each) => each.party === party)?.served
  const service = toldIn(file, 'serve', serve).findLast(({ told }) => told.document === notice.act && told.party === party)
  const how = service && served ? `${dayText(served)}，本机关以${methods[service.told.method]}方式` : '本机关依法'
  const rights = notice.hearing.includes(party) ? '陈述、申辩和要求举行听证' : '陈述、申辩'
  return `${how}向当事人送达《行政处罚告知书》${paper?.number ? `（${paper.number}）` : ''}，告知拟作出行政处罚的内容及事实、理由、依据，以及依法享有的${rights}的权利。`
}

export const methods = { direct: '直接送达', left: '留置送达', post: '邮寄送达' } as const

/** 陈述申辩及听证情况 of one party, and what became of what was said (处罚法 45, 62–64). */
export function defenceText(file: CaseFile, party: string): string {
  const of = <T extends { readonly told: { readonly party: string } }>(all: readonly T[]): T[] => all.filter(({ told }) => told.party === party)
  const stated = of(toldIn(file, 'state-defence', stateDefence))
  const rechecked = of(toldIn(file, 'recheck-defence', recheckDefence)).at(-1)
  const requested = of(toldIn(file, 'request-hearing', requestHearing))
  const waived = of(toldIn(file, 'waive-defence', waiveDefence)).at(-1)
  const mayBeHeard = currentNotice(file.state)?.hearing.includes(party) ?? false
  const lines = [
    ...stated.map(({ act, told }) => `${dayText(dayOf(act.occurredAt))}，当事人以${told.form === 'written' ? '书面' : '口头'}方式提出陈述、申辩：${sentence(joined(told.statement))}`),
    ...(rechecked && stated.length > 0 ? [recheckText(rechecked.told)] : []),
    ...requested.map(({ act }) => `${dayText(dayOf(act.occurredAt))}，当事人要求举行听证。`),
    ...(waived ? [`${dayText(dayOf(waived.act.occurredAt))}，当事人明确表示放弃${waived.told.waived.map((each) => (each === 'hearing' ? '要求举行听证' : '陈述、申辩')).join('、')}的权利。`] : []),
  ]
  const unheard = mayBeHeard && requested.length === 0 && !waived?.told.waived.includes('hearing')
  if (stated.length === 0 && !waived?.told.waived.includes('defence'))
    lines.push(`当事人在规定期限内未提出陈述、申辩意见${unheard ? '，也未要求举行听证' : ''}。`)
  else if (unheard) lines.push('当事人在规定期限内未要求举行听证。')
  return lines.join('')
}

export const recheckText = ({ adopted, reasons }: { readonly adopted: keyof typeof results; readonly reasons: string }): string =>
  `经复核，${reasons ? sentence(joined(reasons).replace(/^经复核[，,：:]?/, '')) : ''}${results[adopted]}`

const results = {
  adopted: '对当事人的陈述、申辩意见，本机关予以采纳。',
  partly: '对当事人的陈述、申辩意见，本机关部分予以采纳。',
  'not-adopted': '对当事人的陈述、申辩意见，本机关不予采纳，也未因其陈述、申辩而给予更重的处罚。',
} as const

const joined = (text: string): string => paragraphs(text).join('')

/** 法制审核情况 of the proposal of record. */
export function reviewText(file: CaseFile): string {
  const { review, report } = file.state
  if (!review?.passed || review.of !== report?.hash) return ''
  const said = toldBy(file, review.act, passReview)
  const opinion = said?.told.opinion ? `审核意见：${sentence(joined(said.told.opinion))}` : ''
  return `${dayText(dayOf(review.at))}，本案处理意见经法制审核人员${personName(file, said?.act.actor)}审核通过。${opinion}`
}

/** 集体讨论情况 of the decision as proposed. */
export function discussionText(file: CaseFile): string {
  const { discussion, proposals } = file.state
  if (!discussion || discussion.of !== proposals['propose-decision']?.hash) return ''
  const said = toldBy(file, discussion.act, discuss)
  const members = said?.told.members.map(({ person }) => personName(file, person)).filter((name) => name !== '') ?? []
  return `${dayText(dayOf(discussion.at))}，本机关负责人${members.join('、')}集体讨论本案，同意拟作出的处罚决定。${said?.told.conclusion ? `结论：${sentence(joined(said.told.conclusion))}` : ''}`
}
