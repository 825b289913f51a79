import { Transform } from 'node:stream'
import { seal, unseal, type Key } from '../platform/secrets/seal.ts'

const piece = 1 << 16

/** Pieces of 64 kB, each sealed with its place, the last one marked: none can be left out, moved or repeated. */
export function sealing(key: Key): Transform {
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

/** What {@link sealing} sealed; an error where a piece is missing, moved, changed, or sealed with another key. */
export function opening(key: Key): Transform {
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
