import type { Pool } from 'pg'
import { run, statement } from '../../platform/database/run.ts'

interface SeriesOfNumbers {
  readonly body: string
  /** 文书代字. */
  readonly kind: string
  readonly year: number
  /** The highest number given out here; 0: none yet. */
  readonly last: number
  /** Numbers given out here. */
  readonly given: number
  /** What stands for the others up to the last: paper took them, or they were spoilt. */
  readonly explained: readonly { readonly first: number; readonly last: number; readonly note: string }[]
  /** How many up to the last nothing explains; none, as long as numbers are given out by acts alone. */
  readonly unexplained: number
}

/** R29: every series of a county with the numbers it gave out and what explains the gaps between them. */
export const numbersOf = (pool: Pool, region: string, year: number): Promise<SeriesOfNumbers[]> => run<SeriesOfNumbers>(pool, numbers, [region, year])

const numbers = statement(`
  with given as (
    select s.body, s.kind, count(distinct d.number)::int as given
    from faheng.number_series s
    join faheng.body b on b.region = s.region and b.id = s.body
    join faheng.document d on d.region = s.region and d.number like b.number_prefix || s.kind || '〔' || s.year || '〕%'
    where s.region = $1 and s.year = $2
    group by s.body, s.kind
  ), used as (
    select body, kind, jsonb_agg(jsonb_build_object('first', first, 'last', last, 'note', note) order by first) as explained, array_agg(int4range(first, last, '[]')) as ranges
    from faheng.number_use where region = $1 and year = $2 group by body, kind
  )
  select s.body, s.kind, s.year, s.last, coalesce(g.given, 0) as given, coalesce(u.explained, '[]') as explained,
    greatest(0, s.last - coalesce(g.given, 0) - coalesce((select sum(least(upper(r) - 1, s.last) - lower(r) + 1) from unnest(u.ranges) r where lower(r) <= s.last), 0))::int as unexplained
  from faheng.number_series s
  left join given g on g.body = s.body and g.kind = s.kind
  left join used u on u.body = s.body and u.kind = s.kind
  where s.region = $1 and s.year = $2
  order by s.body, s.kind`)
