import { isPart } from '@faheng/law/statutes/read.ts'

/** One request: texts with their paths, and the lists of statuses, which every request carries. */
export interface Batch {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly statuses: readonly string[]
}

/** The files of one code stay together; else a request carries about a million characters. */
export async function batchesOf(chosen: readonly File[]): Promise<Batch[]> {
  const read = await Promise.all(chosen.map(async (file) => ({ path: file.webkitRelativePath || file.name, text: decoded(await file.arrayBuffer()) })))
  const statuses = read.filter(({ path }) => path.endsWith('.json')).map(({ text }) => text)
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
  return batches.map((files) => ({ files, statuses }))
}

function decoded(bytes: ArrayBuffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return new TextDecoder('utf-8').decode(bytes)
}
