import { createHmac } from 'node:crypto'
import { seal, type Key } from '../../platform/secrets/seal.ts'

/** 公民身份号码 of an officer at rest: sealed for whoever must read it whole, a keyed mark to find doubles, the last four to show. */
export function sealedId(key: Key, region: string, person: string, code: string) {
  return { sealed: seal(key, code, `${region}/id/${person}`), tail: code.slice(-4), mark: markOf(key, region, code) }
}

/** The same number, the same mark; without the key nobody can try numbers out. */
export const markOf = (key: Key, region: string, code: string): string => createHmac('sha256', key).update(`${region}/id-mark/${code}`).digest('base64url')

export const masked = (tail: string | null): string | null => (tail === null ? null : `**************${tail}`)
