import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitsOf, meets, type Branch } from './branch.ts'
import { parseBranches } from './parse.ts'

const yuan = (n: number) => n * 100
const only = (text: string): Branch => {
  const [branch] = parseBranches(text).branches
  if (!branch) throw new Error(`no branch in ${text}`)
  return branch
}

test('an absolute fine needs no base', () => {
  expect(limitsOf(only('处一万元以上五万元以下罚款'), {})).toEqual({ floor: yuan(10_000), ceiling: yuan(50_000) })
})

test('a multiple asks for its base and says so', () => {
  const branch = only('并处货值金额十倍以上二十倍以下罚款')
  expect(limitsOf(branch, { illegalGains: 1 })).toBe('unknown-base')
  expect(limitsOf(branch, { goodsValue: yuan(12_345.67) })).toEqual({ floor: 12_345_670, ceiling: 24_691_340 })
})

test('the floor rounds up and the ceiling down to whole fen', () => {
  const branch = only('处违法所得百分之五以上百分之十五以下的罚款')
  expect(limitsOf(branch, { illegalGains: 33 })).toEqual({ floor: 2, ceiling: 4 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (illegalGains) => {
      const limits = limitsOf(branch, { illegalGains })
      if (typeof limits === 'string') return false
      return limits.floor * 20 >= illegalGains && BigInt(limits.ceiling) * 20n <= BigInt(illegalGains) * 3n
    }),
  )
})

test('a small base counts as the amount the law names', () => {
  const branch = only('并处违法所得五倍以上二十倍以下的罚款，违法所得不足一万元的，按一万元计算')
  expect(limitsOf(branch, { illegalGains: yuan(3_000) })).toEqual({ floor: yuan(50_000), ceiling: yuan(200_000) })
  expect(limitsOf(branch, { illegalGains: yuan(20_000) })).toEqual({ floor: yuan(100_000), ceiling: yuan(400_000) })
})

test('a per-unit fine multiplies, a cap holds, an unstated figure is unknown', () => {
  expect(limitsOf(only('按照受侵害的劳动者每人1000元以上5000元以下的标准计算，处以罚款'), { units: 3 })).toEqual({ floor: yuan(3_000), ceiling: yuan(15_000) })
  expect(limitsOf(only('处违法所得3倍以下的罚款，但最高不超过30000元'), { illegalGains: yuan(50_000) })).toEqual({ floor: 0, ceiling: yuan(30_000) })
  expect(limitsOf(only('可以处以罚款'), {})).toBe('unknown-base')
  expect(limitsOf(only('给予警告'), {})).toBe('no-fine')
})

test('the amount decides which branch applies', () => {
  const [less, more] = parseBranches('货值金额不足一万元的，并处五万元以上十万元以下罚款；货值金额一万元以上的，并处货值金额十倍以上二十倍以下罚款').branches
  if (!less || !more) throw new Error('two branches expected')
  expect([meets(less, { goodsValue: yuan(9_999.99) }), meets(more, { goodsValue: yuan(9_999.99) })]).toEqual([true, false])
  expect([meets(less, { goodsValue: yuan(10_000) }), meets(more, { goodsValue: yuan(10_000) })]).toEqual([false, true])
  expect(meets(less, {})).toBe('unknown')
  const none = parseBranches('处违法所得五倍以下的罚款；没有违法所得或者违法所得在五万元以下的，可以处二十五万元以下的罚款').branches[1]
  if (!none) throw new Error('second branch expected')
  expect([0, yuan(50_000), yuan(50_000) + 1].map((illegalGains) => meets(none, { illegalGains }))).toEqual([true, true, false])
})
