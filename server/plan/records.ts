import type { Static } from 'typebox'
import type { PoolClient } from 'pg'
import type { RecordsAnswer, RecordsFilter } from '@faheng/api/plan.ts'
import { quantityNamed, type Kind } from '@faheng/law/measures/quantity.ts'
import { answersFor } from '@faheng/law/measures/responsible.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement, type Statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { planOn, rolesOn } from './figures.ts'

type Row = Static<typeof RecordsAnswer>['rows'][number]

/** The records behind a figure, those that lower it first: there is something to do. @throws NotFound for a name that counts nothing */
export async function recordsBehind(context: Context, session: Session, filter: Static<typeof RecordsFilter>): Promise<Static<typeof RecordsAnswer>> {
  const { part, whole, year, measure, body, after = '' } = filter
  const [known, better] = [quantityNamed(whole), quantityNamed(part)]
  if (!known || !better) throw new NotFound()
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const bodies = body === undefined ? await answering(client, session.region, measure, dayOf(context.clock())) : [body]
    const rows = await run<Row & object>(client, known.source === 'acts' ? matters : stock[better.of], [session.region, whole, part, `${year}-01`, `${year}-12`, bodies, after])
    return { rows: rows.slice(0, page), next: rows.length > page ? (rows[page - 1]?.key ?? null) : null }
  })
}

/** The bodies whose records count in a measure; null: all. */
async function answering(client: PoolClient, region: string, number: number | undefined, today: string): Promise<string[] | null> {
  const found = number === undefined ? undefined : (await planOn(client, region, today)).measures.find((each) => each.number === number)
  if (!found) return null
  const known = await run<{ id: string }>(client, statement('select distinct id from faheng.body where region = $1'), [region])
  return ['', ...known.map(({ id }) => id)].filter(answersFor(found, await rolesOn(client, region, today)))
}

const page = 50

const matters = statement(`
  select r.matter as id, 'matter' as kind, coalesce(m.number, r.matter) as name, r.body, r.month, true as counted, p.matter is not null as kept, r.days,
    (p.matter is not null)::int || r.month || r.matter as key
  from faheng.measure_record r
  left join faheng.measure_record p on p.region = r.region and p.matter = r.matter and p.name = $3
  left join faheng.matter m on m.region = r.region and m.id = r.matter
  where r.region = $1 and r.name = $2 and r.month between $4 and $5 and ($6::text[] is null or r.body = any ($6))
    and (p.matter is not null)::int || r.month || r.matter > $7
  order by key limit 51`)

/** What the registers' newest reading of the year counted, with the name each thing bears: the rows are the figure, whatever changed since. */
const named = (kind: Row['kind'], link: string, name: string) => statement(`
  with newest as (select max(month) as month from faheng.measure_stock where region = $1 and month between $4 and $5),
    whole as (select body, id from faheng.measure_stock where region = $1 and month = (select month from newest) and name = $2),
    part as (select body, id from faheng.measure_stock where region = $1 and month = (select month from newest) and name = $3),
    shown as (
      select coalesce(w.body, p.body) as body, coalesce(w.id, p.id) as id, w.id is not null as counted, p.id is not null as kept
      from whole w full join part p on p.id = w.id and p.body = w.body)
  select ${link} as id, '${kind}' as kind, coalesce(${name}, s.id) as name, s.body, (select month from newest) as month, counted, kept, null::integer as days, kept::int || s.id || ' ' || s.body as key
  from shown s
  where ($6::text[] is null or s.body = any ($6)) and kept::int || s.id || ' ' || s.body > $7
  order by key limit 51`)

const person = named('person', 's.id', '(select name from faheng.person where region = $1 and id = s.id)')
const item = (id: string) => `(select title from faheng.item_version where region = $1 and item = ${id} order by version desc limit 1)`
const body = named('body', 's.id', '(select name from faheng.body where region = $1 and id = s.id order by valid_from desc limit 1)')
const other = named('other', 's.id', 'null')

const stock: Readonly<Record<Kind, Statement>> = {
  officer: person, staff: person, trainee: person, reviewer: person,
  certificate: named('person', `(select person from faheng.certificate where region = $1 and issuer || ' ' || number = s.id)`,
    `(select p.name || ' ' || c.number from faheng.certificate c join faheng.person p on p.region = c.region and p.id = c.person where c.region = $1 and c.issuer || ' ' || c.number = s.id)`),
  item: named('item', 's.id', item('s.id')),
  review: named('item', '(select subject from faheng.review_task where region = $1 and id = s.id)', `(select ${item('t.subject')} from faheng.review_task t where t.region = $1 and t.id = s.id)`),
  point: named('point', `split_part(s.id, ' ', 2)`, '(select short_name from faheng.body where region = $1 and id = s.body order by valid_from desc limit 1)'),
  grant: named('item', `split_part(s.id, ' ', 2)`, item(`split_part(s.id, ' ', 2)`)),
  body, township: body,
  unit: named('other', 's.id', '(select name from faheng.unit where region = $1 and id = s.id)'),
  reward: named('other', 's.id', '(select title from faheng.unit_record where region = $1 and id = s.id)'),
  course: named('other', 's.id', `substr(s.id, length(s.body) + 2)`),
  case: other, crime: other, departure: other, ending: other, cleaning: other, task: other, transfer: other,
}
