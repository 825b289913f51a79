import { makeCreditCode } from '@faheng/law/identifiers/credit-code.ts'
import { makeResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { addDays, type Day } from '@faheng/law/time/day.ts'
import { countyOf, type County } from '../county.ts'
import { partiesOf, type DemoParty } from '../parties.ts'
import { planOf } from '../plan.ts'
import { randomOf } from '../random.ts'
import type { PlannedAct } from '../rehearsal.ts'

export interface Templates {
  /** With the parties of all its years. */
  readonly county: County
  readonly acts: readonly PlannedAct[]
}

/**
 * Three years of one county, as long as its registers reach back: five in a hundred cases are of the last weeks, most of them
 * open; the others have had their time, and few were left lying. Each part has parties of its own, so that no case of one year
 * stands in the way of another's.
 */
export async function templatesOf(seed: number, date: Day, count: number): Promise<Templates> {
  const county = countyOf(seed, date)
  const parts = await Promise.all(spread.map(async ({ yearsAgo, share, settled }, at) => {
    const day = addDays(date, -365 * yearsAgo)
    const parties = partiesOf(randomOf(seed).part(`parties ${at}`), day).map((each, n) => ({ ...each, id: `party_${at + 1}${String(n).padStart(3, '0')}` }))
    const before = spread.slice(0, at).reduce((sum, each) => sum + Math.round(count * each.share), 0)
    const cases = at === spread.length - 1 ? count - before : Math.round(count * share)
    const { acts } = await planOf({ ...county, date: day, parties }, cases, { first: at * firstOf, settled, until: date })
    return { parties, acts }
  }))
  return {
    county: { ...county, parties: parts.flatMap(({ parties }) => parties) },
    acts: parts.flatMap(({ acts }) => acts).toSorted((a, b) => (a.at === b.at ? (a.act.id < b.act.id ? -1 : 1) : a.at < b.at ? -1 : 1)),
  }
}

const spread = [
  { yearsAgo: 0, share: 0.05, settled: false },
  { yearsAgo: 0, share: 0.3, settled: true },
  { yearsAgo: 1, share: 0.33, settled: true },
  { yearsAgo: 2, share: 0.32, settled: true },
] as const

/** Numbers of a part begin at a multiple of this: no two parts tell a case of one number. */
const firstOf = 2100

/** The same party in copy `k` of the county: another name, another valid code. */
export function anotherParty({ id, kind, name, birth }: DemoParty, at: number, k: number): { readonly id: string; readonly name: string; readonly code: string } {
  const random = randomOf(k).part(id)
  const named = name.startsWith('青河县') ? `青河县${random.pick(letters)}${random.pick(letters)}${name.slice(5)}` : `${name.slice(0, 1)}${random.pick(letters)}${random.pick(letters)}`
  const n = (k * 1000 + at + 1) % 1_000_000
  return { id, name: named, code: birth ? makeResidentId(place, birth, (n % 999) + 1) : makeCreditCode(place, n, kind === 'individual-business' ? kind : 'company') }
}

const place = '140199'
const letters = [...'安邦彩昌诚晨达德鼎东丰富冠光海航浩和弘虹华辉惠吉佳嘉建健杰金锦京景聚君凯康科乐雷力利良亮林龙隆鲁美民铭宁鹏平启泉融瑞润森山尚晟世舒硕泰腾天通同拓旺威伟文祥新鑫信雄旭雅扬耀业宜亿益盈永友宇玉裕元圆远悦云运泽展兆振正志中众卓']
