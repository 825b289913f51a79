import type { Citation } from '@faheng/law/citation.ts'
import type { BodySettings } from '@faheng/law/facts.ts'
import type { LeniencyRule } from '@faheng/law/discretion/conditions.ts'
import type { Fine } from '@faheng/law/penalties/branch.ts'
import { addDays, startOfDay, type Day, type Instant } from '@faheng/law/time/day.ts'
import { bodies, justice, region, type DemoBody } from './bodies.ts'
import { items, type DemoItem } from './items.ts'
import { partiesOf, type DemoParty } from './parties.ts'
import { staffOf, type Staff } from './people.ts'
import { randomOf } from './random.ts'
import { statutes, type DemoStatute } from './statutes.ts'

export interface DemoBenchmark {
  readonly id: string
  readonly item: string
  readonly body: string
  readonly tier: string
  readonly circumstances: string
  readonly branch: number
  /** Fen. */
  readonly floor: number
  readonly ceiling: number
  readonly range: Fine
  readonly rank: number
}

export type DemoLeniency = LeniencyRule & { readonly item: string; readonly body: string }

export interface DemoGrant {
  readonly id: string
  readonly township: string
  readonly item: string
  readonly basis: string
}

/** Everything the registers hold before the first case. */
export interface County extends Staff {
  readonly region: { readonly id: string; readonly name: string }
  /** The day it lives on; all of its past lies before. */
  readonly date: Day
  readonly seed: number
  /** When its registers were set up. */
  readonly since: Instant
  readonly bodies: readonly DemoBody[]
  readonly settings: Readonly<Record<string, BodySettings & PaperSettings>>
  readonly parties: readonly DemoParty[]
  readonly items: readonly DemoItem[]
  readonly statutes: readonly DemoStatute[]
  readonly benchmarks: readonly DemoBenchmark[]
  readonly grants: readonly DemoGrant[]
  readonly leniency: readonly DemoLeniency[]
}

/** An invented county of some 310,000 people: the same seed and date give the same county, letter by letter. */
export function countyOf(seed: number, date: Day): County {
  const random = randomOf(seed)
  const all = [...bodies, justice]
  return {
    region, date, seed,
    since: startOfDay(addDays(date, -1100)),
    bodies: all,
    ...staffOf(random.part('people'), date),
    settings: Object.fromEntries(all.map((body) => [body.id, settingsOf(body)])),
    parties: partiesOf(random.part('parties'), date),
    items, statutes, benchmarks, grants, leniency,
  }
}

/** Review goes to the county's people's government (复议法 24), suit to its court; thresholds as in the general overlay, in fen. */
const settingsOf = ({ overlay }: DemoBody): BodySettings & PaperSettings => ({
  overlay,
  hearingThreshold: { person: 1_000_000, organisation: 10_000_000 },
  discussionAlways: false, discussionFrom: null, discussionQuorum: { least: 2, share: 0.5 },
  remedy: { reviewOrgan: `${region.name}人民政府`, court: `${region.name}人民法院`, online: 'https://xzfy.moj.gov.cn' },
  lateEntryWorkdays: 3,
  payment: { bank: `${region.name}农村商业银行各营业网点`, accountName: `${region.name}财政局非税收入专户`, electronic: '缴款通知书所载的电子支付渠道' },
  contact: { phone: '0350-5550112', address: `${region.name}政务路1号` },
})

/** What papers say beside the law: where to pay, where to reach the body. Invented, like everything here. */
interface PaperSettings {
  readonly payment: { readonly bank: string; readonly accountName: string; readonly electronic: string }
  readonly contact: { readonly phone: string; readonly address: string }
}

const tiers = (item: string, body: string, branch: number, yuan: readonly [number, number, number, number]): DemoBenchmark[] =>
  (['从轻', '一般', '从重'] as const).map((tier, i) => ({
    id: `${item}-${i + 1}`, item, body, tier, branch, circumstances: circumstances[i] ?? '', floor: (yuan[i] ?? 0) * 100, ceiling: (yuan[i + 1] ?? 0) * 100, rank: i + 1,
    range: { base: 'absolute', floor: (yuan[i] ?? 0) * 100, ceiling: (yuan[i + 1] ?? 0) * 100, floorInclusive: (yuan[i] ?? 0) > 0 },
  }))

const circumstances = ['主动改正、违法时间短、没有危害后果', '没有从轻、从重情节', '违法时间长、屡次违法或者造成危害后果'] as const

const benchmarks: readonly DemoBenchmark[] = [
  ...tiers('food-expired', 'market', 0, [50_000, 60_000, 80_000, 100_000]),
  ...tiers('food-label', 'market', 0, [5_000, 15_000, 35_000, 50_000]),
  ...tiers('price-unmarked', 'market', 0, [0, 1_000, 3_000, 5_000]),
  ...tiers('safety-training', 'emergency', 0, [0, 30_000, 70_000, 100_000]),
  ...tiers('transport-maintenance', 'transport', 0, [1_000, 2_000, 4_000, 5_000]),
  ...tiers('health-unlicensed', 'health', 0, [500, 1_500, 3_500, 5_000]),
]

/** 处罚法 33 spelled out (R33). */
const leniency: readonly DemoLeniency[] = [
  {
    id: 'list-price-unmarked', list: 'exempt', item: 'price-unmarked', body: 'market', violation: '未按规定明码标价', title: '市场监管领域轻微违法行为免予处罚清单',
    conditions: { first: { months: 24 }, corrected: true, slight: true, others: ['未产生价格欺诈等其他后果'] },
  },
  {
    id: 'list-food-label', list: 'lighter', item: 'food-label', body: 'market', violation: '食品标签存在瑕疵', title: '市场监管领域从轻处罚清单',
    conditions: { corrected: true, others: ['主动召回、下架涉案食品'] },
  },
]

/** 处罚法 24: what the county handed down to its townships. */
const grants: readonly DemoGrant[] = [1, 2, 3].flatMap((n) =>
  ['city-paint', 'city-litter', 'city-occupy'].map((item) => ({ id: `grant-${n}-${item}`, township: `${region.id}10${n}`, item, basis: '省人民政府关于向乡镇人民政府赋予部分行政执法职权的决定' })),
)

/** What the items cite, for those who compare it with the statutes. */
export const citationsOf = (county: Pick<County, 'items'>): readonly Citation[] => county.items.flatMap((item) => item.bases.map(({ citation }) => citation))
