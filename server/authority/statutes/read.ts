import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { StatuteFilter, StatuteOn } from '@faheng/api/statutes.ts'
import { changedArticles } from '@faheng/law/statutes/changes.ts'
import { articleText, type Article, type Flaw, type Paragraph } from '@faheng/law/statutes/text.ts'
import { type Day, dayOf } from '@faheng/law/time/day.ts'
import { reading } from '../../platform/access/scope.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'

interface Version {
  readonly version: string
  readonly title: string
  readonly rank: string
  readonly promulgated: Day
  readonly inForce: Day
  readonly repealed: Day | null
  readonly loaded: boolean
}

/** The register by name, fifty at a time; each with the version in force on the day, else the latest that began, else the first. */
export async function listStatutes(context: Context, session: Session, { q = '', on = dayOf(context.clock()), after = '' }: Static<typeof StatuteFilter>) {
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const found = await run<{ statute: string }>(client, statement(`
      select * from (
        select distinct on (v.statute) v.statute, v.title, v.rank, v.version, v.promulgated, v.in_force as "inForce", v.repealed, t.articles,
          coalesce(jsonb_array_length(t.flaws), 0) as flaws, count(*) over (partition by v.statute)::int as versions
        from faheng.statute_version v left join faheng.statute_text t using (region, statute, version)
        where v.region = $1 and v.statute > $2 and strpos(v.title, $3) > 0
        order by v.statute, (v.in_force <= $4 and (v.repealed is null or $4 < v.repealed)) desc, v.in_force <= $4 desc, v.in_force desc) latest
      order by statute limit 51`), [session.region, after, q, on])
    const rows = found.slice(0, 50)
    return { rows: rows as never[], next: found.length > 50 ? (rows.at(-1)?.statute ?? null) : null }
  })
}

/** @throws NotFound */
export async function readStatuteOn(context: Context, session: Session, statute: string, { on = dayOf(context.clock()), version }: Static<typeof StatuteOn>) {
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const versions = await versionsOf(client, session.region, statute)
    const inForce = versions.find((each) => each.inForce <= on && (each.repealed === null || on < each.repealed))
    const chosen = version === undefined ? (inForce ?? versions.find((each) => each.inForce <= on) ?? versions.at(-1)) : versions.find((each) => each.version === version)
    if (chosen === undefined) throw new NotFound()
    const [text, articles] = await Promise.all([
      run<{ preamble: string[]; flaws: Flaw[] }>(client, statement(`
        select preamble, flaws from faheng.statute_text where region = $1 and statute = $2 and version = $3`), [session.region, statute, chosen.version]),
      articlesOf(client, session.region, statute, chosen.version),
    ])
    return { statute, on, version: chosen, inForce: chosen === inForce, versions, preamble: text[0]?.preamble ?? [], flaws: text[0]?.flaws ?? [], articles }
  })
}

/** @throws NotFound if one of the two is not loaded */
export async function compareVersions(context: Context, session: Session, statute: string, { from, to }: { readonly from: string; readonly to: string }) {
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const versions = await versionsOf(client, session.region, statute)
    const [before, after] = [from, to].map((each) => versions.find(({ version, loaded }) => version === each && loaded))
    if (before === undefined || after === undefined) throw new NotFound()
    const [old, present] = await Promise.all([articlesOf(client, session.region, statute, from), articlesOf(client, session.region, statute, to)])
    const textOf = (articles: readonly StoredArticle[], number: number, sub: number) => articles.find((each) => each.number === number && each.sub === sub)
    const changes = changedArticles(asArticles(old), asArticles(present))
    return {
      statute, from: before, to: after, same: old.length - changes.filter(({ kind }) => kind !== 'new').length,
      rows: changes.map(({ article: number, sub = 0, kind }) => {
        const [was, is] = [textOf(old, number, sub), textOf(present, number, sub)]
        return { number, sub, kind, label: (is ?? was)?.label ?? '', before: was ? articleText(was) : null, after: is ? articleText(is) : null }
      }),
    }
  })
}

export interface StoredArticle {
  readonly number: number
  readonly sub: number
  readonly label: string
  readonly path: string[]
  readonly paragraphs: Paragraph[]
}

export const articlesOf = (on: PoolClient, region: string, statute: string, version: string) =>
  run<StoredArticle>(on, statement(`
    select number, sub, label, path, paragraphs from faheng.statute_article where region = $1 and statute = $2 and version = $3 order by ordinal`), [region, statute, version])

export const asArticles = (articles: readonly StoredArticle[]): Article[] => articles.map(({ sub, ...rest }) => (sub === 0 ? rest : { ...rest, sub }))

const versionsOf = (on: PoolClient, region: string, statute: string) =>
  run<Version>(on, statement(`
    select v.version, v.title, v.rank, v.promulgated, v.in_force as "inForce", v.repealed, t.version is not null as loaded
    from faheng.statute_version v left join faheng.statute_text t using (region, statute, version)
    where v.region = $1 and v.statute = $2 order by v.in_force desc, v.promulgated desc`), [region, statute])
