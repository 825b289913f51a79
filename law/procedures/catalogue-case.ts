import type { CatalogueFact, Facts } from '../facts.ts'
import { itemCode } from '../items/code.ts'
import { cellsOf, contentOf, itemKinds, type ItemContent, type ItemKind } from '../items/content.ts'
import { coercions, type Coercion } from '../items/lawful-bases.ts'
import { readItemRow } from '../items/read-row.ts'
import { newMatter } from '../new-matter.ts'
import type { MatterState } from '../procedure.ts'
import type { CatalogueEffect } from '../effects.ts'
import { addDays, isDay, type Day } from '../time/day.ts'
import { words, type Words } from '../words.ts'

/** One line of an adjustment as the form has it; a change leaves out what stays. */
export interface EntryGiven {
  readonly change?: 'add' | 'change' | 'withdraw'
  readonly item?: string
  readonly kind?: ItemKind
  readonly coercion?: Coercion
  readonly title?: string
  readonly field?: string
  readonly basis?: string
  readonly text?: string
  readonly penalties?: string
  readonly range?: string
  readonly subject?: string
  readonly level?: string
  readonly until?: Day
}

/** The same, read: what the register is to hold from the day of publication. */
export interface AdjustedItem {
  readonly change: 'add' | 'change' | 'withdraw'
  readonly item: string
  readonly content: ItemContent
  readonly coercion?: Coercion
  /** A temporary licence ends by itself (许可法 15(1)). */
  readonly until?: Day
  /** The register's version this was written against; 0: none. */
  readonly against: number
  /** Entered for use before its publication (R14). */
  readonly provisional?: true
}

export interface CatalogueCase extends MatterState {
  readonly entries: readonly AdjustedItem[]
  readonly approvedOn?: Day
  readonly validFrom?: Day
}

export const newCatalogueCase = (place: { readonly body: string; readonly unit: string }): CatalogueCase => ({
  ...newMatter('proposal', place),
  entries: [],
})

export type ReadEntry = { readonly entry: AdjustedItem } | { readonly unread: Words }

const textOf = (given: unknown): string => (typeof given === 'string' ? given.trim() : '')

export const entriesIn = (payload: unknown): readonly EntryGiven[] => {
  const given = (payload as { readonly entries?: unknown } | undefined)?.entries
  return Array.isArray(given) ? given.filter((each): each is EntryGiven => typeof each === 'object' && each !== null) : []
}

/** Reads a line against what the register holds. A new item's id is its body's and its code's, as an import would give it. */
export function readEntry(given: EntryGiven, body: string, catalogue: Facts['catalogue']): ReadEntry {
  const named = textOf(given.title) || textOf(given.item)
  const unread = (zh: string, en: string): ReadEntry => ({ unread: words(`“${named}”：${zh}`, `"${named}": ${en}`) })
  const { change } = given
  if (change === 'withdraw' || change === 'change') {
    const item = textOf(given.item)
    const present = catalogue?.[item]
    if (item === '') return unread('没有选择所变更或者取消的事项', 'no item was chosen')
    if (!present) return unread('目录中没有该事项', 'the catalogue has no such item')
    if (change === 'withdraw') return { entry: { change, item, content: present.content, against: present.version } }
    const content = changedContent(given, present)
    return 'unread' in content ? unread(content.unread.zh, content.unread.en) : { entry: { change, item, content, ...more(given, content.kind), against: present.version } }
  }
  if (change !== 'add') return unread('没有写明增加、变更或者取消', 'it does not say whether to add, change or withdraw')
  const kind = given.kind
  if (kind === undefined || !Object.hasOwn(itemKinds, kind)) return unread('没有事项类型', 'it has no kind')
  const read = readGiven(given, kind)
  if ('unread' in read) return unread(read.unread.zh, read.unread.en)
  const item = idOf(given, body) ?? ''
  return { entry: { change, item, content: read, ...more(given, kind), against: catalogue?.[item]?.version ?? 0 } }
}

/** The id a new item will have, from its title and basis alone; what the register is asked about before the line is read. */
export function idOf(given: EntryGiven, body: string): string | undefined {
  const read = readItemRow(rowOf(given), 0)
  return 'item' in read ? `${body}.${itemCode(read.item.title, read.item.bases.flatMap(({ citations }) => citations))}` : undefined
}

