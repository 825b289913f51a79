import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { PilotCheck, PilotRequest, PilotsAnswer } from '@faheng/api/townships.ts'
import { citationWords } from '@faheng/law/citation.ts'
import { dayOf, isDay, type Day, type Instant } from '@faheng/law/time/day.ts'
import { pilotPeriods, pilotPoints, pilotsAtMost, type PilotStanding } from '@faheng/law/townships/pilot.ts'
import { words } from '@faheng/law/words.ts'
import { requirePost } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { once } from '../../platform/verbs.ts'
import { figuresOf } from './evaluation.ts'

type Pilot = Static<typeof PilotsAnswer>['rows'][number]

/** The county for its supervisors, his own township for its head. @throws NotFound for everybody else */
export async function pilots(context: Context, session: Session): Promise<Static<typeof PilotsAnswer>> {
  const supervises = session.posts.some(({ kind }) => kind === 'supervisor')
  const own = session.posts.find(({ kind }) => kind === 'head')?.body
  if (!supervises && own === undefined) throw new NotFound()
  const { worker } = context.pools
  const today = dayOf(context.clock())
  const { region } = session
  const places = await run<Place & object>(worker, placesOn, [region, context.clock(), supervises ? null : own])
  const ticks = await run<Tick & object>(worker, newestTicks, [region, context.clock()])
  const rows: Pilot[] = []
  for (const place of places) {
    const { township, name, body, from, document } = place
    if (from === null || document === null) continue
    const { before, after } = pilotPeriods(from, today)
    rows.push({
      township, name, from, document,
      points: standingOf(place, ticks).map(({ point: { id, title, article, holds }, met, tick }) => ({
        id, title, reference: citationWords(article), computed: holds !== undefined, done: met, proof: tick?.proof ?? '', on: tick?.on ?? null,
      })),
      before: await figuresOf(worker, region, body, before, context.clock()),
      after: await figuresOf(worker, region, body, after, context.clock()),
    })
  }
  return { mayChange: supervises, others: supervises ? places.filter(({ from }) => from === null).map(({ township, name }) => ({ township, name })) : [], rows }
}

/** Each point of each pilot at an instant, and whether it is met: what the plan counts for measure 27. */
export async function pilotPointsAt(client: PoolClient, region: string, at: Instant) {
  const places = await run<Place & object>(client, placesOn, [region, at, null])
  const ticks = await run<Tick & object>(client, newestTicks, [region, at])
  return places.filter(({ from }) => from !== null).flatMap((place) =>
    standingOf(place, ticks).map(({ point, met }) => ({ township: place.township, body: place.body, point: point.id, met })))
}

/** What the registers know is read there, the rest as it was ticked last. */
const standingOf = (place: Place, ticks: readonly Tick[]) =>
  pilotPoints.map((point) => {
    const tick = point.holds ? undefined : ticks.find((each) => each.township === place.township && each.point === point.id)
    return { point, met: point.holds ? point.holds(place) : (tick?.done ?? false), tick }
  })

/** One or two at a time (measure 27). @throws NotFound, Malformed */
export async function setPilot(context: Context, session: Session, { id, ...content }: Static<typeof PilotRequest>) {
  requirePost(session, 'supervisor')
  const { township, from, until, document } = content
  const { region, person } = session
  for (const [name, day] of [['from', from], ['until', until]] as const) if (day !== undefined && !isDay(day)) throw new Malformed(`/${name}`, words('没有这一天', 'There is no such day'))
  return once(context, { id, name: 'set-pilot', region, person, content }, async (client, at) => {
    await run(client, statement('select pg_advisory_xact_lock(hashtextextended($1, 0))'), [`pilots ${region}`])
    const places = await run<Place & object>(client, placesOn, [region, at, null])
    const place = places.find((each) => each.township === township)
    if (place === undefined) throw new NotFound()
    if (until !== undefined) {
      if (until < from) throw new Malformed('/until', words('终止日期早于开始日期', 'It would end before it began'))
      const ended = await run(client, statement('update faheng.pilot_township set valid_until = $4 where region = $1 and township = $2 and valid_from = $3 returning township'), [region, township, from, until])
      if (ended.length === 0) throw new NotFound()
      return { township }
    }
    if (place.from !== null) throw new Malformed('/township', words('该乡镇已是试点', 'It is a pilot already'))
    if (from > dayOf(at)) throw new Malformed('/from', words('不得晚于今天', 'It does not begin in the future'))
    if (places.filter((each) => each.from !== null).length >= pilotsAtMost) throw new Malformed('/township', words('县级试点为1至2个乡镇，先终止其中一个', 'A county has one or two pilots; end one of them first'))
    await run(client, statement('insert into faheng.pilot_township (region, township, valid_from, document, recorded) values ($1, $2, $3, $4, $5)'), [region, township, from, document, at])
    return { township }
  })
}

