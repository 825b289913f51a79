import { cite } from '../citation.ts'
import { keptOnBasis, resultsComplete } from '../guards/catalogue-review.ts'
import { newMatter } from '../new-matter.ts'
import { choice, count, day, group, list, optional, payload, ref, text } from '../payload.ts'
import { actsOn, type By, type MatterState, type Procedure } from '../procedure.ts'
import { catalogueReviewRules } from '../rules/catalogue-review.ts'
import { workdays } from '../time/period.ts'
import { words } from '../words.ts'
import { approval, files, reason, returned } from './penalty-fields.ts'

/**
 * 执法事项清理 (measure 22): the bureau orders a body to go through items without a valid basis, unused or hardly used; the body's
 * legal unit says of each whether it stays, and what may not stay is refused. Changes then go the way of an adjustment.
 */

export interface ReviewedItem {
  readonly item: string
  readonly grounds: readonly string[]
  readonly outcome?: 'keep' | 'change' | 'withdraw'
}

export interface CatalogueReview extends MatterState {
  /** In working days. */
  readonly term: number
  readonly entries: readonly ReviewedItem[]
  /** Reminders that went out, those of a person and of the system. */
  readonly reminders: number
  readonly overdue?: true
}

const { power, fact } = actsOn<CatalogueReview>()

/** 司法行政部门 of the county. */
const bureau: By = { post: 'supervisor', of: 'county' }
const legalUnit: By = { post: 'legal-reviewer', of: 'body' }

const article = cite('行政处罚法', 15)

export const reviewGrounds = {
  'no-basis': words('没有现行有效的依据', 'No basis in force'),
  unused: words('五年内没有办案记录', 'No case on record in five years'),
  rare: words('很少使用', 'Rarely used'),
  unconfirmed: words('要素待确认', 'To be confirmed'),
} as const

const outcomes = { keep: words('保留', 'Keep'), change: words('变更', 'Change'), withdraw: words('取消', 'Withdraw') } as const

const item = ref('item', words('事项', 'Item'))

export const catalogueReview: Procedure<CatalogueReview> = {
  name: 'catalogue-review',
  title: words('执法事项清理', 'Review of the item catalogue'),
  article,
  stages: {
    order: words('部署', 'Ordered'),
    review: words('清理', 'Under review'),
    check: words('司法行政部门核查', 'Checked by the bureau'),
    done: words('清理完成', 'Done'),
    dropped: words('终止', 'Dropped'),
  },
  endings: ['done', 'dropped'],
  first: ['order-review'],
  begin: (place) => ({ ...newMatter('order', place), term: 0, entries: [], reminders: 0 }),
  asks: () => ({ certificates: [], reviewers: [], items: [], parties: [], earlier: [] }),
  clocks: {
    'item-review': { title: words('事项清理', 'Review of items'), article, period: ({ term }) => (Number.isSafeInteger(term) && term > 0 ? workdays(term) : undefined), whose: 'body' },
  },
  lapses: { 'item-review': 'remind-overdue' },
  rules: catalogueReviewRules,
  acts: {
    'order-review': power({
      title: words('部署清理', 'Order a review'),
      article,
      from: 'order',
      to: 'review',
      by: bureau,
      payload: payload({
        term: count(words('完成期限（工作日）', 'Term in working days')),
        items: list(words('需要清理的事项', 'Items to go through'), group(words('事项', 'Item'), { item, grounds: list(words('原因', 'Why'), choice(words('原因', 'Why'), reviewGrounds), { min: 1, max: 4 }) }), { min: 1, max: 500 }),
        note: optional(text(words('要求', 'What is asked'), { personal: true, rows: 3, max: 1000 })),
        files,
      }),
      opens: ['item-review'],
      apply: (state, act) => ({ ...state, term: Math.min(Math.max(Number(act.payload.term) || 0, 0), 250), entries: Array.isArray(act.payload.items) ? act.payload.items.flatMap((each) => (each && typeof each === 'object' ? [{ item: String(each.item), grounds: Array.isArray(each.grounds) ? each.grounds : [] }] : [])) : [] }),
    }),

    /** Goes out: it stands in the matter, on the desk of everybody who has to act, and is counted on the bureau's board. */
    remind: power({
      title: words('催办', 'Remind the body'),
      article,
      from: 'review',
      by: bureau,
      payload: payload({ note: text(words('催办内容', 'Reminder'), { personal: true, rows: 2, max: 1000 }), files }),
      apply: (state) => ({ ...state, reminders: state.reminders + 1 }),
    }),

    'remind-overdue': fact({
      title: words('逾期自动催办', 'Reminder: the term is over'),
      article,
      by: 'system',
      payload: payload({ due: day(words('期限', 'Due')) }),
      apply: (state) => (state.stage === 'review' ? { ...state, reminders: state.reminders + 1, overdue: true } : state),
    }),

    'submit-review': power({
      title: words('报送清理结果', 'Submit the result'),
      article,
      from: 'review',
      to: 'check',
      by: legalUnit,
      payload: payload({
        results: list(words('逐项结果', 'Result for each item'), group(words('事项', 'Item'), { item, outcome: choice(words('处理', 'Outcome'), outcomes), reason }), { min: 1, max: 500 }),
        files,
      }),
      proposes: true,
      guards: [resultsComplete, keptOnBasis],
      closes: ['item-review'],
      awaited: (state) => state.stage === 'review',
      prefill: (state) => ({ results: state.entries.map(({ item: id, outcome }) => ({ item: id, ...(outcome ? { outcome } : {}) })) }),
      apply: (state, act) => ({ ...state, entries: state.entries.map((each) => withOutcome(each, act.payload.results)) }),
    }),

    'accept-review': power({
      title: words('核查通过', 'Accept the result'),
      article,
      from: 'check',
      to: 'done',
      by: { ...bureau, not: ['proposer'] },
      payload: approval,
      answers: 'submit-review',
      awaited: (state) => state.stage === 'check',
    }),

    'return-review': power({
      title: words('退回重新清理', 'Return it'),
      article,
      from: 'check',
      to: 'review',
      by: { ...bureau, not: ['proposer'] },
      payload: returned,
      answers: 'submit-review',
      returns: true,
      opens: ['item-review'],
    }),

    'drop-review': power({
      title: words('终止清理', 'Drop the review'),
      article,
      from: ['review', 'check'],
      to: 'dropped',
      by: bureau,
      payload: payload({ reason, files }),
      closes: ['item-review'],
    }),
  },
}

const withOutcome = (entry: ReviewedItem, results: readonly { readonly item: string; readonly outcome: 'keep' | 'change' | 'withdraw' }[] | undefined): ReviewedItem => {
  const found = Array.isArray(results) ? results.find((each) => each?.item === entry.item) : undefined
  return found && Object.hasOwn(outcomes, found.outcome) ? { ...entry, outcome: found.outcome } : entry
}
