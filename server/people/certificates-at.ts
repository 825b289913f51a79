import type { Pool, PoolClient } from 'pg'
import type { Instant } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'

export interface CertificateRow {
  readonly person: string
  readonly number: string
  readonly issuer: string
  readonly fields: string[]
  readonly validRegion: string
  /** Valid on [from, until): an expiry date ends at 24:00 of that day in Asia/Shanghai. */
  readonly from: Instant
  readonly until: Instant
  /** Within its term, not suspended and not taken back at the instant asked for. */
  readonly valid: boolean
  /** The matter it came in by; null if by a file. */
  readonly matter: string | null
}

/** All certificates of the persons, each judged at an instant: the one reader of the register outside the guards' facts. */
export async function certificatesAt(on: Pool | PoolClient, region: string, persons: readonly string[], at: Instant): Promise<CertificateRow[]> {
  return run<CertificateRow>(on, statement(`
    select person, number, issuer, fields, valid_region as "validRegion", from_at as "from", until_at as until,
      from_at <= $3 and $3 < until_at
        and not coalesce(suspended_from <= $3 and (suspended_until is null or $3 < suspended_until), false)
        and not faheng.certificate_over(region, issuer, number, person, from_at, $3) as valid, matter
    from faheng.certificate where region = $1 and person = any ($2) order by person, from_at desc, number`), [region, persons, at])
}
