import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of these entries, in their order: what workbooks and text documents are. The same entries give the same bytes. */
export function zip(entries: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content)
    const [title, packed] = [Buffer.from(name), deflateRawSync(bytes)]
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0) // version needed
    head.writeUInt16LE(names, 2)
    head.writeUInt16LE(deflated, 4)
    head.writeUInt16LE(firstDay, 8)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt16LE(title.length, 22)
    local.push(Buffer.from('PK\x03\x04'), head, title, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00'), head, place, title)
    offset += 30 + title.length + packed.length
  }
  const index = Buffer.concat(central)
  const end = Buffer.alloc(18)
  const n = Object.keys(entries).length
  end.writeUInt16LE(n, 4)
  end.writeUInt16LE(n, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, index, Buffer.from('PK\x05\x06'), end])
}

const deflated = 8
/** Names are UTF-8. */
const names = 0x0800
/** 1 January 1980, the first day the format knows: no clock is read. */
const firstDay = 0x21
