import type { Static } from 'typebox'
import { day, group, list, money } from '../../payload.ts'
import { words } from '../../words.ts'
import { dayText, yuanText } from '../present.ts'

/** Days and sums of a fine postponed or divided (处罚法 66(2)). */
export const instalmentsFields = list(
  words('各期缴纳日期和金额', 'Instalments'),
  group(words('分期', 'Instalment'), { due: day(words('缴纳日期', 'Due on')), amount: money(words('金额', 'Amount')) }),
  { max: 36 },
)

export const instalmentTable = (instalments: Static<typeof instalmentsFields>) => ({
  headers: ['期次', '缴纳期限', '金额'],
  rows: instalments.map(({ due, amount }, i) => [String(i + 1), `${dayText(due)}前`, yuanText(amount)]),
})
