import { choice, day, list, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { approvalRows, approvalsFields, proposalFields, proposalRow } from '../parts/people.ts'
import { chosen, dayText, paragraphs } from '../present.ts'

const changes = {
  add: words('增加当事人', 'Party added'),
  drop: words('当事人退出', 'Party dropped'),
  identify: words('查明当事人身份', 'Party identified'),
  succeed: words('当事人承继', 'Succession'),
  violations: words('补充立案', 'Violations found later'),
  merge: words('并案处理', 'Matters merged'),
  split: words('分案处理', 'Matter split'),
} as const

const titles = { violations: '补充立案审批表', merge: '并案审批表', split: '分案审批表' } as const
/** What stands on either side of the change, in the words of the printed form. */
const sides = {
  add: ['', '增加的当事人'],
  drop: ['退出的当事人', ''],
  identify: ['原当事人', '查明的当事人'],
  succeed: ['原当事人', '承继的当事人'],
  violations: ['', '补充的违法行为'],
  merge: ['并入的案件', '移交的当事人、证据和物品'],
  split: ['分出至案件', '分出的当事人、违法行为和证据'],
} as const

/** 当事人变更审批表, 补充立案审批表, 并案审批表, 分案审批表 (R7): what of the case changes, why, and the head's answer. */
export const changeApproval = document({
  kind: 'change-approval',
  title: words('案件变更审批表', 'Approval of a change in the case'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'change-approval',
  version: 1,
  fields: payload({
    change: choice(words('变更事项', 'Change'), changes),
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: text(words('立案文号', 'Filing number'), { max: 100 }),
    filedOn: day(words('立案日期', 'Filed on')),
    parties: text(words('变更后的当事人', 'Parties after the change'), { personal: true, max: 2000 }),
    before: list(words('变更前', 'Before'), text(words('内容', 'Content'), { personal: true, max: 2000 }), { max: 60 }),
    after: list(words('变更后', 'After'), text(words('内容', 'Content'), { personal: true, max: 2000 }), { max: 200 }),
    reason: text(words('变更理由', 'Reason'), { personal: true, max: 4000 }),
    evidence: list(words('证据', 'Evidence'), text(words('证据', 'Evidence'), { personal: true, max: 400 }), { max: 60 }),
    proposal: proposalFields,
    approvals: approvalsFields,
  }),
  titleOf: (f) => (f.change in titles ? titles[f.change as keyof typeof titles] : '当事人变更审批表'),
  view: (f) => {
    // A form not filled in yet has no change chosen.
    const [left, right] = f.change in sides ? sides[f.change] : ['', '']
    return {
      change: chosen(changes, f.change),
      cause: f.cause,
      filingNumber: f.filingNumber,
      filedOn: dayText(f.filedOn),
      parties: f.parties,
      rows: [...(left && f.before.length > 0 ? [{ label: left, lines: f.before }] : []), ...(right && f.after.length > 0 ? [{ label: right, lines: f.after }] : [])],
      reason: paragraphs(f.reason),
      evidence: f.evidence,
      steps: [proposalRow(f.proposal), ...approvalRows(f.approvals, ['办案机构负责人意见', '行政机关负责人意见'])],
    }
  },
})
