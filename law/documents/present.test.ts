import { describe, expect, test } from 'vitest'
import { fillBlanks } from './blank.ts'
import { documents } from './index.ts'
import { addressed } from './parts/party.ts'
import { penaltyLines } from './parts/penalty.ts'
import { remedyText } from './parts/remedy.ts'
import { citationText, dayText, momentText, moneyText, paragraphs, periodText, present, yuanText } from './present.ts'
import { penaltyDecision } from './penalty-decision/document.ts'
import { sampleFrame, samples } from './samples.test-data.ts'

test('days, moments and periods read as the clock in China showed them', () => {
  expect(dayText('2026-11-03')).toBe('2026年11月3日')
  expect(momentText('2026-08-31T16:05:00.000Z')).toBe('2026年9月1日0时05分')
  expect(periodText('2026-08-31T01:30:00.000Z', '2026-08-31T03:05:00.000Z')).toBe('2026年8月31日9时30分至11时05分')
  expect(periodText('2026-08-31T01:30:00.000Z', '2026-08-31T17:00:00.000Z')).toBe('2026年8月31日9时30分至2026年9月1日1时00分')
})

test('sums stand in figures and capitals, without separators', () => {
  expect(yuanText(5_000_000)).toBe('50000元')
  expect(yuanText(1_000_005)).toBe('10000.05元')
  expect(moneyText(5_000_000)).toBe('人民币50000元（大写：伍万元整）')
  expect(moneyText(Number.NaN)).toContain('　')
})

test('a statute is cited by its full title', () => {
  expect(citationText({ statute: '食品安全法', article: 34, item: 10 })).toBe('《中华人民共和国食品安全法》第三十四条第（十）项')
  expect(citationText({ statute: '食品安全法实施条例', article: 67 })).toBe('《中华人民共和国食品安全法实施条例》第六十七条')
  expect(citationText({ statute: '食品经营许可和备案管理办法', article: 6 })).toBe('《食品经营许可和备案管理办法》第六条')
})

test('penalties are counted and added up; only a single one stands without number', () => {
  expect(penaltyLines([{ kind: 'warning' }])).toEqual(['警告。'])
  expect(penaltyLines([{ kind: 'confiscate-gains', amount: 16_800 }, { kind: 'fine', amount: 5_000_000 }])).toEqual([
    '1．没收违法所得人民币168元（大写：壹佰陆拾捌元整）；',
    '2．罚款人民币50000元（大写：伍万元整）。',
    '以上罚没款合计人民币50168元（大写：伍万零壹佰陆拾捌元整）。',
  ])
})

test('the remedy paragraph names organ, terms and court, and review alone where it comes first', () => {
  const remedy = { reviewOrgan: '某县人民政府', onlineChannel: '复议平台', court: '某县人民法院' }
  const both = remedyText(remedy, '本行政处罚决定', '你单位')
  for (const part of ['六十日内向某县人民政府申请行政复议', '通过复议平台在线', '六个月内直接向某县人民法院']) expect(both).toContain(part)
  const first = remedyText({ ...remedy, reviewFirst: true }, '本行政处罚决定', '你')
  expect(first).toContain('应当先申请行政复议')
  expect(first).not.toContain('六个月')
})

test('the surcharge is threatened only where there is a fine (处罚法 72)', () => {
  const least = samples['penalty-decision']?.least as Parameters<typeof penaltyDecision.view>[0]
  const performance = (penalties: typeof least.penalties) => String(penaltyDecision.view({ ...least, penalties })['performance'])
  expect(performance([{ kind: 'warning' }])).not.toContain('加处罚款')
  expect(performance([{ kind: 'fine', amount: 100 }])).toContain('不超出罚款的数额')
})

describe.each(Object.values(documents).map((definition) => ({ kind: definition.kind, definition })))('$kind', ({ kind, definition }) => {
  test('reads whole from its sample and from an empty form', () => {
    for (const fields of [samples[kind]?.least, samples[kind]?.most, fillBlanks(definition.fields, {})]) {
      const text = JSON.stringify(present(definition, fields as never, sampleFrame))
      for (const slip of ['undefined', 'NaN', '[object', '。。', '，。']) expect(text).not.toContain(slip)
    }
  })

  test('outward documents that decide on rights name the remedies', () => {
    if (['order-to-correct', 'penalty-decision', 'no-penalty-decision', 'surcharge-decision', 'seizure-decision', 'seizure-extension'].includes(kind)) expect(definition.fields.properties).toHaveProperty('remedy')
    expect(definition.outward && definition.series === undefined).toBe(false)
  })
})

test('blanks keep what was typed, drop what is unknown, and write nothing into optional places', () => {
  const filled = fillBlanks(penaltyDecision.fields, { party: { name: '甲', phone: '', x: 1 }, penalties: [{ kind: 'fine' }] })
  expect(filled.party).toEqual({ type: '', name: '甲', address: '' })
  expect(filled.penalties).toEqual([{ kind: 'fine' }])
  expect(filled).not.toHaveProperty('payment')
  expect(addressed(filled.party)).toBe('你（单位）')
  expect(paragraphs(' a \r\n\n b')).toEqual(['a', 'b'])
})
