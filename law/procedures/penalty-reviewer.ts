import { cite } from '../citation.ts'
import { noReviewerLeft, reviewerFromPool } from '../guards/review.ts'
import { payload, ref, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { reason } from './penalty-fields.ts'

/** 商请县级统筹法制审核: a body whose only reviewer handled the case, or which has none, is lent one of the county (R5, R10). */

const { power } = actsOn<PenaltyCase>()

export const askPoolReviewer = payload({ reason })

export const assignReviewer = payload({
  reviewer: ref('reviewer', words('法制审核人员', 'Reviewer')),
  reason: text(words('指派理由', 'Why'), { personal: true, rows: 2, max: 500 }),
})

export const reviewerActs = {
  'ask-pool-reviewer': power({
    title: words('商请县级统筹法制审核', 'Ask the county pool for a reviewer'),
    article: cite('行政处罚法', 58, 1),
    from: 'review',
    by: { post: ['unit-head', 'head', 'legal-reviewer', 'officer'], of: 'body' },
    payload: askPoolReviewer,
    guards: [noReviewerLeft],
    suits: (state) => state.poolReviewer === undefined && !state.poolAsked,
    apply: (state) => ({ ...state, poolAsked: true }),
  }),

  'assign-reviewer': power({
    title: words('指派法制审核人员', 'Assign a reviewer from the county pool'),
    article: cite('行政处罚法', 58, 2),
    from: 'review',
    by: { post: 'supervisor', of: 'county' },
    payload: assignReviewer,
    documents: [{ kind: 'reviewer-assignment' }],
    guards: [reviewerFromPool],
    suits: (state) => state.poolAsked === true,
    awaited: (state) => state.stage === 'review' && state.poolAsked === true,
    // He reads this matter from now on, and no other of that body.
    apply: (state, act) => {
      const { poolAsked: _asked, ...rest } = state
      return { ...rest, poolReviewer: act.payload.reviewer }
    },
  }),
}
