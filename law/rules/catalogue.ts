import { cite } from '../citation.ts'
import type { Rule } from '../procedure.ts'
import type { CatalogueCase } from '../procedures/catalogue-case.ts'
import { words } from '../words.ts'
import { closedLate } from './closed-late.ts'

export const catalogueRules: readonly Rule<CatalogueCase>[] = [
  {
    id: 'adjustment-published-late',
    article: cite('行政处罚法', 39),
    title: words('目录调整批准后公布逾期', 'An approved adjustment published late'),
    severity: 'slight',
    finds: (after, act) => closedLate('publication', after, act.occurredAt, act.kind === 'publish-adjustment'),
  },
  {
    id: 'item-unpublished',
    article: cite('行政处罚法', 39),
    title: words('事项未经公布先行使用', 'An item used before it was published'),
    severity: 'slight',
    finds: (after, act) => (act.kind === 'enter-provisionally' ? after.entries.flatMap(({ item, provisional }) => (provisional ? [item] : [])) : []),
  },
]
