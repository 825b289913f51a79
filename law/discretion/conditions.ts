import { parseInteger } from '../numerals.ts'
import { addMonths, type Day } from '../time/day.ts'
import { words, type Words } from '../words.ts'

/** What a rule of the three lists asks for (处罚法 32, 33; R33). */
export interface Conditions {
  /** 首次违法, looked up in the region's records as many months back; 24 where the list names no period. */
  readonly first?: { readonly months: number }
  /** 在责令改正期限内改正. */
  readonly corrected?: true
  /** 危害后果轻微. */
  readonly slight?: true
  /** Conditions in words, each to be shown by evidence. */
  readonly others: readonly string[]
}

export interface LeniencyRule {
  readonly id: string
  readonly list: 'lighter' | 'mitigated' | 'exempt'
  readonly violation: string
  /** The list it stands in. */
  readonly title: string
  readonly conditions: Conditions
}

/** A decision of the county on a party before: punished or exempted. */
export interface PastViolation {
  readonly party: string
  readonly item: string
  readonly on: Day
  readonly exempted: boolean
}

/** R33: the usual look-back. */
export const lookBackMonths = 24

/** Whether the record shows the same kind of violation within the look-back. */
export const violatedBefore = (record: readonly PastViolation[], party: string, item: string, on: Day, months: number): boolean =>
  record.some((each) => each.party === party && each.item === item && each.on >= addMonths(on, -months) && each.on <= on)

/** The numbered conditions of a published list. `unsure`: alternatives or words that name no condition, to be confirmed by hand. */
export function readConditions(lines: readonly string[]): { readonly conditions: Conditions; readonly unsure: boolean } {
  const head = lines.find((line) => !/^[（(]/.test(line.trim())) ?? ''
  const anyOf = /之一/.test(head)
  const told = lines.filter((line) => line !== head).map((line) => line.trim().replace(/^[（(][^）)]{1,3}[）)]/, '').replace(/[。；;，,]+$/, ''))
  if (anyOf) return { conditions: { others: [`有下列情形之一：${told.join('；')}`] }, unsure: true }
  let conditions: Conditions = { others: [] }
  for (const line of told) {
    const first = /(?:近)?([一二两三四五\d]*)年?内?(?:属于)?(?:首次|初次)违法/.exec(line)
    const corrected = /责令改正.*改正|及时改正|立即改正/.test(line)
    const slight = /危害后果轻微|没有造成危害后果/.test(line)
    const rest = first ? line.replace(/^(?:属于)?/, '').replace(first[0], '').replace(/^属于$/, '') : corrected || slight ? '' : line
    conditions = {
      ...conditions,
      ...(first ? { first: { months: (parseInteger(first[1] ?? '') ?? lookBackMonths / 12) * 12 } } : {}),
      ...(corrected ? { corrected: true as const } : {}),
      ...(slight ? { slight: true as const } : {}),
      others: rest === '' ? conditions.others : [...conditions.others, rest],
    }
    // What the structure does not hold of a mixed line stays in its own words.
    if ((corrected || slight) && /实施|恢复|报告/.test(line)) conditions = { ...conditions, others: [...conditions.others, line] }
  }
  return { conditions, unsure: told.length === 0 }
}

/** The conditions as a list to tick off. */
export function conditionWords({ first, corrected, slight, others }: Conditions): Words[] {
  const years = (months: number) => (months % 12 === 0 ? words(`${months / 12}年`, `${months / 12} years`) : words(`${months}个月`, `${months} months`))
  return [
    ...(first ? [words(`${years(first.months).zh}内首次违法`, `first violation within ${years(first.months).en}`)] : []),
    ...(corrected ? [words('在责令改正期限内改正', 'corrected in the term ordered')] : []),
    ...(slight ? [words('危害后果轻微', 'slight harm')] : []),
    ...others.map((text) => words(text, text)),
  ]
}
