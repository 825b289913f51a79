import type { DemoItem } from './items.ts'
import type { DemoParty } from './parties.ts'
import type { Plot } from './plot.ts'

/** What officers write down, in their own dry words. */

const heard: Readonly<Record<Plot['source'], string>> = {
  complaint: '消费者来电投诉称', report: '群众举报称', inspection: '日常监督检查中发现', transfer: '有关机关移送线索称', assigned: '上级机关交办线索称', hotline: '12345热线转办工单称', other: '工作中发现',
}

export const summary = (source: Plot['source'], party: DemoParty, item: DemoItem): string => `${heard[source]}，${party.name}${item.conduct}。`

export const findings = (party: DemoParty, item: DemoItem): string =>
  `执法人员向${party.name}在场负责人出示执法证件，说明来意并告知权利义务后进行检查。经查，${item.scene}。执法人员拍照取证，当场制作本笔录，在场人员核对无误。`

export const questions = (party: DemoParty, item: DemoItem) => [
  { question: '我们是执法人员，这是我们的执法证件，请确认。你有申请回避的权利，是否申请回避？', answer: '看清楚了，不申请回避。' },
  { question: '请说明你的身份和与当事人的关系。', answer: party.kind === 'person' ? `我叫${party.name}，我就是当事人。` : `我是${party.name}的${party.representative ? '负责人' : '工作人员'}。` },
  { question: `检查中发现${item.scene}，是否属实？`, answer: '属实。' },
  { question: '请说明事情经过和原因。', answer: `确有${item.conduct}的情况，是我们管理不到位，愿意改正。` },
  { question: '以上记录是否属实，有无补充？', answer: '属实，没有补充。' },
]

export const facts = (party: DemoParty, item: DemoItem): string =>
  `经查，${party.name}${item.conduct}。上述事实有现场笔录、询问笔录、证据提取单和当事人主体资格证明等证据证实，证据之间能够相互印证。`

export const reasons = (item: DemoItem, outcome: 'penalty' | 'no-penalty', mitigated: boolean): string =>
  outcome === 'no-penalty'
    ? `当事人的行为属于“${item.title}”。综合违法情节、危害后果和改正情况，符合不予行政处罚的法定条件，建议不予行政处罚并对当事人进行教育。`
    : `当事人的行为属于“${item.title}”。${mitigated ? '当事人主动消除违法行为危害后果，依法应当减轻处罚。' : '当事人没有从重情节，配合调查。'}建议按照裁量基准作出行政处罚。`

export const demands = (item: DemoItem): string => `立即停止违法行为，${item.orders[0] ?? '责令改正'}，并将改正情况书面报告本机关。`
