import { definitionOf } from '@faheng/law/fold.ts'
import { judge, standing } from '@faheng/law/judge.ts'
import type { MatterState, Procedure, Refusal } from '@faheng/law/procedure.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { reading, type Asker } from '../platform/access/scope.ts'
import { Malformed } from '../platform/errors.ts'
import { procedureOf, type Acts } from './acts.ts'
import { presentState } from './available.ts'
import { contentHash, readContent } from './content.ts'
import { readFacts } from './facts.ts'
import type { PerformRequest } from './perform.ts'
import { beginning } from './replay.ts'
import { shownTo } from './shown-to.ts'
import { timesOf } from './times.ts'

export interface Checked {
  readonly allowed: boolean
  readonly refusals: readonly Refusal[]
  /** What a fact would be marked with; it is recorded all the same. */
  readonly marks: readonly Refusal[]
}

/**
 * What perform would answer, without recording (D5). Advice: only perform's own answer, under the lock, counts.
 * @throws Malformed, NotFound
 */
export function check(acts: Acts, asker: Asker, { matter, opens, act }: PerformRequest): Promise<Checked> {
  return reading(() => acts.pool.connect(), asker, async (client) => {
    const { procedure, state }: { procedure: Procedure; state: MatterState } = opens
      ? begun(acts, opens)
      : await presentState(acts, client, asker.region, matter)
    const definition = definitionOf(procedure, act.kind)
    if (!definition) throw new Malformed('/kind', words('没有这种行为。', 'There is no such act.'))
    const content = readContent(definition.payload, act.payload)
    const { occurredAt, recordedAt } = timesOf(definition, act, acts.clock(), undefined)
    const hash = contentHash({ ...act, matter, actor: asker.person, opens: opens ?? null }, content)
    const named = { id: act.id, kind: act.kind, actor: asker.person, payload: content.open, hash, occurredAt, recordedAt }
    const about = { region: asker.region, matter, body: state.body, at: occurredAt }
    const facts = await readFacts(client, about, definition.needs, procedure.asks(state, named), 'unlocked')
    const post = standing(definition, state, asker, { kind: act.kind, facts })
    const candidate = { ...named, ...(post ? { post } : {}) }
    const refusals = shownTo(judge(procedure, state, candidate, asker, facts))
    const judged = { state, act: { ...candidate, seq: 0, facts }, facts, on: dayOf(occurredAt) }
    const marks = definition.nature === 'power' ? [] : definition.guards.flatMap(({ id, article, cure, unmet }) => {
      const message = unmet(judged)
      return message ? [{ guard: id, article, message, cure }] : []
    })
    return { allowed: refusals.length === 0, refusals, marks }
  })
}

function begun(acts: Acts, opens: NonNullable<PerformRequest['opens']>): { procedure: Procedure; state: MatterState } {
  if (!Object.hasOwn(acts.procedures, opens.procedure)) throw new Malformed('/procedure', words('没有这种程序。', 'There is no such procedure.'))
  const procedure = procedureOf(acts, opens.procedure)
  return { procedure, state: beginning(procedure, opens).state }
}
