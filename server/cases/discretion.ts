import type { Static } from 'typebox'
import type { DiscretionAnswer } from '@faheng/api/discretion.ts'
import { conditionWords, violatedBefore } from '@faheng/law/discretion/conditions.ts'
import { normApplied } from '@faheng/law/guards/norms.ts'
import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { rangeWords } from '@faheng/law/discretion/range-words.ts'
import { type Day, dayOf } from '@faheng/law/time/day.ts'
import { available } from '../acts/index.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import type { CasesContext } from './context.ts'
import { normOf } from './norm.ts'

/** The benchmark, the lists and similar decisions for each violation of a matter the asker reads (R32, R33). @throws NotFound */
export async function discretion(context: CasesContext, session: Session, matter: string): Promise<Static<typeof DiscretionAnswer>> {
  const { state, facts } = await available(context.acts, session, matter)
  const violations = 'violations' in state ? (state as PenaltyCase).violations : []
  const applied = new Map(violations.map((violation) => [violation.id, normApplied(state as PenaltyCase, violation, facts.items?.[violation.item])]))
  const items = [...new Set(violations.map(({ item }) => item))]
  const [similar, norms] = await reading(() => context.pools.app.connect(), session, async (client) => Promise.all([
    Promise.all(items.map(async (item) => [item, await run<Similar & object>(client, statement('select body, tier, amount, conduct from faheng.similar_decisions($1, $2, $3)'), [session.region, item, matter])] as const)).then((found) => new Map(found)),
    Promise.all(violations.map(async ({ id, item }) => [id, await normOf(client, session.region, item, applied.get(id))] as const)).then((found) => new Map(found)),
  ]))
  const today = dayOf(context.clock())
  return {
    violations: violations.map(({ id, item, parties }) => ({
      violation: id,
      item,
      norm: norms.get(id) ?? null,
      benchmarks: (facts.benchmarks?.[item] ?? []).map((line) => ({ ...line, text: rangeWords(line.range) })),
      rules: (facts.leniency?.[item] ?? []).map(({ conditions, ...rule }) => ({
        ...rule,
        conditions: conditionWords(conditions),
        before: conditions.first ? parties.filter((party) => violatedBefore(facts.record ?? [], party, item, today, conditions.first?.months ?? 0)) : [],
      })),
      similar: (similar.get(item) ?? []).map(({ amount, ...row }) => ({ ...row, amount: Number(amount) })),
    })),
  }
}

interface Similar {
  readonly body: string
  readonly tier: string | null
  readonly amount: number
  readonly conduct: Day
}
