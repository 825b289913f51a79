import { citationWords, type Citation } from '../citation.ts'
import { parseCitations } from '../citations/parse.ts'
import { rankOf, type NormRank } from '../citations/rank.ts'
import type { Branch } from '../penalties/branch.ts'
import { penaltyKind } from '../penalties/kinds.ts'
import { sortKinds, type SortedKinds } from '../penalties/sort-kinds.ts'
import { words, type Words } from '../words.ts'
import { itemBranches, type ItemBranch } from './branches.ts'
import { itemCode } from './code.ts'

/** A statute's place with the text the table gives for it. */
export interface ItemBasis {
  readonly citations: readonly Citation[]
  readonly rank: NormRank
  readonly text: string
}

/** An enforcement item (执法事项) as one row of a table yields it. */
export interface ImportedItem {
  /** Derived from title and basis alone: the same row gives the same code in every import. */
  readonly code: string
  readonly title: string
  readonly field: { readonly first: string; readonly second: string }
  readonly bases: readonly ItemBasis[]
  readonly kinds: SortedKinds
  readonly branches: readonly ItemBranch[]
  readonly status: Branch['status']
  /** Why it is to be confirmed; empty when parsed. */
  readonly reasons: readonly Words[]
  /** The conduct in the norm's words (处罚依据) and the decided case the table quotes (类案). */
  readonly conduct: string
  readonly example: string
  readonly subject?: string
  readonly level?: string
  readonly criminalRisk?: { readonly risk: string; readonly citations: readonly Citation[]; readonly text: string }
  /** The row's own words, of which bases, kinds and branches are a reading; `text` only where the bases do not give it back. */
  readonly cells: { readonly basis: string; readonly kinds: string; readonly range: string; readonly text?: string }
}

export type ReadRow = { readonly item: ImportedItem } | { readonly refused: { readonly row: number; readonly reason: Words } }

/**
 * One row of a table with the columns 一级 二级 情形抽取 法条依据 法条内容 类案 处罚依据 处罚种类 处罚幅度 涉刑风险 刑法依据 刑法内容.
 * and, where an office keeps them, 实施主体 行使层级. 暂无 is empty. `row` is the number a reader of the file sees. Refused: no basis, a basis that names no article, no title.
 */
export function readItemRow(cells: Readonly<Record<string, string>>, row: number): ReadRow {
  const cell = (name: string) => empty(cells[name] ?? '')
  const refuse = (zh: string, en: string): ReadRow => ({ refused: { row, reason: words(zh, en) } })
  const basisCell = cell('法条依据')
  if (basisCell === '') return refuse('没有法条依据，不能成为执法事项（处罚法第四条）', 'no legal basis, so no item (Penalty Law art. 4)')
  const title = cell('情形抽取').replace(/\s+/g, '')
  if (title === '') return refuse('没有情形名称', 'the item has no title')
  const reasons: Words[] = []
  const texts = cell('法条内容').split('|')
  const entries = basisCell.split('|').filter((entry) => entry.trim() !== '')
  if (texts.length !== entries.length && texts.join('') !== '')
    reasons.push(words(`依据${entries.length}条而法条内容${texts.length}段，不能逐一对应`, `${entries.length} bases but ${texts.length} texts: they cannot be paired`))
  const bases = entries.map((entry, i): ItemBasis => {
    const { read, unread } = parseCitations(entry)
    for (const part of unread) reasons.push(words(`依据未能识别：“${part.unread}”（${part.reason.zh}）`, `basis not read: "${part.unread}" (${part.reason.en})`))
    return { citations: read.map(bare), rank: lowest(read.map((c) => rankOf(c.statute))), text: texts.length === entries.length ? empty(texts[i] ?? '') : '' }
  })
  const cited = bases.flatMap((basis) => basis.citations)
  if (cited.length === 0) return refuse(`法条依据没有写明条文：${basisCell}`, `the basis names no article: ${basisCell}`)

  const kinds = sortKinds(cell('处罚种类'))
  const read = itemBranches(bases, cell('处罚幅度'), kinds.penalties.map((kind) => kind.code), kinds.otherOrgans.length > 0)
  reasons.push(...read.reasons)
  for (const kind of read.unplaced)
    reasons.push(words(`表列“${penaltyKind(kind).words.zh}”，条文中未读到其条件`, `the table lists "${penaltyKind(kind).words.en}" but the norm's condition for it was not read`))
  for (const text of kinds.unsorted) reasons.push(words(`处罚种类“${text}”须核对`, `the kind "${text}" must be checked`))
  for (const basis of bases)
    if (basis.rank === 'unknown') reasons.push(words(`“${basis.citations[0]?.statute ?? ''}”的效力层级须核对（处罚法第十条至第十六条）`, `the rank of ${basis.citations[0]?.statute ?? ''} must be checked (Penalty Law arts. 10–16)`))

  const risk = cell('涉刑风险')
  const given = bases.flatMap((basis) => (basis.text === '' || basis.citations.length === 0 ? [] : [basis.text])).join('|')
  return {
    item: {
      code: itemCode(title, cited),
      title,
      field: { first: cell('一级'), second: cell('二级') },
      bases,
      kinds,
      branches: read.branches,
      status: reasons.length === 0 && read.branches.every((branch) => branch.status === 'parsed') ? 'parsed' : 'to-be-confirmed',
      reasons: distinct(reasons),
      conduct: cell('处罚依据'),
      example: cell('类案'),
      ...(cell('实施主体') === '' ? {} : { subject: cell('实施主体') }),
      ...(cell('行使层级') === '' ? {} : { level: cell('行使层级') }),
      ...(risk === '' ? {} : { criminalRisk: { risk, citations: parseCitations(cell('刑法依据')).read.map(bare), text: cell('刑法内容') } }),
      cells: { basis: basisCell, kinds: cell('处罚种类'), range: cell('处罚幅度'), ...(given === cell('法条内容') ? {} : { text: cell('法条内容') }) },
    },
  }
}

/** Within one file a code comes once: later rows with it are refused and point to the first. */
export function refuseDuplicates(rows: readonly { readonly row: number; readonly read: ReadRow }[]): ReadRow[] {
  const first = new Map<string, number>()
  return rows.map(({ row, read }) => {
    if ('refused' in read) return read
    const earlier = first.get(read.item.code)
    if (earlier === undefined) {
      first.set(read.item.code, row)
      return read
    }
    const { title, bases } = read.item
    const basis = bases[0]?.citations[0]
    const at = basis ? citationWords(basis) : words('', '')
    return { refused: { row, reason: words(`与第${earlier}行重复：“${title}”，${at.zh}`, `repeats row ${earlier}: "${title}", ${at.en}`) } }
  })
}

const empty = (text: string) => (/^[\s\u3000]*(?:暂无|无|\/|-)?[\s\u3000]*$/.test(text) ? '' : text.trim())

const bare = ({ statute, article, sub, paragraph, item }: Citation): Citation => ({
  statute,
  article,
  ...(sub === undefined ? {} : { sub }),
  ...(paragraph === undefined ? {} : { paragraph }),
  ...(item === undefined ? {} : { item }),
})

const lowest = (ranks: readonly NormRank[]): NormRank => (ranks.includes('unknown') ? 'unknown' : ranks[0] ?? 'unknown')

const distinct = (reasons: readonly Words[]) => [...new Map(reasons.map((reason) => [reason.zh, reason])).values()]
