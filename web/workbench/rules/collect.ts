import { citationWords } from '@faheng/law/citation.ts'
import { ruleBook, type RuleEntry } from '@faheng/law/rule-book.ts'
import type { Words } from '@faheng/law/words.ts'
import { allProcedures } from '../procedures.ts'

export interface RuleRow extends Omit<RuleEntry, 'kind'> {
  readonly kind: 'guards' | 'findings' | 'clocks'
  readonly reference: Words
  /** Everything that can be searched, in lower case. */
  readonly words: string
}

/** The book of rules as the page lists it. */
export const collectRules = (): RuleRow[] =>
  ruleBook(allProcedures()).map((entry) => {
    const reference = citationWords(entry.article)
    const { title, cure, acts } = entry
    return { ...entry, kind: `${entry.kind}s`, id: `${entry.kind === 'finding' ? 'rule' : entry.kind}-${entry.id}`, reference, words: JSON.stringify([title, reference, cure, acts]).toLowerCase() }
  })
