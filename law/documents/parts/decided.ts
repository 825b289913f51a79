import type { Static } from 'typebox'
import { day, group, optional, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { dayText } from '../present.ts'

/** The decision a later paper speaks of. */
export const decidedFields = group(words('行政处罚决定', 'Penalty decision'), {
  number: optional(text(words('决定书文号', 'Number'), { max: 100 })),
  on: optional(day(words('决定日期', 'Decided on'))),
  servedOn: optional(day(words('送达日期', 'Served on'))),
})

/** 于2026年9月20日作出的行政处罚决定（×罚〔2026〕12号）. */
export const decidedText = ({ number, on }: Static<typeof decidedFields>): string => `${on ? `于${dayText(on)}` : ''}作出的行政处罚决定${number ? `（${number}）` : ''}`
