import { decodeText } from '@faheng/law/statutes/decode.ts'
import { isPart } from '@faheng/law/statutes/read.ts'

/** One request: texts with their paths, and the lists of statuses, which every request carries. */
export interface Batch {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly statuses: readonly string[]
  /** Lists of repeals, with the last request: what they end is there by then. */
  readonly repeals?: readonly string[]
}

/** The files of one code stay together; else a request carries about a million characters. */
export async function batchesOf(chosen: readonly File[]): Promise<Batch[]> {
  const read = await Promise.all(chosen.map(async (file) => ({ path: file.webkitRelativePath || file.name, text: decodeText(new Uint8Array(await file.arrayBuffer())) })))
  const lists = read.filter(({ path }) => path.endsWith('.json'))
  const repeals = lists.filter(({ text }) => isRepeals(text)).map(({ text }) => text)
  const statuses = lists.filter(({ text }) => !isRepeals(text)).map(({ text }) => text)
  const texts = read.filter(({ path }) => !path.endsWith('.json'))
  const batches: { path: string; text: string }[][] = []
  let size = Infinity
  for (const folder of Map.groupBy(texts, ({ path, text }) => (isPart(text) ? path.slice(0, path.lastIndexOf('/') + 1) : path)).values()) {
    const more = folder.reduce((n, { text }) => n + text.length, 0)
    if (size + more > 1_000_000) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(...folder)
    size += more
  }
  if (repeals.length > 0 && batches.length === 0) batches.push([])
  return batches.map((files, i) => ({ files, statuses, ...(repeals.length > 0 && i === batches.length - 1 ? { repeals } : {}) }))
}

const isRepeals = (text: string): boolean => /"repeals"\s*:\s*\[/.test(text)
