import type { Citation } from '@faheng/law/citation.ts'
import { parseCitations } from '@faheng/law/citations/parse.ts'
import type { ItemRow } from '../../acts/index.ts'
import type { CaseFile } from './file.ts'

/** What an item's norms forbid, and which of them punish it (处罚法 44, 59(1)(3)). */
interface Norms {
  readonly broken: readonly Citation[]
  readonly punishing: readonly Citation[]
}

/** 违法行为 in the words of the catalogue: 对……的处罚 names a power, its middle the conduct. */
export const conductOf = (item: ItemRow | undefined): string =>
  (item?.title ?? '').trim().replace(/^对(.+?)的?(?:行政)?处罚$/, '$1').replace(/(?:的违法行为|的行为)$/, '').replace(/的$/, '')

/** All conducts of the case, or of one party, 、 between them; empty before filing. */
export const conductsOf = ({ state, read }: CaseFile, party?: string): string =>
  [...new Set(state.violations.filter(({ parties }) => party === undefined || parties.includes(party)).map(({ item }) => conductOf(read.items[item])))].filter((each) => each !== '').join('、')

/**
 * A basis whose text threatens a penalty punishes; others say what was to be done, and so does 违反本法第……条 in the text of a
 * punishing one, if it names a single place. Without texts every basis counts as punishing.
 */
export function normsOf(item: ItemRow | undefined): Norms {
  const bases = basesOf(item)
  const punishes = bases.some(({ text }) => threatens.test(text))
  const punishing = bases.filter(({ text }) => !punishes || text === '' || threatens.test(text))
  const duties = bases.filter((base) => !punishing.includes(base)).flatMap(({ citations }) => citations)
  const named = distinct(punishing.flatMap(({ citations, text }) => (citations[0] ? brokenIn(text.replace(/本(?:法|条例|办法|规定|细则)(?=第)/g, `《${citations[0].statute}》`)) : [])))
  return {
    broken: distinct([...duties, ...(named.length === 1 ? named : [])]),
    punishing: distinct(punishing.flatMap(({ citations }) => citations)),
  }
}

/** The places a text says were broken: 违反《……》第……条. */
export const brokenIn = (text: string): Citation[] =>
  distinct([...text.matchAll(/违反了?([^。；\n]*?)(?=依据|根据|依照|按照|构成|违反|[。；\n]|$)/g)].flatMap(([, part]) => citationsIn(part ?? '')))

export const citationsIn = (text: string): Citation[] =>
  text === '' ? [] : parseCitations(text).read.map(bare)

/** Each place once, and no whole article beside a paragraph or item of it. */
export function distinct(citations: readonly Citation[]): Citation[] {
  const once = [...new Map(citations.map((each) => [JSON.stringify(bare(each)), each])).values()]
  const whole = ({ paragraph, item }: Citation) => paragraph === undefined && item === undefined
  return once.filter((each) => !whole(each) || !once.some((one) => !whole(one) && one.statute === each.statute && one.article === each.article && one.sub === each.sub))
}

const threatens = /罚款|没收|警告|通报批评|吊销|暂扣|降低资质|停产停业|责令关闭|限制从业|给予.{0,6}处罚|拘留/

/** `bases` is `[{ citation | citations, text }]`; a citation is a place or its text. */
function basesOf(item: ItemRow | undefined): { readonly citations: readonly Citation[]; readonly text: string }[] {
  if (!Array.isArray(item?.bases)) return []
  return (item.bases as unknown[]).filter(isRecord).map(({ citation, citations, text }) => ({
    citations: [citation, ...(Array.isArray(citations) ? citations : [])].flatMap((each) =>
      typeof each === 'string' ? citationsIn(each) : isCitation(each) ? [bare(each)] : [],
    ),
    text: typeof text === 'string' ? text : '',
  }))
}

const bare = ({ statute, article, sub, paragraph, item }: Citation): Citation => ({
  statute,
  article,
  ...(sub === undefined ? {} : { sub }),
  ...(paragraph === undefined ? {} : { paragraph }),
  ...(item === undefined ? {} : { item }),
})

const isCitation = (value: unknown): value is Citation => isRecord(value) && typeof value['statute'] === 'string' && typeof value['article'] === 'number'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
