import { makeCreditCode } from '@faheng/law/identifiers/credit-code.ts'
import { makeResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { addDays, addYears, type Day } from '@faheng/law/time/day.ts'
import { region } from './bodies.ts'
import { address, citizenName, companyName, shopName } from './names.ts'
import type { Random } from './random.ts'

export interface DemoParty {
  readonly id: string
  readonly kind: 'person' | 'individual-business' | 'legal-person' | 'organisation'
  readonly name: string
  readonly code: string
  readonly birth?: Day
  readonly representative?: string
  readonly address: string
  /** What it does, for the items that fit. */
  readonly line: Line
}

export type Line = 'food' | 'goods' | 'medicine' | 'advertising' | 'industry' | 'transport' | 'farming' | 'catering' | 'lodging' | 'citizen' | 'building'

const companies: readonly (readonly [Line, string])[] = [
  ['food', '食品'], ['food', '商贸'], ['goods', '建材'], ['goods', '家电'], ['medicine', '大药房连锁'], ['advertising', '文化传媒'], ['industry', '机械制造'],
  ['industry', '化工'], ['transport', '运输'], ['transport', '物流'], ['farming', '农业科技'], ['farming', '种业'], ['building', '建筑工程'], ['lodging', '酒店管理'],
]
const shops: readonly (readonly [Line, string])[] = [
  ['food', '超市'], ['food', '副食店'], ['catering', '面馆'], ['catering', '烧烤店'], ['goods', '五金店'], ['goods', '日用百货店'], ['farming', '农资店'], ['lodging', '宾馆'], ['lodging', '理发店'],
]

/** About 160 parties with valid codes: companies, individual businesses with their operators, people, two of them minors. */
export function partiesOf(random: Random, date: Day): DemoParty[] {
  const parties: DemoParty[] = []
  const names = new Set<string>()
  const unused = (make: () => string): string => {
    for (;;) {
      const name = make()
      if (!names.has(name) && names.add(name)) return name
    }
  }
  const id = () => `party-${String(parties.length + 1).padStart(3, '0')}`
  for (let n = 0; n < 70; n++) {
    const [line, word] = companies[n % companies.length] as readonly [Line, string]
    parties.push({ id: id(), kind: 'legal-person', name: unused(() => companyName(random, word)), code: makeCreditCode(region.id, n + 1), representative: citizenName(random), address: address(random), line })
  }
  for (let n = 0; n < 54; n++) {
    const [line, word] = shops[n % shops.length] as readonly [Line, string]
    parties.push({
      id: id(), kind: 'individual-business', name: unused(() => shopName(random, word)), code: makeCreditCode(region.id, n + 1, 'individual-business'),
      representative: citizenName(random), address: address(random), line,
    })
  }
  for (let n = 0; n < 34; n++) {
    const years = n === 0 ? 13 : n === 1 ? 16 : random.between(24, 66)
    const birth = addDays(addYears(date, -years), -random.between(150, 200))
    parties.push({ id: id(), kind: 'person', name: unused(() => citizenName(random)), code: makeResidentId(region.id, birth, n + 1), birth, address: address(random), line: n % 3 === 2 ? 'farming' : 'citizen' })
  }
  parties.push({ id: id(), kind: 'organisation', name: '青河县清源农产品专业合作社', code: makeCreditCode(region.id, 71), representative: citizenName(random), address: address(random), line: 'farming' })
  return parties
}
