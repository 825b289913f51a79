import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { ClockAnswer, DeskAnswer, DeskRow, MatterRow } from '@faheng/api/matters.ts'
import { cureOfNobody } from '@faheng/law/approval.ts'
import { citationWords } from '@faheng/law/citation.ts'
import type { BodySettings } from '@faheng/law/facts.ts'
import type { MatterState, PostKind } from '@faheng/law/procedure.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { calendar } from '@faheng/law/time/calendar.ts'
import { addDays, dayOf, daysBetween, startOfDay, weekday } from '@faheng/law/time/day.ts'
import { workdaysWithin } from '@faheng/law/time/period.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { dutiesOf, reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import { readFacts } from '../acts/index.ts'
import { approvalsOf, eligible, holdersOf, itemsIn, mayDo, standsIn, type Approvals, type Holder } from './eligible.ts'
import { clockAnswer, clockColumns, type ClockRow } from './clocks.ts'
import { confirmingKind, confirmingKinds, entriesToConfirm } from './to-confirm.ts'
import { matterRows, type MatterColumns } from './list.ts'
import { thinTeams } from './thin-teams.ts'

/** What waits for me, what nobody may do, what was returned to me, what falls due and what happened since yesterday: one glance. */
export async function desk(context: Context, session: Session): Promise<Static<typeof DeskAnswer>> {
  const now = context.clock()
  const today = dayOf(now)
  const { region } = session
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [asked, without] = await Promise.all([waitingRows(client, session), withoutMe(client, session)])
    const confirming = asked.filter(confirms)
    const others = asked.filter((row) => !confirms(row)).slice(0, mostWaiting)
    const seen = await sightOf(client, region, [...others.filter((row) => row.person === '' || approves(row)), ...without], now)
    const waiting = others.filter((row) => isMine(row, seen, session))
    const stopped = without.filter((row) => isStopped(row, seen))
    const matters = distinct([...waiting, ...confirming, ...stopped])
    const [shown, clocks, returned, news, entries, thin, more] = await Promise.all([
      matterRows(client, region, matters),
      run<ClockRow & { matter: string }>(client, statement(`select matter, ${clockColumns} from faheng.clock where region = $1 and matter = any ($2) and closed is null and due is not null order by due`), [region, matters.map((each) => each.id)]),
      returnedTo(client, session, startOfDay(addDays(today, -31))),
      newsSince(client, session, startOfDay(addDays(today, -1))),
      entriesToConfirm(client, session, confirming),
      thinTeams(client, session, now),
      confirming.length < mostToConfirm ? 0 : moreToConfirm(client, session),
    ])
    const rows: Static<typeof DeskRow>[] = waiting.flatMap((each) => {
      const matter = shown.find((row) => row.id === each.id)
      const clock = clocks.find((row) => row.matter === each.id && row.whose !== 'party')
      const answer: Static<typeof ClockAnswer> | null = clock ? clockAnswer(each.procedure, clock, today) : null
      return matter ? [{ ...deskRow(each, matter, today), clock: answer, urgency: urgencyOf(answer, today), ...approving(each, seen, today) }] : []
    })
    const urgent = (how: Urgency) => rows.filter(({ urgency }) => urgency === how).length
    const returnedRows = await matterRows(client, region, returned)
    return {
      today,
      workdaysThisWeek: workdaysWithin(addDays(today, -((weekday(today) + 6) % 7) - 1), addDays(today, 6 - ((weekday(today) + 6) % 7)), calendar),
      overdue: urgent('overdue'),
      dueToday: urgent('today'),
      dueSoon: urgent('soon'),
      open: distinct(waiting).length,
      cut: asked.length - confirming.length > mostWaiting,
      waiting: rows.sort((a, b) => (a.clock?.due ?? '9999').localeCompare(b.clock?.due ?? '9999') || a.since.localeCompare(b.since)),
      stopped: stopped.flatMap((each) => {
        const matter = shown.find((row) => row.id === each.id)
        const { article, cure } = cureOfNobody(each.post)
        return matter ? [{ ...deskRow(each, matter, today), cure, reference: citationWords(article) }] : []
      }),
      returned: returned.flatMap((each) => {
        const matter = returnedRows.find((row) => row.id === each.id)
        return matter ? [{ ...deskRow(each, matter, today), clock: null, urgency: null, approves: false, risks: [] }] : []
      }),
      toConfirm: confirming.flatMap(({ id }) => {
        const matter = shown.find((row) => row.id === id)
        const found = entries.get(id)
        return matter && found ? [{ matter, ...found }] : []
      }),
      moreToConfirm: more,
      thin,
      news,
    }
  }, 'kept')
}

