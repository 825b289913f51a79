import { day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { officersFields, officersText } from '../parts/people.ts'
import { dayText } from '../present.ts'

/** 涉案物品移交清单: papers and things given to the police, signed by both sides (移送规定 6, 12). */
export const handoverList = document({
  kind: 'handover-list',
  title: words('涉案材料、物品移交清单', 'List of papers and things handed over'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 'handover-list',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    letterNumber: optional(text(words('移送书文号', 'Number of the letter'), { max: 100 })),
    to: text(words('接收机关', 'Receiving organ'), { max: 100 }),
    rows: list(
      words('移交材料、物品', 'Papers and things'),
      group(words('材料、物品', 'Paper or thing'), {
        name: text(words('名称', 'Name'), { max: 300 }),
        quantity: optional(text(words('数量', 'Quantity'), { max: 60 })),
        remark: optional(text(words('备注', 'Remark'), { max: 200 })),
      }),
      { max: 500 },
    ),
    officers: officersFields,
    receivedBy: optional(text(words('接收人', 'Received by'), { personal: true, max: 60 })),
    on: day(words('移交日期', 'Date')),
  }),
  view: (f) => ({
    cause: f.cause,
    letterNumber: f.letterNumber ?? '',
    to: f.to,
    rows: f.rows.map(({ name, quantity, remark }, i) => ({ no: String(i + 1), name, quantity: quantity ?? '', remark: remark ?? '' })),
    officers: officersText(f.officers),
    receivedBy: f.receivedBy ?? '',
    on: dayText(f.on),
  }),
})
