import { choice, day, list, moment, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { approvalRows, approvalsFields } from '../parts/people.ts'
import { dayText, momentText, paragraphs } from '../present.ts'

const channels = {
  inspection: words('监督检查', 'Inspection'),
  complaint: words('投诉', 'Complaint'),
  report: words('举报', 'Report'),
  transfer: words('其他机关移送', 'Transfer'),
  assignment: words('上级交办', 'Assigned from above'),
  other: words('其他', 'Other'),
} as const

/** 案件来源登记表. The informant stands in the sealed part of the lead (处罚法 50), never here. */
export const sourceRegistration = document({
  kind: 'source-registration',
  title: words('案件来源登记表', 'Lead registration form'),
  volume: 'inner',
  series: '源',
  outward: false,
  partySigns: false,
  template: 'source-registration',
  version: 1,
  fields: payload({
    channel: choice(words('案件来源', 'Source'), channels),
    externalNumber: optional(text(words('来源编号', 'Number at the source'), { max: 1500 })),
    receivedAt: moment(words('登记时间', 'Received')),
    suspect: optional(text(words('涉嫌当事人', 'Suspected party'), { personal: true, max: 200 })),
    suspectAddress: optional(text(words('地址', 'Address'), { personal: true, max: 300 })),
    suspectPhone: optional(text(words('联系电话', 'Telephone'), { personal: true, max: 60 })),
    informantSealed: yes(words('提供人信息密封', 'Informant sealed')),
    summary: text(words('案源内容', 'Content'), { personal: true, max: 20_000, rows: 8 }),
    materials: list(words('附随材料', 'Materials'), text(words('材料', 'Material'), { max: 300 }), { max: 50 }),
    registrar: text(words('登记人', 'Registered by'), { max: 60 }),
    registeredOn: day(words('登记日期', 'Registered on')),
    approvals: approvalsFields,
  }),
  view: (f) => ({
    channels: Object.entries(channels).map(([code, label]) => ({ label: label.zh, on: code === f.channel })),
    externalNumber: f.externalNumber ?? '',
    receivedAt: momentText(f.receivedAt),
    suspect: f.suspect ?? '待查明',
    suspectAddress: f.suspectAddress ?? '',
    suspectPhone: f.suspectPhone ?? '',
    informant: f.informantSealed ? '提供人信息依法保密，另行密封存放（行政处罚法第五十条）。' : '无',
    summary: paragraphs(f.summary),
    materials: f.materials.map((each, i) => `${i + 1}．${each}`),
    registrar: f.registrar,
    registeredOn: dayText(f.registeredOn),
    approvals: approvalRows(f.approvals, ['处理意见']),
  }),
})
