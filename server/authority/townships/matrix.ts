import type { Static } from 'typebox'
import type { TownshipsAnswer } from '@faheng/api/townships.ts'
import { dayOf, type Day } from '@faheng/law/time/day.ts'
import { reading } from '../../platform/access/scope.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import type { Session } from '../../platform/identity/session.ts'

type Answer = Static<typeof TownshipsAnswer>
type GrantRow = Omit<Answer['items'][number], 'grants'> & Answer['items'][number]['grants'][number]

/** Township × item on a day, with from, to and basis. */
export async function townships(context: Context, session: Session, day: Day | undefined): Promise<Answer> {
  const on = day ?? dayOf(context.clock())
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [places, rows] = await Promise.all([
      run<Answer['townships'][number] & object>(client, statement(`
        select distinct on (township) township, short_name as name from faheng.body
        where region = $1 and kind = 'township' and township is not null and valid_from <= $2::date and (valid_until is null or $2::date < valid_until)
        order by township, valid_from desc`), [session.region, on]),
      run<GrantRow & object>(client, statement(`
        select g.item as id, coalesce(i.title, g.item) as title, coalesce(b.short_name, i.body, '') as department,
          g.township, g.exclusive, g.basis, g.published, g.place, g.valid_from as from, g.valid_until as until, g.matter
        from faheng.township_grant g
        left join lateral (select title, body from faheng.item_version v where v.region = g.region and v.item = g.item order by v.version desc limit 1) i on true
        left join lateral (select short_name from faheng.body o where o.region = g.region and o.id = i.body order by o.valid_from desc limit 1) b on true
        where g.region = $1 and g.valid_from <= $2::date and (g.valid_until is null or $2::date < g.valid_until) order by i.body, g.item, g.township, g.valid_from`), [session.region, on]),
    ])
    const items = [...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) => ({
      id, title: of[0]?.title ?? id, department: of[0]?.department ?? '',
      grants: of.map(({ township, exclusive, basis, published, place, from, until, matter }) => ({ township, exclusive, basis, published, place, from, until, matter })),
    }))
    return { on, townships: places, items }
  })
}
