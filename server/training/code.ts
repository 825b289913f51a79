import { createHmac, timingSafeEqual } from 'node:crypto'
import { instantAt, msOf, type Instant } from '@faheng/law/time/day.ts'

/** The code of a room changes every 30 s; who photographs it and sends it on is late. */
const stepMs = 30_000
/** Without letters and digits that look alike. 32 signs, six places: a thousand million. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** The code shown at an instant, and when the next one comes. */
export function codeAt(key: Buffer, region: string, session: string, at: Instant): { code: string; until: Instant } {
  const step = Math.floor(msOf(at) / stepMs)
  return { code: codeOf(key, region, session, step), until: instantAt((step + 1) * stepMs) }
}

/** The one shown now, or the one before: typing takes a while. */
export function isCode(key: Buffer, region: string, session: string, at: Instant, given: string): boolean {
  const step = Math.floor(msOf(at) / stepMs)
  const text = Buffer.from(given.trim().toUpperCase())
  return [step, step - 1].some((each) => {
    const code = Buffer.from(codeOf(key, region, session, each))
    return code.length === text.length && timingSafeEqual(code, text)
  })
}

function codeOf(key: Buffer, region: string, session: string, step: number): string {
  const secret = createHmac('sha256', key).update(`training-session ${region} ${session}`).digest()
  const bytes = createHmac('sha256', secret).update(String(step)).digest()
  return [...bytes.subarray(0, 6)].map((byte) => signs[byte % signs.length]).join('')
}
