import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { DocumentAnswer, MatterAnswer } from '@faheng/api/matters.ts'
import { documents as catalogue } from '@faheng/law/documents/index.ts'
import type { MatterState, PostKind } from '@faheng/law/procedure.ts'
import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { CasesContext } from './context.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { asTheyStood } from './as-it-stood.ts'
import { approvalsOf, eligible, holdersOf, itemsIn } from './eligible.ts'
import { clockAnswer, clockColumns, type ClockRow } from './clocks.ts'
import { findingsOf, type FindingRow, type Judged } from './findings.ts'
import { matterRows, type MatterColumns } from './list.ts'
import { subjects } from './subjects.ts'

/** Everything the matter page shows beside the story, in two round trips. 404 for who may not read it. */
export async function matter(context: CasesContext, session: Session, id: string): Promise<Static<typeof MatterAnswer>> {
  const now = context.clock()
  const at = [session.region, id]
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [found, states, clocks, findings, documents, parties, waiting] = await Promise.all([
      run<MatterColumns & { seq: number }>(client, statement('select * from faheng.matter where region = $1 and id = $2'), at),
      run<{ state: CaseView }>(client, statement('select state from faheng.matter_state where region = $1 and matter = $2'), at),
      run<ClockRow & object>(client, statement(`select ${clockColumns} from faheng.clock where region = $1 and matter = $2 order by opened`), at),
      run<FindingRow & object>(client, statement('select rule, act, subject, found from faheng.finding where region = $1 and matter = $2 order by opened_seq, rule'), at),
      documentsOf(client, session.region, id),
      run<Static<typeof MatterAnswer>['parties'][number] & object>(client, statement(`
        select id, name, kind, role, code, address from (${subjects}) as about order by role, name`), [session.region, [id]]),
      run<Awaited & object>(client, statement(`select act, post, person from faheng.waiting_of($1, $2) order by act, post desc, person`), at),
    ])
    const [row] = found
    if (!row) throw new NotFound()
    // Who only acted here once is shown the matter as it stood then (R6): row-level security hides the state and what came after.
    const past = await asTheyStood(context.acts, client, session.region, states[0] ? [] : [id])
    const then = past.get(id)
    const state: CaseView | undefined = states[0]?.state ?? then?.state
    if (!state) throw new NotFound()
    const seq = then?.seq ?? row.seq
    const procedure = procedures[row.procedure]
    if (!procedure) throw new Error(`no procedure ${row.procedure}`)
    const [rows, people, items, eligible] = await Promise.all([
      matterRows(client, session.region, [row], past),
      run<{ id: string; name: string }>(client, statement('select id, name from faheng.person where region = $1 and id in (select actor from faheng.act where region = $1 and matter = $2 union select unnest($3::text[]))'), [...at, [...state.team, ...(state.joint ?? []).flatMap(({ officers }) => officers)]]),
      run<{ item: string; title: string }>(client, statement('select distinct on (item) item, title from faheng.item_version where region = $1 and item = any ($2) order by item, version desc'), [session.region, [...(state.violations ?? []), ...(state.entries ?? [])].map((each) => each.item)]),
      eligibleFor(client, session.region, row.procedure, state, now, then ? [] : waiting),
    ])
    return {
      row: rows[0] as Static<typeof MatterAnswer>['row'],
      state,
      seq,
      parties: then ? parties.filter((each) => then.state.parties.some((party) => party.id === each.id && party.role === each.role)) : parties,
      people: Object.fromEntries(people.map((each) => [each.id, each.name])),
      items: Object.fromEntries(items.map((each) => [each.item, each.title])),
      clocks: clocks.map((clock) => clockAnswer(row.procedure, clock, dayOf(now))),
      findings: findingsOf(procedure, state, findings, people, dayOf(now)),
      documents,
      waiting: eligible.map(({ act, post, people: names }) => ({ act, title: procedure.acts[act]?.title ?? words(act, act), post, people: names, nobody: names.length === 0 })),
    }
  })
}

/** Documents of a matter, oldest first. */
async function documentsOf(client: PoolClient, region: string, id: string): Promise<Static<typeof DocumentAnswer>[]> {
  const rows = await run<Omit<Static<typeof DocumentAnswer>, 'title' | 'volume'>>(client, statement(`
    select d.id, d.kind, d.subject, d.number, d.code, d.made, d.file, d.pages, d.act, s.entry is not null as void,
      exists (select from faheng.withheld w where w.region = d.region and w.document = d.id) as withheld
    from faheng.document d left join faheng.struck s on s.region = d.region and s.matter = d.matter and s.entry = d.act
    where d.region = $1 and d.matter = $2 order by d.act_seq, d.id`), [region, id])
  return rows.map((row) => ({ ...row, title: catalogue[row.kind]?.title ?? words(row.kind, row.kind), volume: catalogue[row.kind]?.volume ?? 'inner' }))
}

interface CaseView extends Judged {
  readonly violations?: readonly { readonly item: string }[]
  readonly joint?: PenaltyCase['joint']
  /** Of an adjustment of the catalogue. */
  readonly entries?: readonly { readonly item: string }[]
}

interface Awaited {
  readonly act: string
  readonly post: PostKind
  readonly person: string
}

/** Who could do what the matter waits for, by name: nobody means the desk must say so (D6). */
async function eligibleFor(client: PoolClient, region: string, procedure: string, state: MatterState, now: string, waiting: readonly Awaited[]) {
  const persons = [...state.team, ...waiting.flatMap(({ person }) => person || [])]
  const [holders, approvals] = await Promise.all([holdersOf(client, region, state.counterpart === undefined ? [state.body] : [state.body, state.counterpart], persons, now), approvalsOf(client, region, [state.body], itemsIn(state), now)])
  return [...Map.groupBy(waiting, ({ act }) => act)].map(([act, rows]) => ({
    act,
    post: rows[0]?.post ?? ('officer' as const),
    people: eligible(procedure, act, state, holders, approvals, rows.flatMap(({ person }) => person || [])).map(({ name }) => name),
  }))
}
