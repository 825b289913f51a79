import { cite } from '../citation.ts'
import { haltable, leftToTheBody, longHalted, somethingHalted } from '../guards/execution.ts'
import { itemsUnperformed } from '../guards/performance.ts'
import { groundNamed } from '../guards/ways-out.ts'
import { choice, day, optional, payload } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { itemNamed, openItems } from './penalty-dues.ts'
import { moneyOwed } from './penalty-effects.ts'
import { decidedItems } from './penalty-execution-payloads.ts'
import { files, motion, party } from './penalty-fields.ts'
import { headNotHandling } from './penalty-people.ts'
import { halted, stayed } from './penalty-redress.ts'

/** 中止执行、恢复执行、终结执行 by the body itself (强制法 39, 40; R23): nothing stays open for ever where nobody is left who could perform. */

const { power } = actsOn<PenaltyCase>()

/** Possible in any case and needed in few: a page keeps it folded away. */
const rarely = () => false
const performed = ['payment', 'instalment', 'demand'] as const

/** 强制法 39(1). */
export const haltGrounds = {
  hardship: words('当事人履行确有困难或者暂无履行能力（第39条第1款第1项）', 'Hardship, or unable to perform for the time being (39(1)(1))'),
  'third-party': words('第三人对执行标的主张权利，确有理由（第39条第1款第2项）', 'A third party has a claim to what is to be enforced (39(1)(2))'),
  'grave-loss': words('执行可能造成难以弥补的损失，且中止执行不损害公共利益（第39条第1款第3项）', 'Loss that cannot be made good, and no harm to the public (39(1)(3))'),
  other: words('认为需要中止执行的其他情形（第39条第1款第4项）', 'Another reason to halt it (39(1)(4))'),
} as const

/** 强制法 40; (四) an annulled decision needs no end: nothing is owed by it any more. */
export const endGrounds = {
  death: words('公民死亡，无遗产可供执行，又无义务承受人（第40条第1项）', 'Death, without estate and without a successor (40(1))'),
  dissolution: words('法人或者其他组织终止，无财产可供执行，又无义务承受人（第40条第2项）', 'Dissolution, without property and without a successor (40(2))'),
  'object-lost': words('执行标的灭失（第40条第3项）', 'What was to be enforced has perished (40(3))'),
  'three-years': words('没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行（第39条第2款）', 'No evident harm, unable to perform, halted for three years (39(2))'),
  other: words('认为需要终结执行的其他情形（第40条第5项）', 'Another reason to end it (40(5))'),
} as const

export const suspendExecution = payload({ party, ground: choice(words('中止执行事由', 'Ground'), haltGrounds), ...motion, files })
export const resumeExecution = payload({ party, ...motion, files })
export const endExecution = payload({ items: decidedItems, ground: choice(words('终结执行事由', 'Ground'), endGrounds), since: optional(day(words('死亡、终止或者灭失日期', 'Since'))), ...motion, files })

export const executionActs = {
  'suspend-execution': power({
    title: words('中止执行', 'Halt execution'),
    article: cite('行政强制法', 39, 1),
    from: 'performance',
    by: headNotHandling,
    suits: rarely,
    payload: suspendExecution,
    documents: [{ kind: 'matter-approval' }, { kind: 'execution-notice', each: (_, told) => [told.party] }],
    guards: [haltable, groundNamed],
    pauses: performed.map((clock) => ({ clock, cause: 'halted', subjects: (_: PenaltyCase, told: { readonly party: string }) => [told.party] })),
    prefill: (state) => ({ party: openItems(state)[0]?.party }),
    apply: (state, act) => ({ ...state, halts: [...(state.halts ?? []), { act: act.id, party: act.payload.party, ground: act.payload.ground, from: dayOf(act.occurredAt) }] }),
  }),

  'resume-execution': power({
    title: words('恢复执行', 'Resume execution'),
    article: cite('行政强制法', 39, 2),
    from: 'performance',
    by: headNotHandling,
    suits: (state) => halted(state),
    payload: resumeExecution,
    documents: [{ kind: 'matter-approval' }, { kind: 'execution-notice', each: (_, told) => [told.party] }],
    guards: [somethingHalted],
    resumes: performed.map((clock) => ({ clock, subjects: (state: PenaltyCase, told: { readonly party: string }) => (stayed(state, told.party) ? [] : [told.party]) })),
    prefill: (state) => ({ party: state.halts?.find((each) => !each.until)?.party }),
    apply: (state, act) => (state.halts ? { ...state, halts: state.halts.map((each) => (each.party === act.payload.party && !each.until ? { ...each, until: dayOf(act.occurredAt) } : each)) } : state),
  }),

  'end-execution': power({
    title: words('终结执行', 'End execution'),
    article: cite('行政强制法', 40),
    from: 'performance',
    by: headNotHandling,
    suits: (state) => halted(state),
    payload: endExecution,
    documents: [{ kind: 'matter-approval' }, { kind: 'execution-notice', each: (state, told) => partiesOf(state, told.items) }],
    guards: [itemsUnperformed, groundNamed, leftToTheBody, longHalted],
    closes: performed.map((clock) => ({ clock, subjects: (state: PenaltyCase, told: { readonly items: readonly string[] }) => partiesOf(state, told.items).filter((each) => !moneyOwed(state, each)) })),
    prefill: (state) => ({ items: openItems(state, state.halts?.find((each) => !each.until)?.party).map((each) => each.id) }),
    apply: (state, act) => {
      const { items, ground } = act.payload
      const ended = { act: act.id, on: dayOf(act.occurredAt), ground }
      return { ...state, performance: state.performance.map((each) => (items.includes(each.id) ? { ...each, ended } : each)) }
    },
  }),
}

const partiesOf = (state: PenaltyCase, items: readonly string[]): string[] => [...new Set(items.flatMap((id) => itemNamed(state, id)?.party ?? []))]
