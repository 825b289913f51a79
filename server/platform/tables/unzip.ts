import { inflateRawSync } from 'node:zlib'
import { UnreadableTable } from './read-table.ts'

/** The entries of a zip archive by name (workbooks and text documents are such). @throws UnreadableTable: broken, encrypted, or more than `most` bytes together */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, most = 64 * 1024 * 1024): Map<string, Buffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, Buffer>()
  let room = most
  try {
    const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    if (end < 0) throw broken()
    let at = file.readUInt32LE(end + 16)
    for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
      if (file.readUInt32LE(at) !== 0x02014b50) throw broken()
      const [flags, method, packed] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
      const [nameLength, extra, comment, local] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
      const name = file.toString('utf8', at + 46, at + 46 + nameLength)
      at += 46 + nameLength + extra + comment
      if (!wanted(name)) continue
      if ((flags & 1) === 1 || (method !== 0 && method !== 8)) throw broken()
      const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      const content = file.subarray(from, from + packed)
      const inflated = method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, room) })
      room -= inflated.length
      if (room < 0) throw broken()
      found.set(name, inflated)
    }
    return found
  } catch (error) {
    throw error instanceof UnreadableTable ? error : broken()
  }
}

const broken = () => new UnreadableTable('压缩包损坏、加密或者过大', 'the archive is broken, encrypted or too large')
