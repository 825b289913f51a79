import type { Static } from 'typebox'
import type { DiscretionAnswer } from '@faheng/api/discretion.ts'
import { conditionWords, violatedBefore } from '@faheng/law/discretion/conditions.ts'
import { rangeWords } from '@faheng/law/discretion/range-words.ts'
import { type Day, dayOf } from '@faheng/law/time/day.ts'
import { available } from '../acts/index.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import type { CasesContext } from './context.ts'

/** The benchmark, the lists and similar decisions for each violation of a matter the asker reads (R32, R33). @throws NotFound */
export async function discretion(context: CasesContext, session: Session, matter: string): Promise<Static<typeof DiscretionAnswer>> {
  const { state, facts } = await available(context.acts, session, matter)
  const violations = 'violations' in state && Array.isArray(state.violations) ? (state.violations as readonly Violation[]) : []
  const items = [...new Set(violations.map(({ item }) => item))]
  const similar = await reading(() => context.pools.app.connect(), session, async (client) =>
    new Map(await Promise.all(items.map(async (item) => [item, await run<Similar & object>(client, statement('select body, tier, amount, conduct from faheng.similar_decisions($1, $2, $3)'), [session.region, item, matter])] as const))))
  const today = dayOf(context.clock())
  return {
    violations: violations.map(({ id, item, parties }) => ({
      violation: id,
      item,
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

interface Violation {
  readonly id: string
  readonly item: string
  readonly parties: readonly string[]
}

interface Similar {
  readonly body: string
  readonly tier: string | null
  readonly amount: number
  readonly conduct: Day
}
