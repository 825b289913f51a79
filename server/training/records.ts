import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { RecordRequest, RecordsAnswer, RecordsFilter } from '@faheng/api/unit-records.ts'
import { dayOf, isDay } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'

type Kind = Static<typeof RecordsAnswer>['rows'][number]['kind']

/** Its heads alone keep discipline references; the rest whoever leads or keeps the office of the body. */
const mayKeep = ({ posts }: Session, body: string, kind: Kind): boolean =>
  posts.some((post) => post.body === body && !post.delegation && (post.kind === 'head' || (kind !== 'discipline' && (post.kind === 'unit-head' || post.kind === 'receiving-clerk'))))

/** Enters a record, or strikes one that is wrong. Of discipline only who and the number of the document: the rest is with the discipline organ. */
export async function changeRecord(context: Context, session: Session, request: Static<typeof RecordRequest>) {
  const { id, ...content } = request
  const { region, person } = session
  if ('strike' in request)
    return once(context, { id, name: 'strike-unit-record', region, person, content }, async (client, at) => {
      const [row] = await run<{ body: string; unit: string | null; kind: Kind }>(client, statement(`
        select body, unit, kind from faheng.unit_record r where region = $1 and id = $2 and struck is null
          and not exists (select from faheng.unit_record x where x.region = $1 and x.struck = r.id)`), [region, request.strike.record])
      if (!row || !mayKeep(session, row.body, row.kind)) throw new NotFound()
      await write(client, [region, id, row.body, row.unit, row.kind, dayOf(at), request.strike.reason, '', null, null, request.strike.record, at, person])
      return { done: true } as const
    })
  const { body, unit, kind, happened, title, detail, person: whom, reference } = request.enter
  if (!mayKeep(session, body, kind)) throw new NotFound()
  if (!isDay(happened) || happened > dayOf(context.clock())) throw new Malformed('/enter/happened', words('日期不存在或者在今天以后。', 'There is no such day, or it is still to come.'))
  if (kind === 'discipline' && whom === undefined) throw new Malformed('/enter/person', words('写明人员。', 'Name the person.'))
  if (kind === 'discipline' && reference === undefined) throw new Malformed('/enter/reference', words('写明文书文号。', 'Name the document.'))
  // The log of verbs is read by the auditor: of discipline it says that something was entered.
  const logged = kind === 'discipline' ? { body, kind } : content
  return once(context, { id, name: 'enter-unit-record', region, person, content, logged }, async (client, at) => {
    if (unit !== undefined && (await run(client, statement('select 1 from faheng.unit where region = $1 and id = $2 and body = $3'), [region, unit, body])).length === 0)
      throw new Malformed('/enter/unit', words('没有登记。', 'It is not in the register.'))
    if (whom !== undefined && (await run(client, statement('select 1 from faheng.post where region = $1 and person = $2 and body = $3'), [region, whom, body])).length === 0)
      throw new Malformed('/enter/person', words('不是本机关人员。', 'Not one of the body’s people.'))
    await write(client, [region, id, body, unit ?? null, kind, happened, title, detail ?? '', whom ?? null, reference ?? null, null, at, person])
    return { done: true } as const
  })
}

const write = (client: PoolClient, values: readonly unknown[]): Promise<unknown> =>
  run(client, statement(`
    insert into faheng.unit_record (region, id, body, unit, kind, happened, title, detail, person, reference, struck, recorded, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`), values)

/** The records of a body's year, as far as he may see them, and in which quarters its units had party-building (measure 1). */
export async function listRecords(context: Context, session: Session, { body, year }: Static<typeof RecordsFilter>): Promise<Static<typeof RecordsAnswer>> {
  const of = year ?? Number(dayOf(context.clock()).slice(0, 4))
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [rows, [units]] = await Promise.all([
      run<Static<typeof RecordsAnswer>['rows'][number]>(client, statement(`
        select r.id, r.unit, u.name as "unitName", r.kind, r.happened, r.title, r.detail, r.person, p.name as "personName", r.reference, r.recorded, b.name as "recordedByName", x.title as "struckReason"
        from faheng.unit_record r
        left join faheng.unit u on u.region = r.region and u.id = r.unit left join faheng.person p on p.region = r.region and p.id = r.person
        join faheng.person b on b.region = r.region and b.id = r.recorded_by left join faheng.unit_record x on x.region = r.region and x.struck = r.id
        where r.region = $1 and r.body = $2 and r.struck is null and r.happened >= $3 and r.happened <= $4 order by r.happened desc, r.id limit 500`), [session.region, body, `${of}-01-01`, `${of}-12-31`]),
      run<{ n: number }>(client, statement('select count(*)::int as n from faheng.unit where region = $1 and body = $2'), [session.region, body]),
    ])
    const led = rows.filter(({ kind, struckReason }) => kind === 'party-building' && struckReason === null)
    const quarters = [0, 1, 2, 3].map((quarter) => new Set(led.filter(({ unit, happened }) => unit !== null && Math.floor((Number(happened.slice(5, 7)) - 1) / 3) === quarter).map(({ unit }) => unit)).size)
    return { rows, units: units?.n ?? 0, quarters }
  })
}
