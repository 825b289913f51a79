import type { Static } from 'typebox'
import type { LeniencyAnswer, LeniencyFilter } from '@faheng/api/discretion.ts'
import { type Conditions, conditionWords } from '@faheng/law/discretion/conditions.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { reading } from '../../platform/access/scope.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import type { Session } from '../../platform/identity/session.ts'

type Row = Omit<Static<typeof LeniencyAnswer>['rows'][number], 'conditions'>

/** The three lists as they stand today, those that have ended on request, and what was exempted where the asker reads the counts. */
export async function listLeniency(context: Context, session: Session, { list, body, ended }: Static<typeof LeniencyFilter>): Promise<Static<typeof LeniencyAnswer>> {
  const today = dayOf(context.clock())
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [rows, counted] = await Promise.all([
      run<Row & { conditions: Conditions }>(client, statement(`
        select r.rule as id, r.list, r.body, coalesce(b.short_name, r.body) as "bodyName", r.item, r.violation, r.conditions, r.title, r.issuer, r.status,
          r.valid_from as "validFrom", r.valid_until as "validUntil", r.valid_from <= $2 and (r.valid_until is null or $2 < r.valid_until) as "inForce"
        from faheng.leniency_rule r
        left join lateral (select short_name from faheng.body b where b.region = r.region and b.id = r.body order by valid_from desc limit 1) b on true
        where r.region = $1 and ($3::text is null or r.list = $3) and ($4::text is null or r.body = $4)
          and (r.valid_until is null or r.valid_from < r.valid_until)
          and ($5 or (r.valid_from <= $2 and (r.valid_until is null or $2 < r.valid_until)))
        order by "inForce" desc, r.title, r.violation, r.rule limit 1000`), [session.region, today, list ?? null, body ?? null, ended === 'yes']),
      run<{ name: string; value: string }>(client, statement(`
        select name, sum(value)::bigint as value from faheng.counter
        where region = $1 and name in ('exempted', 'exempted-amount') and ($2::text is null or body = $2) group by name`), [session.region, body ?? null]),
    ])
    const count = (name: string) => Number(counted.find((each) => each.name === name)?.value ?? 0)
    return {
      rows: rows.map(({ conditions, ...row }) => ({ ...row, conditions: conditionWords(conditions) })),
      exempted: { matters: count('exempted'), amount: count('exempted-amount') },
    }
  })
}
