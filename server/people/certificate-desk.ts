import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { CertificateDeskAnswer } from '@faheng/api/staff.ts'
import { neverEligible } from '@faheng/law/guards/certificate.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { addDays, dayOf, daysBetween, startOfDay, type Day, type Instant } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import { requirePost } from './require-post.ts'

type Answer = Static<typeof CertificateDeskAnswer>

/** 国办发〔2018〕118号: reviewers are in principle at least five in a hundred of the body's enforcement staff. */
const reviewersPerHundred = 5
const soon = 60

/** What the justice bureau has to look at: who enforces without, who holds what he may not, what runs out, who left, who reviews. */
export async function certificateDesk(context: Context, session: Session): Promise<Answer> {
  requirePost(session, 'supervisor')
  const { region } = session
  const at = context.clock()
  const today = dayOf(at)
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [held, enforcing, applications, departures, reviewers, pool] = await Promise.all([
      holders(client, region, at), enforcers(client, region, at), applied(client, region), left(client, region), reviewShare(client, region, at, today), countyPool(client, region, at, today),
    ])
    const certified = new Set(held.filter(({ valid }) => valid).map(({ person }) => person))
    return {
      today,
      certified: certified.size,
      uncertified: enforcing.filter(({ person }) => !certified.has(person)),
      expiring: held.filter(({ valid, until }) => valid && until <= startOfDay(addDays(today, soon + 1)))
        .map(({ person, name, body, number, until }) => ({ person, name, body, number, until, daysLeft: daysBetween(today, dayOf(until)) }))
        .sort((a, b) => a.until.localeCompare(b.until)),
      wrongful: await wrongful(client, region, held.filter(({ valid }) => valid), today),
      applications, departures, reviewers, pool,
      eligibility: await eligibility(client, region, today),
    }
  })
}

interface Holder {
  readonly person: string
  /** Whoever else has his ID number counts as he. */
  readonly human: string
  readonly name: string
  readonly body: string | null
  readonly number: string
  readonly issuer: string
  readonly from: Instant
  readonly until: Instant
  readonly valid: boolean
  readonly category: string | null
}

/** The name of the body in which somebody serves now. */
const bodyNow = (person: string, at: string) => `(select b.name from faheng.post o join faheng.body b on b.region = o.region and b.id = o.body
  where o.region = ${person}.region and o.person = ${person}.id and o.from_at <= ${at} and (o.until_at is null or ${at} < o.until_at)
  order by o.from_at, b.valid_from desc limit 1)`

const holders = (client: PoolClient, region: string, at: Instant): Promise<Holder[]> =>
  run<Holder & object>(client, statement(`
    select c.person, coalesce(t.first, c.person) as human, p.name, ${bodyNow('p', '$2')} as body, c.number, c.issuer, c.from_at as "from", c.until_at as until,
      c.from_at <= $2 and $2 < c.until_at and not coalesce(c.suspended_from <= $2 and (c.suspended_until is null or $2 < c.suspended_until), false)
        and not faheng.certificate_over(c.region, c.issuer, c.number, c.person, c.from_at, $2) as valid,
      (select f.category from faheng.officer_profile f where f.region = p.region and f.person = p.id and f.valid_from <= ($2 at time zone 'Asia/Shanghai')::date order by f.valid_from desc limit 1) as category
    from faheng.certificate c join faheng.person p on p.region = c.region and p.id = c.person left join faheng.twins($1) t on t.person = c.person where c.region = $1 order by p.name, c.from_at desc, c.number`), [region, at])

const enforcers = (client: PoolClient, region: string, at: Instant): Promise<Answer['uncertified']> =>
  run<Answer['uncertified'][number]>(client, statement(`
    select p.id as person, p.name, ${bodyNow('p', '$2')} as body from faheng.person p where p.region = $1 and exists (
      select from faheng.post o where o.region = p.region and o.person = p.id and o.kind in ('officer', 'unit-head') and o.from_at <= $2 and (o.until_at is null or $2 < o.until_at)
        and not faheng.has_left(o.region, o.person, o.body, o.from_at, $2)) order by body, p.name, p.id`), [region, at])

/** Certificates somebody should not hold: by his category that day, and a second one beside a newer, under whichever id. With the matter that already clears it. */
async function wrongful(client: PoolClient, region: string, held: readonly Holder[], today: Day): Promise<Answer['wrongful']> {
  const [rules, opened] = await Promise.all([
    run<{ category: string; rule: string }>(client, statement(`
      select distinct on (category) category, rule from faheng.certificate_eligibility
      where region = $1 and valid_from <= $2 and (valid_until is null or $2 < valid_until) order by category, valid_from desc`), [region, today]),
    run<{ id: string; issuer: string; number: string }>(client, statement(`
      select m.id, s.state ->> 'issuer' as issuer, s.state ->> 'number' as number from faheng.matter m
      join faheng.matter_state s on s.region = m.region and s.matter = m.id where m.region = $1 and m.procedure = 'certificate-revocation' and not m.ended`), [region]),
  ])
  const ruled = new Map(rules.map(({ category, rule }) => [category, rule]))
  const never = (category: string): boolean => (ruled.get(category) ?? (neverEligible.some((each) => each === category) ? 'never' : 'may')) === 'never'
  const newest = new Map<string, Holder>()
  for (const each of held) if ((newest.get(each.human)?.from ?? '') < each.from) newest.set(each.human, each)
  return held.flatMap((each) => {
    const second = newest.get(each.human) !== each
    const { person, name, body, number, issuer, category } = each
    const found = category !== null && never(category)
      ? { ground: 'ineligible' as const, reason: words('编制类别不得持有执法证件', 'His staff category may hold no certificate') }
      : second ? { ground: 'duplicate' as const, reason: words('同时持有较新的有效证件', 'He holds a newer valid one besides') } : undefined
    const revocation = opened.find((one) => one.issuer === issuer && one.number === number)?.id ?? null
    return found ? [{ person, name, body, number, issuer, ...found, revocation }] : []
  })
}

