import { choice, day, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { partyFields, partyLines } from '../parts/party.ts'
import { approvalRows, approvalsFields, proposalFields, proposalRow } from '../parts/people.ts'
import { penaltiesFields, penaltyLines } from '../parts/penalty.ts'
import { violationsFields, violationViews } from '../parts/violation.ts'
import { dayText, paragraphs } from '../present.ts'

/** 行政处罚决定审批表 (处罚法 57(1)). */
export const decisionApproval = document({
  kind: 'decision-approval',
  title: words('行政处罚决定审批表', 'Approval of the decision'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'decision-approval',
  version: 1,
  fields: payload({
    outcome: choice(words('决定类型', 'Decision'), {
      penalty: words('行政处罚', 'Penalty'),
      'no-penalty': words('不予行政处罚', 'No penalty'),
      transfer: words('移送司法机关', 'Transfer to the judiciary'),
    }),
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: text(words('立案文号', 'Filing number'), { max: 100 }),
    filedOn: day(words('立案日期', 'Filed on')),
    parties: list(words('当事人', 'Parties'), partyFields, { min: 1, max: 20 }),
    violations: violationsFields,
    review: optional(text(words('法制审核情况', 'Legal review'), { max: 4000 })),
    notice: optional(text(words('告知情况', 'Notice'), { max: 4000 })),
    defence: optional(text(words('陈述申辩及听证情况', 'Defence and hearing'), { max: 8000 })),
    discussion: optional(text(words('集体讨论情况', 'Collective discussion'), { max: 4000 })),
    discretion: optional(text(words('裁量理由', 'Discretion'), { max: 8000 })),
    penalties: penaltiesFields,
    proposalHash: optional(text(words('拟处理意见校验值', 'Hash of the proposal'), { max: 128 })),
    proposal: proposalFields,
    approvals: approvalsFields,
  }),
  titleOf: (f) =>
    f.outcome === 'penalty' ? '行政处罚决定审批表' : f.outcome === 'no-penalty' ? '不予行政处罚决定审批表' : '案件移送司法机关审批表',
  view: (f) => ({
    cause: f.cause,
    filingNumber: f.filingNumber,
    filedOn: dayText(f.filedOn),
    parties: f.parties.map(partyLines),
    violations: violationViews(f.violations),
    sections: [
      { label: '法制审核情况', text: paragraphs(f.review) },
      { label: '告知情况', text: paragraphs(f.notice) },
      { label: '陈述申辩及听证情况', text: paragraphs(f.defence) },
      { label: '集体讨论情况', text: paragraphs(f.discussion) },
      { label: '裁量理由', text: paragraphs(f.discretion) },
    ].filter(({ text }) => text.length > 0),
    penalties: penaltyLines(f.penalties),
    proposalHash: f.proposalHash ?? '',
    steps: [proposalRow(f.proposal), ...approvalRows(f.approvals, ['办案机构负责人意见', '行政机关负责人意见'])],
  }),
})
