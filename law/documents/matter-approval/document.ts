import { day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { approvalRows, approvalsFields } from '../parts/people.ts'
import { dayText, line, paragraphs } from '../present.ts'

/** 行政处罚案件有关事项审批表: suspension, resumption, termination, a cancelled filing, a transfer, other officers (R19–R21). */
export const matterApproval = document({
  kind: 'matter-approval',
  title: words('行政处罚案件有关事项审批表', 'Approval of a matter in the case'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'matter-approval',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: optional(text(words('立案文号', 'Filing number'), { max: 100 })),
    filedOn: optional(day(words('立案日期', 'Filed on'))),
    parties: text(words('当事人', 'Parties'), { personal: true, max: 1000 }),
    team: text(words('办案人员', 'Handling officers'), { max: 400 }),
    matter: text(words('审批事项', 'Matter'), { max: 200 }),
    basis: text(words('法律依据', 'Basis'), { max: 400 }),
    ground: optional(text(words('事由', 'Ground'), { max: 400 })),
    detail: optional(text(words('有关情况', 'Detail'), { personal: true, max: 1000 })),
    reason: text(words('理由', 'Reason'), { personal: true, max: 4000 }),
    approvals: approvalsFields,
  }),
  view: (f) => ({
    cause: f.cause,
    filingNumber: f.filingNumber ?? '',
    filedOn: f.filedOn ? dayText(f.filedOn) : '',
    parties: f.parties,
    team: f.team,
    matter: f.matter,
    basis: f.basis,
    extra: [...line('事　　由', f.ground), ...line('有关情况', f.detail)],
    reason: paragraphs(f.reason),
    steps: approvalRows(f.approvals, ['行政机关负责人意见']),
  }),
})
