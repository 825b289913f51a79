import { day, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { goodsFields, goodsRows } from '../parts/goods.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields, contactView, officersFields, officersText, refusalText, signatureFields } from '../parts/people.ts'
import { dayText, sentence } from '../present.ts'

/** 先行登记保存证据通知书 with its list of goods (处罚法 56: disposed of within seven working days). */
export const registrationNotice = document({
  kind: 'registration-notice',
  title: words('先行登记保存证据通知书', 'Advance registration of evidence'),
  volume: 'main',
  series: '登保',
  outward: true,
  partySigns: true,
  template: 'registration-notice',
  version: 1,
  fields: payload({
    party: partyFields,
    suspicion: text(words('涉嫌的违法行为', 'Suspected conduct'), { max: 2000 }),
    goods: goodsFields,
    place: text(words('保存地点', 'Kept at'), { max: 300 }),
    custodian: text(words('保管人', 'Custodian'), { personal: true, max: 100 }),
    onSite: yes(words('就地保存', 'Kept on the spot')),
    condition: optional(text(words('保存条件', 'Storage conditions'), { max: 400 })),
    from: day(words('登记保存日期', 'From')),
    /** The seventh working day after, as the clock resolved it. */
    until: optional(day(words('处理期限', 'Disposal due'))),
    officers: officersFields,
    contact: contactFields,
    signature: optional(signatureFields),
  }),
  view: (f) => {
    const you = addressed(f.party)
    return {
      to: f.party.name,
      reason: `${you}涉嫌${f.suspicion.replace(/^涉嫌/, '').replace(/。$/, '')}。因证据可能灭失或者以后难以取得，根据《中华人民共和国行政处罚法》第五十六条的规定，经本机关负责人批准，现对《先行登记保存证据物品清单》所列证据予以先行登记保存。`,
      keeping: `上述证据自${dayText(f.from)}起${f.onSite ? '就地' : '异地'}保存于${f.place}，由${f.custodian}保管${f.condition ? `，保存条件：${sentence(f.condition)}` : '。'}先行登记保存期间，当事人或者有关人员不得销毁或者转移证据；未经本机关批准，不得使用、隐匿、损毁。`,
      term: `本机关将在七个工作日内${f.until ? `（即${dayText(f.until)}前）` : ''}对上述证据依法作出处理决定；逾期未作出处理决定的，先行登记保存措施自动解除。`,
      goods: goodsRows(f.goods),
      officers: officersText(f.officers),
      contact: contactView(f.contact),
      refusal: refusalText(f.signature),
    }
  },
})
