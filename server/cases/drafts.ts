import type { Static } from 'typebox'
import type { DraftAnswer, DraftRequest } from '@faheng/api/matters.ts'
import { enter } from '../platform/access/scope.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import type { CasesContext } from './context.ts'

/** A form half filled, kept for its writer alone on whatever machine he goes on (R3). The last one stands; no log keeps it. */
export async function keepDraft(context: CasesContext, session: Session, matter: string, kind: string, { draft }: Static<typeof DraftRequest>): Promise<Static<typeof DraftAnswer>> {
  const saved = context.clock()
  await scoped(context, session, (client) =>
    run(client, statement(`
      insert into faheng.draft (region, person, id, matter, kind, payload, saved) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (region, person, id) do update set payload = excluded.payload, saved = excluded.saved`),
      [session.region, session.person, idOf(matter, kind), matter, kind, JSON.stringify(draft), saved]))
  return { draft, saved }
}

export async function readDraft(context: CasesContext, session: Session, matter: string, kind: string): Promise<Static<typeof DraftAnswer>> {
  const [row] = await scoped(context, session, (client) =>
    run<Static<typeof DraftAnswer> & object>(client, statement('select payload as draft, saved from faheng.draft where region = $1 and person = $2 and id = $3'), [session.region, session.person, idOf(matter, kind)]))
  return row ?? { draft: null, saved: null }
}

/** Performed or given up: nothing of it is kept. */
export async function dropDraft(context: CasesContext, session: Session, matter: string, kind: string): Promise<void> {
  await scoped(context, session, (client) =>
    run(client, statement('delete from faheng.draft where region = $1 and person = $2 and id = $3'), [session.region, session.person, idOf(matter, kind)]))
}

const idOf = (matter: string, kind: string): string => `${matter}/${kind}`

type Client = Parameters<Parameters<typeof inTransaction>[1]>[0]

const scoped = <T>(context: CasesContext, session: Session, work: (client: Client) => Promise<T>): Promise<T> =>
  inTransaction(context.pools.app, async (client) => {
    await enter(client, session)
    return work(client)
  })
