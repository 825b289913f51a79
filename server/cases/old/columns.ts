/** The columns of the template (docs/import-cases.md), by what they are here. Several rows with one number, one under the other, are one case. */
export const columns = {
  number: '原案号',
  state: '状态',
  stage: '现处阶段',
  outcome: '处理结果',
  unit: '办案机构',
  team: '承办人',
  partyKind: '当事人类型',
  partyName: '当事人名称',
  partyCode: '证件号码',
  item: '事项编码',
  from: '行为开始日期',
  until: '行为终了日期',
  received: '线索收到日期',
  discovered: '发现日期',
  filed: '立案日期',
  reviewed: '法制审核日期',
  noticed: '告知送达日期',
  decided: '决定日期',
  decisionNumber: '决定书文号',
  served: '决定送达日期',
  kinds: '处罚种类',
  fine: '罚款金额（元）',
  gains: '没收违法所得（元）',
  paid: '已缴金额（元）',
  performed: '履行完毕日期',
  closed: '结案日期',
  provincial: '省级平台编号',
  n12315: '12315编号',
  n12345: '12345编号',
  remarks: '备注',
} as const

export type Column = keyof typeof columns

/** Without these a file is not of this kind at all; the others may be left out. */
export const requiredColumns = (['number', 'state', 'partyKind', 'partyName', 'item', 'from', 'until', 'received'] as const).map((each) => columns[each])

export const states = { 历史案件: 'closed', 在办案件: 'running' } as const
export const stages = { 线索: 'lead', 调查: 'investigation', 告知: 'notice', 送达: 'service', 履行: 'performance' } as const
export const outcomes = { 行政处罚: 'penalty', 不予处罚: 'no-penalty', 不予立案: 'not-filed', 其他: 'other' } as const
export const partyKinds = { 自然人: 'person', 个体工商户: 'individual-business', 法人: 'legal-person', 其他组织: 'organisation' } as const
