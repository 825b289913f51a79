import type { PoolClient } from 'pg'
import type { MatterState } from '@faheng/law/procedure.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { awaitingHim } from '@faheng/law/second-officer.ts'
import type { Words } from '@faheng/law/words.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'

export interface ToConfirm {
  readonly act: string
  readonly entries: { readonly id: string; readonly title: Words; readonly actorName: string; readonly occurredAt: string }[]
}

const kinds: ReadonlyMap<string, string> = new Map(Object.values(procedures).flatMap(({ name, acts }) => {
  const [kind] = Object.entries(acts).find(([, { by }]) => by !== 'system' && by.of === 'second') ?? []
  return kind === undefined ? [] : [[name, kind] as const]
}))

/** The kind of act by which a second officer confirms, if the procedure knows one. */
export const confirmingKind = (procedure: string): string | undefined => kinds.get(procedure)

/** All of them, of whatever procedure, in the order of the alphabet. */
export const confirmingKinds: readonly string[] = [...new Set(kinds.values())].sort()

/** The records that wait for him as their second officer (R4), by matter: few matters, read from their states. */
export async function entriesToConfirm(client: PoolClient, { region, person }: Session, matters: readonly { readonly id: string; readonly procedure: string }[]): Promise<Map<string, ToConfirm>> {
  if (matters.length === 0) return new Map()
  const states = await run<{ matter: string; unconfirmed: MatterState['unconfirmed'] }>(client, statement(`
    select matter, state->'unconfirmed' as unconfirmed from faheng.matter_state where region = $1 and matter = any ($2)`), [region, matters.map(({ id }) => id)])
  const his = new Map(states.map(({ matter, unconfirmed }) => [matter, awaitingHim(unconfirmed ? { unconfirmed } : {}, person)]))
  const acts = await run<{ id: string; matter: string; kind: string; actorName: string; occurredAt: string }>(client, statement(`
    select a.id, a.matter, a.kind, coalesce(p.name, a.actor) as "actorName", a.occurred as "occurredAt"
    from faheng.act a left join faheng.person p on p.region = a.region and p.id = a.actor
    where a.region = $1 and a.id = any ($2) order by a.occurred, a.seq`), [region, [...his.values()].flat()])
  return new Map(matters.flatMap(({ id, procedure }) => {
    const act = confirmingKind(procedure)
    const entries = acts.filter((each) => each.matter === id).flatMap(({ id: entry, kind, actorName, occurredAt }) => {
      const title = procedures[procedure]?.acts[kind]?.title
      return title ? [{ id: entry, title, actorName, occurredAt }] : []
    })
    return act !== undefined && entries.length > 0 ? [[id, { act, entries }] as const] : []
  }))
}
