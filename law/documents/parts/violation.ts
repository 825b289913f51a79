import type { Static } from 'typebox'
import { group, list, optional, text } from '../../payload.ts'
import { words } from '../../words.ts'
import type { View } from '../document.ts'
import { citationsText, ordinal, paragraphs, sentence } from '../present.ts'
import { citationsFields } from './citation.ts'

/** One unlawful conduct: facts, the evidence for them, the norm broken and the norm punishing it (处罚法 44, 59(1)(2)–(3)). */
const violationFields = group(words('违法行为', 'Violation'), {
  conduct: text(words('违法行为', 'Conduct'), { max: 400 }),
  facts: text(words('违法事实', 'Facts'), { max: 20_000, rows: 8 }),
  evidence: list(
    words('证据', 'Evidence'),
    group(words('证据', 'Evidence'), {
      name: text(words('证据名称', 'Evidence'), { max: 400 }),
      proves: optional(text(words('证明内容', 'What it proves'), { max: 800 })),
    }),
    { max: 100 },
  ),
  violated: citationsFields(words('违反的规定', 'Norm broken')),
  basis: citationsFields(words('处罚依据', 'Basis of the penalty')),
})

export const violationsFields = list(words('违法行为', 'Violations'), violationFields, { max: 20 })

type Violation = Static<typeof violationFields>

export const violationViews = (violations: readonly Violation[]): View[] =>
  violations.map((each, i) => ({
    mark: violations.length > 1 ? `（${ordinal(i).slice(0, -1)}）` : '',
    conduct: each.conduct,
    facts: paragraphs(each.facts),
    evidence: evidenceLines(each.evidence),
    violated: citationsText(each.violated),
    basis: citationsText(each.basis),
  }))

const evidenceLines = (evidence: Violation['evidence']): string[] =>
  evidence.map(({ name, proves }, i) => {
    const end = i === evidence.length - 1 ? '。' : '；'
    const said = proves ? `${trimmed(name)}，证明${trimmed(proves).replace(/^证明/, '')}` : trimmed(name)
    return `${i + 1}．${said}${end}`
  })

const trimmed = (text: string): string => sentence(text).slice(0, -1)
