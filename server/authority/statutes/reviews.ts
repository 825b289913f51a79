import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { FinishReview } from '@faheng/api/statutes.ts'
import { type Citation, citationWords } from '@faheng/law/citation.ts'
import { type ArticleChange } from '@faheng/law/statutes/changes.ts'
import { articleText } from '@faheng/law/statutes/text.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../../platform/access/scope.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { once } from '../../platform/verbs.ts'
import { articlesOf, type StoredArticle } from './read.ts'
import type { SubjectKind } from './subjects.ts'

interface ChangeRow {
  readonly id: string
  readonly statute: string
  readonly from: string
  readonly to: string | null
  readonly effective: string
  readonly basis: string
  readonly changed: number | null
  readonly tasks: number
  readonly open: number
  readonly overdue: number
}

const changeRows = `
  select c.id, c.statute, c.from_version as "from", c.to_version as "to", c.effective, c.basis, jsonb_array_length(c.articles) as changed,
    count(t.id)::int as tasks, (count(t.id) filter (where t.done is null))::int as open, (count(t.id) filter (where t.done is null and t.due < $2))::int as overdue
  from faheng.statute_change c left join faheng.review_task t on t.region = c.region and t.change = c.id
  where c.region = $1`

/** What is still to be reviewed first, then by the day of effect. */
export async function listChanges(context: Context, session: Session) {
  return reading(() => context.pools.app.connect(), session, async (client) => ({
    rows: await run<ChangeRow>(client, statement(`${changeRows} group by c.region, c.id order by count(t.id) filter (where t.done is null) > 0 desc, c.effective desc, c.statute limit 200`), [session.region, dayOf(context.clock())]),
  }))
}

/** @throws NotFound */
export async function readChange(context: Context, session: Session, id: string) {
  const { region } = session
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [[change], [recorded], tasks] = await Promise.all([
      run<ChangeRow>(client, statement(`${changeRows} and c.id = $3 group by c.region, c.id`), [region, dayOf(context.clock()), id]),
      run<{ articles: readonly ArticleChange[] | null }>(client, statement('select articles from faheng.statute_change where region = $1 and id = $2'), [region, id]),
      tasksOf(client, region, id),
    ])
    if (change === undefined) throw new NotFound()
    const cited = new Set(tasks.flatMap(({ citations }) => citations.map(({ article, sub = 0 }) => `${article}-${sub}`)))
    const [before, after] = [await articlesOf(client, region, change.statute, change.from), change.to === null ? [] : await articlesOf(client, region, change.statute, change.to)]
    const changed = recorded?.articles ?? [...cited].map((key) => ({ article: Number(key.split('-')[0]), sub: Number(key.split('-')[1]) }))
    const rows = changed.map(({ article: number, sub = 0 }) => {
      const [was, is] = [find(before, number, sub), find(after, number, sub)]
      return {
        number, sub, label: (is ?? was)?.label ?? citationWords({ statute: change.statute, article: number }).zh, cited: cited.has(`${number}-${sub}`),
        before: was ? articleText(was) : null, after: is ? articleText(is) : null,
      }
    })
    return {
      ...change,
      articles: rows.sort((a, b) => Number(b.cited) - Number(a.cited)),
      tasks: tasks.map(({ citations, ...task }) => ({ ...task, references: citations.map(citationWords), mine: task.done === null && mayFinish(session, task.body) })),
    }
  })
}

const find = (articles: readonly StoredArticle[], number: number, sub: number) => articles.find((each) => each.number === number && each.sub === sub)

interface Task {
  readonly id: string
  readonly kind: SubjectKind
  readonly subject: string
  readonly title: string
  readonly body: string
  readonly bodyName: string
  readonly citations: readonly Citation[]
  readonly due: string
  readonly done: string | null
  readonly outcome: 'kept' | 'adjusted' | 'withdrawn' | null
  readonly note: string | null
}

/** What is reviewed, as its readers know it. */
const titled = `
      coalesce(case t.kind
        when 'item' then (select i.title from faheng.item_version i where i.region = t.region and i.item = t.subject order by version desc limit 1)
        when 'benchmark' then (select coalesce(i.title, k.violation) || ' · ' || k.tier from faheng.benchmark_version k left join faheng.item_version i on i.region = k.region and i.item = k.item
          where k.region = t.region and k.benchmark = t.subject order by k.version desc, i.version desc limit 1)
        when 'leniency' then (select r.violation || '（' || r.title || '）' from faheng.leniency_rule r where r.region = t.region and r.rule = t.subject order by r.version desc limit 1)
        when 'grant' then (select i.title from (select item from faheng.township_grant g where g.region = t.region and g.id = t.subject
            union all select item from faheng.entrustment e where e.region = t.region and e.id = t.subject) g
          join faheng.item_version i on i.region = t.region and i.item = g.item order by i.version desc limit 1)
        else (select m.number from faheng.matter m where m.region = t.region and m.id = t.subject) end, t.subject) as title`

const tasksOf = (client: PoolClient, region: string, change: string) =>
  run<Task>(client, statement(`
    select t.id, t.kind, t.subject, t.body, coalesce(b.short_name, t.body) as "bodyName", t.citations, t.due, t.done, t.outcome, t.note, ${titled}
    from faheng.review_task t
    left join lateral (select short_name from faheng.body b where b.region = t.region and b.id = t.body order by valid_from desc limit 1) b on true
    where t.region = $1 and t.change = $2 order by t.done is not null, t.kind, t.subject`), [region, change])

/** What waits for the asker as head or legal reviewer; with him nothing is said of other bodies. */
export async function listReviews(context: Context, session: Session) {
  const bodies = session.posts.flatMap((post) => (mayFinish(session, post.body) ? [post.body] : []))
  return reading(() => context.pools.app.connect(), session, async (client) => ({
    rows: await run<{ id: string; change: string; kind: SubjectKind; title: string; statute: string; effective: string; due: string; overdue: boolean }>(client, statement(`
      select t.id, t.change, t.kind, c.statute, c.effective, t.due, t.due < $3 as overdue, ${titled}
      from faheng.review_task t join faheng.statute_change c on c.region = t.region and c.id = t.change
      where t.region = $1 and t.body = any ($2) and t.done is null order by t.due, t.id limit 50`), [session.region, bodies, dayOf(context.clock())]),
  }))
}

/** What became of the subject, by a head or legal reviewer of the body that owns it. @throws NotFound; Malformed if it was finished before */
export async function finishReview(context: Context, session: Session, task: string, { id, outcome, note }: Static<typeof FinishReview>) {
  const { region, person } = session
  const [found] = await run<{ body: string }>(context.pools.worker, statement('select body from faheng.review_task where region = $1 and id = $2'), [region, task])
  if (found === undefined || !mayFinish(session, found.body)) throw new NotFound()
  return once(context, { id, name: 'finish-review', region, person, content: { task, outcome, note } }, async (client, at) => {
    const done = await run(client, statement(`
      update faheng.review_task set done = $3, done_by = $4, outcome = $5, note = $6 where region = $1 and id = $2 and done is null returning 1`),
      [region, task, at, person, outcome, note])
    if (done.length === 0) throw new Malformed('/outcome', words('该项复核已经完成', 'The review is finished already'))
    return { id: task }
  })
}

const mayFinish = ({ posts }: Session, body: string): boolean => posts.some((post) => (post.kind === 'head' || post.kind === 'legal-reviewer') && post.body === body)
