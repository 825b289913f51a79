import { day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { partyFields, partyLines } from '../parts/party.ts'
import { officersFields, officersText } from '../parts/people.ts'
import { penaltiesFields, penaltyLines } from '../parts/penalty.ts'
import { violationsFields, violationViews } from '../parts/violation.ts'
import { dayText, ordinal, paragraphs } from '../present.ts'

/** 案件调查终结报告 (处罚法 57(1)): the matrix party × violation × penalty of R7 begins here. */
export const investigationReport = document({
  kind: 'investigation-report',
  title: words('案件调查终结报告', 'Investigation report'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'investigation-report',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: text(words('立案文号', 'Filing number'), { max: 100 }),
    filedOn: day(words('立案日期', 'Filed on')),
    source: text(words('案件来源', 'Source'), { max: 400 }),
    parties: list(words('当事人', 'Parties'), partyFields, { min: 1, max: 20 }),
    course: text(words('调查经过', 'Course of the investigation'), { personal: true, max: 20_000, rows: 6 }),
    violations: violationsFields,
    /** 处罚法 37: which version of the norm applies. */
    normComparison: optional(text(words('新旧规定适用', 'Which version of the norm'), { max: 4000 })),
    /** 处罚法 29. */
    sameAct: optional(text(words('一事不再罚审查', 'Same act'), { max: 4000 })),
    circumstances: text(words('裁量情节与理由', 'Circumstances and discretion'), { max: 8000 }),
    held: optional(text(words('涉案财物', 'Things held'), { max: 4000 })),
    corrected: optional(text(words('改正情况', 'Whether corrected'), { max: 2000 })),
    proposals: list(
      words('处理建议', 'Proposals'),
      group(words('对当事人的处理建议', 'Proposal for a party'), {
        party: text(words('当事人', 'Party'), { personal: true, max: 200 }),
        reason: optional(text(words('说明', 'Reason'), { max: 4000 })),
        penalties: penaltiesFields,
      }),
      { max: 20 },
    ),
    officers: officersFields,
    on: day(words('报告日期', 'Date')),
  }),
  view: (f) => {
    const parts = [
      { title: '当事人基本情况', parties: f.parties.map(partyLines) },
      { title: '案件来源及调查经过', text: [`案件来源：${f.source}。${dayText(f.filedOn)}立案（${f.filingNumber}）。`, ...paragraphs(f.course)] },
      { title: '违法事实、证据及定性', violations: violationViews(f.violations) },
      ...[
        { title: '法律适用', text: paragraphs(f.normComparison) },
        { title: '同一违法行为审查', text: paragraphs(f.sameAct) },
        { title: '裁量情节及理由', text: paragraphs(f.circumstances) },
        { title: '涉案财物情况', text: paragraphs(f.held) },
        { title: '改正情况', text: paragraphs(f.corrected) },
      ].filter(({ text }) => text.length > 0),
      {
        title: '处理建议',
        proposals: f.proposals.map(({ party, reason, penalties }) => ({ party, reason: paragraphs(reason), lines: penaltyLines(penalties) })),
      },
    ]
    return {
      about: `关于${f.cause}案的调查终结报告`,
      parts: parts.map((part, i) => ({ parties: [], text: [], violations: [], proposals: [], ...part, title: `${ordinal(i)}${part.title}` })),
      officers: officersText(f.officers),
      on: dayText(f.on),
    }
  },
})
