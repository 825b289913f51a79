import type { Citation } from '../citation.ts'
import { addDays, type Day } from '../time/day.ts'
import type { ArticleChange } from './changes.ts'

/** Of these citations those whose article changed; `articles` null means the whole statute ended. An unchanged article alarms nobody. */
export function touchedCitations(citations: readonly Citation[], statute: string, articles: readonly ArticleChange[] | null): Citation[] {
  const changed = articles === null ? undefined : new Set(articles.filter(({ kind }) => kind !== 'new').map(({ article, sub = 0 }) => `${article}-${sub}`))
  return citations.filter((each) => each.statute === statute && (changed === undefined || changed.has(`${each.article}-${each.sub ?? 0}`)))
}

/** A review is due on the day the change takes effect, and never sooner than thirty days after it became known. */
export function reviewDue(known: Day, effective: Day): Day {
  const soonest = addDays(known, REVIEW_DAYS)
  return effective > soonest ? effective : soonest
}

const REVIEW_DAYS = 30
