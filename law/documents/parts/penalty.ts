import type { Static } from 'typebox'
import { choice, count, group, list, money, optional, text } from '../../payload.ts'
import { type PenaltyCode, penaltyKinds } from '../../penalties/kinds.ts'
import { type Words, words } from '../../words.ts'
import { chosen, moneyText } from '../present.ts'

/** The kinds of 处罚法 9, and what a law or administrative regulation adds to them (item 6). */
const kinds: Record<PenaltyCode | 'other', Words> = {
  ...(Object.fromEntries(penaltyKinds.kinds.map((kind) => [kind.code, kind.words])) as Record<PenaltyCode, Words>),
  other: words('其他行政处罚', 'Other penalty'),
}

const penaltyFields = group(words('行政处罚', 'Penalty'), {
  kind: choice(words('种类', 'Kind'), kinds),
  /** What, or for how long: the goods, the licence, the term. For `other` the whole wording. */
  detail: optional(text(words('内容', 'Content'), { max: 1000 })),
  amount: optional(money(words('金额', 'Amount'))),
  /** On whom, where one paper speaks of several. */
  party: optional(text(words('当事人', 'Party'), { personal: true, max: 200 })),
  /** Which of the violations it answers, counted from 1, where there are several. */
  violation: optional(count(words('针对第几项违法行为', 'For violation no.'))),
})

export const penaltiesFields = list(words('行政处罚', 'Penalties'), penaltyFields, { max: 40 })

type Penalty = Static<typeof penaltyFields>

/** 1．罚款人民币5000元（大写：伍仟元整）； … a sum of all money behind several. */
export function penaltyLines(penalties: readonly Penalty[]): string[] {
  const lines = penalties.map((each, i) => {
    const number = penalties.length > 1 ? `${i + 1}．` : ''
    return `${number}${penaltyText(each)}${i === penalties.length - 1 ? '。' : '；'}`
  })
  const sums = penalties.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
  const total = sums.reduce((sum, amount) => sum + amount, 0)
  return sums.length > 1 ? [...lines, `以上罚没款合计${moneyText(total)}。`] : lines
}

function penaltyText({ kind, detail, amount, party, violation }: Penalty): string {
  const whom = party ? `对${party}` : ''
  const about = violation === undefined ? whom && `${whom}，` : `${whom || '对'}${whom && '的'}第${violation}项违法行为，`
  const owed = kind === 'fine' || kind === 'confiscate-gains'
  const sum = amount === undefined && !owed ? '' : moneyText(amount ?? Number.NaN)
  if (kind === 'other') return `${about}${detail ?? ''}${sum}`
  return `${about}${chosen(kinds, kind)}${sum}${detail ? `：${detail.replace(/[。；]$/, '')}` : ''}`
}

/** Money due (fine and confiscated gains), and the fine alone, on which alone the surcharge of 处罚法 72 runs. */
export const moneyDue = (penalties: readonly Penalty[]): { all: number; fine: number } => ({
  all: penalties.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  fine: penalties.reduce((sum, { kind, amount }) => sum + (kind === 'fine' ? (amount ?? 0) : 0), 0),
})
