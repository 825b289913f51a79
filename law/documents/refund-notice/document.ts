import { group, list, money, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { decidedFields, decidedText } from '../parts/decided.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { moneyText, sentence, yuanText } from '../present.ts'

/** 退还罚没款通知书 (处罚法 74(3), R22). */
export const refundNotice = document({
  kind: 'refund-notice',
  title: words('退还罚没款通知书', 'Notice of refund'),
  volume: 'main',
  series: '退',
  outward: true,
  partySigns: true,
  template: 'refund-notice',
  version: 1,
  fields: payload({
    party: partyFields,
    decided: decidedFields,
    rows: list(
      words('退还项目', 'Items'),
      group(words('项目', 'Item'), { name: text(words('项目', 'Item'), { max: 200 }), paid: money(words('已缴', 'Paid')), amount: money(words('退还', 'Paid back')) }),
      { max: 60 },
    ),
    account: optional(text(words('收款账户', 'Account'), { personal: true, max: 200 })),
    reason: text(words('理由', 'Reason'), { personal: true, max: 1000 }),
    contact: contactFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    const all = f.rows.reduce((sum, { amount }) => sum + amount, 0)
    return letterView({
      to: f.party.name,
      body: [`${you}已按本机关${decidedText(f.decided)}缴纳罚没款。${sentence(f.reason)}现决定退还${you}${moneyText(all)}，明细如下：`],
      table: { headers: ['序号', '项目', '已缴金额', '退还金额'], rows: f.rows.map(({ name, paid, amount }, i) => [String(i + 1), name, yuanText(paid), yuanText(amount)]) },
      after: [f.account ? `退款将由财政部门退付至下列账户：${sentence(f.account)}` : `请${you}向本机关提供本人（本单位）名下的收款账户，退款由财政部门按照规定办理退付。`],
      contact: f.contact,
      foot: twoCopies('通知书'),
    })
  },
})
