import type { Citation } from '../citation.ts'
import { citationWords } from '../citation.ts'
import { penaltyKind, type PenaltyCode } from '../penalties/kinds.ts'
import { words, type Words } from '../words.ts'
import type { ItemBranch } from './branches.ts'
import type { ImportedItem } from './read-row.ts'

/** 行政执法事项的类型 (field 4.1). */
export type ItemKind = 'penalty' | 'licence' | 'coercion' | 'levy' | 'requisition' | 'confirmation' | 'inspection' | 'reward' | 'payment' | 'adjudication' | 'other'

export const itemKinds: Readonly<Record<ItemKind, Words>> = {
  penalty: words('行政处罚', 'Penalty'),
  licence: words('行政许可', 'Licence'),
  coercion: words('行政强制', 'Coercion'),
  levy: words('行政征收', 'Levy'),
  requisition: words('行政征用', 'Requisition'),
  confirmation: words('行政确认', 'Confirmation'),
  inspection: words('行政检查', 'Inspection'),
  reward: words('行政奖励', 'Reward'),
  payment: words('行政给付', 'Payment'),
  adjudication: words('行政裁决', 'Adjudication'),
  other: words('其他行政权力', 'Other'),
}

/** One version of an item, whatever brought it into the register. */
export interface ItemContent {
  readonly title: string
  readonly field: string
  readonly kind: ItemKind
  readonly bases: readonly { readonly citation: Citation; readonly text: string }[]
  readonly kinds: readonly string[]
  readonly orders: readonly string[]
  readonly branches: readonly ItemBranch[]
  readonly status: 'parsed' | 'to-be-confirmed'
  readonly limitationYears: number
  readonly harmYears: number
  readonly details: ItemDetails
}

export interface ItemDetails {
  /** 实施主体 and 行使层级 (field 4.1), in the body's own words: who carries it out, and at which level of government. */
  readonly subject?: string
  readonly level?: string
  readonly reasons?: readonly Words[]
  readonly conduct?: string
  readonly example?: string
  readonly consequences?: readonly string[]
  readonly criminalRisk?: { readonly risk: string; readonly citations: readonly Citation[]; readonly text: string }
  /** What the table said in words that the reading does not give back: with it a row can be written again as it was. */
  readonly cells?: { readonly basis: string; readonly kinds: string; readonly range: string; readonly text?: string }
}

/** What the register holds of a row. Only a penalty has kinds and branches; of another kind's text none are read. */
export const contentOf = (item: ImportedItem, kind: ItemKind = 'penalty'): ItemContent => ({
  title: item.title.slice(0, 200),
  field: [item.field.first, item.field.second].filter((part) => part !== '').join(' / '),
  kind,
  bases: item.bases.flatMap(({ citations, text }) => citations.map((citation, i) => ({ citation, text: i === 0 ? text : '' }))),
  kinds: kind === 'penalty' ? item.kinds.penalties.map(({ code }) => code) : [],
  orders: [...item.kinds.orders],
  branches: kind === 'penalty' ? item.branches : [],
  status: kind === 'penalty' ? item.status : 'parsed',
  limitationYears: 2,
  harmYears: 5,
  details: {
    reasons: kind === 'penalty' ? item.reasons : [],
    conduct: item.conduct,
    example: item.example,
    ...(item.subject ? { subject: item.subject } : {}),
    ...(item.level ? { level: item.level } : {}),
    consequences: [...item.kinds.consequences, ...item.kinds.otherOrgans, ...item.kinds.measures],
    ...(item.criminalRisk ? { criminalRisk: item.criminalRisk } : {}),
    cells: item.cells,
  },
})

/** The columns of a table of items, in the order offices keep them. */
export const itemColumns = ['一级', '二级', '情形抽取', '法条依据', '法条内容', '类案', '处罚依据', '处罚种类', '处罚幅度', '涉刑风险', '刑法依据', '刑法内容', '实施主体', '行使层级'] as const
export type ItemCells = Readonly<Record<(typeof itemColumns)[number], string>>

/** The item as a row that `readItemRow` reads into the same content. What came without a table is written from its reading. */
export function cellsOf({ title, field, bases, kinds, orders, branches, details }: Omit<ItemContent, 'kind' | 'status' | 'limitationYears' | 'harmYears'>): ItemCells {
  const [first = '', ...second] = field.split(' / ')
  const { cells, criminalRisk: risk } = details
  const texts = bases.filter(({ text }) => text !== '').map(({ text }) => text)
  return {
    一级: first,
    二级: second.join(' / '),
    情形抽取: title,
    法条依据: cells?.basis ?? entriesOf(bases).map((entry) => entry.map(({ citation }) => citationWords(citation).zh).join('、')).join('|'),
    法条内容: cells?.text ?? (cells ? texts : entriesOf(bases).map((entry) => entry[0]?.text ?? '')).join('|'),
    类案: details.example ?? '',
    处罚依据: details.conduct ?? '',
    处罚种类: cells?.kinds ?? [...kinds.map((kind) => penaltyKind(kind as PenaltyCode).words.zh), ...orders, ...(details.consequences ?? [])].join('|'),
    处罚幅度: cells?.range ?? [...new Set(branches.map(({ text }) => text))].join('|'),
    涉刑风险: risk?.risk ?? '',
    刑法依据: (risk?.citations ?? []).map((citation) => citationWords(citation).zh).join('、'),
    刑法内容: risk?.text ?? '',
    实施主体: details.subject ?? '',
    行使层级: details.level ?? '',
  }
}

/** A text belongs to the citations that follow it without one of their own. */
function entriesOf(bases: ItemContent['bases']): ItemContent['bases'][] {
  const entries: { citation: Citation; text: string }[][] = []
  for (const base of bases) {
    const last = entries.at(-1)
    if (last && base.text === '') last.push(base)
    else entries.push([base])
  }
  return entries
}