/** What the registers know is not ticked. @throws NotFound, Malformed */
export async function checkPilot(context: Context, session: Session, { id, ...content }: Static<typeof PilotCheck>) {
  requirePost(session, 'supervisor')
  const { township, point, done, proof } = content
  const { region, person } = session
  if (pilotPoints.find((each) => each.id === point)?.holds !== undefined) throw new Malformed('/point', words('该项由登记数据得出，不能手工勾选', 'The registers decide this point; it is not ticked'))
  return once(context, { id, name: 'check-pilot', region, person, content }, async (client, at) => {
    const pilot = (await run<Place & object>(client, placesOn, [region, at, null])).find((each) => each.township === township && each.from !== null)
    if (pilot === undefined || !pilotPoints.some((each) => each.id === point)) throw new NotFound()
    await tick(client, [region, township, point, done, proof, person, at])
    return { township }
  })
}

const tick = (client: PoolClient, values: readonly unknown[]) =>
  run(client, statement('insert into faheng.pilot_check (region, township, point, done, proof, person, recorded) values ($1, $2, $3, $4, $5, $6, $7)'), [...values])

interface Place extends PilotStanding {
  readonly township: string
  readonly name: string
  readonly body: string
  /** Null: no pilot today. */
  readonly from: Day | null
  readonly document: string | null
}

interface Tick {
  readonly township: string
  readonly point: string
  readonly done: boolean
  readonly proof: string
  readonly on: Day
}

/** Every township, how it stands, and since when it is a pilot. $1 county, $2 instant, $3 body or all. */
const placesOn = statement(`
  select b.township, b.short_name as name, b.id as body, p.valid_from as from, p.document,
    (select count(*)::int from faheng.certificate c where c.region = $1 and c.from_at <= $2::timestamptz and $2::timestamptz < c.until_at
      and not faheng.certificate_over($1, c.issuer, c.number, c.person, c.from_at, $2::timestamptz) and c.person in (select o.person from faheng.post o where o.region = $1 and o.body = b.id
        and o.kind in ('officer', 'unit-head', 'head') and o.from_at <= $2::timestamptz and (o.until_at is null or $2::timestamptz < o.until_at))) as certified,
    (select count(distinct g.item)::int from faheng.township_grant g where g.region = $1 and g.township = b.township and g.valid_from <= d.day and (g.valid_until is null or d.day < g.valid_until)) as powers,
    (select count(distinct o.person)::int from faheng.post o where o.region = $1 and o.body = b.id and o.kind = 'legal-reviewer'
      and o.from_at <= $2::timestamptz and (o.until_at is null or $2::timestamptz < o.until_at)) as reviewers,
    exists (select from faheng.body_setting s where s.region = $1 and s.body = b.id and s.name = 'remedy' and s.valid_from <= d.day and (s.valid_until is null or d.day < s.valid_until)) as remedy
  from (select ($2::timestamptz at time zone 'Asia/Shanghai')::date as day) d
  cross join lateral (select distinct on (o.township) o.* from faheng.body o where o.region = $1 and o.kind = 'township' and o.township is not null
    and o.valid_from <= d.day and (o.valid_until is null or d.day < o.valid_until) order by o.township, o.valid_from desc) b
  left join faheng.pilot_township p on p.region = $1 and p.township = b.township and p.valid_from <= d.day and (p.valid_until is null or d.day < p.valid_until)
  where $3::text is null or b.id = $3 order by p.valid_from, b.township`)

const newestTicks = statement(`
  select distinct on (township, point) township, point, done, proof, (recorded at time zone 'Asia/Shanghai')::date as on
  from faheng.pilot_check where region = $1 and recorded <= $2 order by township, point, seq desc`)
