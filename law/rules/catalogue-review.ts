import { cite } from '../citation.ts'
import type { Rule } from '../procedure.ts'
import type { CatalogueReview } from '../procedures/catalogue-review.ts'
import { words } from '../words.ts'

export const catalogueReviewRules: readonly Rule<CatalogueReview>[] = [
  {
    id: 'item-review-late',
    article: cite('行政处罚法', 15),
    title: words('事项清理逾期', 'Review of items late'),
    severity: 'ordinary',
    finds: (after, act) => (act.kind === 'remind-overdue' && after.overdue ? [''] : []),
  },
]
