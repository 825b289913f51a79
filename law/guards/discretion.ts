import { cite } from '../citation.ts'
import { type Discretion, weigh, type Weighed } from '../discretion/weigh.ts'
import { guard, type Judged } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Circumstance, Penalty } from '../procedures/penalty-decided.ts'
import { words } from '../words.ts'
import { penaltiesAtHand } from './limits.ts'

/** 裁量基准 (处罚法 34, R32): every fine, and every suspension, revocation and their like that the benchmark grades, is weighed by the benchmark of its item, or the departure is explained and approved. */

interface Proposes extends Partial<Discretion> {
  readonly outcome?: string
  readonly penalties?: readonly Penalty[]
  readonly circumstances?: readonly Circumstance[]
}

type Case = Judged<PenaltyCase, Proposes>

const article = cite('行政处罚法', 34)

/** What was ticked and explained last: by the act at hand, the proposed decision, the report. */
const discretionOf = ({ state, act }: Pick<Case, 'state' | 'act'>): Discretion => ({
  ticks: act.payload?.ticks ?? state.draftDecision?.ticks ?? state.report?.ticks ?? [],
  departures: act.payload?.departures ?? state.draftDecision?.departures ?? state.report?.departures ?? [],
})

/** A proposal is judged once it is written; an approval by what was proposed. */
const cells = (judged: Case): readonly Weighed[] =>
  judged.act.payload === undefined && judged.act.kind !== 'decide-penalty'
    ? []
    : weigh(judged.state.violations, penaltiesAtHand(judged), discretionOf(judged), judged.facts.benchmarks)

const isMitigated = ({ state, act }: Case): boolean =>
  (act.payload?.circumstances ?? state.report?.circumstances ?? []).some((each) => each.effect === 'mitigated' && each.evidence.length > 0)

/** Outside the tier and not below it by mitigation, which has its own guard (R13); or weighed without any tier. */
export const departing = (judged: Case): Weighed[] =>
  cells(judged).filter(({ cell, lines, tier, within, departure }) => {
    if (tier === undefined) return lines.length > 0 && departure !== undefined
    const below = typeof tier.bounds !== 'string' && (cell.amount ?? 0) < tier.bounds.floor
    return within === false && !(below && isMitigated(judged))
  })

export const benchmarkApplied = guard<PenaltyCase, Proposes>(
  'benchmark-applied',
  article,
  {
    title: words('对照裁量基准', 'The benchmark is applied'),
    cure: words('在“裁量基准情节”中勾选查明的情节并附证据；不适用裁量基准的，在“偏离裁量基准”中写明理由。', 'Tick the circumstances found, with their evidence; or explain why the benchmark is departed from.'),
    needs: ['benchmarks'],
  },
  (judged) => {
    const all = cells(judged)
    if (all.some(({ unknown }) => unknown.length > 0)) return words('勾选的情节不在该事项当日有效的裁量基准内。', 'A ticked circumstance is not in the item’s benchmark of that day.')
    if (all.some(({ tier }) => tier?.bounds === 'unknown-base')) return words('裁量档次按基数计算，没有填写计算基数。', 'The tier is measured by a base whose amount is missing.')
    return all.some(({ lines, tier, departure }) => lines.length > 0 && tier === undefined && departure === undefined) &&
      words('该事项有裁量基准，没有勾选情节，也没有说明偏离的理由。', 'The item has a benchmark; no circumstance is ticked and no departure explained.')
  },
)

export const departureExplained = guard<PenaltyCase, Proposes>(
  'departure-explained',
  article,
  {
    title: words('偏离裁量基准说明理由', 'Departure explained'),
    cure: words('在裁量档次的幅度和种类内确定处罚，或者在“偏离裁量基准”中写明理由。', 'Keep to the tier’s range and kinds, or explain the departure.'),
    needs: ['benchmarks'],
  },
  (judged) => departing(judged).some(({ departure }) => departure === undefined) && words('处罚不在所适用裁量档次的幅度或者种类内，没有说明理由。', 'A penalty lies outside its tier and no reason is given.'),
)

export const makerApproved = guard<PenaltyCase, Proposes>(
  'maker-approved',
  article,
  {
    title: words('偏离上级裁量基准经制定机关批准', 'The maker approved the departure'),
    cure: words('报请制定该裁量基准的机关批准，上传批准文件；或者在幅度内处罚。', 'Ask the organ that made the benchmark, upload its approval; or stay within the range.'),
    needs: ['benchmarks'],
  },
  (judged) => {
    const lacking = departing(judged).find(({ ticked, lines, departure }) => [...ticked, ...(ticked.length > 0 ? [] : lines)].some(({ maker }) => maker !== '') && !departure?.approval)
    const maker = lacking && [...lacking.ticked, ...lacking.lines].find((each) => each.maker !== '')?.maker
    return maker !== undefined && words(`裁量基准由${maker}制定，没有上传其批准偏离的文件。`, `The benchmark was made by ${maker}; its approval of the departure is not uploaded.`)
  },
)

/** R32: from its own benchmark a body departs by its chief, or after the heads discussed it together. */
export const departureApproved = guard<PenaltyCase, Proposes>(
  'departure-approved',
  article,
  {
    title: words('偏离裁量基准经主要负责人批准或者集体讨论', 'The chief or the heads together approve the departure'),
    cure: words('由主要负责人审批，或者先经负责人集体讨论。', 'Let the chief decide it, or hold the collective discussion first.'),
    needs: ['benchmarks'],
  },
  (judged) => {
    const { state, act } = judged
    if (departing(judged).length === 0 || (state.discussion !== undefined && state.discussion.of === state.proposals['propose-decision']?.hash)) return
    const rank = act.post?.rank
    return act.post !== undefined && rank !== 'chief' && rank !== 'acting' && words('本案偏离裁量基准，应当由主要负责人批准或者集体讨论决定。', 'The case departs from the benchmark: the chief decides it, or the heads together.')
  },
)
