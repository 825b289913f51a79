import { choice, day, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { approvalRows, approvalsFields } from '../parts/people.ts'
import { chosen, dayText, paragraphs } from '../present.ts'

const conclusions = {
  uphold: words('拟处罚意见成立', 'The proposal stands'),
  change: words('建议变更拟处罚意见', 'To be changed'),
  drop: words('建议不予行政处罚', 'No penalty'),
} as const

/** 听证报告 (处罚法 65): the decision rests on the record, and on what the chair makes of it. */
export const hearingReport = document({
  kind: 'hearing-report',
  title: words('听证报告', 'Report on the hearing'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'hearing-report',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: text(words('立案文号', 'Filing number'), { max: 100 }),
    parties: text(words('当事人', 'Parties'), { personal: true, max: 1000 }),
    heldOn: day(words('听证日期', 'Held on')),
    place: text(words('听证地点', 'Place'), { personal: true, max: 200 }),
    chair: text(words('主持人', 'Chair'), { max: 60 }),
    investigators: text(words('调查人员', 'Investigators'), { personal: true, max: 200 }),
    attendance: text(words('参加人员', 'Attendance'), { personal: true, max: 4000 }),
    summary: text(words('听证的基本情况和双方意见', 'What either side said'), { personal: true, max: 8000 }),
    conclusion: choice(words('听证结论', 'Conclusion'), conclusions),
    opinion: text(words('处理意见和建议', 'Opinion'), { personal: true, max: 4000 }),
    on: day(words('日期', 'Date')),
    approvals: approvalsFields,
  }),
  view: (f) => ({
    cause: f.cause,
    filingNumber: f.filingNumber,
    parties: f.parties,
    heldOn: dayText(f.heldOn),
    place: f.place,
    chair: f.chair,
    investigators: f.investigators,
    attendance: paragraphs(f.attendance),
    summary: paragraphs(f.summary),
    conclusion: chosen(conclusions, f.conclusion),
    steps: [{ role: '主持人意见', opinion: paragraphs(f.opinion), name: f.chair, on: dayText(f.on) }, ...approvalRows(f.approvals, ['行政机关负责人意见'])],
  }),
})
