import type { Static } from 'typebox'
import type { violationsFields } from '@faheng/law/documents/parts/violation.ts'
import { paragraphs } from '@faheng/law/documents/present.ts'
import type { Violation } from '@faheng/law/procedures/penalty-found.ts'
import { proposeViolations } from '@faheng/law/procedures/penalty-parties.ts'
import { proposeFiling } from '@faheng/law/procedures/penalty-payloads.ts'
import { submitReport } from '@faheng/law/procedures/penalty-decision-payloads.ts'
import { evidenceReliedOn } from './evidence-named.ts'
import { toldBy, toldIn, type CaseFile } from './file.ts'
import { brokenIn, conductOf, distinct, normsOf } from './norms.ts'

type ViolationFields = Static<typeof violationsFields>

/** The violations a party answers for, or all; what they are numbered by in its documents. */
export const violationsOfParty = ({ state }: CaseFile, party?: string): readonly Violation[] =>
  state.violations.filter(({ parties }) => party === undefined || parties.includes(party))

/**
 * Facts, evidence and norms of each violation. The report tells the facts as one text and relies on evidence as one list: a
 * text of as many paragraphs as there are violations is theirs one by one, else it opens with all of it; the evidence closes
 * them all.
 */
export function violationsFieldsOf(file: CaseFile, party?: string): ViolationFields {
  const violations = violationsOfParty(file, party)
  const facts = factsOf(file, violations)
  const reasons = reportOf(file)?.told.reasons ?? ''
  return violations.map((violation, i) => {
    const item = file.read.items[violation.item]
    const { broken, punishing } = normsOf(item)
    const stated = file.state.violations.length === 1 ? brokenIn(`${reasons}\n${facts[0] ?? ''}`) : []
    return {
      conduct: conductOf(item) || filedConduct(file, violation.id),
      facts: facts[i] ?? '',
      evidence: i < violations.length - 1 ? [] : evidenceReliedOn(file),
      violated: distinct([...broken, ...stated]),
      basis: [...punishing],
    }
  })
}

/** The report of record. */
export const reportOf = (file: CaseFile) => toldBy(file, file.state.report?.act, submitReport)

/** 行为概述 as the filing stated it. */
export const filedConduct = (file: CaseFile, violation: string): string =>
  [...toldIn(file, 'propose-filing', proposeFiling), ...toldIn(file, 'propose-violations', proposeViolations)]
    .flatMap(({ told }) => told.violations)
    .findLast(({ id }) => id === violation)?.conduct ?? ''

function factsOf(file: CaseFile, violations: readonly Violation[]): string[] {
  const whole = reportOf(file)?.told.facts ?? ''
  const parts = paragraphs(whole)
  if (whole === '') return violations.map(({ id }) => filedConduct(file, id))
  if (file.state.violations.length === 1) return [whole]
  const each = file.state.violations.length === parts.length
  return violations.map((violation, i) => {
    if (each) return parts[file.state.violations.indexOf(violation)] ?? ''
    return i === 0 ? whole : filedConduct(file, violation.id)
  })
}
