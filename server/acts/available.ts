import type { PoolClient } from 'pg'
import { available as offersOf, type Actor, type Offer } from '@faheng/law/judge.ts'
import type { Facts } from '@faheng/law/facts.ts'
import type { Asks, MatterState, Procedure } from '@faheng/law/procedure.ts'
import { reading, type Asker } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import { procedureOf, type Acts } from './acts.ts'
import { readFacts } from './facts.ts'
import { shownTo } from './shown-to.ts'

export interface Available {
  readonly procedure: Procedure
  /** As the law judges now; not for showing to one who may read only an earlier state. */
  readonly state: MatterState
  readonly offers: readonly Offer[]
  /** What the guards asked of the outside, for forms to be filled from. */
  readonly facts: Facts
}

/**
 * Every act of the stage, allowed or not, with the reasons; what the button, the phone and the server read (D5).
 * @throws NotFound
 */
export function available(acts: Acts, asker: Asker, matter: string): Promise<Available> {
  return reading(() => acts.pool.connect(), asker, async (client) => {
    const at = acts.clock()
    const { procedure, state } = await presentState(acts, client, asker.region, matter)
    const actor: Actor = asker
    const kinds = Object.keys(procedure.acts)
    const asks = kinds.map((kind) => procedure.asks(state, { id: '', kind, occurredAt: at, recordedAt: at, actor: asker.person, payload: undefined }))
    const needs = [...new Set(kinds.flatMap((kind) => procedure.acts[kind]?.needs ?? []))]
    const facts = await readFacts(client, { region: asker.region, matter, body: state.body, at }, needs, united(asks), 'unlocked')
    const offers = offersOf(procedure, state, actor, facts, at).map((offer) => ({ ...offer, refusals: shownTo(offer.refusals) }))
    return { procedure, state, offers, facts }
  })
}

/** Opens the matter to the rest of the transaction if the asker can see it, and reads its present state. @throws NotFound */
export async function presentState(acts: Acts, client: PoolClient, region: string, matter: string): Promise<{ procedure: Procedure; state: MatterState }> {
  const [matters, states] = await Promise.all([
    run<{ procedure: string }>(client, open, [region, matter]),
    run<{ state: MatterState }>(client, statement('select state from faheng.matter_state where region = $1 and matter = $2'), [region, matter]),
  ])
  const [row] = matters
  const state = states[0]?.state
  if (!row || !state) throw new NotFound('no such matter')
  return { procedure: procedureOf(acts, row.procedure), state }
}

/** One question for all acts: who is asked about twice is read once. */
const united = (asks: readonly Asks[]): Asks => ({
  certificates: distinct(asks.flatMap((each) => each.certificates)),
  reviewers: distinct(asks.flatMap((each) => each.reviewers)),
  items: distinct(asks.flatMap((each) => each.items)),
  parties: distinct(asks.flatMap((each) => each.parties)),
  earlier: distinct(asks.flatMap((each) => each.earlier)),
  released: distinct(asks.flatMap((each) => each.released ?? [])),
  catalogue: distinct(asks.flatMap((each) => each.catalogue ?? [])),
  statutes: distinct(asks.flatMap((each) => each.statutes ?? [])),
  townships: distinct(asks.flatMap((each) => each.townships ?? [])),
  entrusted: distinct(asks.flatMap((each) => each.entrusted ?? [])),
  // A hand-over asks about one body alone, whichever the act.
  ...openCasesOf(asks),
})

const openCasesOf = (asks: readonly Asks[]): Pick<Asks, 'openCases'> => {
  const openCases = asks.find((each) => each.openCases !== undefined)?.openCases
  return openCases ? { openCases } : {}
}

const distinct = <T>(values: readonly T[]): T[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]

const open = statement(`select procedure, set_config('app.matter', id, true) from faheng.matter where region = $1 and id = $2`)
