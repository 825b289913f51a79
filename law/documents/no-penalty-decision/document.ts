import { cite } from '../../citation.ts'
import { choice, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { citationsFields } from '../parts/citation.ts'
import { addressed, partyFields, partyLines } from '../parts/party.ts'
import { remedyFields, remedyText } from '../parts/remedy.ts'
import { violationsFields, violationViews } from '../parts/violation.ts'
import { chosen, citationsText, citationText, paragraphs, sentence } from '../present.ts'

/** The grounds of R12 and the article each rests on; 'other' is a law named in `basis`. */
const grounds = {
  minor: words('不满十四周岁', 'Under fourteen'),
  incapable: words('精神状况不能辨认或者控制自己行为', 'Mental incapacity'),
  slight: words('违法行为轻微并及时改正，没有造成危害后果', 'Slight, corrected, harmless'),
  first: words('初次违法且危害后果轻微并及时改正', 'First time, slight harm, corrected'),
  faultless: words('当事人有证据足以证明没有主观过错', 'No fault proven'),
  unfounded: words('违法事实不能成立', 'Facts not established'),
  late: words('超过追究时效', 'Limitation passed'),
  'lighter-norm': words('依照从旧兼从轻原则适用的规定不予处罚', 'Not punished by the norm that applies'),
  other: words('其他法律规定不予处罚的情形', 'Another law'),
} as const

const articles = {
  minor: cite('行政处罚法', 30),
  incapable: cite('行政处罚法', 31),
  slight: cite('行政处罚法', 33, 1),
  first: cite('行政处罚法', 33, 1),
  faultless: cite('行政处罚法', 33, 2),
  unfounded: cite('行政处罚法', 57, 1, 3),
  late: cite('行政处罚法', 36),
  'lighter-norm': cite('行政处罚法', 37),
  other: undefined,
} as const

/** 不予行政处罚决定书 (处罚法 57(1)(2)–(3)), with education (33(3)) and remedies. */
export const noPenaltyDecision = document({
  kind: 'no-penalty-decision',
  title: words('不予行政处罚决定书', 'Decision of no penalty'),
  volume: 'main',
  series: '不罚',
  outward: true,
  partySigns: true,
  template: 'no-penalty-decision',
  version: 1,
  fields: payload({
    party: partyFields,
    course: text(words('案件来源及调查经过', 'Source and investigation'), { personal: true, max: 20_000 }),
    violations: violationsFields,
    ground: choice(words('不予处罚的情形', 'Ground'), grounds),
    /** Laws named beside the ground's own article. */
    basis: citationsFields(words('其他依据', 'Further basis')),
    reason: text(words('不予处罚的理由', 'Reason'), { max: 8000, rows: 4 }),
    education: optional(text(words('教育内容', 'Education'), { max: 4000 })),
    /** 30, 31: to the guardian. */
    guardian: optional(text(words('对监护人的要求', 'To the guardian'), { personal: true, max: 2000 })),
    orders: list(words('责令事项', 'Orders'), text(words('事项', 'Order'), { max: 1000 }), { max: 20 }),
    goods: list(words('涉案财物处理', 'Things held'), text(words('处理', 'Disposal'), { max: 1000 }), { max: 100 }),
    remedy: remedyFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    const article = articles[f.ground]
    const basis = [...(article ? [citationText(article)] : []), ...(f.basis.length > 0 ? [citationsText(f.basis)] : [])].join('、')
    return {
      party: partyLines(f.party),
      you,
      course: paragraphs(f.course),
      violations: violationViews(f.violations),
      unfounded: f.ground === 'unfounded',
      reason: paragraphs(f.reason).map(sentence),
      decision: `综上，${you}的上述行为属于“${chosen(grounds, f.ground)}”的情形，根据${basis}的规定，本机关决定对${you}不予行政处罚。`,
      orders: f.orders.map(sentence),
      education: paragraphs(f.education),
      guardian: paragraphs(f.guardian),
      goods: f.goods.map(sentence),
      remedy: remedyText(f.remedy, '本决定', you),
    }
  },
})
