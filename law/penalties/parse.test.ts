import { expect, test } from 'vitest'
import type { Branch } from './branch.ts'
import { parseBranches } from './parse.ts'

/** A branch as one line: [condition] subject: kind/connective … fine. Amounts in yuan. */
function line({ condition, subject, kinds, fine }: Branch): string {
  const bound = (b: number | { n: number; d: number }) => (typeof b === 'number' ? `${b / 100}` : b.d === 1 ? `${b.n}x` : `${b.n}/${b.d}`)
  const amount = !fine ? '' : fine.base === 'unspecified' ? ' ?' : ` ${fine.base} ${fine.floorInclusive ? bound(fine.floor) : ''}..${bound(fine.ceiling)}`
  return `[${condition}] ${subject}: ${kinds.map((k) => `${k.kind}/${k.connective}`).join(' ')}${amount}`
}
const lines = (text: string) => parseBranches(text).branches.map(line)

test.each<[string, string[]]>([
  ['可以处二万元以下的罚款', ['[] any: fine/may absolute ..20000']],
  ['并处3万元罚款', ['[] any: fine/must absolute 30000..30000']],
  ['处五至十万元罚款', ['[] any: fine/must absolute 50000..100000']],
  ['对单位并处一万元至五万元的罚款', ['[] unit: fine/must absolute 10000..50000']],
  ['对个人处警告或者五百元以下罚款', ['[] individual: warning/one-of fine/one-of absolute ..500']],
  ['处以虚报注册资本金额百分之五以上百分之十五以下的罚款', ['[] any: fine/must named 1/20..3/20']],
  ['并处违法生产产品（包括已售出和未售出的产品，下同）货值金额等值以上三倍以下的罚款', ['[] any: fine/must goods-value 1x..3x']],
  [
    '责令改正，可以根据情节单处或者并处警告、没收违法所得、处以违法所得一倍以上十倍以下的罚款，没有违法所得的，处以五十万元以下的罚款；情节严重的，责令停业整顿、吊销营业执照',
    [
      '[] any: warning/single-or-combined confiscate-gains/single-or-combined fine/single-or-combined illegal-gains 1x..10x',
      '[没有违法所得的] any: fine/single-or-combined absolute ..500000',
      '[情节严重的] any: stop-business/must revoke-licence/must',
    ],
  ],
  [
    '货值金额不足一万元的，并处五万元以上十万元以下罚款；货值金额一万元以上的，并处货值金额十倍以上二十倍以下罚款；情节严重的，吊销许可证，并可以由公安机关对其直接负责的主管人员和其他直接责任人员处五日以上十五日以下拘留',
    [
      '[货值金额不足一万元的] any: fine/must absolute 50000..100000',
      '[货值金额一万元以上的] any: fine/must goods-value 10x..20x',
      '[情节严重的] any: revoke-licence/must',
      '[情节严重的] responsible-person: detention/may',
    ],
  ],
  [
    '处广告费用一倍以上三倍以下的罚款，广告费用无法计算或者明显偏低的，处十万元以上二十万元以下的罚款；情节严重的，处广告费用三倍以上五倍以下的罚款，广告费用无法计算或者明显偏低的，处二十万元以上一百万元以下的罚款，可以吊销营业执照',
    [
      '[] any: fine/must named 1x..3x',
      '[广告费用无法计算或者明显偏低的] any: fine/must absolute 100000..200000',
      '[情节严重的] any: fine/must revoke-licence/may named 3x..5x',
      '[情节严重的，广告费用无法计算或者明显偏低的] any: fine/must absolute 200000..1000000',
    ],
  ],
  [
    '逾期未改正的，责令停产停业整顿，并处十万元以上二十万元以下的罚款， 对其直接负责的主管人员和其他直接责任人员处二万元以上五万元以下的罚款',
    ['[逾期未改正的] any: stop-business/must fine/must absolute 100000..200000', '[逾期未改正的] responsible-person: fine/must absolute 20000..50000'],
  ],
  [
    '对货主以外的承运人处运输费用三倍以上五倍以下罚款，情节严重的，处五倍以上十倍以下罚款',
    ['[对货主以外的承运人] any: fine/must named 3x..5x', '[情节严重的，对货主以外的承运人] any: fine/must named 5x..10x'],
  ],
])('%s', (text, expected) => {
  expect(lines(text)).toEqual(expected)
  expect(parseBranches(text).status).toBe('parsed')
})

test('conduct, orders and criminal or civil consequences are no branches', () => {
  expect(
    lines('未取得许可证从事经营的，由县级以上人民政府主管部门责令改正；构成犯罪的，依法追究刑事责任；给他人造成损失的，依法承担赔偿责任'),
  ).toEqual([])
})

test('what does not yield surely is to be confirmed, with its words', () => {
  for (const [text, part] of [
    ['可以处以罚款', '未写明罚款数额'],
    ['处五万元以上一万元以下罚款', '五万元'],
    ['处一百元以上但不超过五百元的罚款', '一百元'],
    ['处五万元以下的罚款；拒不执行的，责令停产停业整顿；对其直接负责的主管人员处五万元以上十万元以下的罚款', '是否也适用于'],
    ['处一万元以下罚款，另行采取某种办法，处二万元以下罚款', '另行采取某种办法'],
    ['给他人造成损失的，依法承担赔偿责任', '没有读出处罚'],
  ] as const) {
    const { status, reasons } = parseBranches(text)
    expect(status, text).toBe('to-be-confirmed')
    expect(reasons.map((reason) => reason.zh).join(), text).toContain(part)
  }
})

test('an organ that the norm names for one kind stands on that kind', () => {
  const [branch] = parseBranches('情节严重的，由原发证机关吊销许可证').branches
  expect(branch?.kinds).toEqual([{ kind: 'revoke-licence', connective: 'must', organ: '原发证机关', text: '吊销许可证' }])
})

test('a list that belongs to a condition is kept with it', () => {
  const [, second] = parseBranches('处三千元以下罚款；有下列情形之一的，处三千元以上五千元以下罚款：\n（一）甲；\n（二）乙。').branches
  expect(second?.condition).toBe('有下列情形之一的（一）甲；（二）乙。')
})
