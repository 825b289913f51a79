import { choice, day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { remedyFields, remedyText } from '../parts/remedy.ts'
import { chosen, dayText, sentence } from '../present.ts'
import { measureNames } from '../seizure-decision/document.ts'

/** 延长查封（扣押）期限决定书: told to the party in writing at once, with reasons (强制法 25(2)). */
export const seizureExtension = document({
  kind: 'seizure-extension',
  title: words('延长查封（扣押）期限决定书', 'Extension of sealing or seizure'),
  volume: 'main',
  series: '延强',
  outward: true,
  partySigns: true,
  template: 'seizure-extension',
  version: 1,
  fields: payload({
    party: partyFields,
    measure: choice(words('措施', 'Measure'), measureNames),
    since: optional(day(words('实施日期', 'Taken on'))),
    until: optional(day(words('延长至', 'Until'))),
    things: text(words('物品', 'Things'), { personal: true, max: 4000 }),
    reason: text(words('延长理由', 'Reasons'), { personal: true, max: 2000 }),
    contact: contactFields,
    remedy: remedyFields,
  }),
  titleOf: ({ measure }) => `延长${chosen(measureNames, measure)}期限决定书`,
  view: (f) => {
    const [you, what] = [addressed(f.party), chosen(measureNames, f.measure)]
    return letterView({
      to: f.party.name,
      body: [
        `本机关${f.since ? `于${dayText(f.since)}` : ''}对${you}的${f.things.replace(/。$/, '')}实施${what}。${sentence(f.reason)}`,
        `根据《中华人民共和国行政强制法》第二十五条第一款、第二款的规定，经本机关负责人批准，决定将上述${what}期限延长三十日${f.until ? `，至${dayText(f.until)}止` : ''}。`,
      ],
      remedy: remedyText(f.remedy, '上述延长决定', you),
      contact: f.contact,
      foot: twoCopies('决定书'),
    })
  },
})
