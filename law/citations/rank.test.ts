import { expect, test } from 'vitest'
import { rankOf } from './rank.ts'

test.each([
  ['食品安全法', 'law'], ['生态环境法典', 'law'], ['城镇燃气管理条例', 'administrative-regulation'], ['城市道路管理条例', 'administrative-regulation'],
  ['禁止使用童工规定', 'administrative-regulation'], ['浙江省消防条例', 'local-regulation'], ['杭州市城乡规划条例', 'local-regulation'],
  ['新疆维吾尔自治区实施〈中华人民共和国道路交通安全法〉办法', 'local-regulation'], ['消毒管理办法', 'departmental-rule'],
  ['医疗机构管理条例实施细则', 'departmental-rule'], ['浙江省餐厨垃圾管理办法', 'local-rule'], ['杭州市限制养犬规定', 'unknown'],
  ['计量法实施细则', 'unknown'], ['某某标准', 'unknown'],
])('%s is %s', (statute, rank) => expect(rankOf(statute)).toBe(rank))
