import { createHmac } from 'node:crypto'
import type { Random } from '@faheng/law/exams/blueprint.ts'

/** Numbers that follow from an exam's seed and a person, and tell nothing of another's: HMAC-SHA-256 over a counter. */
export function randomOf(seed: string, exam: string, person: string): Random {
  let block = Buffer.alloc(0)
  let [at, counter] = [0, 0]
  return () => {
    if (at + 4 > block.length) {
      block = createHmac('sha256', Buffer.from(seed, 'hex')).update(`${exam}\n${person}\n${counter++}`).digest()
      at = 0
    }
    const value = block.readUInt32BE(at) / 2 ** 32
    at += 4
    return value
  }
}
