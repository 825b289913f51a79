import { expect, test } from 'vitest'
import { parseCitations } from './parse.ts'

/** 法第条款项 as compact text: 消防法 60(1)(3). */
const read = (text: string) =>
  parseCitations(text).read.map(
    (c) => `${c.statute} ${c.article}${c.sub ? `-${c.sub}` : ''}${c.paragraph ? `(${c.paragraph})` : ''}${c.item ? `.${c.item}` : ''}`,
  )

test.each([
  ['《消费者权益保护法》第五十六条第一款第（七）项', ['消费者权益保护法 56(1).7']],
  ['《中华人民共和国消防法》第二十一条第二款|《中华人民共和国消防法》第六十七条', ['消防法 21(2)', '消防法 67']],
  ['道路交通安全法第99条第1款第1项、第2款；新疆实施办法第85条', ['道路交通安全法 99(1).1', '道路交通安全法 99(2)', '新疆实施办法 85']],
  ['《杭州市客运出租汽车管理条例》第五十一条第一款第(五)项', ['杭州市客运出租汽车管理条例 51(1).5']],
  ['《食品安全法》（2018年修订）第一百二十四条第一款第（一）项、第（三）项', ['食品安全法 124(1).1', '食品安全法 124(1).3']],
  ['《食品安全法（2021年修正）》第一百二十四条', ['食品安全法 124']],
  ['《刑法》第一百三十四条之一', ['刑法 134-1']],
  ['《刑法》第一百二十条之一、第一百三十三条', ['刑法 120-1', '刑法 133']],
  ['《甲法》第三条第一项至第三项', ['甲法 3.1', '甲法 3.2', '甲法 3.3']],
  ['《甲法》第三条第（一）至（三）项和第五条', ['甲法 3.1', '甲法 3.2', '甲法 3.3', '甲法 5']],
  ['《甲法》第十条第一、二款', ['甲法 10(1)', '甲法 10(2)']],
  ['《甲条例》第三条、第五条至第七条', ['甲条例 3', '甲条例 5', '甲条例 6', '甲条例 7']],
  ['《浙江省实施〈禁止使用童工规定〉办法》第十四条第一款', ['浙江省实施〈禁止使用童工规定〉办法 14(1)']],
  ['《注册房地产估价师管理办法 》第三十六条', ['注册房地产估价师管理办法 36']],
  ['《放射诊疗管理规定》第四十一条第（七）项之规定', ['放射诊疗管理规定 41.7']],
  ['根据《甲法》第三条第二款第（十四）项和乙条例第四条的规定', ['甲法 3(2).14', '乙条例 4']],
  ['违反了食品安全法第３４条', ['食品安全法 34']],
  ['国务院《易制毒化学品管理条例》第三十二条、公安部《易制毒化学品购销和运输管理办法》第二十六条规定', ['易制毒化学品管理条例 32', '易制毒化学品购销和运输管理办法 26']],
  ['《水污染防治法》（2017年修订）第八十二条第（三）项： 违反本法规定，有前款第一项情形的，处二万元以下的罚款', ['水污染防治法 82.3']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected)
  expect(parseCitations(text).unread).toEqual([])
})

test('each citation knows where it stands and which edition it names', () => {
  const text = '见《食品安全法》（2018年修正）第一百二十四条第一款'
  const [citation] = parseCitations(text).read
  expect(citation).toMatchObject({ edition: '2018年修正' })
  expect(text.slice(...(citation?.source ?? [0, 0]))).toBe('《食品安全法》（2018年修正）第一百二十四条第一款')
})

test('what does not yield is reported, never dropped', () => {
  expect(parseCitations('《食品安全法》').unread).toMatchObject([{ unread: '《食品安全法》' }])
  expect(parseCitations('第五十六条第一款').unread.map((u) => u.unread)).toEqual(['第五十六条', '第一款'])
  expect(parseCitations('按有关规定处理').unread).toHaveLength(1)
  expect(parseCitations('《甲法》第三条|另见本法有关条款').unread).toMatchObject([{ unread: '另见本法有关条款' }])
  expect(parseCitations('')).toEqual({ read: [], unread: [] })
})
