import type { Static } from 'typebox'
import type { EntrustmentsAnswer } from '@faheng/api/townships.ts'
import { dayOf, type Day } from '@faheng/law/time/day.ts'
import { reading } from '../../platform/access/scope.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import type { Session } from '../../platform/identity/session.ts'

type Letter = Static<typeof EntrustmentsAnswer>['rows'][number]

/** The letters of entrustment in force on a day (处罚法 20), by organisation; one line for the items of a letter. */
export async function entrustments(context: Context, session: Session, day: Day | undefined): Promise<Static<typeof EntrustmentsAnswer>> {
  const on = day ?? dayOf(context.clock())
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const rows = await run<Letter & object>(client, statement(`
      select e.organisation, coalesce(o.name, e.organisation) as "organisationName", e.principal, coalesce(p.name, e.principal) as "principalName",
        e.norm, e.authority, e.published, e.place, e.valid_from as from, e.valid_until - 1 as until, e.matter,
        jsonb_agg(jsonb_build_object('id', e.item, 'title', coalesce(i.title, e.item)) order by e.item) as items
      from faheng.entrustment e
      left join lateral (select b.short_name as name from faheng.body b where b.region = e.region and b.id = e.organisation order by b.valid_from desc limit 1) o on true
      left join lateral (select b.short_name as name from faheng.body b where b.region = e.region and b.id = e.principal order by b.valid_from desc limit 1) p on true
      left join lateral (select v.title from faheng.item_version v where v.region = e.region and v.item = e.item order by v.version desc limit 1) i on true
      where e.region = $1 and e.valid_from <= $2::date and $2::date < e.valid_until
      group by e.organisation, o.name, e.principal, p.name, e.norm, e.authority, e.published, e.place, e.valid_from, e.valid_until, e.matter
      order by e.organisation, e.valid_from limit 500`), [session.region, on])
    return { on, rows }
  })
}