type Urgency = Static<typeof DeskRow>['urgency']

function urgencyOf(clock: Static<typeof ClockAnswer> | null, today: string): Urgency {
  const day = clock?.due?.slice(0, 10)
  if (day === undefined) return null
  if (day <= today) return day < today ? 'overdue' : 'today'
  return workdaysWithin(today, day, calendar) <= 3 ? 'soon' : null
}

const distinct = <T extends { readonly id: string }>(rows: readonly T[]): T[] => [...new Map(rows.map((each) => [each.id, each])).values()]

const deskRow = ({ procedure, act, since }: WaitingRow, matter: Static<typeof MatterRow>, today: string) => ({
  matter, act, title: titleOf(procedure, act), since, waited: daysBetween(dayOf(since), today),
})

const confirms = ({ procedure, act }: WaitingRow): boolean => act === confirmingKind(procedure)

/** What is needed to say who may do what, and what is risky: states, people and settings of the matters that are asked for it. */
interface Sight {
  readonly states: ReadonlyMap<string, MatterState>
  readonly holders: readonly Holder[]
  readonly approvals: Approvals
  readonly settings: ReadonlyMap<string, BodySettings>
}

async function sightOf(client: PoolClient, region: string, rows: readonly WaitingRow[], now: string): Promise<Sight> {
  const found = await run<{ matter: string; state: MatterState }>(client, statement('select matter, state from faheng.matter_state where region = $1 and matter = any ($2)'), [region, distinct(rows).map((each) => each.id)])
  const bodies = [...new Set(found.map(({ state }) => state.body))]
  const [holders, approvals, settings] = await Promise.all([
    holdersOf(client, region, bodies, [], now),
    approvalsOf(client, region, bodies, [...new Set(found.flatMap(({ state }) => itemsIn(state)))], now),
    Promise.all(bodies.map(async (body) => [body, (await readFacts(client, { region, matter: '', body, at: now }, ['settings'], asksNothing, 'unlocked')).settings] as const)),
  ])
  return {
    states: new Map(found.map((each) => [each.matter, each.state])),
    holders, approvals,
    settings: new Map(settings.flatMap(([body, set]) => (set ? [[body, set] as const] : []))),
  }
}

const asksNothing = { certificates: [], reviewers: [], items: [], parties: [], earlier: [] }

/** A matter goes to the head who may approve it, and to no head while the unit head may act (R5). */
function isMine({ procedure, act, post, id, person }: WaitingRow, { states, holders, approvals }: Sight, session: Session): boolean {
  const state = states.get(id)
  if (person !== '' || !state) return true
  if (!standsIn(procedure, act, post)) return mayDo(procedure, act, state, session, approvals)
  return eligible(procedure, act, state, holders, approvals).some((each) => each.person === session.person)
}

const isStopped = ({ procedure, act, id, post }: WaitingRow, { states, holders, approvals }: Sight): boolean => {
  const state = states.get(id)
  return state !== undefined && !standsIn(procedure, act, post) && eligible(procedure, act, state, holders, approvals).length === 0
}

/** What whoever answers a proposal, or decides of his own motion as a head, should look at first. */
function approving(row: WaitingRow, { states, settings }: Sight, today: string): Pick<Static<typeof DeskRow>, 'approves' | 'risks'> {
  const state = states.get(row.id)
  const set = state && settings.get(state.body)
  return { approves: approves(row), risks: approves(row) && state && set ? [...(procedures[row.procedure]?.risks?.(state, today, set) ?? [])] : [] }
}

function approves({ procedure, act, post }: WaitingRow): boolean {
  const definition = procedures[procedure]?.acts[act]
  return definition?.answers !== undefined || definition?.about !== undefined || post === 'head' || post === 'unit-head'
}

interface WaitingRow extends MatterColumns {
  readonly act: string
  readonly post: PostKind
  readonly person: string
  readonly since: string
}

/**
 * The oldest 200 things that wait, one more where there are more, and the newest 50 records to confirm: neither may hide the other.
 */
