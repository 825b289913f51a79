import { afterAll, describe, expect, test } from 'vitest'
import { inflateSync } from 'node:zlib'
import { Value } from 'typebox/value'
import { documents } from '@faheng/law/documents/index.ts'
import { sampleFrame, samples } from '@faheng/law/documents/samples.test-data.ts'
import { startDocumentEngine } from './engine.ts'

const engine = startDocumentEngine()
afterAll(() => engine.close())

const frame = { ...sampleFrame, date: '2026-11-23' }
const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

describe.each(Object.values(documents).map(({ kind }) => kind))('%s', (kind) => {
  test.each(['least', 'most'] as const)('renders its %s fields as PDF/A-2b with its title and date', async (size) => {
    const { pdf, pages, unprintable } = await engine.render({ kind, fields: samples[kind]?.[size], frame })
    const raw = text(pdf)
    expect(raw.startsWith('%PDF-1.7')).toBe(true)
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(raw).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(raw).toContain('/MarkInfo')
    expect(raw).toContain('D:20261123')
    expect(raw.match(/\/Type\s*\/Page\b/g)?.length ?? pages).toBe(pages)
    expect(pages).toBeGreaterThanOrEqual(1)
    expect(unprintable).toEqual([])
  })

  test('previews an empty form', async () => {
    const shown = await engine.preview({ kind, session: kind, fields: {}, frame: { body: frame.body } })
    expect(shown?.pages).toBeGreaterThanOrEqual(1)
    expect(String(shown?.content).startsWith('<svg')).toBe(true)
  })
})

test.each([[40, 16], [54, 200]])('the plan’s public summary is one page with %i measures whose titles have %i letters', async (measures, letters) => {
  const rows = Array.from({ length: measures }, (_, i) => ({ part: i % 6, number: i + 1, title: '健全跨部门跨区域跨层级的行政执法协作机制'.repeat(10).slice(0, letters), state: '暂不能衡量', rule: '', indicators: [] }))
  const parts = Array.from({ length: 6 }, (_, part) => ({ title: '推进严格规范公正文明执法', rows: rows.filter((row) => row.part === part).map(({ part: _part, ...row }) => row) }))
  const states = ['已完成', '正常推进', '有风险', '逾期', '暂不能衡量'].map((title, i) => ({ title, count: 10 + i }))
  const { pages } = await engine.render({ kind: 'plan-report', fields: { county: '云岭县', year: 2026, on: '2026-11-23', public: true, states, parts, bodies: [], tasks: [] }, frame })
  expect(pages).toBe(1)
})

test('the same job gives the same bytes', async () => {
  const job = { kind: 'penalty-decision', fields: samples['penalty-decision']?.most, frame }
  const first = await engine.render(job)
  const second = await engine.render(job)
  expect(Buffer.compare(first.pdf, second.pdf)).toBe(0)
  expect(first.pages).toBeGreaterThan(4)
})

test('a character no face has is printed as its code point, and told', async () => {
  const fields = { ...(samples['order-to-correct']?.least as object), facts: '经营者𫝀某使用😀标识。' }
  const { unprintable } = await engine.render({ kind: 'order-to-correct', fields, frame })
  expect(unprintable).toEqual(['𫝀', '😀'])
})

test('text is never read as markup', async () => {
  const fields = { ...(samples['order-to-correct']?.least as object), facts: '#panic("x") $a$ *粗* `raw` \\ [b] <c> @d' }
  await expect(engine.render({ kind: 'order-to-correct', fields, frame })).resolves.toMatchObject({ unprintable: [] })
})

test('a newer preview of a session takes the place of older ones', async () => {
  const ask = (name: string) => engine.preview({ kind: 'penalty-notice', session: 'form', fields: { party: { name } }, frame: { body: frame.body } })
  const shown = await Promise.all([ask('甲'), ask('乙'), ask('丙')])
  expect(shown.map((each) => each !== null)).toEqual([false, false, true])
})

test('an aborted preview is not rendered', async () => {
  const abort = new AbortController()
  abort.abort()
  expect(await engine.preview({ kind: 'penalty-notice', session: 'gone', fields: {}, frame: { body: frame.body }, signal: abort.signal })).toBeNull()
})

test('a draft and a voided paper say so', async () => {
  const job = { kind: 'case-cover', fields: samples['case-cover']?.least }
  const [plain, voided] = await Promise.all([engine.render({ ...job, frame }), engine.render({ ...job, frame: { ...frame, voided: true } })])
  expect(glyphRuns(voided.pdf)).toBe(glyphRuns(plain.pdf) + 1)
})

test('an unknown kind, a version to come and a closed engine are refused', async () => {
  await expect(engine.render({ kind: 'nothing', fields: {}, frame })).rejects.toThrow('no document kind nothing')
  await expect(engine.render({ kind: 'case-cover', version: 9, fields: {}, frame })).rejects.toThrow()
  const other = startDocumentEngine()
  await other.close()
  await expect(other.render({ kind: 'case-cover', fields: samples['case-cover']?.least, frame })).rejects.toThrow('closed')
})

test('a job that takes too long is given up and the next one works', async () => {
  const slow = startDocumentEngine({ timeoutMs: 1 })
  await expect(slow.render({ kind: 'case-cover', fields: samples['case-cover']?.least, frame })).rejects.toThrow('took over 1 ms')
  await slow.close()
})

test.each(Object.values(documents).flatMap(({ kind, fields }) => (['least', 'most'] as const).map((size) => ({ kind, size, fields }))))(
  '$kind accepts its $size sample and refuses an unknown field',
  ({ kind, size, fields }) => {
    expect(Value.Check(fields, samples[kind]?.[size])).toBe(true)
    expect(Value.Check(fields, { ...(samples[kind]?.[size] as object), unknown: 1 })).toBe(false)
  },
)

/** Text-showing operators on the first page's content streams. */
function glyphRuns(pdf: Uint8Array): number {
  const raw = Buffer.from(pdf)
  let count = 0
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
    if (raw.subarray(at - 3, at).toString('latin1') === 'end') continue
    try {
      count += inflateSync(raw.subarray(at + 7)).toString('latin1').match(/\bT[jJ]\b/g)?.length ?? 0
    } catch {
      // Fonts and metadata: no text.
    }
  }
  return count
}
