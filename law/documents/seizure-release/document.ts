import { choice, day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { chosen, dayText } from '../present.ts'

/** 强制法 28(1) and 19: why it is lifted. */
const releaseGrounds = {
  decided: words('经调查，不再需要采取查封、扣押措施', 'No longer needed'),
  lapsed: words('查封、扣押期限已经届满', 'The term has ended'),
  'not-approved': words('情况紧急当场实施的措施未获批准', 'The urgent measure was not approved'),
} as const

/** 解除查封（扣押）决定书 with the list of what is given back (强制法 28). */
export const seizureRelease = document({
  kind: 'seizure-release',
  title: words('解除查封（扣押）决定书', 'Release from sealing or seizure'),
  volume: 'main',
  series: '解',
  outward: true,
  partySigns: true,
  template: 'seizure-release',
  version: 1,
  fields: payload({
    party: partyFields,
    decisionNumber: optional(text(words('查封（扣押）决定书文号', 'Number of the decision'), { max: 100 })),
    ground: choice(words('解除事由', 'Ground'), releaseGrounds),
    on: day(words('解除日期', 'On')),
    rows: list(
      words('解除的场所、设施、财物', 'Released'),
      group(words('物品', 'Thing'), { name: text(words('名称', 'Name'), { max: 300 }), quantity: text(words('数量', 'Quantity'), { max: 60 }), since: optional(day(words('实施日期', 'Since'))) }),
      { min: 1, max: 500 },
    ),
    contact: contactFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    return letterView({
      to: f.party.name,
      body: [`${f.decisionNumber ? `本机关以${f.decisionNumber}决定书对` : '本机关对'}${you}的有关场所、设施或者财物采取了行政强制措施。因${chosen(releaseGrounds, f.ground)}，根据《中华人民共和国行政强制法》${f.ground === 'not-approved' ? '第十九条' : '第二十八条'}的规定，决定自${dayText(f.on)}起对下列场所、设施或者财物予以解除，并立即退还财物：`],
      table: {
        headers: ['序号', '名称', '数量', '采取措施日期'],
        rows: f.rows.map(({ name, quantity, since }, i) => [String(i + 1), name, quantity, since ? dayText(since) : '']),
      },
      after: [`请${you}当场清点核对后签收。`],
      contact: f.contact,
      signers: ['当事人（签名或盖章）', '执法人员（签名）'],
      foot: twoCopies('决定书'),
    })
  },
})