async function waitingRows(client: PoolClient, session: Session): Promise<WaitingRow[]> {
  const duties = dutiesOf(session)
  const oldest = `order by since limit ${mostWaiting + 1}`
  return run<WaitingRow & object>(client, statement(`
    select m.*, w.act, w.post, w.person, w.since from (
      (select * from (
        (select w.* from unnest(array_prepend('', $6::text[]), array_append($6::text[], 'zzzz')) as beside (above, below) cross join lateral (
          select matter, act, post, person, since from faheng.waiting
          where region = $1 and person = $2 and person <> '' and act > beside.above and act < beside.below ${oldest}) w ${oldest})
        union
        (select w.* from unnest($3::text[], $4::text[], $5::text[]) as duty (post, act, place) cross join lateral (
          select matter, act, post, person, since from faheng.waiting
          where region = $1 and person = '' and post = duty.post and place = duty.place and (duty.act is null or act = duty.act) and not $2 = any (except_persons)
          ${oldest}) w ${oldest})) as others ${oldest})
      union
      (select w.* from unnest($6::text[]) as confirming (act) cross join lateral (
        select matter, act, post, person, since from faheng.waiting
        where region = $1 and person = $2 and person <> '' and act = confirming.act order by since desc limit ${mostToConfirm}) w order by since desc limit ${mostToConfirm})) as w
    join faheng.matter m on m.region = $1 and m.id = w.matter order by w.since, m.id`),
    [session.region, session.person, duties.map(({ post }) => post), duties.map(({ act }) => act), duties.map(({ place }) => place), confirmingKinds])
}

const mostWaiting = 200
const mostToConfirm = 50

/** Cases with records to confirm that a desk does not show; counted to two hundred. */
async function moreToConfirm(client: PoolClient, { region, person }: Session): Promise<number> {
  const [all] = await run<{ n: number }>(client, statement(`
    select count(*) as n from (select from faheng.waiting where region = $1 and person = $2 and person <> '' and act = any ($3) limit 200 + ${mostToConfirm}) as w`), [region, person, confirmingKinds])
  return Math.max((all?.n ?? 0) - mostToConfirm, 0)
}

/** What waits for others because he took part himself; a desk shows it where nobody is left (R5). */
const withoutMe = (client: PoolClient, { region, posts }: Session): Promise<WaitingRow[]> =>
  run<WaitingRow & object>(client, statement(`
    select m.*, w.act, w.post, '' as person, w.since from faheng.waiting_without($1, $2) w
    join faheng.matter m on m.region = $1 and m.id = w.matter order by w.since, m.id`), [region, [...new Set(posts.flatMap(({ body, unit }) => [body, ...(unit ? [unit] : [])]))]])

/** Returns of the last month that answered a proposal of mine and are still where they were sent back to. */
const returnedTo = (client: PoolClient, { region, person }: Session, since: string): Promise<WaitingRow[]> =>
  run<WaitingRow & object>(client, statement(`
    with returned as materialized (
      select w.matter, w.post, w.person, a.seq, a.kind, a.recorded from faheng.waiting w
      join faheng.act a on a.region = w.region and a.matter = w.matter and a.kind like 'return-%'
      where w.region = $1 and w.person = $2 and w.person <> '' and w.act <> all ($3) and w.since >= $4)
    select m.*, r.kind as act, r.post, r.person, r.recorded as since from returned r
    join faheng.matter m on m.region = $1 and m.id = r.matter and m.seq = r.seq order by r.recorded desc limit 20`), [region, person, confirmingKinds, since])

/** Acts of others since yesterday in matters that I handle and that are open or ended since. */
async function newsSince(client: PoolClient, { region, person }: Session, since: string): Promise<Static<typeof DeskAnswer>['news']> {
  const rows = await run<{ act: string; matter: string; number: string | null; procedure: string; kind: string; actor: string; recordedAt: string }>(client, statement(`
    select a.id as act, a.matter, m.number, m.procedure, a.kind, coalesce(p.name, a.actor) as actor, a.recorded as "recordedAt"
    from faheng.moved_since($1, $3) moved join faheng.act a on a.region = $1 and a.matter = moved.matter
    join faheng.matter m on m.region = a.region and m.id = a.matter
    left join faheng.person p on p.region = a.region and p.id = a.actor
    where a.recorded >= $3 and a.actor <> $2
    order by a.recorded desc limit 20`), [region, person, since])
  return rows.map(({ procedure, kind, actor, ...row }) => ({ ...row, title: titleOf(procedure, kind), actorName: actor }))
}

const titleOf = (procedure: string, act: string): Words => procedures[procedure]?.acts[act]?.title ?? words(act, act)
