import { penaltyKind, type PenaltyCode, type PenaltyKind } from './kinds.ts'

/** What the column 处罚种类 really holds (R18). */
export interface SortedKinds {
  /** Kinds of 处罚法 art. 9, each once. */
  readonly penalties: readonly PenaltyKind[]
  /** Orders to correct, stop or restore; never counted as penalties (处罚法 28(1)). */
  readonly orders: readonly string[]
  /** Coercive measures and execution (强制法 9, 12). */
  readonly measures: readonly string[]
  /** Civil, criminal, disciplinary and registry consequences: information only. */
  readonly consequences: readonly string[]
  /** Penalties that another organ imposes: 拘留. */
  readonly otherOrgans: readonly string[]
  /** What the table does not know, or on which the law's text must decide. */
  readonly unsorted: readonly string[]
}

/** Sorts a cell such as 责令改正|警告|没收违法产品、工具|罚款|追究刑事责任. */
export function sortKinds(column: string): SortedKinds {
  const sorted = {
    penalties: [] as PenaltyKind[],
    orders: [] as string[],
    measures: [] as string[],
    consequences: [] as string[],
    otherOrgans: [] as string[],
    unsorted: [] as string[],
  }
  for (const entry of column.split(/[|｜；;\n]/).map((part) => part.replace(/\s+/g, '')).filter((part) => part !== '' && part !== '暂无')) {
    for (const text of enumerated(entry)) {
      const code = PENALTIES.find(([pattern]) => pattern.test(text))?.[1]
      if (code === 'detention') add(sorted.otherOrgans, text)
      else if (code) add(sorted.penalties, penaltyKind(code))
      else add(sorted[OTHERS.find(([pattern]) => pattern.test(text))?.[1] ?? 'unsorted'], text)
    }
  }
  return sorted
}

const add = <T>(list: T[], entry: T) => list.includes(entry) || list.push(entry)

/** 暂扣、没收犬只 is two measures on one thing; 没收违法产品、工具 is one confiscation of several things. */
function enumerated(entry: string): string[] {
  const shared = /^(暂扣|扣押|查封)(?:、|或者?)(没收)(.+)$/.exec(entry)
  return shared ? [`${shared[1]}${shared[3]}`, `${shared[2]}${shared[3]}`] : [entry]
}

const PENALTIES: readonly (readonly [RegExp, PenaltyCode])[] = [
  [/^(?:给予|处以?)?警告$/, 'warning'],
  [/^(?:予以)?通报批评$/, 'public-criticism'],
  [/^(?:并?处以?)?罚款$/, 'fine'],
  [/^没收(?:违法|非法)(?:所得|收入)/, 'confiscate-gains'],
  [/^没收/, 'confiscate-goods'],
  [/^暂扣.*(?:证|照|许可)/, 'suspend-licence'],
  [/^降低.*(?:资质|等级)/, 'lower-grade'],
  [/^吊销/, 'revoke-licence'],
  [/^限制(?:开展)?生产/, 'restrict-activity'],
  [/^(?:责令)?(?:停产停业|停业整顿|停产整顿|停产停业整顿|停业|停工整顿|停工整治|停产整治)$/, 'stop-business'],
  [/^(?:责令)?(?:关闭|关停)$/, 'close-down'],
  [/^(?:限制从业|从业禁止|职业禁止|禁止从业|(?:责令)?暂停执业(?:活动)?)$/, 'restrict-practice'],
  [/拘留/, 'detention'],
]

const OTHERS: readonly (readonly [RegExp, Exclude<keyof SortedKinds, 'penalties' | 'unsorted' | 'otherOrgans'>])[] = [
  [/赔偿|民事责任|二倍工资|退还收取|刑事责任|处分|解聘/, 'consequences'],
  [/^(?:撤销(?:许可|公司登记|登记)|予以公告|记入信用档案)/, 'consequences'],
  [/^(?:强制|代履行|查封|扣押|暂扣|加收滞纳金|加处罚款)/, 'measures'],
  [/^(?:责令(?!.*赔偿)|恢复原状|消除|采取补救|限期|予以取缔|取缔|停止)/, 'orders'],
]
