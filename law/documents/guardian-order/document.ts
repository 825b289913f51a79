import { cite } from '../../citation.ts'
import { choice, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { partyFields } from '../parts/party.ts'
import { contactFields, contactView } from '../parts/people.ts'
import { remedyFields, remedyText } from '../parts/remedy.ts'
import { citationText, ordinal, paragraphs, sentence } from '../present.ts'

const grounds = {
  'under-14': { finding: '实施违法行为时不满十四周岁', article: cite('行政处罚法', 30), order: '加以管教' },
  'no-capacity': { finding: '在不能辨认或者不能控制自己行为时实施违法行为', article: cite('行政处罚法', 31), order: '严加看管和治疗' },
} as const

/** 责令监护人管教（看管和治疗）通知书 (处罚法 30, 31), to the guardian of one who is not punished. */
export const guardianOrder = document({
  kind: 'guardian-order',
  title: words('责令监护人管教通知书', 'Order to the guardian'),
  volume: 'main',
  series: '责管',
  outward: true,
  partySigns: true,
  template: 'guardian-order',
  version: 1,
  fields: payload({
    guardian: text(words('监护人', 'Guardian'), { personal: true, max: 60 }),
    relation: optional(text(words('与当事人的关系', 'Relation'), { personal: true, max: 60 })),
    party: partyFields,
    decisionNumber: optional(text(words('不予处罚决定书文号', 'Number of the decision not to punish'), { max: 100 })),
    ground: choice(words('不予处罚的情形', 'Ground'), { 'under-14': words('不满十四周岁', 'Under 14'), 'no-capacity': words('不能辨认或者控制自己行为', 'No capacity') }),
    conduct: text(words('违法行为', 'Conduct'), { personal: true, max: 20_000 }),
    demands: list(words('要求', 'Demands'), text(words('要求', 'Demand'), { personal: true, max: 1000 }), { min: 1, max: 50 }),
    contact: contactFields,
    remedy: remedyFields,
  }),
  titleOf: (f) => (f.ground === 'under-14' ? '责令监护人管教通知书' : '责令监护人看管治疗通知书'),
  view: (f) => {
    // A form not filled in yet has no ground chosen.
    const { finding, article, order } = grounds[f.ground === 'no-capacity' ? 'no-capacity' : 'under-14']
    const decided = f.decisionNumber ? `本机关已作出不予行政处罚决定（${f.decisionNumber}）。` : '本机关已决定不予行政处罚。'
    return {
      to: f.guardian,
      who: `被监护人：${f.party.name}${f.relation ? `（你系其${f.relation}）` : ''}`,
      conduct: paragraphs(f.conduct).map(sentence),
      law: `${f.party.name}${finding}，根据${citationText(article)}的规定，${decided}现责令你对${f.party.name}${order}。具体要求如下：`,
      demands: f.demands.map((each, i) => `${ordinal(i)}${sentence(each)}`),
      contact: contactView(f.contact),
      remedy: remedyText(f.remedy, '上述责令决定', '你'),
    }
  },
})