/** Statutes a line cites, for the question whether they are in force. */
export const statutesOf = (given: EntryGiven): string[] => {
  const read = readItemRow(rowOf({ ...given, title: textOf(given.title) || '—' }), 0)
  return 'item' in read ? read.item.bases.flatMap(({ citations }) => citations.map(({ statute }) => statute)) : []
}

const more = (given: EntryGiven, kind: ItemKind): Pick<AdjustedItem, 'coercion' | 'until'> => ({
  ...(kind === 'coercion' && given.coercion !== undefined && Object.hasOwn(coercions, given.coercion) ? { coercion: given.coercion } : {}),
  ...(kind === 'licence' && typeof given.until === 'string' ? { until: given.until } : {}),
})

const rowOf = (given: EntryGiven): Record<string, string> => ({
  一级: textOf(given.field), 情形抽取: textOf(given.title), 法条依据: textOf(given.basis), 法条内容: textOf(given.text), 处罚种类: textOf(given.penalties), 处罚幅度: textOf(given.range), 实施主体: textOf(given.subject), 行使层级: textOf(given.level),
})

function readGiven(given: EntryGiven, kind: ItemKind): ItemContent | { readonly unread: Words } {
  const read = readItemRow(rowOf(given), 0)
  return 'refused' in read ? { unread: read.refused.reason } : contentOf(read.item, kind)
}

/** Basis, text, kinds and range are one reading: whoever touches one of them, reads them anew with what was there of the others. */
function changedContent(given: EntryGiven, { content }: CatalogueFact): ItemContent | { readonly unread: Words } {
  const kind = given.kind !== undefined && Object.hasOwn(itemKinds, given.kind) ? given.kind : content.kind
  const title = textOf(given.title).replace(/\s+/g, '') || content.title
  const field = textOf(given.field) || content.field
  const [subject, level] = [textOf(given.subject) || (content.details.subject ?? ''), textOf(given.level) || (content.details.level ?? '')]
  const details = { ...content.details, ...(subject === '' ? {} : { subject }), ...(level === '' ? {} : { level }) }
  if ([given.basis, given.text, given.penalties, given.range].every((each) => textOf(each) === '') && kind === content.kind) return { ...content, title, field, details }
  const before = cellsOf(content)
  const read = readItemRow({
    ...before, 实施主体: subject, 行使层级: level, 一级: field, 二级: '', 情形抽取: title,
    法条依据: textOf(given.basis) || before.法条依据,
    法条内容: textOf(given.text) || (textOf(given.basis) === '' ? before.法条内容 : ''),
    处罚种类: textOf(given.penalties) || before.处罚种类,
    处罚幅度: textOf(given.range) || (textOf(given.text) === '' ? before.处罚幅度 : ''),
  }, 0)
  if ('refused' in read) return { unread: read.refused.reason }
  return { ...contentOf(read.item, kind), limitationYears: content.limitationYears, harmYears: content.harmYears }
}

/** The line again as the form has it, for a proposal that is put once more. */
export function givenOf({ change, item, content, coercion, until }: AdjustedItem): EntryGiven {
  if (change === 'withdraw') return { change, item }
  const cells = cellsOf(content)
  const stated = { basis: cells.法条依据, text: cells.法条内容, penalties: cells.处罚种类, range: cells.处罚幅度, subject: cells.实施主体, level: cells.行使层级, field: content.field }
  const filled = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== ''))
  return { change, ...(change === 'change' ? { item } : {}), kind: content.kind, title: content.title, ...filled, ...(coercion ? { coercion } : {}), ...(until ? { until } : {}) }
}

/**
 * The version of an item that an act brings into the register. Versions stand beside each other and the newest that has begun
 * counts; a withdrawal is one without a single day, so that the item is no more and its name and basis are still known.
 */
export const versionRow = (body: string, { item, content, change, until }: AdjustedItem, after: number, validFrom: Day, published: boolean): CatalogueEffect => ({
  room: 'item', item, version: after + 1, body, ...content, published, source: 'adjustment', validFrom,
  validUntil: change === 'withdraw' ? validFrom : until !== undefined && isDay(until) ? addDays(until, 1) : null,
})
