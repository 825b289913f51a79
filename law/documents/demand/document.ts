import { day, optional, money, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields, contactView } from '../parts/people.ts'
import { dayText, moneyText, paragraphs, sentence } from '../present.ts'

/** 履行行政处罚决定催告书 with the four elements of 强制法 35; ten days after its service the court may be asked (54). */
export const demand = document({
  kind: 'demand',
  title: words('履行行政处罚决定催告书', 'Demand to perform'),
  volume: 'main',
  series: '催',
  outward: true,
  partySigns: true,
  template: 'demand',
  version: 1,
  fields: payload({
    party: partyFields,
    decisionNumber: optional(text(words('决定书文号', 'Decision number'), { max: 100 })),
    decidedOn: optional(day(words('决定日期', 'Decided on'))),
    servedOn: optional(day(words('送达日期', 'Served on'))),
    unperformed: text(words('尚未履行的内容', 'What is not performed'), { max: 4000 }),
    amount: optional(money(words('尚未缴纳的罚没款', 'Principal'))),
    surcharge: optional(money(words('截至当日的加处罚款', 'Surcharge up to this day'))),
    by: day(words('履行期限', 'Perform by')),
    how: text(words('履行方式、给付方式', 'How'), { max: 400 }),
    contact: contactFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    const decision = `${f.decidedOn ? `于${dayText(f.decidedOn)}` : ''}作出行政处罚决定${f.decisionNumber ? `（${f.decisionNumber}）` : ''}${f.servedOn ? `，并于${dayText(f.servedOn)}送达` : ''}`
    const sums = [...(f.amount ? [`尚未缴纳的罚没款${moneyText(f.amount)}`] : []), ...(f.surcharge ? [`截至本催告书作出之日的加处罚款${moneyText(f.surcharge)}`] : [])]
    return {
      to: f.party.name,
      opening: `本机关${decision}。${you}在法定期限内没有履行下列内容：`,
      unperformed: paragraphs(f.unperformed).map(sentence),
      demand: `根据《中华人民共和国行政强制法》第三十五条、第五十四条的规定，现催告${you}于${dayText(f.by)}前履行上述决定${sums.length > 0 ? `，缴纳${sums.join('和')}` : ''}。`,
      how: `履行方式：${sentence(f.how)}`,
      rights: `${you}收到本催告书后有权进行陈述和申辩。本催告书送达十日后仍未履行义务的，本机关将依法申请人民法院强制执行。`,
      contact: contactView(f.contact),
    }
  },
})
