import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { WatchAnswer, WatchRequest } from '@faheng/api/training.ts'
import { watched } from '@faheng/law/training/hours.ts'
import { msOf, type Instant } from '@faheng/law/time/day.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { append } from './attendance.ts'
import type { TrainingContext } from './context.ts'
import { isInvited, type CourseRow } from './programme.ts'

/** A page says every 15 s what it shows; twice that is a slow network, more is a closed machine. */
const longestBeat = 30

/**
 * Progress in an online course. Sent twice it counts once, since no time passed in between; two pages open at once share the time
 * of one person. When every piece is through, the course is in the log.
 */
export async function watch(context: TrainingContext, session: Session, { course: id, material, position }: Static<typeof WatchRequest>): Promise<Static<typeof WatchAnswer>> {
  const { region, person } = session
  const at = context.clock()
  return inTransaction(context.pools.worker, async (client) => {
    await run(client, statement('select pg_advisory_xact_lock(hashtextextended($1, 0))'), [`watch ${region} ${person}`])
    const [course] = await run<Pick<CourseRow, 'body' | 'invited' | 'materials'>>(client, statement('select body, invited, materials from faheng.training_course where region = $1 and id = $2'), [region, id])
    const piece = course?.materials.find((each) => each.id === material)
    if (!course || !piece || !isInvited(course, session.posts.map((each) => each.body))) throw new NotFound()
    const rows = await run<{ course: string; material: string; seconds: number; position: number; last: string }>(client, statement(`
      select course, material, seconds, position, last_beat as last from faheng.training_watch where region = $1 and person = $2`), [region, person])
    const before = rows.find((each) => each.course === id && each.material === material)
    // One person has one time, whatever he has open.
    const since = rows.reduce((least, { last }) => Math.min(least, (msOf(at) - msOf(last)) / 1000), before ? Infinity : 0)
    // A document has no position of its own: the clock alone counts.
    const claimed = piece.kind === 'video' ? position - (before?.position ?? position) : since
    const seconds = watched(before?.seconds ?? 0, { since, claimed, longest: longestBeat, whole: piece.seconds })
    await run(client, statement(`
      insert into faheng.training_watch (region, person, course, material, seconds, position, first_beat, last_beat) values ($1, $2, $3, $4, $5, $6, $7, $7)
      on conflict (region, person, course, material) do update set seconds = excluded.seconds, position = excluded.position, last_beat = excluded.last_beat`),
      [region, person, id, material, seconds, position, at])
    const through = (each: (typeof course.materials)[number]) => (each.id === material ? seconds : (rows.find((row) => row.course === id && row.material === each.id)?.seconds ?? 0)) >= each.seconds
    const finished = course.materials.every(through)
    if (finished) await credit(client, region, person, id, at)
    return { seconds, whole: piece.seconds, finished }
  })
}

/** Once, and again after it was struck. */
async function credit(client: PoolClient, region: string, person: string, course: string, at: Instant): Promise<void> {
  const lines = await run<{ struck: boolean }>(client, statement(`
    select exists (select from faheng.training_entry x where x.region = e.region and x.person = e.person and x.kind = 'struck' and x.struck = e.id) as struck
    from faheng.training_entry e where e.region = $1 and e.person = $2 and e.course = $3 and e.kind = 'finished'`), [region, person, course])
  if (lines.some(({ struck }) => !struck)) return
  const id = `finished-${createHash('sha256').update([course, person, ...(lines.length > 0 ? [lines.length] : [])].join(' ')).digest('hex').slice(0, 40)}`
  await append(client, { region, id, person, course, kind: 'finished', at, recorded: at, by: person })
}
