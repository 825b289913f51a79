import { createHash, scryptSync, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { PassThrough, Transform, type Readable } from 'node:stream'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { seal, unseal, type Key } from '../platform/secrets/seal.ts'

/**
 * A backup is one file: a line that names the format, then lines of text under Zstandard, sealed in pieces where a key is given.
 * A line that begins with `#` says what follows, every other is a row as JSON; the last carries the SHA-256 of all before it, so
 * that a file cut short or changed is known before it is trusted.
 */
const format = 'faheng-backup 1'

/** 32 bytes out of whatever the operator keeps as his key. */
export const archiveKey = (secret: string): Key => scryptSync(secret, format, 32)

export interface ArchiveWriter {
  lines(texts: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Bytes handed on at a time: of less, the handing on costs, and of much more, memory that is new each time. */
export const portion = 1 << 16
/** Bytes that may wait to be packed while the next are read. */
const waiting = 1 << 22

export function writeArchive(file: string, key: Key | undefined): ArchiveWriter {
  const input = new PassThrough({ highWaterMark: waiting })
  const output = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  output.write(`${format} ${key ? 'sealed' : 'plain'}\n`)
  const packed = createZstdCompress({ chunkSize: portion })
  const written = key ? pipeline(input, packed, sealing(key), output) : pipeline(input, packed, output)
  // Whoever writes the next line or closes is told; until then it is nobody's.
  written.catch(() => undefined)
  const sha = createHash('sha256')
  return {
    async lines(texts) {
      const bytes = encoded(texts)
      sha.update(bytes)
      if (!input.write(bytes)) await Promise.race([once(input, 'drain'), written])
    },
    async close() {
      input.end(`#sha256 ${sha.digest('hex')}\n`)
      await written
    },
  }
}

/** Line by line into one piece of memory: joining them first would copy each twice more. */
function encoded(texts: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + 3 * text.length + 1, 0))
  let at = 0
  for (const text of texts) {
    at += bytes.write(text, at)
    bytes[at++] = 10
  }
  return bytes.subarray(0, at)
}

/**
 * Its lines, as many at a time as come.
 * @throws before anything is read when it is no backup, or is sealed and the key is missing; while reading when it was cut or changed
 */
export async function* readArchive(file: string, key: Key | undefined): AsyncGenerator<readonly string[]> {
  const source = createReadStream(file)
  const head = await headOf(source)
  if (head !== `${format} plain` && head !== `${format} sealed`) throw new Error(`${file} is no backup of this kind`)
  if (head.endsWith('sealed') && !key) throw new Error(`${file} is sealed: give its key with --key`)
  const plain = createZstdDecompress({ chunkSize: portion })
  const opened = head.endsWith('sealed') && key ? pipeline(source, opening(key), plain) : pipeline(source, plain)
  opened.catch((error: unknown) => plain.destroy(error as Error))
  const sha = createHash('sha256')
  let sum: string | undefined
  try {
    for await (const lines of linesOf(plain)) {
      if (lines.at(-1)?.startsWith('#sha256 ')) sum = lines.pop()?.slice(8)
      if (lines.length === 0) continue
      sha.update(lines.join('\n')).update('\n')
      yield lines
    }
    await opened
  } catch (error) {
    throw new Error(`${file} cannot be read to its end: ${(error as Error).message}`, { cause: error })
  }
  checkSum(file, sum, sha)
}

/** Whole lines of a text; what follows the last line feed is none. */
async function* linesOf(text: Readable): AsyncGenerator<string[]> {
  let begun = ''
  for await (const chunk of text.setEncoding('utf8')) {
    const lines = `${begun}${chunk as string}`.split('\n')
    begun = lines.pop() ?? ''
    if (lines.length > 0) yield lines
  }
}

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

const piece = 1 << 16

/** Pieces of 64 kB, each sealed with its place, the last one marked: none can be left out, moved or repeated. */
function sealing(key: Key): Transform {
  let kept = Buffer.alloc(0)
  let n = 0
  const frame = (part: Buffer, last: boolean): Buffer => {
    const sealed = seal(key, part, `${n++}${last ? ' last' : ''}`)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(sealed.length)
    return Buffer.concat([length, sealed])
  }
  return new Transform({
    transform(chunk: Buffer, _, done) {
      kept = Buffer.concat([kept, chunk])
      for (; kept.length > piece; kept = kept.subarray(piece)) this.push(frame(kept.subarray(0, piece), false))
      done()
    },
    flush(done) {
      this.push(frame(kept, true))
      done()
    },
  })
}

function opening(key: Key): Transform {
  let kept = Buffer.alloc(0)
  let n = 0
  let ended = false
  const open = (sealed: Buffer): Buffer => {
    try {
      return unseal(key, sealed, `${n}`)
    } catch {
      const last = unseal(key, sealed, `${n} last`)
      ended = true
      return last
    } finally {
      n++
    }
  }
  return new Transform({
    transform(chunk: Buffer, _, done) {
      kept = Buffer.concat([kept, chunk])
      try {
        for (let length = 0; kept.length >= 4 && kept.length >= 4 + (length = kept.readUInt32BE(0)); kept = kept.subarray(4 + length)) {
          if (ended) throw new Error('something follows its end')
          this.push(open(kept.subarray(4, 4 + length)))
        }
        done()
      } catch {
        done(new Error('the key is another, or it was changed'))
      }
    },
    flush: (done) => done(ended ? undefined : new Error('it was cut short')),
  })
}

