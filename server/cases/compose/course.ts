import { dayText, sentence } from '@faheng/law/documents/present.ts'
import { registerLead } from '@faheng/law/procedures/penalty-payloads.ts'
import { discuss, passReview } from '@faheng/law/procedures/penalty-decision-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldBy, toldIn, type CaseFile } from './file.ts'
import { joined } from './heard.ts'
import { conductsOf } from './norms.ts'
import { personName } from './people.ts'

export const leadSource = (file: CaseFile) => toldIn(file, 'register-lead', registerLead)[0]?.told.source ?? 'other'

/** 案件来源及调查经过. What an informant wrote is never quoted (处罚法 50). */
export function courseOf(file: CaseFile, party?: string): string {
  const { state } = file
  const conducts = conductsOf(file, party)
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
