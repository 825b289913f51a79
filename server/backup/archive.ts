import { createHash, scryptSync, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { PassThrough, type Readable } from 'node:stream'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import type { Key } from '../platform/secrets/seal.ts'
import { opening, sealing } from './sealed-pieces.ts'

/**
 * A backup is one file: a line that names the format, then lines under Zstandard, sealed in pieces where a key is given. A line
 * that begins with `\#` is a heading and says what follows: rows as `COPY` writes them, which never begin so, or a file in
 * base64. The last heading is the SHA-256 of all before it, so that a file cut short or changed is known before it is trusted.
 */
const format = 'faheng-backup 2'

/** 32 bytes out of whatever the operator keeps as his key. */
export const archiveKey = (secret: string): Key => scryptSync(secret, 'faheng-backup', 32)

export interface Headings {
  /** The first: when the backup was made, and under which migration. */
  readonly faheng: { readonly at: string; readonly migrations: number }
  readonly key: { readonly name: string; readonly content: string }
  readonly table: { readonly name: string; readonly columns: readonly string[] }
  readonly file: { readonly hash: string }
  readonly end: { readonly rows: number; readonly tables: number; readonly files: number }
}

export type Heading = { readonly [W in keyof Headings]: { readonly what: W; readonly told: Headings[W] } }[keyof Headings]

export interface ArchiveWriter {
  heading<W extends keyof Headings>(what: W, told: Headings[W]): Promise<void>
  /** What belongs to the heading before; whole lines in the end, whatever pieces they come in. */
  write(bytes: Buffer): Promise<void>
  close(): Promise<void>
}

/** Bytes between two steps: in the streams' own pieces of 16 kB, the handing on costs. */
const chunkSize = 1 << 17
/** Bytes that may wait to be packed while the next are read. */
const highWaterMark = 1 << 22

export function writeArchive(file: string, key: Key | undefined): ArchiveWriter {
  const input = new PassThrough({ highWaterMark })
  const output = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  output.write(`${format} ${key ? 'sealed' : 'plain'}\n`)
  const packed = createZstdCompress({ chunkSize })
  const written = key ? pipeline(input, packed, sealing(key), output) : pipeline(input, packed, output)
  // Whoever writes the next line or closes is told; until then it is nobody's.
  written.catch(() => undefined)
  const sha = createHash('sha256')
  const write = async (bytes: Buffer): Promise<void> => {
    sha.update(bytes)
    if (!input.write(bytes)) await Promise.race([once(input, 'drain'), written])
  }
  return {
    heading: (what, told) => write(Buffer.from(`\\#${what} ${JSON.stringify(told)}\n`)),
    write,
    async close() {
      input.end(`\\#sha256 ${JSON.stringify(sha.digest('hex'))}\n`)
      await written
    },
  }
}

/**
 * Headings, and between them what belongs to them, as many whole lines at a time as come.
 * @throws before anything is read when it is no backup, or is sealed and the key is missing; while reading when it was cut or changed
 */
export async function* readArchive(file: string, key: Key | undefined): AsyncGenerator<Heading | Buffer> {
  const source = createReadStream(file, { highWaterMark: chunkSize })
  const head = await headOf(source)
  if (head !== `${format} plain` && head !== `${format} sealed`) throw new Error(`${file} is no backup of this kind`)
  if (head.endsWith('sealed') && !key) throw new Error(`${file} is sealed: give its key with --key`)
  const plain = createZstdDecompress({ chunkSize })
  const opened = head.endsWith('sealed') && key ? pipeline(source, opening(key), plain) : pipeline(source, plain)
  opened.catch((error: unknown) => plain.destroy(error as Error))
  const sha = createHash('sha256')
  let sum: string | undefined
  try {
    for await (const lines of wholeLines(plain))
      for (const part of parts(lines)) {
        if (!part.heading) {
          sha.update(part.bytes)
          yield part.bytes
          continue
        }
        const [, what, told = ''] = /^\\#([a-z0-9]+) (.*)\n$/s.exec(part.bytes.toString()) ?? []
        if (what === 'sha256') sum = JSON.parse(told) as string
        else {
          sha.update(part.bytes)
          yield { what, told: JSON.parse(told) as unknown } as Heading
        }
      }
    await opened
  } catch (error) {
    throw new Error(`${file} cannot be read to its end: ${(error as Error).message}`, { cause: error })
  }
  checkSum(file, sum, sha)
}

async function* wholeLines(plain: Readable): AsyncGenerator<Buffer> {
  let begun: Buffer = Buffer.alloc(0)
  for await (const chunk of plain) {
    const bytes = begun.length > 0 ? Buffer.concat([begun, chunk as Buffer]) : chunk as Buffer
    const end = bytes.lastIndexOf('\n') + 1
    begun = bytes.subarray(end)
    if (end > 0) yield bytes.subarray(0, end)
  }
}

/** Whole lines, parted where headings stand. */
function* parts(lines: Buffer): Generator<{ readonly heading: boolean; readonly bytes: Buffer }> {
  for (let at = 0; at < lines.length;) {
    const heading = lines[at] === backslash && lines[at + 1] === hash
    const next = heading ? lines.indexOf('\n', at) : lines.indexOf('\n\\#', at)
    const end = next < 0 ? lines.length : next + 1
    yield { heading, bytes: lines.subarray(at, end) }
    at = end
  }
}

const [backslash, hash] = Buffer.from('\\#')

function checkSum(file: string, sum: string | undefined, sha: Hash): void {
  if (sum === undefined) throw new Error(`${file} was cut short`)
  if (sum !== sha.digest('hex')) throw new Error(`${file} was changed after it was written`)
}

async function headOf(source: Readable): Promise<string> {
  let head = ''
  while (!head.endsWith('\n') && head.length < 64) {
    const byte = source.read(1) as Buffer | null
    if (byte) head += byte.toString('latin1')
    else if (source.readableEnded) break
    else await Promise.race([once(source, 'readable'), once(source, 'end')])
  }
  return head.trimEnd()
}
