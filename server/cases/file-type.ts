import { open } from 'node:fs/promises'

/** What the first bytes of a file say it is, held against what its sender says. Types without a mark of their own pass. */
export async function typeOf(place: string): Promise<{ matches(type: string): boolean }> {
  const handle = await open(place, 'r')
  const head = Buffer.alloc(16)
  await handle.read(head, 0, 16, 0).finally(() => handle.close())
  const known = marks.find(([mark, , offset = 0]) => head.subarray(offset, offset + mark.length).equals(mark))
  return {
    matches: (type) => (known ? type === known[1] || (known[1] === 'video/mp4' && /^(video|audio|image)\//.test(type)) : !strict.has(type)),
  }
}

const marks: readonly (readonly [Buffer, string, number?])[] = [
  [Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
  [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png'],
  [Buffer.from('%PDF-'), 'application/pdf'],
  [Buffer.from('ftyp'), 'video/mp4', 4],
]

const strict = new Set(['image/jpeg', 'image/png', 'application/pdf'])
