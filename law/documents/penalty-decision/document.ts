import { count, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { addressed, partyFields, partyLines } from '../parts/party.ts'
import { moneyDue, penaltiesFields, penaltyLines } from '../parts/penalty.ts'
import { remedyFields, remedyText } from '../parts/remedy.ts'
import { violationsFields, violationViews } from '../parts/violation.ts'
import { moneyText, numeral, ordinal, paragraphs, sentence } from '../present.ts'

/** 行政处罚决定书 with the six elements of 处罚法 59(1); one for each party (R7). */
export const penaltyDecision = document({
  kind: 'penalty-decision',
  title: words('行政处罚决定书', 'Penalty decision'),
  volume: 'main',
  series: '罚',
  outward: true,
  partySigns: true,
  template: 'penalty-decision',
  version: 1,
  fields: payload({
    party: partyFields,
    /** Lead, filing, investigation, as they went. */
    course: text(words('案件来源及调查经过', 'Source and investigation'), { personal: true, max: 20_000 }),
    violations: violationsFields,
    /** Notice, defence, hearing, and what became of what was said (处罚法 44, 45). */
    hearingOfParty: text(words('告知及陈述申辩情况', 'Notice and defence'), { personal: true, max: 20_000 }),
    /** Mandatory where the benchmark is departed from (R32). */
    discretion: text(words('裁量理由', 'Discretion'), { max: 8000 }),
    penalties: penaltiesFields,
    /** Orders beside the penalty: to correct, to stop, to restore (处罚法 28(1)). */
    orders: list(words('责令事项', 'Orders'), text(words('事项', 'Order'), { max: 1000 }), { max: 20 }),
    /** Things held, and what happens to each (R9). */
    goods: list(words('涉案财物处理', 'Things held'), text(words('处理', 'Disposal'), { max: 1000 }), { max: 100 }),
    payment: optional(
      group(words('缴款', 'Payment'), {
        bank: text(words('代收银行', 'Bank'), { max: 200 }),
        accountName: optional(text(words('户名', 'Account name'), { max: 200 })),
        account: optional(text(words('账号或者缴款码', 'Account or payment code'), { max: 100 })),
        electronic: optional(text(words('电子支付渠道', 'Electronic payment'), { max: 200 })),
        /** 15 by 处罚法 67(3). */
        days: count(words('缴款期限（日）', 'Days to pay')),
      }),
    ),
    performance: optional(text(words('其他履行方式和期限', 'How and when to perform the rest'), { max: 4000 })),
    remedy: remedyFields,
    copies: optional(text(words('印发份数', 'Copies'), { max: 200 })),
  }),
  view: (f) => {
    const you = addressed(f.party)
    const due = moneyDue(f.penalties)
    const pay = f.payment
    return {
      party: partyLines(f.party),
      you,
      course: paragraphs(f.course),
      violations: violationViews(f.violations),
      hearing: paragraphs(f.hearingOfParty),
      discretion: paragraphs(f.discretion).map(sentence),
      penalties: penaltyLines(f.penalties),
      orders: f.orders.map((each, i) => `${f.orders.length > 1 ? ordinal(i) : ''}${sentence(each)}`),
      goods: f.goods.map((each, i) => `${f.goods.length > 1 ? `${i + 1}．` : ''}${sentence(each)}`),
      performance: [
        ...(due.all > 0 && pay
          ? [
              `${you}应当自收到本决定书之日起${numeral(pay.days)}日内，将罚没款${moneyText(due.all)}缴至${pay.bank}${pay.accountName ? `（户名：${pay.accountName}${pay.account ? `，账号或者缴款码：${pay.account}` : ''}）` : pay.account ? `（账号或者缴款码：${pay.account}）` : ''}${pay.electronic ? `，也可以通过${pay.electronic}缴纳` : ''}。`,
            ]
          : []),
        ...(due.fine > 0
          ? [
              `到期不缴纳罚款的，根据《中华人民共和国行政处罚法》第七十二条第一款第（一）项的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`,
            ]
          : []),
        ...paragraphs(f.performance).map(sentence),
        `${you}逾期不履行本决定，又不申请行政复议或者提起行政诉讼的，本机关将依法申请人民法院强制执行。`,
      ],
      remedy: remedyText(f.remedy, '本行政处罚决定', you),
      copies: f.copies ?? '',
    }
  },
})
