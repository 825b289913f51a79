import { choice, day, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { citationsFields } from '../parts/citation.ts'
import { partyFields, partyLines } from '../parts/party.ts'
import { approvalRows, approvalsFields, officersFields, officersText, proposalFields, proposalRow } from '../parts/people.ts'
import { citationsText, dayText, paragraphs } from '../present.ts'

/** 立案 / 不予立案审批表 (处罚法 54(2)). */
export const filingApproval = document({
  kind: 'filing-approval',
  title: words('立案审批表', 'Filing approval form'),
  volume: 'inner',
  series: '立',
  outward: false,
  partySigns: false,
  template: 'filing-approval',
  version: 1,
  fields: payload({
    outcome: choice(words('事项', 'Matter'), { file: words('立案', 'File'), 'not-file': words('不予立案', 'Do not file') }),
    cause: text(words('案由', 'Cause'), { max: 400 }),
    source: text(words('案件来源', 'Source'), { max: 200 }),
    discoveredOn: day(words('发现线索日期', 'Lead discovered on')),
    parties: list(words('当事人', 'Parties'), partyFields, { max: 20 }),
    summary: text(words('案情简介', 'Summary'), { personal: true, max: 20_000, rows: 8 }),
    suspected: citationsFields(words('涉嫌违反的规定', 'Norms probably broken')),
    reason: text(words('立案（不予立案）理由', 'Reason'), { max: 8000, rows: 4 }),
    team: officersFields,
    proposal: proposalFields,
    approvals: approvalsFields,
    remark: optional(text(words('备注', 'Remark'), { max: 1000 })),
  }),
  titleOf: (f) => (f.outcome === 'not-file' ? '不予立案审批表' : '立案审批表'),
  view: (f) => ({
    filing: f.outcome === 'file',
    cause: f.cause,
    source: f.source,
    discoveredOn: dayText(f.discoveredOn),
    parties: f.parties.map(partyLines),
    summary: paragraphs(f.summary),
    suspected: citationsText(f.suspected),
    reason: paragraphs(f.reason),
    reasonLabel: f.outcome === 'not-file' ? '不予立案理由' : '立案理由',
    team: officersText(f.team),
    steps: [proposalRow(f.proposal), ...approvalRows(f.approvals, ['办案机构负责人意见', '行政机关负责人意见'])],
    remark: paragraphs(f.remark),
  }),
})
