import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { MatterCount, MatterFilter, MatterPage, MatterRow } from '@faheng/api/matters.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { isDay } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { asTheyStood, type Stood } from './as-it-stood.ts'
import type { CasesContext } from './context.ts'
import { alongWords, searchOf, type Search } from './list-words.ts'
import { waysOf, type Way } from './scope.ts'
import { subjects } from './subjects.ts'

type Filter = Static<typeof MatterFilter>

/**
 * Newest first, or, asked for what falls due, in the order of that; by keyset: a deep page costs what the first one costs. Each way to
 * matters is limited before they meet. The plan is kept: each way has the index of its order, while a plan made for the very values gathered
 * what falls due first and took a second, and to plan a search anew took ten times as long as to find what it asks for.
 */
export async function listMatters(context: CasesContext, session: Session, filter: Filter): Promise<Static<typeof MatterPage>> {
  const { rows, last } = await newest(context, session, filter, filter.limit ?? 20)
  return { rows, next: last ? `${byDue(filter) ? last.due : last.filed}~${last.id}` : null }
}

/** The first rows of what the filter leaves; `last` is the last of them when there are more. */
export async function newest(context: CasesContext, session: Session, filter: Filter, limit: number): Promise<{ rows: Static<typeof MatterRow>[]; last: MatterColumns | undefined }> {
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const { text, values, order } = query(session, filter, await searchOf(client, session, filter), limit + 1)
    const sql = `with found as (${text}), page as (select distinct day, id from found ${order()})
      select m.* from page join faheng.matter m on m.region = $1 and m.id = page.id ${order('page.')}`
    const matters = await run<MatterColumns & object>(client, statement(sql), values)
    const shown = matters.slice(0, limit)
    const rows = await matterRows(client, session.region, shown, await asTheyStood(context.acts, client, session.region, shown.map(({ id }) => id)))
    return { rows, last: matters.length > limit ? matters[limit - 1] : undefined }
  }, 'kept')
}

/** Counted up to 1,000, in a request of its own (the count must never hold up the list). */
export async function countMatters(context: Context, session: Session, filter: Filter): Promise<Static<typeof MatterCount>> {
  const { after: _after, limit: _limit, ...narrowed } = filter
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const { text, values } = query(session, narrowed, await searchOf(client, session, narrowed), cap + 1, false)
    const [row] = await run<{ count: number }>(client, statement(`select count(*)::int as count from (select distinct id from (${text}) as found limit ${cap + 1}) as capped`), values)
    const count = row?.count ?? 0
    return { count: Math.min(count, cap), more: count > cap }
  }, 'kept')
}

const cap = 1000

/** The columns of faheng.matter that lists show. */
export interface MatterColumns {
  readonly id: string
  readonly procedure: string
  readonly stage: string
  readonly body: string
  readonly unit: string
  readonly number: string | null
  readonly filed: string
  readonly due: string | null
  readonly ended: boolean
}

/** Rows as they are shown: with the names of body and parties, joined for one page only; those of the past as they stood. */
export async function matterRows(client: PoolClient, region: string, matters: readonly MatterColumns[], past: ReadonlyMap<string, Stood> = new Map()): Promise<Static<typeof MatterRow>[]> {
  if (matters.length === 0) return []
  const [bodies, parties] = await Promise.all([
    run<{ id: string; name: string }>(client, statement('select distinct on (id) id, name from faheng.body where region = $1 and id = any ($2) order by id, valid_from desc'), [region, matters.map((each) => each.body)]),
    run<{ matter: string; id: string; name: string }>(client, statement(`${subjects} order by name`), [region, matters.map((each) => each.id)]),
  ])
  const ofMatter = Map.groupBy(parties, (each) => each.matter)
  return matters.map(({ id, procedure, stage, body, unit, number, filed, due, ended }) => {
    const then = past.get(id)
    const known = (ofMatter.get(id) ?? []).filter((each) => (!then || then.state.parties.some((party) => party.id === each.id)))
    return {
      id, procedure, filed,
      ...(then
        ? { stage: then.state.stage, body: then.state.body, unit: then.state.unit, number: then.number, due: null, ended: then.state.ended }
        : { stage, body, unit, number, due, ended }),
      bodyName: bodies.find((each) => each.id === body)?.name ?? body,
      parties: [...new Set(known.map((each) => each.name))],
    }
  })
}

/** A matter in another stage is open. */
const endings = new Set(Object.values(procedures).flatMap((procedure) => procedure.endings))

/** What falls due is asked for in order to do it: the most pressing first. */
const byDue = ({ dueFrom, dueTo }: Filter): boolean => dueFrom !== undefined || dueTo !== undefined

/** Day and id of the first matters of each way, and the order that makes a page of them; not `sorted`, so many as are found first. */
function query(session: Session, filter: Filter, search: Search | undefined, limit: number, sorted = true): { text: string; values: unknown[]; order: (of?: string) => string } {
  for (const field of ['dueFrom', 'dueTo'] as const)
    if (filter[field] !== undefined && !isDay(filter[field])) throw new Malformed(`/${field}`, words('日期不存在', 'There is no such day'))
  const values: unknown[] = [session.region]
  const param = (value: unknown): string => `$${values.push(value)}`
  const conditions: string[] = []
  let after: readonly [day: string, id: string] | undefined
  for (const column of ['procedure', 'body', 'unit'] as const) {
    const value = filter[column]
    if (value !== undefined) conditions.push(`m.${column} = ${param(value)}`)
  }
  if (filter.stage !== undefined) conditions.push(`m.stage = any (${param(filter.stage.split(','))})`)
  if (filter.dueFrom !== undefined) conditions.push(`m.due >= ${param(filter.dueFrom)}::date and not m.ended`)
  if (filter.dueTo !== undefined) conditions.push(`m.due <= ${param(filter.dueTo)}::date and not m.ended`)
  if (filter.after !== undefined) {
    const [day, id] = keyOf(filter.after)
    after = [param(day), param(id)]
  }
  // Of what he only acted in once he may not learn by a filter where it stands now (R6).
  const aboutNow = [filter.stage, filter.dueFrom, filter.dueTo, filter.unit].some((each) => each !== undefined)
  const where = conditions.map((each) => ` and ${each}`).join('')
  const due = byDue(filter)
  const goesOn = due || (filter.stage !== undefined && filter.stage.split(',').every((stage) => !endings.has(stage)))
  const turn = due ? 'asc' : 'desc'
  const order = (of = '') => `order by ${of}day ${turn}, ${of}id ${turn} limit ${limit}`
  const select = (way: Way) => {
    const day = due ? 'm.due' : way.filed
    const now = aboutNow && way.now ? ` and ${way.now}` : ''
    const open = goesOn && way.open ? ` and ${way.open}` : ''
    const beyond = after ? ` and (${day}, ${way.id}) ${due ? '>' : '<'} (${after[0]}::date, ${after[1]})` : ''
    const one = `select ${day} as day, ${way.id} as id from ${way.from} where ${way.where}${now}${open}${beyond}${where} ${order()}`
    return way.each ? `(select x.* from ${way.each} b cross join lateral (${one}) x ${sorted ? order() : `limit ${limit}`})` : `(${one})`
  }
  const ways = waysOf(session, param)
  return { text: (search ? ways.map((way) => alongWords(way, search, param)) : ways).map(select).join('\nunion all\n'), values, order }
}

const keyOf = (after: string): [string, string] => {
  const [filed, id] = after.split('~')
  if (filed === undefined || !isDay(filed) || !id) throw new Malformed('/after', words('翻页标记不正确', 'This is no page mark of ours'))
  return [filed, id]
}
