import { cite, citationWords } from '../citation.ts'
import type { Facts, StatuteFact } from '../facts.ts'
import { isNormativeDocument, standingRank, unlawfulBases } from '../items/lawful-bases.ts'
import { guard, type Judged } from '../procedure.ts'
import { entriesIn, readEntry, type AdjustedItem, type CatalogueCase } from '../procedures/catalogue-case.ts'
import { addYears, isDay, type Day } from '../time/day.ts'
import { words, type Words } from '../words.ts'

/** The lines before us: those of the form at hand, or those the matter already carries. */
const readIn = ({ state, act, facts }: Judged<CatalogueCase, unknown>): { entries: readonly AdjustedItem[]; unread: readonly Words[] } => {
  if (act.kind !== 'propose-adjustment') return { entries: state.entries, unread: [] }
  const read = entriesIn(act.payload).map((given) => readEntry(given, state.body, facts.catalogue))
  return { entries: read.flatMap((each) => ('entry' in each ? [each.entry] : [])), unread: read.flatMap((each) => ('unread' in each ? [each.unread] : [])) }
}

const named = ({ content }: AdjustedItem, zh: string, en: string): Words => words(`“${content.title}”：${zh}。`, `"${content.title}": ${en}.`)

/** The items that are to stand, with each norm they rest on once. */
const standingOf = (entries: readonly AdjustedItem[]) => entries.filter(({ change }) => change !== 'withdraw')
const normsOf = ({ content }: AdjustedItem): string[] => [...new Set(content.bases.map(({ citation }) => citation.statute))]

/** 处罚法 4: what names no article is no item. */
export const entriesRead = guard<CatalogueCase>(
  'entries-read',
  cite('行政处罚法', 4),
  {
    title: words('事项要素完整、依据可以识别', 'Every item is complete and its basis can be read'),
    cure: words('补全类型、名称，依据写明法规名称和条款。', 'State kind and title, and name statute and article.'),
    needs: ['catalogue', 'statutes'],
  },
  (judged) => {
    const [first] = readIn(judged).unread
    return first && words(`${first.zh}。`, `${first.en}.`)
  },
)

export const entriesOwn = guard<CatalogueCase>(
  'entries-own',
  cite('行政处罚法', 17),
  {
    title: words('只调整本机关目录中的事项', 'Only items of the body’s own catalogue'),
    cure: words('增加目录中没有的事项；变更、取消的，选择本机关现行事项；同一事项只列一次。', 'Add what the catalogue lacks; change or withdraw a present item of your own; name each item once.'),
    needs: ['catalogue'],
  },
  (judged) => {
    const { entries } = readIn(judged)
    const { state, act, facts } = judged
    for (const [i, entry] of entries.entries()) {
      if (entries.findIndex(({ item }) => item === entry.item) < i) return named(entry, '重复列出', 'named twice')
      if (act.kind !== 'propose-adjustment') continue
      const present = facts.catalogue?.[entry.item]
      if (entry.change === 'add' && present?.standing && !state.entries.some(({ item, provisional }) => item === entry.item && provisional)) return named(entry, '目录中已有相同名称和依据的事项', 'the catalogue holds an item of this title and basis')
      if (entry.change !== 'add' && present && present.body !== state.body) return named(entry, '不是本机关的事项', 'it belongs to another body')
      if (entry.change !== 'add' && present && !present.standing) return named(entry, '已经取消', 'it was withdrawn before')
    }
    return undefined
  },
)

/** R18: each kind of power has the norms that may set it. */
export const basesLawful = guard<CatalogueCase>(
  'bases-lawful',
  cite('立法法', 91, 2),
  {
    title: words('依据的效力层级可以设定该类事项', 'The norms may set a power of this kind'),
    cure: words('写明有权设定的法律、法规、规章；规范性文件不作为依据。层级不明的，先在法规库登记。', 'Name the law, regulation or rule that may set it; documents are no basis. Where the rank is unknown, register the statute first.'),
    needs: ['catalogue', 'statutes'],
  },
  (judged) => {
    for (const entry of standingOf(readIn(judged).entries)) {
      const norms = normsOf(entry).map((statute) => ({ statute, rank: standingRank(statute, judged.facts.statutes?.[statute]?.rank) }))
      const { kind, kinds } = entry.content
      const against = unlawfulBases({ kind, kinds, norms, temporary: isTemporary(entry, judged.on), ...(entry.coercion ? { coercion: entry.coercion } : {}) })
      if (against) return named(entry, `${against.message.zh}（${citationWords(against.article).zh}）`, `${against.message.en} (${citationWords(against.article).en})`)
    }
    return undefined
  },
)