/** The county's table as it stands and as it will; what it says nothing of keeps the default. */
const eligibility = (client: PoolClient, region: string, today: Day): Promise<Answer['eligibility']> =>
  run<Answer['eligibility'][number]>(client, statement(`
    select category, rule, basis, valid_from as "from", valid_until as until from faheng.certificate_eligibility
    where region = $1 and (valid_until is null or $2 < valid_until) order by category, valid_from`), [region, today])

async function applied(client: PoolClient, region: string): Promise<Answer['applications']> {
  const rows = await run<{ id: string; stage: string; filed: Day; name: string | null; body: string | null }>(client, statement(`
    select m.id, m.stage, m.filed, p.name, b.name as body from faheng.matter m
    left join faheng.matter_party mp on mp.region = m.region and mp.matter = m.id and mp.role = 'holder'
    left join faheng.person p on p.region = m.region and p.id = mp.party
    left join lateral (select name from faheng.body where region = m.region and id = m.body order by valid_from desc limit 1) b on true
    where m.region = $1 and m.procedure = 'certificate' and not m.ended and m.stage in ('application', 'check', 'examination', 'sent') order by m.filed, m.id limit 200`), [region])
  return rows.map(({ stage, ...row }) => ({ ...row, stage: procedures['certificate']?.stages[stage] ?? words(stage, stage) }))
}

/** Days from the event to the record, which ended certificate and access. */
async function left(client: PoolClient, region: string): Promise<Answer['departures']> {
  const rows = await run<{ person: string; name: string; body: string | null; matter: string; eventOn: Day; recorded: Instant; done: boolean }>(client, statement(`
    select d.person, p.name, b.name as body, d.matter, d.event_on as "eventOn", d.recorded, m.ended as done from faheng.departure d
    join faheng.person p on p.region = d.region and p.id = d.person join faheng.matter m on m.region = d.region and m.id = d.matter
    left join lateral (select name from faheng.body where region = d.region and id = d.body order by valid_from desc limit 1) b on true
    where d.region = $1 and d.ended_at is not null order by d.event_on desc, d.person limit 100`), [region])
  return rows.map(({ recorded, ...row }) => ({ ...row, recordedOn: dayOf(recorded), days: Math.max(0, daysBetween(row.eventOn, dayOf(recorded))) }))
}

/** Measure 45. Who reviewed before 2018 may show it instead of the qualification (处罚法 58(2)). */
async function reviewShare(client: PoolClient, region: string, at: Instant, today: Day): Promise<Answer['reviewers']> {
  const rows = await run<{ id: string; body: string; officers: number; reviewers: number; unqualified: number }>(client, statement(`
    select b.id, b.name as body, count(distinct o.person) filter (where o.kind in ('officer', 'unit-head'))::int as officers,
      count(distinct o.person) filter (where o.kind = 'legal-reviewer')::int as reviewers,
      count(distinct o.person) filter (where o.kind = 'legal-reviewer' and not o.qualified and not faheng.qualified_to_review(o.region, o.person, $3))::int as unqualified
    from faheng.post o
    join faheng.body b on b.region = o.region and b.id = o.body and b.valid_from <= $3 and (b.valid_until is null or $3 < b.valid_until)
    where o.region = $1 and o.kind in ('officer', 'unit-head', 'legal-reviewer') and o.from_at <= $2 and (o.until_at is null or $2 < o.until_at)
      and not faheng.has_left(o.region, o.person, o.body, o.from_at, $2)
    group by b.id, b.name order by b.id`), [region, at, today])
  return rows.map((row) => ({ ...row, enough: row.reviewers * 100 >= row.officers * reviewersPerHundred }))
}

/** Whom the county may lend (R5) beside the bodies' reviewers: those whose profile says what they are to the pool. */
const countyPool = (client: PoolClient, region: string, at: Instant, today: Day): Promise<Answer['pool']> =>
  run<Answer['pool'][number]>(client, statement(`
    select f.person, p.name, ${bodyNow('p', '$2')} as body, f.reviewer_kind as kind, r.qualified
    from faheng.county_reviewers($1, $2) r
    join (select distinct on (person) region, person, reviewer_kind from faheng.officer_profile
      where region = $1 and valid_from <= $3 order by person, valid_from desc) f on f.person = r.person and f.reviewer_kind is not null
    join faheng.person p on p.region = f.region and p.id = f.person order by p.name, p.id`), [region, at, today])
