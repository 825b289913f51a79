import type { PoolClient } from 'pg'
import { definitionOf, isOneStep } from '@faheng/law/fold.ts'
import { judge, standing, type Actor } from '@faheng/law/judge.ts'
import type { ActDefinition, MatterState, Procedure } from '@faheng/law/procedure.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { isSystem, type Asker } from '../platform/access/scope.ts'
import { Busy, IdReused, Malformed, NotFound, Refused } from '../platform/errors.ts'
import { procedureOf, type Acts, type Opening, type StoredAct } from './acts.ts'
import { contentHash, readContent, type ActRequest } from './content.ts'
import { readFacts } from './facts.ts'
import { shownTo } from './shown-to.ts'
import { lockAndLoad, together, wholeHistory, type Loaded } from './load.ts'
import { demandOwnFiles } from './named-files.ts'
import { record, type Recorded } from './record.ts'
import { repeated } from './repeated.ts'
import { advance, beginning } from './replay.ts'
import { timesOf } from './times.ts'

export interface PerformRequest {
  readonly matter: string
  /** With the first act of a matter, whose id the client makes too. */
  readonly opens?: Opening
  readonly act: ActRequest
}

export interface Performed extends Recorded {
  /** The same act was sent before; this is its first result (D14). */
  readonly repeated: boolean
}

/**
 * The one way in for whatever changes a legal position (D1): one transaction, four round trips at most; a fifth when papers of such
 * an act quote more of the file than any did before (record.ts).
 *
 * @throws Malformed, NotFound (also for a matter he may not see), Refused (nothing is stored), IdReused, Busy
 */
export async function perform(acts: Acts, asker: Asker, request: PerformRequest): Promise<Performed> {
  try {
    return await once(acts, asker, request)
  } catch (error) {
    if (isTaken(error)) throw new Malformed('/payload', words('登记册中已有相同编号的记录，由其他事项或者文件登记。', 'The register has that number already, by another matter or by file.'))
    if (!isCollision(error)) throw error
  }
  // Somebody was faster with this id or this sequence number: what he did is committed now, so judge on that.
  try {
    return await once(acts, asker, request)
  } catch (error) {
    if (!isCollision(error)) throw error
    if (['act_pkey', 'matter_pkey'].includes(String(error.constraint))) throw new IdReused(`the id is taken: ${request.act.id}`)
    throw new Busy(`others act on ${request.matter}`)
  }
}

async function once(acts: Acts, asker: Asker, request: PerformRequest): Promise<Performed> {
  const client = await acts.pool.connect()
  try {
    const performed = await inLock(acts, client, asker, request)
    client.release()
    if (!performed.repeated) acts.wake?.()
    return performed
  } catch (error) {
    const rolledBack = await client.query('rollback').then(() => true, () => false)
    client.release(!rolledBack)
    throw error
  }
}

async function inLock(acts: Acts, client: PoolClient, asker: Asker, request: PerformRequest): Promise<Performed> {
  const { region } = asker
  const loaded = await lockAndLoad(client, acts.masterKey, asker, request.matter, request.act.id)
  const { procedure, definition } = knownAct(acts, request, loaded)
  const content = readContent(definition.payload, request.act.payload)
  const sent = { ...request.act, matter: request.matter, actor: asker.person, opens: request.opens ?? null }
  if (loaded.sameId) return { ...(await repeated(client, region, procedure, loaded.sameId, sent, content)), repeated: true }
  if (loaded.matter && request.opens) throw new IdReused(`the matter ${request.matter} was opened by another act`)

  const times = timesOf(definition, request.act, acts.clock(), loaded.lastRecorded)
  const before = loaded.matter && loaded.state ? { state: loaded.state, occurred: loaded.matter.occurred } : undefined
  const position = before ?? beginning(procedure, request.opens as Opening)
  const actor: Actor | 'system' = isSystem(asker) ? 'system' : asker
  const named = {
    id: request.act.id, kind: request.act.kind, actor: asker.person, payload: content.open, hash: contentHash(sent, content),
    occurredAt: times.occurredAt, recordedAt: times.recordedAt,
  }
  const asks = procedure.asks(position.state, named)
  const about = { region, matter: request.matter, body: position.state.body, at: times.occurredAt }
  const [facts, history] = await together([
    readFacts(client, about, definition.needs, asks),
    isOneStep(procedure, named, position.occurred) ? [] : wholeHistory(client, region, request.matter),
    demandOwnFiles(client, asker, definition.payload, request.act.payload),
  ])
  const post = actor === 'system' ? undefined : standing(definition, position.state, actor, { kind: named.kind, facts })
  const candidate = { ...named, ...(post ? { post } : {}) }
  const refusals = judge(procedure, position.state, candidate, actor, facts)
  if (refusals.length > 0) throw new Refused(shownTo(refusals))

  const act: StoredAct = {
    ...candidate, facts, matter: request.matter, seq: (loaded.matter?.seq ?? 0) + 1, source: times.source,
    lateReason: request.act.lateReason ?? null, law: acts.law, opens: request.opens ?? null, salts: content.salts,
  }
  const opening = request.opens ?? history.find(({ opens }) => opens)?.opens ?? { procedure: procedure.name, body: '', unit: '' }
  const after = advance(procedure, opening, position, act, history)
  const recorded = await record(acts, client, {
    region, procedure, definition, act, personal: content.personal, key: loaded.key, before: before?.state, after,
    number: loaded.matter?.number ?? null, filed: loaded.matter?.filed ?? dayOf(act.occurredAt), items: asks.items.map(({ id }) => id),
  })
  return { ...recorded, repeated: false }
}

/** @throws NotFound, or Malformed for a procedure or a kind that does not exist or cannot begin a matter */
function knownAct(acts: Acts, { opens, act }: PerformRequest, { matter }: Loaded): { procedure: Procedure; definition: ActDefinition<MatterState> } {
  if (!matter && !opens) throw new NotFound('no such matter')
  if (opens && !Object.hasOwn(acts.procedures, opens.procedure)) throw new Malformed('/procedure', words('没有这种程序。', 'There is no such procedure.'))
  const procedure = procedureOf(acts, matter?.procedure ?? (opens as Opening).procedure)
  const definition = definitionOf(procedure, act.kind)
  if (!definition || (opens && !procedure.first.includes(act.kind)))
    throw new Malformed('/kind', words('没有这种行为，或者不能由此开始。', 'There is no such act, or nothing begins with it.'))
  return { procedure, definition }
}

/** A row of a register that another matter brought in is not ours to overwrite: the policy refuses it. */
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '42501' && /certificate|departure/.test(error.message)

const isCollision = (error: unknown): error is Error & { readonly constraint?: string } =>
  error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '40P01')
