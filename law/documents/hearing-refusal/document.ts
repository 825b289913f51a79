import { choice, day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { chosen, dayText, sentence } from '../present.ts'

const reasons = {
  late: words('你提出听证申请已超过法定的五日期限', 'Asked for after the five days'),
  'no-right': words('本机关拟作出的行政处罚不属于依法可以要求听证的范围', 'No right to a hearing'),
} as const

/** 不予听证告知书 (处罚法 63, 64(一)): why there will be no hearing; to state and defend is untouched by it. */
export const hearingRefusal = document({
  kind: 'hearing-refusal',
  title: words('不予听证告知书', 'Notice that no hearing will be held'),
  volume: 'main',
  series: '不听',
  outward: true,
  partySigns: true,
  template: 'hearing-refusal',
  version: 1,
  fields: payload({
    party: partyFields,
    cause: text(words('案由', 'Cause'), { max: 400 }),
    askedOn: optional(day(words('申请日期', 'Asked on'))),
    noticeNumber: optional(text(words('告知书文号', 'Number of the notice'), { max: 100 })),
    ground: choice(words('事由', 'Ground'), reasons),
    reason: text(words('理由', 'Reason'), { personal: true, max: 1000 }),
    contact: contactFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    return letterView({
      to: f.party.name,
      body: [
        `${you}${f.askedOn ? `于${dayText(f.askedOn)}` : ''}就${f.cause}${f.noticeNumber ? `（${f.noticeNumber}）` : ''}向本机关提出听证申请。经审查，${chosen(reasons, f.ground).replace(/^你/, you)}。${sentence(f.reason)}`,
        `根据《中华人民共和国行政处罚法》${f.ground === 'late' ? '第六十四条第（一）项' : '第六十三条第一款'}的规定，本机关决定不予听证。`,
        `${you}依法享有的陈述、申辩的权利不受影响。`,
      ],
      contact: f.contact,
      foot: twoCopies('告知书'),
    })
  },
})
