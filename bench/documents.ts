import { documents } from '@faheng/law/documents/index.ts'
import { sampleFrame, samples } from '@faheng/law/documents/samples.test-data.ts'
import { bindCaseFile } from '@faheng/server/platform/documents/case-file.ts'
import { startDocumentEngine } from '@faheng/server/platform/documents/engine.ts'

/** `node bench/documents.ts`: best and median ms of each document through the whole engine, warm, every text different. */
const engine = startDocumentEngine()
const frame = { ...sampleFrame, date: '2026-11-23' }
const ROUNDS = 25

const started = performance.now()
await engine.render({ kind: 'case-cover', fields: samples['case-cover']?.least, frame })
console.log(`first document, thread and faces included: ${(performance.now() - started).toFixed(0)} ms\n`)
console.log('document'.padEnd(24), 'pages', '  best', 'median', '| pages', '  best', 'median', '    kB')

for (const { kind } of Object.values(documents)) {
  const [least, most] = [await measure(kind, 'least'), await measure(kind, 'most')]
  console.log(kind.padEnd(24), columns(least), '|', columns(most), (most.bytes / 1024).toFixed(0).padStart(6))
}

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
console.log(`\ncase file of 20 documents, 140 pages: ${(performance.now() - binding).toFixed(0)} ms, ${(bound.length / 1024).toFixed(0)} kB`)
console.log(`resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB after ${Object.keys(documents).length * ROUNDS * 2} renders`)
await engine.close()

interface Measured {
  readonly best: number
  readonly median: number
  readonly pages: number
  readonly bytes: number
}

function columns({ best, median, pages }: Measured): string {
  return `${String(pages).padStart(5)} ${best.toFixed(1).padStart(6)} ${median.toFixed(1).padStart(6)}`
}

async function measure(kind: string, size: 'least' | 'most'): Promise<Measured> {
  const times: number[] = []
  let pages = 0
  let bytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    const done = await engine.render({ kind, fields: samples[kind]?.[size], frame: { ...frame, number: `云市监〔2026〕${round}号`, code: `CODE-${round}` } })
    times.push(performance.now() - started)
    pages = done.pages
    bytes = done.pdf.length
  }
  times.sort((a, b) => a - b)
  return { best: times[0] ?? 0, median: times[ROUNDS >> 1] ?? 0, pages, bytes }
}
