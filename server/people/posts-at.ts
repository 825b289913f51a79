import type { Pool, PoolClient } from 'pg'
import type { PostKind } from '@faheng/law/procedure.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'

export interface PostRow {
  readonly id: string
  readonly person: string
  readonly kind: PostKind
  readonly body: string
  readonly unit: string | null
  readonly rank: 'chief' | 'acting' | 'deputy' | null
  readonly qualified: boolean
  /** Held on [from, until). */
  readonly from: Instant
  readonly until: Instant | null
}

/** The posts a person holds at an instant: the one reader of the register. */
export async function postsAt(on: Pool | PoolClient, region: string, person: string, at: Instant): Promise<PostRow[]> {
  return run<PostRow>(on, statement(`
    select id, person, kind, body, unit, rank, qualified, from_at as "from", until_at as until from faheng.post
    where region = $1 and person = $2 and from_at <= $3 and (until_at is null or $3 < until_at)
      and not faheng.has_left(region, person, body, from_at, $3) order by from_at, id`), [region, person, at])
}
