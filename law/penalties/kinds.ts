import { cite, type Citation } from '../citation.ts'
import { words, type Words } from '../words.ts'

/** The six groups of 处罚法 art. 9; the number is the item (项). */
export type PenaltyGroup = 1 | 2 | 3 | 4 | 5 | 6

export type PenaltyCode =
  | 'warning'
  | 'public-criticism'
  | 'fine'
  | 'confiscate-gains'
  | 'confiscate-goods'
  | 'suspend-licence'
  | 'lower-grade'
  | 'revoke-licence'
  | 'restrict-activity'
  | 'stop-business'
  | 'close-down'
  | 'restrict-practice'
  | 'detention'

export interface PenaltyKind {
  readonly code: PenaltyCode
  readonly words: Words
  readonly group: PenaltyGroup
  readonly article: Citation
  /** Default severity, 1 lightest; a region may set its own order (R11: "heavier" across kinds). */
  readonly rank: number
  /** Only this organ may impose it: detention belongs to the police (处罚法 18(3)). */
  readonly organ?: 'police'
}

const kind = (code: PenaltyCode, group: PenaltyGroup, rank: number, zh: string, en: string): PenaltyKind => ({
  code,
  words: words(zh, en),
  group,
  article: cite('行政处罚法', 9, undefined, group),
  rank,
  ...(code === 'detention' ? { organ: 'police' as const } : {}),
})

/** 处罚法 art. 9 as in force since 2021-07-15: thirteen named kinds; item (6) leaves further kinds to laws and administrative regulations. */
export const penaltyKinds: { readonly from: string; readonly kinds: readonly PenaltyKind[] } = {
  from: '2021-07-15',
  kinds: [
    kind('warning', 1, 1, '警告', 'Warning'),
    kind('public-criticism', 1, 2, '通报批评', 'Public criticism'),
    kind('fine', 2, 3, '罚款', 'Fine'),
    kind('confiscate-gains', 2, 4, '没收违法所得', 'Confiscation of illegal gains'),
    kind('confiscate-goods', 2, 5, '没收非法财物', 'Confiscation of illegal goods'),
    kind('suspend-licence', 3, 6, '暂扣许可证件', 'Suspension of licence'),
    kind('lower-grade', 3, 7, '降低资质等级', 'Lowering of qualification grade'),
    kind('revoke-licence', 3, 12, '吊销许可证件', 'Revocation of licence'),
    kind('restrict-activity', 4, 8, '限制开展生产经营活动', 'Restriction of production or business'),
    kind('stop-business', 4, 9, '责令停产停业', 'Order to stop production or business'),
    kind('close-down', 4, 11, '责令关闭', 'Order to close down'),
    kind('restrict-practice', 4, 10, '限制从业', 'Restriction of practice'),
    kind('detention', 5, 13, '行政拘留', 'Administrative detention'),
  ],
}

export const penaltyKind = (code: PenaltyCode): PenaltyKind => {
  const found = penaltyKinds.kinds.find((k) => k.code === code)
  if (!found) throw new RangeError(`no penalty kind ${code}`)
  return found
}
