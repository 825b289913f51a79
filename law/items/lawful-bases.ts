import { cite, type Citation } from '../citation.ts'
import { rankOf, type NormRank } from '../citations/rank.ts'
import { penaltyKind, type PenaltyCode } from '../penalties/kinds.ts'
import { words, type Words } from '../words.ts'
import { itemKinds, type ItemKind } from './content.ts'

/** 强制法 9, 12: which measure or execution an item of coercion is decides who may have set it. */
export type Coercion = 'restrict-person' | 'seal' | 'seize' | 'freeze' | 'other-measure' | 'execution'

export const coercions: Readonly<Record<Coercion, Words>> = {
  'restrict-person': words('限制公民人身自由', 'Restriction of personal freedom'),
  seal: words('查封场所、设施或者财物', 'Sealing'),
  seize: words('扣押财物', 'Seizure'),
  freeze: words('冻结存款、汇款', 'Freezing of deposits'),
  'other-measure': words('其他行政强制措施', 'Another measure'),
  execution: words('行政强制执行', 'Execution by coercion'),
}

const ranks: Readonly<Record<NormRank, Words>> = {
  law: words('法律', 'law'),
  'administrative-regulation': words('行政法规', 'administrative regulation'),
  'local-regulation': words('地方性法规', 'local regulation'),
  'departmental-rule': words('部门规章', 'departmental rule'),
  'local-rule': words('地方政府规章', 'local government rule'),
  unknown: words('效力层级不明', 'rank unknown'),
}

/** What sets a norm's rank: the register of statutes if it knows it, its name otherwise. 通知、意见 and their like are no basis at all. */
export const standingRank = (statute: string, registered: string | undefined): NormRank =>
  registered !== undefined && registered !== 'unknown' && Object.hasOwn(ranks, registered) ? (registered as NormRank) : rankOf(statute)

export const isNormativeDocument = (statute: string): boolean => /(?:通知|意见|方案|批复|复函|函|公告|通告|纪要|指南|清单|目录|基准)(?:[（(].*[）)])?$/.test(statute)

interface Setting {
  readonly article: Citation
  readonly may: readonly NormRank[]
}

const regulations: readonly NormRank[] = ['law', 'administrative-regulation', 'local-regulation']
const withRules: readonly NormRank[] = [...regulations, 'departmental-rule', 'local-rule']

/** Which norms may set a power of each kind (R18). A lower one may stand beside them, never alone. */
const settings: Readonly<Record<Exclude<ItemKind, 'coercion'>, Setting>> = {
  penalty: { article: cite('行政处罚法', 16), may: withRules },
  licence: { article: cite('行政许可法', 17), may: [...regulations, 'local-rule'] },
  levy: { article: cite('立法法', 91, 2), may: regulations },
  requisition: { article: cite('立法法', 11, undefined, 7), may: ['law'] },
  confirmation: { article: cite('立法法', 91, 2), may: withRules },
  inspection: { article: cite('立法法', 91, 2), may: withRules },
  reward: { article: cite('立法法', 91, 2), may: withRules },
  payment: { article: cite('立法法', 91, 2), may: withRules },
  adjudication: { article: cite('立法法', 91, 2), may: regulations },
  other: { article: cite('立法法', 91, 2), may: withRules },
}

/** 强制法 10, 13: freezing and personal freedom by law alone, execution too; sealing and seizing down to a local regulation. */
const coercionBy: Readonly<Record<Coercion, Setting>> = {
  'restrict-person': { article: cite('行政强制法', 10, 2), may: ['law'] },
  freeze: { article: cite('行政强制法', 10, 2), may: ['law'] },
  'other-measure': { article: cite('行政强制法', 10, 2), may: ['law', 'administrative-regulation'] },
  seal: { article: cite('行政强制法', 10, 3), may: regulations },
  seize: { article: cite('行政强制法', 10, 3), may: regulations },
  execution: { article: cite('行政强制法', 13, 1), may: ['law'] },
}

/** 处罚法 13, 14: a rule standing alone may set these; 12: a local regulation everything but detention and the business licence. */
const byRule: readonly string[] = ['warning', 'public-criticism', 'fine']

export interface Rested {
  readonly kind: ItemKind
  readonly coercion?: Coercion
  /** Of a penalty: its kinds under 处罚法 9. */
  readonly kinds: readonly string[]
  readonly norms: readonly { readonly statute: string; readonly rank: NormRank }[]
  /** A provincial rule's licence is a temporary one, a year at most (许可法 15(1)). */
  readonly temporary: boolean
}

/** Why these norms cannot carry the power, with the article that says so; nothing where they can. */
export function unlawfulBases({ kind, coercion, kinds, norms, temporary }: Rested): { readonly article: Citation; readonly message: Words } | undefined {
  const setting = kind === 'coercion' ? coercionBy[coercion ?? 'other-measure'] : settings[kind]
  const document = norms.find(({ statute, rank }) => isNormativeDocument(statute) && rank === 'unknown')
  if (document) return { article: setting.article, message: words(`《${document.statute}》是行政规范性文件，不得设定${itemKinds[kind].zh}`, `${document.statute} is a normative document and may set no power`) }
  const unknown = norms.find(({ rank }) => rank === 'unknown')
  if (unknown) return { article: setting.article, message: words(`《${unknown.statute}》的效力层级不能确定`, `the rank of ${unknown.statute} is not known`) }
  const may = setting.may.filter((rank) => temporary || kind !== 'licence' || rank !== 'local-rule')
  if (!norms.some(({ rank }) => may.includes(rank))) {
    const named = norms[0]
    const [zh, en] = [may.map((rank) => ranks[rank].zh).join('、'), may.map((rank) => ranks[rank].en).join(', ')]
    return {
      article: setting.article,
      message: words(`${named ? `《${named.statute}》是${ranks[named.rank].zh}，` : ''}${itemKinds[kind].zh}应当由${zh}设定`, `${named ? `${named.statute} is a ${ranks[named.rank].en}; ` : ''}a power of this kind is set by: ${en}`),
    }
  }
  const beyond = kind === 'penalty' && norms.every(({ rank }) => rank === 'departmental-rule' || rank === 'local-rule') ? kinds.find((each) => !byRule.includes(each)) : undefined
  return beyond === undefined ? undefined : {
    article: norms.some(({ rank }) => rank === 'departmental-rule') ? cite('行政处罚法', 13, 2) : cite('行政处罚法', 14, 2),
    message: words(`仅以规章为依据，不能设定“${penaltyKind(beyond as PenaltyCode).words.zh}”`, `rules alone cannot set: ${penaltyKind(beyond as PenaltyCode).words.en}`),
  }
}
