import { choice, count, day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { chosen, countText, dayText, paragraphs } from '../present.ts'

const conclusions = {
  agree: words('同意拟处理意见', 'Agreed'),
  correct: words('建议纠正后再行提交', 'To be corrected'),
  investigate: words('事实不清、证据不足，建议补充调查', 'To be investigated further'),
  'no-penalty': words('建议不予行政处罚', 'No penalty advised'),
  transfer: words('建议依法移送', 'To be transferred'),
} as const

const judged = { pass: words('符合', 'Met'), fail: words('不符合', 'Not met'), 'not-applicable': words('不涉及', 'Not applicable') } as const

/** 法制审核意见书 (处罚法 58). The review speaks of one proposal, named by its hash (R10). */
export const legalReviewOpinion = document({
  kind: 'legal-review-opinion',
  title: words('法制审核意见书', 'Legal review opinion'),
  volume: 'inner',
  series: '法审',
  outward: false,
  partySigns: false,
  template: 'legal-review-opinion',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: text(words('立案文号', 'Filing number'), { max: 100 }),
    party: text(words('当事人', 'Party'), { personal: true, max: 400 }),
    unit: text(words('送审机构', 'Submitted by'), { max: 200 }),
    submittedOn: day(words('送审日期', 'Submitted on')),
    round: count(words('第几次审核', 'Review no.')),
    ground: text(words('审核事由', 'Why a review is owed'), { max: 400 }),
    proposal: text(words('拟处理意见', 'Proposal under review'), { max: 8000 }),
    proposalHash: optional(text(words('拟处理意见校验值', 'Hash of the proposal'), { max: 128 })),
    checks: list(
      words('审核事项', 'Checks'),
      group(words('审核事项', 'Check'), {
        point: text(words('事项', 'Point'), { max: 200 }),
        result: choice(words('结果', 'Result'), judged),
        remark: optional(text(words('说明', 'Remark'), { max: 2000 })),
      }),
      { max: 30 },
    ),
    conclusion: choice(words('审核结论', 'Conclusion'), conclusions),
    opinion: text(words('审核意见', 'Opinion'), { max: 8000, rows: 6 }),
    reviewer: text(words('审核人', 'Reviewer'), { max: 60 }),
    qualification: optional(text(words('法律职业资格证号', 'Qualification'), { max: 60 })),
    on: day(words('审核日期', 'Date')),
  }),
  view: (f) => ({
    cause: f.cause,
    filingNumber: f.filingNumber,
    party: f.party,
    unit: f.unit,
    submittedOn: dayText(f.submittedOn),
    round: `第${countText(f.round)}次审核`,
    ground: f.ground,
    proposal: paragraphs(f.proposal),
    proposalHash: f.proposalHash ?? '',
    checks: f.checks.map(({ point, result, remark }, i) => ({ no: String(i + 1), point, result: chosen(judged, result), remark: remark ?? '' })),
    conclusion: chosen(conclusions, f.conclusion),
    opinion: paragraphs(f.opinion),
    reviewer: f.qualification ? `${f.reviewer}（法律职业资格证号：${f.qualification}）` : f.reviewer,
    on: dayText(f.on),
  }),
})