const isTemporary = ({ until }: AdjustedItem, on: Day): boolean => until !== undefined && isDay(until) && until > on && until <= addYears(on, 1)

export const coercionNamed = guard<CatalogueCase>(
  'coercion-named',
  cite('行政强制法', 9),
  {
    title: words('行政强制写明措施或者执行方式', 'An item of coercion names its measure'),
    cure: words('选择查封、扣押、冻结等措施或者强制执行。', 'Choose sealing, seizure, freezing, another measure, or execution.'),
    needs: ['catalogue'],
  },
  (judged) => {
    const lacking = standingOf(readIn(judged).entries).find(({ content, coercion }) => content.kind === 'coercion' && coercion === undefined)
    return lacking && named(lacking, '没有写明强制措施或者执行方式', 'no measure is named')
  },
)

/** R14: some norm it rests on is in force on that day; statutes the register does not hold are not doubted. */
export const basesInForce = guard<CatalogueCase, { readonly from?: string }>(
  'bases-in-force',
  cite('行政处罚法', 38, 1),
  {
    title: words('依据在生效之日有效', 'The basis is in force from that day'),
    cure: words('改列现行有效的依据；新法尚未施行的，公布日期不早于施行日期。', 'Name a norm in force; before a new law’s first day, publish no earlier than that day.'),
    needs: ['catalogue', 'statutes'],
  },
  (judged) => {
    const day = judged.act.payload?.from
    const from = day !== undefined && isDay(day) ? day : judged.on
    for (const entry of standingOf(readIn(judged).entries)) {
      const norms = normsOf(entry)
      const stands = norms.some((statute) => inForce(judged.facts, statute, (each) => (judged.act.kind === 'publish-adjustment' || judged.act.kind === 'enter-provisionally' ? each.from <= from : true) && (each.until === undefined || from < each.until)))
      if (!stands) return named(entry, `${from}没有现行有效的依据：${norms.map((each) => `《${each}》`).join('、')}`, `no norm it names is in force on ${from}: ${norms.join(', ')}`)
    }
    return undefined
  },
)

const inForce = ({ statutes }: Facts, statute: string, holds: (version: StatuteFact['inForce'][number]) => boolean): boolean => statutes?.[statute]?.inForce.some(holds) ?? !isNormativeDocument(statute)

/** Power begins when it is made known, never before (处罚法 39). */
export const publicationAhead = guard<CatalogueCase, { readonly from?: string }>(
  'publication-ahead',
  cite('行政处罚法', 39),
  {
    title: words('公布生效日期不早于公布当日', 'Valid no earlier than the day of publication'),
    cure: words('生效日期填写公布当日或者以后的日期。', 'Give the day of publication or a later one.'),
    needs: ['catalogue'],
  },
  ({ act, on, state, facts }) => {
    const from = act.payload?.from
    if (from === undefined) return undefined
    if (!isDay(from)) return words('没有这一天。', 'There is no such day.')
    if (from < on) return words('生效日期早于公布当日。', 'It would be valid before it is published.')
    const later = state.entries.find(({ item }) => (facts.catalogue?.[item]?.from ?? '') > from)
    return later && named(later, '目录中已有更晚生效的版本', 'the catalogue holds a version that begins later')
  },
)

/** What was approved is written on the version it was read against; another adjustment in between is read first. */
export const catalogueUnchanged = guard<CatalogueCase>(
  'catalogue-unchanged',
  cite('行政处罚法', 39),
  {
    title: words('事项在审批期间未被另行调整', 'The item was not adjusted by others meanwhile'),
    cure: words('退回重新提出，按现行版本填写。', 'Send it back and propose it anew on the present version.'),
    needs: ['catalogue'],
  },
  ({ state, facts }) => {
    const moved = state.entries.find(({ item, against }) => facts.catalogue !== undefined && (facts.catalogue[item]?.version ?? 0) !== against)
    return moved && named(moved, '目录中的版本已经变化', 'the catalogue holds another version by now')
  },
)

/** 国办发〔2024〕54号: an inspection is published before it is made; other powers rest on their norm (R14). */
export const provisionalAllowed = guard<CatalogueCase>(
  'provisional-allowed',
  cite('行政处罚法', 39),
  {
    title: words('可以先行使用的新增事项', 'New items that may be used before publication'),
    cure: words('行政检查事项公布后才能实施；其他事项已经录入的，直接办理公布。', 'Inspections are made only once published; what was entered already is simply published.'),
  },
  ({ state }) => !state.entries.some(isProvisionable) && words('没有可以先行录入的新增事项。', 'There is no new item that may be entered before its publication.'),
)

export const isProvisionable = ({ change, content, provisional }: AdjustedItem): boolean => change === 'add' && content.kind !== 'inspection' && provisional === undefined
