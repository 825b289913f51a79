import { expect, test } from 'vitest'
import { itemCode } from './code.ts'
import { readItemRow, refuseDuplicates } from './read-row.ts'

const row = (cells: Record<string, string>) => ({
  一级: '流通', 二级: '标签', 情形抽取: '未按规定标示', 法条依据: '《某某管理条例》第四十条第一款第（二）项',
  法条内容: '有下列行为之一的，由主管部门责令改正，给予警告；逾期不改正的，处一千元以上一万元以下罚款：\n（一）未建立台账的；\n（二）【未按规定标示的】。',
  类案: '暂无', 处罚依据: '未按规定标示', 处罚种类: '责令改正|警告|罚款', 处罚幅度: '处一千元以上一万元以下罚款', 涉刑风险: '暂无', 刑法依据: '', 刑法内容: '',
  ...cells,
})
const item = (cells: Record<string, string>) => {
  const read = readItemRow(row(cells), 2)
  if ('refused' in read) throw new Error(read.refused.reason.zh)
  return read.item
}

test('the article gives back the condition that the range column dropped', () => {
  const { branches, status, reasons } = item({})
  expect(branches.map((branch) => [branch.condition, branch.kinds.map((k) => k.kind)])).toEqual([
    ['', ['warning']],
    ['逾期不改正的', ['fine']],
  ])
  expect([status, reasons]).toEqual(['parsed', []])
})

test('暂无 is empty, and a basis without article, a missing basis or title is refused with its row', () => {
  expect(item({}).example).toBe('')
  expect(item({}).criminalRisk).toBeUndefined()
  for (const [cells, reason] of [
    [{ 法条依据: ' ' }, '没有法条依据'],
    [{ 法条依据: '暂无' }, '没有法条依据'],
    [{ 法条依据: '《某某管理条例》' }, '没有写明条文'],
    [{ 情形抽取: '' }, '没有情形名称'],
  ] as const) {
    const read = readItemRow(row(cells), 7)
    expect('refused' in read && read.refused).toMatchObject({ row: 7 })
    expect('refused' in read && read.refused.reason.zh).toContain(reason)
  }
})

test('a range that contradicts the article is kept, to be confirmed', () => {
  const { branches, status, reasons } = item({ 处罚幅度: '处一千元以上二万元以下罚款' })
  expect(status).toBe('to-be-confirmed')
  expect(branches.map((branch) => branch.status)).toEqual(['to-be-confirmed'])
  expect(reasons.map((reason) => reason.zh).join()).toContain('表列幅度与法条内容不一致')
})

test('a listed kind that the article does not impose is named', () => {
  const { status, reasons } = item({ 处罚种类: '警告|罚款|吊销许可证' })
  expect(status).toBe('to-be-confirmed')
  expect(reasons[0]?.zh).toBe('表列“吊销许可证件”，条文中未读到其条件')
})

test('several bases are paired with their texts by index; the branches say whose they are', () => {
  const { bases, branches } = item({
    法条依据: '《甲法》第三条|《乙条例》第四条',
    法条内容: '甲的，处一万元以下罚款。|乙的，没收违法所得，并处违法所得一倍以上三倍以下罚款。',
    处罚幅度: '处一万元以下罚款|并处违法所得一倍以上三倍以下罚款',
    处罚种类: '罚款|没收违法所得',
  })
  expect(bases.map((basis) => [basis.citations[0]?.statute, basis.rank])).toEqual([['甲法', 'law'], ['乙条例', 'administrative-regulation']])
  expect(branches.map((branch) => branch.basis)).toEqual([0, 1])
})

test('a part of the basis that cannot be read, and a rank the name does not tell, are to be confirmed', () => {
  expect(item({ 法条依据: '《某某管理条例》第四十条、本法有关条款' }).reasons.map((r) => r.zh).join()).toContain('依据未能识别')
  expect(item({ 法条依据: '《杭州市某某规定》第四十条' }).reasons.map((r) => r.zh).join()).toContain('效力层级须核对')
})

test('the code depends on title and articles alone', () => {
  const { code } = item({})
  expect(code).toMatch(/^I[0-9A-Z]{13}$/)
  expect(item({ 一级: '别的', 处罚幅度: '', 类案: '案' }).code).toBe(code)
  expect(item({ 法条依据: '《某某管理条例》第40条第1款第2项' }).code).toBe(code)
  expect(item({ 情形抽取: '另一情形（甲：１）' }).code).toBe(item({ 情形抽取: '另一情形(甲:1)' }).code)
  expect(item({ 情形抽取: '另一情形' }).code).not.toBe(code)
  expect(itemCode('甲', [{ statute: '乙法', article: 1 }])).toBe('I3AEONG1CV874E')
})

test('the second row with a code is refused and points to the first', () => {
  const rows = [2, 3, 4].map((n) => ({ row: n, read: readItemRow(row(n === 3 ? { 情形抽取: '另一情形' } : {}), n) }))
  const [first, second, third] = refuseDuplicates(rows)
  expect([first, second].every((read) => read && 'item' in read)).toBe(true)
  expect(third && 'refused' in third && third.refused).toMatchObject({ row: 4, reason: { zh: expect.stringContaining('与第2行重复') } })
})
