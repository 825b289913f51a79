import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { SetExamRequest } from '@faheng/api/exams.ts'
import { type Blueprint, drawPaper, fullMarks, type PaperQuestion, type PoolQuestion } from '@faheng/law/exams/blueprint.ts'
import { type Instant, msOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { requirePost } from '../people/index.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import type { ExamContext } from './context.ts'
import { seal } from './seal.ts'
import { randomOf } from './seed.ts'

/**
 * Sets an exam: its pool is what the bank has ready now, its papers follow from a fresh seed, and the ledger holds the seed's
 * commitment before anybody can begin. @throws NotFound for others than the justice bureau; Malformed
 */
export async function setExam(context: ExamContext, session: Session, request: Static<typeof SetExamRequest>) {
  requirePost(session, 'supervisor')
  const { region, person } = session
  const { id, title, blueprint, opens, closes, minutes, pass, markers, arbiter = null, qualifying = false } = request
  return once(context, { id, name: 'set-exam', region, person, content: request }, async (client, at) => {
    const examinees = [...new Set([...request.examinees, ...(await forceOf(client, region, request.bodies ?? [], at))])]
    check(request, examinees)
    await requirePeople(client, region, [...examinees, ...markers, ...(arbiter === null ? [] : [arbiter])])
    const pool = await poolOf(client, region)
    const seed = randomBytes(32).toString('hex')
    const papers = examinees.map((examinee) => ({ person: examinee, paper: paperOf({ seed, exam: id, blueprint, pool }, examinee) }))
    await run(client, statement(`
      insert into faheng.exam (region, id, title, blueprint, opens, closes, minutes, pass, full_marks, markers, arbiter, qualifying, recorded, recorded_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`),
      [region, id, title, JSON.stringify(blueprint), opens, closes, minutes, pass, fullMarks(blueprint), markers, arbiter, qualifying, at, person])
    await run(client, statement('insert into faheng.exam_seed (region, exam, seed, pool) values ($1, $2, $3, $4)'), [region, id, seed, JSON.stringify(pool)])
    await run(client, statement(`
      insert into faheng.exam_entry (region, exam, person, paper) select $1, $2, person, paper from jsonb_to_recordset($3::jsonb) as e (person text, paper jsonb)`),
      [region, id, JSON.stringify(papers)])
    await seal(context, client, region, 'seed', [{ id, fields: { seed, blueprint, pool: pool.map((each) => each.id), examinees } }], at)
    return { id }
  })
}

interface Drawing {
  readonly seed: string
  readonly exam: string
  readonly blueprint: Blueprint
  readonly pool: readonly PoolQuestion[]
}

/** The same drawing gives the same person the same paper, whenever it is asked. @throws Malformed for a pool that cannot fill it */
export function paperOf({ seed, exam, blueprint, pool }: Drawing, person: string): readonly PaperQuestion[] {
  const paper = drawPaper(blueprint, pool, randomOf(seed, exam, person))
  if ('lacks' in paper) throw new Malformed('/blueprint', paper.lacks)
  return paper
}

function check({ blueprint, opens, closes, markers, arbiter, pass }: Static<typeof SetExamRequest>, examinees: readonly string[]): void {
  if (examinees.length === 0 || examinees.length > 2000) throw new Malformed('/examinees', words(`一场考试 1 至 2000 名考生，现为 ${examinees.length} 名`, `An exam has 1 to 2,000 examinees, not ${examinees.length}`))
  if (msOf(opens) >= msOf(closes)) throw new Malformed('/closes', words('结束时间应当晚于开始时间', 'It must close after it opens'))
  if (pass > fullMarks(blueprint)) throw new Malformed('/pass', words('合格分数高于满分', 'More points to pass than there are'))
  for (const [i, { count, difficulty }] of blueprint.sections.entries())
    if (Object.values(difficulty).reduce((sum, n) => sum + (n ?? 0), 0) > count)
      throw new Malformed(`/blueprint/sections/${i}/difficulty`, words('各难度题数之和多于本部分题数', 'The difficulties add up to more than the part has'))
  if (!blueprint.sections.some(({ kind }) => kind === 'case')) return
  const two = new Set(markers)
  if (two.size < 2 || arbiter === undefined || two.has(arbiter)) throw new Malformed('/markers', words('案例分析题须有两名以上阅卷人和另外一名仲裁阅卷人', 'Case questions need two markers and a third who decides'))
  if ([...two, arbiter].some((each) => examinees.includes(each))) throw new Malformed('/markers', words('考生不能阅卷', 'Who sits the exam cannot mark it'))
}

async function requirePeople(client: PoolClient, region: string, people: readonly string[]): Promise<void> {
  const known = new Set((await run<{ id: string }>(client, statement('select id from faheng.person where region = $1 and id = any ($2)'), [region, people])).map(({ id }) => id))
  const missing = people.find((each) => !known.has(each))
  if (missing !== undefined) throw new Malformed('/examinees', words(`没有登记的人员：${missing}`, `Nobody is registered as ${missing}`))
}

/** Who enforces for these bodies at that instant: all of them, however many. */
async function forceOf(client: PoolClient, region: string, bodies: readonly string[], at: Instant): Promise<string[]> {
  if (bodies.length === 0) return []
  const rows = await run<{ person: string; body: string }>(client, statement(`
    select distinct person, body from faheng.post where region = $1 and body = any ($2) and kind in ('officer', 'unit-head')
      and from_at <= $3 and (until_at is null or $3 < until_at) and not faheng.has_left(region, person, body, from_at, $3) order by person`), [region, bodies, at])
  const empty = bodies.find((each) => !rows.some(({ body }) => body === each))
  if (empty !== undefined) throw new Malformed('/bodies', words(`${empty} 没有执法人员`, `${empty} has no enforcement staff`))
  return rows.map(({ person }) => person)
}

const poolOf = (client: PoolClient, region: string) =>
  run<PoolQuestion & object>(client, statement(`
    select id, kind, field, difficulty, gist, citations, options from faheng.exam_question where region = $1 and status = 'ready' order by id`), [region])
