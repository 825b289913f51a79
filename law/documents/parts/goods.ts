import type { Static } from 'typebox'
import { group, list, optional, text } from '../../payload.ts'
import { words } from '../../words.ts'
import type { View } from '../document.ts'

/** One line of a list of things (物品清单). */
export const goodsFields = list(
  words('物品清单', 'Goods'),
  group(words('物品', 'Goods'), {
    name: text(words('名称', 'Name'), { max: 200 }),
    specification: optional(text(words('规格、型号、批号', 'Specification, batch'), { max: 200 })),
    quantity: text(words('数量', 'Quantity'), { max: 40 }),
    unit: text(words('单位', 'Unit'), { max: 20 }),
    condition: optional(text(words('品级、状况', 'Condition'), { max: 200 })),
    remark: optional(text(words('备注', 'Remark'), { max: 200 })),
  }),
  { min: 1, max: 500 },
)

export const goodsRows = (goods: Static<typeof goodsFields>): View[] =>
  goods.map(({ name, specification, quantity, unit, condition, remark }, i) => ({
    no: String(i + 1),
    name,
    specification: specification ?? '',
    quantity: `${quantity}${unit}`,
    condition: condition ?? '',
    remark: remark ?? '',
  }))
