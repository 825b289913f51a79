import { day, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { citationsFields } from '../parts/citation.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields, contactView } from '../parts/people.ts'
import { remedyFields, remedyText } from '../parts/remedy.ts'
import { citationsText, dayText, ordinal, paragraphs, sentence } from '../present.ts'

/** 责令改正通知书 (处罚法 28(1)); reviewable, so it names the remedies (R27). */
export const orderToCorrect = document({
  kind: 'order-to-correct',
  title: words('责令改正通知书', 'Order to correct'),
  volume: 'main',
  series: '责改',
  outward: true,
  partySigns: true,
  template: 'order-to-correct',
  version: 1,
  fields: payload({
    party: partyFields,
    facts: text(words('违法事实', 'Facts'), { personal: true, max: 20_000, rows: 6 }),
    violated: citationsFields(words('违反的规定', 'Norms broken')),
    basis: citationsFields(words('责令改正依据', 'Basis')),
    corrections: list(words('改正要求', 'What to correct'), text(words('要求', 'Requirement'), { max: 1000 }), { min: 1, max: 50 }),
    /** Absent: at once. */
    by: optional(day(words('改正期限', 'By'))),
    consequence: optional(text(words('逾期不改的后果', 'If it is not done'), { max: 2000 })),
    contact: contactFields,
    remedy: remedyFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    return {
      to: f.party.name,
      you,
      facts: paragraphs(f.facts).map(sentence),
      law: `${f.violated.length > 0 ? `上述行为违反了${citationsText(f.violated)}的规定。` : ''}根据${citationsText(f.basis)}的规定，现责令${you}${f.by ? `于${dayText(f.by)}前` : '立即'}改正上述违法行为。具体要求如下：`,
      corrections: f.corrections.map((each, i) => `${ordinal(i)}${sentence(each)}`),
      consequence: paragraphs(f.consequence ?? '逾期不改正或者改正不符合要求的，本机关将依法处理。'),
      contact: contactView(f.contact),
      remedy: remedyText(f.remedy, '上述责令改正决定', you),
    }
  },
})
