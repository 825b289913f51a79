import { writeFileSync } from 'node:fs'
import { citationWords } from '@faheng/law/citation.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { ruleBook, type RuleEntry } from '@faheng/law/rule-book.ts'
import type { Command } from './command.ts'

/** The book of rules, out of the code: what is refused, found and counted, with article and cure. */
export const rules: Command = {
  usage: '[--write FILE]',
  options: { write: { type: 'string', help: 'write the page to this file' } },
  async run(args, io) {
    const entries = ruleBook(Object.values(procedures))
    const page = rulesPage(entries)
    const file = args.text('write')
    if (file !== undefined) writeFileSync(file, page)
    io.answer(entries, file === undefined ? page : `${entries.length} rules written to ${file}`)
  },
}

export function rulesPage(entries: readonly RuleEntry[]): string {
  const of = (kind: RuleEntry['kind']) => entries.filter((each) => each.kind === kind)
  return [
    '# Rules 规则',
    '',
    'Generated from the code by `npx faheng rules --write docs/rules.md`; the test suite checks that it is current.',
    '',
    '## Refusals 不得行使的职权',
    '',
    'A power whose condition is not met is refused, with the article and the cure. A fact is never refused: the same condition becomes a mark and a finding.',
    '',
    table(['Guard', 'Condition', 'Article', 'Cure', 'Acts'], of('guard').map((each) => [`\`${each.id}\``, both(each.title), both(citationWords(each.article)), each.cure ? both(each.cure) : '', each.acts.map((act) => act.zh).join('、')])),
    '',
    '## Findings 问题',
    '',
    'Recorded against a matter, never blocking, never disappearing. Every mark of a fact, and every power that a late fact shows unlawful, is a finding too.',
    '',
    table(['Rule', 'Finding', 'Article', 'Severity'], of('finding').map((each) => [`\`${each.id}\``, both(each.title), both(citationWords(each.article)), each.severity ?? ''])),
    '',
    '## Terms 期限',
    '',
    table(['Clock', 'Term', 'Article', 'Opened by'], of('clock').map((each) => [`\`${each.id}\``, both(each.title), both(citationWords(each.article)), each.acts.map((act) => act.zh).join('、')])),
    '',
  ].join('\n')
}

const both = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${zh}<br>${en}`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)].join('\n')
