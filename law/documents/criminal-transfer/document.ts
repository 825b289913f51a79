import { day, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { contactFields, contactView } from '../parts/people.ts'
import { dayText, ordinal, paragraphs, sentence } from '../present.ts'

/** 涉嫌犯罪案件移送书 (处罚法 27; 移送规定 6): made on the chief's decision; to the police organ the report names. */
export const criminalTransfer = document({
  kind: 'criminal-transfer',
  title: words('涉嫌犯罪案件移送书', 'Transfer of a suspected crime'),
  volume: 'main',
  series: '罪移',
  outward: true,
  partySigns: false,
  template: 'criminal-transfer',
  version: 1,
  fields: payload({
    /** Absent: written in when it is handed over. */
    to: optional(text(words('公安机关', 'Police organ'), { max: 100 })),
    cause: text(words('案由', 'Cause'), { max: 400 }),
    parties: text(words('涉案单位、人员', 'Who'), { personal: true, max: 1000 }),
    filedOn: optional(day(words('立案日期', 'Filed on'))),
    facts: text(words('涉嫌犯罪的事实和依据', 'Facts'), { personal: true, max: 20_000 }),
    papers: list(words('附件', 'Enclosed'), text(words('材料', 'Paper'), { max: 200 }), { max: 20 }),
    things: list(words('涉案物品', 'Things'), text(words('物品', 'Thing'), { max: 300 }), { max: 500 }),
    contact: contactFields,
  }),
  view: (f) => ({
    to: f.to ?? '＿＿＿＿＿＿公安局',
    cause: f.cause,
    parties: f.parties,
    begun: f.filedOn ? `本机关于${dayText(f.filedOn)}立案调查的` : '本机关办理的',
    facts: paragraphs(f.facts).map(sentence),
    papers: f.papers.map((each, i) => `${ordinal(i)}${each}`),
    things: f.things.map((each, i) => `${i + 1}．${each}`),
    contact: contactView(f.contact),
  }),
})
