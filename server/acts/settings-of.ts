import { statement } from '../platform/database/run.ts'

/**
 * What a body set, as of a day; what an entrusted one left unset is as its principal set it, in whose name it acts and against whom
 * the party seeks review (处罚法 20). $1 county, $2 body, $3 day.
 */
export const settingsOf = statement(`
  with own as (select name, value from faheng.fact_settings($1, $2, $3))
  select name, value from own
  union all
  select s.name, s.value from faheng.body b cross join lateral faheng.fact_settings($1, b.principal, $3) s
  where b.region = $1 and b.id = $2 and b.kind = 'entrusted' and b.principal is not null and b.valid_from <= $3::date and (b.valid_until is null or $3::date < b.valid_until)
    and s.name not in (select name from own)`)
