import { cite } from '../citation.ts'
import { changedNorms } from '../guards/norms.ts'
import { teamCertified } from '../guards/officers.ts'
import { choice, group, list, payload, ref, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { NormComparison } from './penalty-decided.ts'
import { beforeDecision, handlers } from './penalty-people.ts'

/** 从旧兼从轻 (处罚法 37, R14): a norm that changed between conduct and decision. */

const { power } = actsOn<PenaltyCase>()

export const normResults = {
  same: words('条文实质内容未变，适用行为时的规定', 'Unchanged in substance: the old norm'),
  old: words('旧规定相同或者较轻，适用行为时的规定', 'The old norm is not heavier: the old norm'),
  new: words('新规定处罚较轻，适用新规定', 'The new norm is lighter: the new norm'),
  'not-unlawful': words('新规定不认为是违法，适用新规定', 'Not unlawful under the new norm: the new norm'),
} as const

/** Characters of a norm in the comparison. */
const longest = 2000
const gone = '（该条已废止或者删除）'

export const compareNorms = payload({
  comparisons: list(
    words('比较', 'Comparisons'),
    group(words('比较', 'Comparison'), {
      violation: ref('violation', words('违法行为', 'Violation')),
      old: text(words('行为时的规定', 'The norm at the time of the conduct'), { rows: 3, max: longest }),
      new: text(words('现行规定', 'The norm now'), { rows: 3, max: longest }),
      result: choice(words('比较结果', 'Result'), normResults),
    }),
    { min: 1, max: 20 },
  ),
  reason: text(words('理由', 'Reason'), { personal: true, rows: 3, max: 2000 }),
})

export const normActs = {
  'compare-norms': power({
    title: words('比较新旧规定', 'Compare old and new norm'),
    article: cite('行政处罚法', 37),
    from: beforeDecision,
    suits: () => false,
    by: handlers,
    payload: compareNorms,
    needs: ['items', 'normTexts'],
    guards: [teamCertified],
    prefill: (state, facts) => ({
      comparisons: changedNorms({ state, facts }).map(([violation]) => {
        const text = facts.normTexts?.[violation.item]
        return { violation: violation.id, ...(text ? { old: text.before.slice(0, longest), new: (text.after || gone).slice(0, longest) } : {}) }
      }),
    }),
    apply: (state, act) => ({
      ...state,
      norms: {
        ...state.norms,
        ...Object.fromEntries(
          (act.payload.comparisons ?? []).map(({ violation, result }): [string, NormComparison] => {
            const item = state.violations.find((each) => each.id === violation)?.item
            const later = act.facts.items?.[item ?? '']?.later?.version
            return [violation, { result, ...(later === undefined ? {} : { later }) }]
          }),
        ),
      },
    }),
  }),
}
