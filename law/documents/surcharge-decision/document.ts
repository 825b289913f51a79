import { day, money, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { decidedFields, decidedText } from '../parts/decided.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { remedyFields, remedyText } from '../parts/remedy.ts'
import { dayText, moneyText, sentence } from '../present.ts'

/** 加处罚款决定书 (处罚法 72(1)(一), 强制法 45): reviewable, so it names the remedies (R27). */
export const surchargeDecision = document({
  kind: 'surcharge-decision',
  title: words('加处罚款决定书', 'Decision on the surcharge'),
  volume: 'main',
  series: '加罚',
  outward: true,
  partySigns: true,
  template: 'surcharge-decision',
  version: 1,
  fields: payload({
    party: partyFields,
    decided: decidedFields,
    fine: money(words('罚款', 'Fine')),
    unpaid: money(words('尚未缴纳的罚款', 'Unpaid')),
    due: optional(day(words('缴纳期限', 'Was due'))),
    demandedOn: optional(day(words('催告日期', 'Demanded on'))),
    amount: money(words('加处罚款', 'Surcharge')),
    reason: text(words('理由', 'Reasons'), { personal: true, max: 1000 }),
    payment: optional(text(words('缴款方式', 'How to pay'), { max: 400 })),
    contact: contactFields,
    remedy: remedyFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    const demanded = f.demandedOn ? `，经本机关于${dayText(f.demandedOn)}催告后仍未缴清` : ''
    return letterView({
      to: f.party.name,
      body: [
        `本机关${decidedText(f.decided)}，对${you}处以罚款${moneyText(f.fine)}${f.decided.servedOn ? `，决定书于${dayText(f.decided.servedOn)}送达` : ''}。${you}应当${f.due ? `于${dayText(f.due)}前` : '在规定期限内'}缴纳罚款，逾期未履行${demanded}，截至本决定作出之日尚未缴纳罚款${moneyText(f.unpaid)}。`,
        sentence(f.reason),
        `根据《中华人民共和国行政处罚法》第七十二条第一款第（一）项、《中华人民共和国行政强制法》第四十五条的规定，每日按未缴罚款数额的百分之三加处罚款，决定对${you}加处罚款${moneyText(f.amount)}。加处罚款的数额不超过原罚款数额。`,
        `${f.payment ? `请${you}${f.payment.replace(/。$/, '')}，将` : `请${you}将`}未缴罚款和加处罚款一并缴清。逾期不缴的，本机关将依法申请人民法院强制执行。`,
      ],
      remedy: remedyText(f.remedy, '上述加处罚款决定', you),
      contact: f.contact,
      foot: twoCopies('决定书'),
    })
  },
})
