import { expect, test } from 'vitest'
import { penaltyKinds } from './kinds.ts'
import { sortKinds } from './sort-kinds.ts'

const codes = (column: string) => sortKinds(column).penalties.map((kind) => kind.code)

test('art. 9 names thirteen kinds in five groups, each with its own rank', () => {
  expect(penaltyKinds.kinds).toHaveLength(13)
  expect(new Set(penaltyKinds.kinds.map((kind) => kind.group))).toEqual(new Set([1, 2, 3, 4, 5]))
  expect(new Set(penaltyKinds.kinds.map((kind) => kind.rank)).size).toBe(13)
})

test('a mixed column is sorted into penalties, orders, consequences and powers of others', () => {
  expect(sortKinds('责令改正|警告|没收违法所得|罚款|责令停业整顿|吊销执照|追究刑事责任|赔偿损失|处分责任人|拘留|强制拆除')).toMatchObject({
    orders: ['责令改正'],
    measures: ['强制拆除'],
    consequences: ['追究刑事责任', '赔偿损失', '处分责任人'],
    otherOrgans: ['拘留'],
    unsorted: [],
  })
  expect(codes('责令改正|警告|没收违法所得|罚款|责令停业整顿|吊销执照|拘留')).toEqual([
    'warning', 'confiscate-gains', 'fine', 'stop-business', 'revoke-licence',
  ])
})

test('different words for one kind are one kind', () => {
  expect(codes('停业整顿|责令停业|责令停产停业|责令停工整顿')).toEqual(['stop-business'])
  expect(codes('职业禁止|从业禁止|暂停执业')).toEqual(['restrict-practice'])
  expect(codes('没收违法产品、工具|没收设备')).toEqual(['confiscate-goods'])
})

test('one cell may name a measure and a penalty on the same thing', () => {
  expect(sortKinds('暂扣、没收犬只')).toMatchObject({ measures: ['暂扣犬只'] })
  expect(codes('暂扣、没收犬只')).toEqual(['confiscate-goods'])
})

test('what the table does not know is kept, not guessed; 暂无 is empty', () => {
  expect(sortKinds('暂停受理审查|某种处理').unsorted).toEqual(['暂停受理审查', '某种处理'])
  expect(sortKinds('暂无')).toEqual({ penalties: [], orders: [], measures: [], consequences: [], otherOrgans: [], unsorted: [] })
})
