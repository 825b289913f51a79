import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { ClockAnswer, DeskAnswer, DeskRow } from '@faheng/api/matters.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { calendar } from '@faheng/law/time/calendar.ts'
import { addDays, dayOf, startOfDay, weekday } from '@faheng/law/time/day.ts'
import { workdaysWithin } from '@faheng/law/time/period.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { reading, scopeOf } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import { clockAnswer, clockColumns, type ClockRow } from './clocks.ts'
import { matterRows, type MatterColumns } from './list.ts'

/** What waits for me, what was returned to me, what falls due and what happened since yesterday: one request, one glance. */
export async function desk(context: Context, session: Session): Promise<Static<typeof DeskAnswer>> {
  const now = context.clock()
  const today = dayOf(now)
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const waiting = await waitingRows(client, session)
    const matters = [...new Map(waiting.map((each) => [each.id, each])).values()]
    const [shown, clocks, returned, news] = await Promise.all([
      matterRows(client, session.region, matters),
      run<ClockRow & { matter: string }>(client, statement(`select matter, ${clockColumns} from faheng.clock where region = $1 and matter = any ($2) and closed is null and due is not null order by due`), [session.region, matters.map((each) => each.id)]),
      returnedTo(client, session),
      newsSince(client, session, startOfDay(addDays(today, -1))),
    ])
    const rows: Static<typeof DeskRow>[] = waiting.flatMap((each) => {
      const matter = shown.find((row) => row.id === each.id)
      const clock = clocks.find((row) => row.matter === each.id && row.whose !== 'party')
      const answer: Static<typeof ClockAnswer> | null = clock ? clockAnswer(each.procedure, clock, today) : null
      return matter ? [{ matter, act: each.act, title: titleOf(each.procedure, each.act), since: each.since, clock: answer }] : []
    })
    const due = rows.flatMap((row) => (row.clock?.due ? [row.clock.due.slice(0, 10)] : []))
    const returnedRows = await matterRows(client, session.region, returned)
    return {
      today,
      workdaysThisWeek: workdaysWithin(addDays(today, -((weekday(today) + 6) % 7) - 1), addDays(today, 6 - ((weekday(today) + 6) % 7)), calendar),
      overdue: due.filter((day) => day < today).length,
      dueToday: due.filter((day) => day === today).length,
      dueSoon: due.filter((day) => day > today && workdaysWithin(today, day, calendar) <= 3).length,
      open: matters.length,
      waiting: rows.sort((a, b) => (a.clock?.due ?? '9999').localeCompare(b.clock?.due ?? '9999') || a.since.localeCompare(b.since)),
      returned: returned.flatMap((each) => {
        const matter = returnedRows.find((row) => row.id === each.id)
        return matter ? [{ matter, act: each.act, title: titleOf(each.procedure, each.act), since: each.since, clock: null }] : []
      }),
      news,
    }
  })
}

interface WaitingRow extends MatterColumns {
  readonly act: string
  readonly since: string
}

/** At most 200 things wait on one desk; the oldest first. */
async function waitingRows(client: PoolClient, session: Session): Promise<WaitingRow[]> {
  const { duties } = scopeOf(session)
  const pairs = duties.split(',').filter(Boolean).map((duty) => [duty.slice(0, duty.indexOf('@')), duty.slice(duty.indexOf('@') + 1)] as const)
  return run<WaitingRow & object>(client, statement(`
    select m.*, w.act, w.since from (
      (select matter, act, since from faheng.waiting where region = $1 and person = $2 order by since limit 200)
      union
      (select w.matter, w.act, w.since from unnest($3::text[], $4::text[]) as duty (post, place)
        join faheng.waiting w on w.region = $1 and w.person = '' and w.post = duty.post and w.place = duty.place
        where not $2 = any (w.except_persons) order by w.since limit 200)) as w
    join faheng.matter m on m.region = $1 and m.id = w.matter order by w.since, m.id limit 200`),
    [session.region, session.person, pairs.map(([post]) => post), pairs.map(([, place]) => place)])
}

/** Returns of the last month that answered a proposal of mine and are still where they were sent back to. */
const returnedTo = (client: PoolClient, { region, person }: Session): Promise<WaitingRow[]> =>
  run<WaitingRow & object>(client, statement(`
    select m.*, a.kind as act, a.recorded as since from faheng.waiting w
    join faheng.matter m on m.region = w.region and m.id = w.matter
    join faheng.act a on a.region = m.region and a.matter = m.id and a.seq = m.seq and a.kind like 'return-%'
    where w.region = $1 and w.person = $2 order by a.recorded desc limit 20`), [region, person])

/** Acts of others since yesterday in matters that wait for me or that I handle. */
async function newsSince(client: PoolClient, { region, person }: Session, since: string): Promise<Static<typeof DeskAnswer>['news']> {
  const rows = await run<{ act: string; matter: string; number: string | null; procedure: string; kind: string; actor: string; recordedAt: string }>(client, statement(`
    select a.id as act, a.matter, m.number, m.procedure, a.kind, coalesce(p.name, a.actor) as actor, a.recorded as "recordedAt"
    from faheng.act a
    join faheng.reader r on r.region = a.region and r.matter = a.matter and r.person = $2
    join faheng.matter m on m.region = a.region and m.id = a.matter
    left join faheng.person p on p.region = a.region and p.id = a.actor
    where a.region = $1 and a.recorded >= $3 and a.actor <> $2 and (r.up_to_seq is null or r.up_to_seq >= a.seq)
    order by a.recorded desc limit 20`), [region, person, since])
  return rows.map(({ procedure, kind, actor, ...row }) => ({ ...row, title: titleOf(procedure, kind), actorName: actor }))
}

const titleOf = (procedure: string, act: string): Words => procedures[procedure]?.acts[act]?.title ?? words(act, act)
