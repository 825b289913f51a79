import type { Static } from 'typebox'
import type { DraftAnswer, DraftContent } from '@faheng/api/drafts.ts'
import { enter } from '../platform/access/scope.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import { seal, unseal } from '../platform/secrets/seal.ts'
import type { CasesContext } from './context.ts'

/** What somebody is still writing (R3): his alone, no act and in no record, sealed because it holds what people said. */

const about = ({ region, person }: Session, place: string): string => `${region}/draft/${person}/${place}`

export async function readDraft(context: CasesContext, session: Session, place: string): Promise<Static<typeof DraftAnswer>> {
  return scoped(context, session, async (client) => {
    const [row] = await run<{ cipher: Buffer; saved: string }>(client, statement('select cipher, saved from faheng.draft where region = $1 and person = $2 and place = $3'), [session.region, session.person, place])
    if (!row) return { draft: null, saved: null }
    return { draft: JSON.parse(unseal(context.acts.masterKey, row.cipher, about(session, place)).toString()) as Static<typeof DraftContent>, saved: row.saved }
  })
}

export async function keepDraft(context: CasesContext, session: Session, place: string, draft: Static<typeof DraftContent>): Promise<void> {
  const cipher = seal(context.acts.masterKey, JSON.stringify(draft), about(session, place))
  await scoped(context, session, (client) => run(client, statement(`
    insert into faheng.draft (region, person, place, cipher, saved) values ($1, $2, $3, $4, $5)
    on conflict (region, person, place) do update set cipher = excluded.cipher, saved = excluded.saved`), [session.region, session.person, place, cipher, context.clock()]))
}

export async function dropDraft(context: CasesContext, session: Session, place: string): Promise<void> {
  await scoped(context, session, (client) => run(client, statement('delete from faheng.draft where region = $1 and person = $2 and place = $3'), [session.region, session.person, place]))
}

const scoped = <T>(context: CasesContext, session: Session, work: (client: Parameters<typeof enter>[0]) => Promise<T>): Promise<T> =>
  inTransaction(context.pools.app, async (client) => {
    await enter(client, session)
    return work(client)
  })
