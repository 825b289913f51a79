import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { MarkRequest } from '@faheng/api/exams.ts'
import { type Mark, settle } from '@faheng/law/exams/score.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'

interface Script {
  readonly script: string
  readonly question: string
  readonly points: number
  readonly given: string
}

/** What waits for him: answers with fewer than two marks, none his; for the arbiter those whose two marks lie apart. Nobody sees a name or another's mark. @throws NotFound */
export async function nextToMark(context: Context, session: Session, exam: string) {
  const { region, person } = session
  const { exam: found, waiting } = await waitingFor(context, session, exam)
  if (found === undefined) throw new NotFound()
  const [first] = waiting
  if (first === undefined) return { left: 0, next: null }
  const [text] = await reading(() => context.pools.app.connect(), session, (client) =>
    run<{ stem: string }>(client, statement('select stem from faheng.exam_question where region = $1 and id = $2'), [region, first.question]))
  const [key] = await run<{ guide: string }>(context.pools.worker, statement('select guide from faheng.exam_key where region = $1 and question = $2'), [region, first.question])
  return { left: waiting.length, next: { ...first, stem: text?.stem ?? '', guide: key?.guide ?? '', third: found.arbiter === person } }
}

async function waitingFor(context: Context, { region, person }: Session, exam: string) {
  const { worker } = context.pools // how many marks there are is known to nobody but here
  const [found] = await run<{ arbiter: string | null }>(worker, statement('select arbiter from faheng.exam where region = $1 and id = $2 and (arbiter = $3 or $3 = any (markers))'), [region, exam, person])
  if (found === undefined) return { exam: undefined, waiting: [] }
  const scripts = await run<Script & { marks: readonly Mark[] }>(worker, statement(`
    select s.script, s.question, s.points, s.given, coalesce(jsonb_agg(jsonb_build_object('marker', m.marker, 'points', m.points, 'third', m.third)) filter (where m.marker is not null), '[]') as marks
    from faheng.exam_script s left join faheng.exam_mark m on m.region = s.region and m.exam = s.exam and m.script = s.script and m.question = s.question
    where s.region = $1 and s.exam = $2 group by s.region, s.exam, s.script, s.question order by s.question, s.script`), [region, exam])
  const mine = (marks: readonly Mark[], points: number) =>
    found.arbiter === person ? settle(marks, points) === 'third' : marks.length < 2 && !marks.some(({ marker }) => marker === person)
  return { exam: found, waiting: scripts.filter(({ marks, points }) => mine(marks, points)).map(({ script, question, points, given }) => ({ script, question, points, given })) }
}

/** One mark; the entry's total stands once the last of its answers is settled. @throws NotFound; Malformed */
export async function giveMark(context: Context, session: Session, exam: string, request: Static<typeof MarkRequest>) {
  const { region, person } = session
  const { id, script, question, points, note } = request
  return once(context, { id, name: 'mark-exam', region, person, content: { exam, ...request } }, async (client, at) => {
    const [found] = await run<{ person: string; full: number; arbiter: string | null }>(client, statement(`
      select e.person, s.points as full, x.arbiter from faheng.exam_entry e
      join faheng.exam x on x.region = e.region and x.id = e.exam and (x.arbiter = $5 or $5 = any (x.markers))
      join faheng.exam_script s on s.region = e.region and s.exam = e.exam and s.script = e.script and s.question = $4
      where e.region = $1 and e.exam = $2 and e.script = $3 for update of e`), [region, exam, script, question, person])
    if (found === undefined || found.person === person) throw new NotFound()
    if (points > found.full) throw new Malformed('/points', words(`本题满分${found.full}分`, `The question has ${found.full} points`))
    const marks = await marksOf(client, region, exam, script)
    const here = marks.filter((mark) => mark.question === question)
    const third = found.arbiter === person
    if (third ? settle(here, found.full) !== 'third' : here.length >= 2 || here.some(({ marker }) => marker === person))
      throw new Malformed('/script', words('此答卷已评阅完毕', 'This answer has its marks already'))
    await run(client, statement(`
      insert into faheng.exam_mark (region, exam, script, question, marker, points, note, third, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`),
      [region, exam, script, question, person, points, note, third, at])
    await total(client, { region, exam, script }, [...marks, { question, marker: person, points, third }])
    return { id: exam }
  })
}

const marksOf = (client: PoolClient, region: string, exam: string, script: string) =>
  run<Mark & { question: string }>(client, statement(`
    select question, marker, points, third from faheng.exam_mark where region = $1 and exam = $2 and script = $3 order by at`), [region, exam, script])

async function total(client: PoolClient, { region, exam, script }: { region: string; exam: string; script: string }, marks: readonly (Mark & { readonly question: string })[]): Promise<void> {
  const scripts = await run<{ question: string; points: number }>(client, statement('select question, points from faheng.exam_script where region = $1 and exam = $2 and script = $3'), [region, exam, script])
  const settled = scripts.map(({ question, points }) => settle(marks.filter((mark) => mark.question === question), points))
  if (!settled.every((each) => typeof each === 'object')) return
  await run(client, statement('update faheng.exam_entry set total = objective + $4 where region = $1 and exam = $2 and script = $3'), [region, exam, script, settled.reduce((sum, { points }) => sum + points, 0)])
}
