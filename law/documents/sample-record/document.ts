import { optional, payload, text, day } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { goodsFields, goodsRows } from '../parts/goods.ts'
import { partyFields, partyLines } from '../parts/party.ts'
import { officersFields, officersText } from '../parts/people.ts'
import { dayText } from '../present.ts'

/** 抽样取证凭证 (处罚法 56): what was taken, from what lot, and who keeps it. */
export const sampleRecord = document({
  kind: 'sample-record',
  title: words('抽样取证凭证', 'Record of samples'),
  volume: 'main',
  series: '抽样',
  outward: true,
  partySigns: true,
  template: 'sample-record',
  version: 1,
  fields: payload({
    party: partyFields,
    place: text(words('抽样地点', 'Place'), { personal: true, max: 300 }),
    on: day(words('抽样日期', 'On')),
    goods: goodsFields,
    base: optional(text(words('抽样基数、备份样品保管', 'Lot, second sample'), { personal: true, max: 300 })),
    custodian: text(words('样品保管人', 'Custodian'), { personal: true, max: 100 }),
    officers: officersFields,
  }),
  view: (f) => ({
    lines: partyLines(f.party).slice(0, 4),
    done: `根据《中华人民共和国行政处罚法》第五十六条的规定，本机关执法人员于${dayText(f.on)}在${f.place}抽取下列样品作为证据，由${f.custodian}保管。`,
    base: f.base ? `抽样基数、备份样品保管：${f.base}` : '',
    goods: goodsRows(f.goods),
    officers: officersText(f.officers),
  }),
})
