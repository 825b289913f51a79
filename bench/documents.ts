import { documents } from '@faheng/law/documents/index.ts'
import { sampleFrame, samples } from '@faheng/law/documents/samples.test-data.ts'
import { bindCaseFile } from '@faheng/server/platform/documents/case-file.ts'
import { startDocumentEngine } from '@faheng/server/platform/documents/engine.ts'
import { figure, report, type Figure } from './shared/report.ts'

/** `npm run bench -- documents`: milliseconds of each document through the whole engine, warm, kinds in turn and every sentence different, as a day brings them. */
const engine = startDocumentEngine()
const frame = { ...sampleFrame, date: '2026-11-23' }
const ROUNDS = 25

const started = performance.now()
await engine.render({ kind: 'case-cover', fields: samples['case-cover']?.least, frame })
const first = performance.now() - started

const kinds = Object.values(documents).map(({ kind }) => kind)
const [least, most] = [await measureAll('least'), await measureAll('most')]

const pdf = (await engine.render({ kind: 'penalty-decision', fields: samples['penalty-decision']?.most, frame })).pdf
const binding = performance.now()
const bound = await bindCaseFile({
  engine,
  body: frame.body,
  date: frame.date,
  cover: { cause: '某案', caseNumber: '某立〔2026〕1号', parties: '某店', handlers: '甲、乙', retention: '30年' },
  notes: { notes: '无。', binder: '甲', boundOn: frame.date },
  entries: Array.from({ length: 20 }, (_, i) => ({ title: `文书${i + 1}`, volume: 'main' as const, pdf })),
})
const bindingTook = performance.now() - binding
await engine.close()
report('documents', { kinds: kinds.length, rounds: ROUNDS }, [
  figure('first document, thread and faces included', 'ms', [first]),
  ...kinds.flatMap((kind) => [...figures(`${kind}, little`, least[kind]), ...figures(`${kind}, much`, most[kind])]),
  figure('case file of 20 documents, 140 pages', 'ms', [bindingTook]),
  figure('the same', 'kB', [bound.length / 1024]),
  figure(`resident after ${kinds.length * ROUNDS * 2} renders`, 'MB', [process.memoryUsage().rss / 2 ** 20]),
])

interface Measured {
  readonly times: number[]
  pages: number
  bytes: number
}

function figures(what: string, measured: Measured | undefined): Figure[] {
  return measured ? [figure(`${what}: ${measured.pages} p., ${Math.round(measured.bytes / 1024)} kB`, 'ms', measured.times)] : []
}

async function measureAll(size: 'least' | 'most'): Promise<Readonly<Record<string, Measured>>> {
  const all: Record<string, Measured> = {}
  for (let round = 0; round < ROUNDS; round++)
    for (const kind of kinds) {
      const fields = reworded(samples[kind]?.[size], round)
      const started = performance.now()
      const { pdf, pages } = await engine.render({ kind, fields, frame: { ...frame, number: `云市监〔2026〕${round}号`, code: `CODE-${round}` } })
      const measured = (all[kind] ??= { times: [], pages, bytes: 0 })
      measured.times.push(performance.now() - started)
      measured.bytes = pdf.length
    }
  return all
}

/** Typst remembers what it has laid out; no two papers say the same. */
function reworded(value: unknown, round: number): unknown {
  if (typeof value === 'string') return value.replaceAll('。', `（${round}）。`)
  if (Array.isArray(value)) return value.map((each) => reworded(each, round))
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, reworded(each, round)])) : value
}
