import { choice, day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { goodsFields, goodsRows } from '../parts/goods.ts'
import { partyFields, partyLines } from '../parts/party.ts'
import { officersFields, officersText } from '../parts/people.ts'
import { chosen, dayText } from '../present.ts'
import { measureNames } from '../seizure-decision/document.ts'

/** 查封（扣押）场所、设施、财物清单 of what was really taken, in two copies (强制法 24(3)). */
export const seizureList = document({
  kind: 'seizure-list',
  title: words('查封（扣押）场所、设施、财物清单', 'List of what was sealed or seized'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 'seizure-list',
  version: 1,
  fields: payload({
    party: partyFields,
    measure: choice(words('措施', 'Measure'), measureNames),
    decisionNumber: optional(text(words('决定书文号', 'Number of the decision'), { max: 100 })),
    goods: goodsFields,
    place: text(words('存放地点', 'Kept at'), { personal: true, max: 300 }),
    custodian: text(words('保管人', 'Custodian'), { personal: true, max: 100 }),
    on: day(words('实施日期', 'On')),
    officers: officersFields,
  }),
  titleOf: ({ measure }) => `${chosen(measureNames, measure)}场所、设施、财物清单`,
  view: (f) => ({
    lines: partyLines(f.party).slice(0, 4),
    number: f.decisionNumber ?? '',
    done: `本机关于${dayText(f.on)}对下列场所、设施或者财物实施${chosen(measureNames, f.measure)}，存放于${f.place}，由${f.custodian}保管。`,
    goods: goodsRows(f.goods),
    officers: officersText(f.officers),
  }),
})
