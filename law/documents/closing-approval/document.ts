import { choice, day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { approvalRows, approvalsFields, proposalFields, proposalRow } from '../parts/people.ts'
import { chosen, dayText, paragraphs } from '../present.ts'

const grounds = {
  performed: words('行政处罚决定履行完毕', 'Performed'),
  enforced: words('人民法院裁定终结执行', 'Court enforcement ended'),
  'no-penalty': words('不予行政处罚', 'No penalty'),
  transferred: words('移送其他机关', 'Transferred'),
  terminated: words('终止调查', 'Terminated'),
  other: words('其他', 'Other'),
} as const

/** 结案审批表. Every item of the decision with its performance, every thing held with its end (R9, R23). */
export const closingApproval = document({
  kind: 'closing-approval',
  title: words('结案审批表', 'Closing approval form'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'closing-approval',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: text(words('立案文号', 'Filing number'), { max: 100 }),
    filedOn: day(words('立案日期', 'Filed on')),
    parties: text(words('当事人', 'Parties'), { personal: true, max: 1000 }),
    decisionNumber: optional(text(words('决定书文号', 'Decision number'), { max: 400 })),
    decidedOn: optional(day(words('决定日期', 'Decided on'))),
    servedOn: optional(day(words('送达日期', 'Served on'))),
    ground: choice(words('结案情形', 'Ground'), grounds),
    decision: text(words('处理决定', 'Decision'), { max: 8000 }),
    performance: list(
      words('履行情况', 'Performance'),
      group(words('事项', 'Item'), {
        item: text(words('事项', 'Item'), { max: 400 }),
        result: text(words('履行情况', 'Result'), { max: 1000 }),
        on: optional(day(words('日期', 'Date'))),
      }),
      { max: 60 },
    ),
    goods: optional(text(words('涉案财物处理情况', 'Things held'), { max: 4000 })),
    remedy: optional(text(words('复议、诉讼情况', 'Review and litigation'), { max: 4000 })),
    proposal: proposalFields,
    approvals: approvalsFields,
  }),
  view: (f) => ({
    cause: f.cause,
    filingNumber: f.filingNumber,
    filedOn: dayText(f.filedOn),
    parties: f.parties,
    decisionNumber: f.decisionNumber ?? '',
    decidedOn: f.decidedOn ? dayText(f.decidedOn) : '',
    servedOn: f.servedOn ? dayText(f.servedOn) : '',
    ground: chosen(grounds, f.ground),
    decision: paragraphs(f.decision),
    performance: f.performance.map(({ item, result, on }) => ({ item, result, on: on ? dayText(on) : '' })),
    goods: paragraphs(f.goods ?? '无'),
    remedy: paragraphs(f.remedy ?? '未申请行政复议，未提起行政诉讼。'),
    steps: [proposalRow(f.proposal), ...approvalRows(f.approvals, ['办案机构负责人意见', '行政机关负责人意见'])],
  }),
})
