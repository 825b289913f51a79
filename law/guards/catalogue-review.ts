import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { CatalogueReview } from '../procedures/catalogue-review.ts'
import { words } from '../words.ts'

interface Results {
  readonly results?: readonly { readonly item: string; readonly outcome: string }[]
}

export const resultsComplete = guard<CatalogueReview, Results>(
  'results-complete',
  cite('行政处罚法', 15),
  {
    title: words('逐项提出清理意见', 'An outcome for every item'),
    cure: words('对列入清理的每一事项写明保留、变更或者取消。', 'Say of every listed item whether it stays, changes or goes.'),
  },
  ({ state, act: { payload } }) => {
    if (payload?.results === undefined) return undefined
    const answered = new Set(payload.results.map(({ item }) => item))
    const missing = state.entries.filter(({ item }) => !answered.has(item)).length
    return missing > 0 && words(`还有${missing}项没有清理意见。`, `${missing} items have no outcome.`)
  },
)

/** 处罚法 38(1): what has no basis cannot stay as it is. */
export const keptOnBasis = guard<CatalogueReview, Results>(
  'kept-on-basis',
  cite('行政处罚法', 38, 1),
  {
    title: words('没有依据的事项不得保留', 'What has no basis is not kept'),
    cure: words('变更依据或者取消该事项。', 'Change its basis or withdraw it.'),
  },
  ({ state, act: { payload } }) => {
    const kept = new Set(payload?.results?.flatMap(({ item, outcome }) => (outcome === 'keep' ? [item] : [])))
    const baseless = state.entries.filter(({ item, grounds }) => kept.has(item) && grounds.includes('no-basis')).length
    return baseless > 0 && words(`有${baseless}项没有现行有效的依据而拟保留。`, `${baseless} items would be kept without a basis in force.`)
  },
)
