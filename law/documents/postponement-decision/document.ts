import { day, money, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { decidedFields, decidedText } from '../parts/decided.ts'
import { instalmentsFields, instalmentTable } from '../parts/instalments.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { dayText, moneyText, sentence } from '../present.ts'

/** 延期（分期）缴纳罚款决定书 on the party's application (处罚法 66(2)). */
export const postponementDecision = document({
  kind: 'postponement-decision',
  title: words('延期（分期）缴纳罚款决定书', 'Postponement or instalments of a fine'),
  volume: 'main',
  series: '延缴',
  outward: true,
  partySigns: true,
  template: 'postponement-decision',
  version: 1,
  fields: payload({
    party: partyFields,
    decided: decidedFields,
    fine: money(words('罚款', 'Fine')),
    requestedOn: optional(day(words('申请日期', 'Requested on'))),
    reason: text(words('批准意见', 'Reasons'), { personal: true, max: 1000 }),
    instalments: instalmentsFields,
    contact: contactFields,
  }),
  titleOf: ({ instalments }) => (instalments.length > 1 ? '分期缴纳罚款决定书' : '延期缴纳罚款决定书'),
  view: (f) => {
    const you = addressed(f.party)
    const [only] = f.instalments
    const several = f.instalments.length > 1
    return letterView({
      to: f.party.name,
      body: [
        `本机关${decidedText(f.decided)}，对${you}处以罚款${moneyText(f.fine)}。${you}${f.requestedOn ? `于${dayText(f.requestedOn)}` : ''}以经济困难为由申请${several ? '分期' : '延期'}缴纳罚款。${sentence(f.reason)}`,
        `根据《中华人民共和国行政处罚法》第六十六条第二款的规定，批准${you}${several ? '按下列期限分期缴纳：' : `延期至${dayText(only?.due)}前缴纳${only ? yuan(only.amount) : '罚款'}。`}`,
      ],
      ...(several ? { table: instalmentTable(f.instalments) } : {}),
      after: ['到期不缴纳的，本机关将依照《中华人民共和国行政处罚法》第七十二条的规定，每日按未缴罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额，并可以依法申请人民法院强制执行。'],
      contact: f.contact,
      foot: twoCopies('决定书'),
    })
  },
})

const yuan = (fen: number): string => `罚款${moneyText(fen)}`
