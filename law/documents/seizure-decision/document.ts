import { choice, day, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { goodsFields, goodsRows } from '../parts/goods.ts'
import { addressed, partyFields, partyText } from '../parts/party.ts'
import { contactFields, contactView, officersFields, officersText } from '../parts/people.ts'
import { remedyFields, remedyText } from '../parts/remedy.ts'
import { chosen, dayText, sentence } from '../present.ts'

export const measureNames = { sealed: words('查封', 'Sealing'), seized: words('扣押', 'Seizure') } as const

/** 查封（扣押）决定书 with the five contents of 强制法 24(2); made on the head's approval and handed over on the spot. */
export const seizureDecision = document({
  kind: 'seizure-decision',
  title: words('查封（扣押）决定书', 'Decision to seal or seize'),
  volume: 'main',
  series: '强措',
  outward: true,
  partySigns: true,
  template: 'seizure-decision',
  version: 1,
  fields: payload({
    party: partyFields,
    measure: choice(words('措施', 'Measure'), measureNames),
    suspicion: text(words('涉嫌的违法行为', 'Suspected conduct'), { max: 2000 }),
    reason: optional(text(words('理由', 'Reasons'), { personal: true, max: 2000 })),
    basis: text(words('法律、法规依据', 'Basis in law'), { max: 400 }),
    /** Taken on the spot, approved afterwards (强制法 19). */
    urgent: yes(words('情况紧急，当场实施', 'In urgency')),
    /** Absent: from the day it is carried out. */
    from: optional(day(words('实施日期', 'From'))),
    goods: goodsFields,
    officers: officersFields,
    contact: contactFields,
    remedy: remedyFields,
  }),
  titleOf: ({ measure }) => `${chosen(measureNames, measure) || '查封（扣押）'}决定书`,
  view: (f) => {
    const you = addressed(f.party)
    const what = chosen(measureNames, f.measure)
    return {
      to: f.party.name,
      party: `当事人：${partyText(f.party)}。`,
      reason: `${you}涉嫌${f.suspicion.replace(/^涉嫌/, '').replace(/。$/, '')}。${f.reason ? sentence(f.reason) : ''}`,
      decision: `根据${f.basis.replace(/[。；]$/, '')}的规定，${f.urgent ? '因情况紧急当场实施并经本机关负责人补办批准' : '经本机关负责人批准'}，决定对${you}的有关场所、设施或者财物（见所附清单）予以${what}。`,
      term: `${what}期限为三十日，自${f.from ? dayText(f.from) : '实施之日'}起计算；情况复杂的，经批准可以延长，延长期限不超过三十日。${what}期间，${you}不得使用、销毁或者转移上述场所、设施或者财物；因${what}发生的保管费用由本机关承担。`,
      rights: `${you}对本决定有权陈述和申辩。`,
      goods: goodsRows(f.goods),
      officers: officersText(f.officers),
      contact: contactView(f.contact),
      remedy: remedyText(f.remedy, '上述决定', you),
    }
  },
})
