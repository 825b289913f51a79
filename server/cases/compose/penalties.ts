import type { Static } from 'typebox'
import { penaltyLines, type penaltiesFields } from '@faheng/law/documents/parts/penalty.ts'
import { yuanText } from '@faheng/law/documents/present.ts'
import { penaltyKind } from '@faheng/law/penalties/kinds.ts'
import { proposeDecision, type submitReport } from '@faheng/law/procedures/penalty-decision-payloads.ts'
import { toldBy, type CaseFile } from './file.ts'
import { partyName } from './party.ts'
import { reportOf, violationsOfParty } from './violations.ts'

type ToldPenalty = Static<typeof submitReport>['penalties'][number]
type PenaltyFields = Static<typeof penaltiesFields>

export const reportedPenalties = (file: CaseFile): readonly ToldPenalty[] =>
  file.state.report?.outcome === 'no-penalty' ? [] : (reportOf(file)?.told.penalties ?? [])

/** The matrix as last proposed for decision; before that as reported. */
export function decidedPenalties(file: CaseFile): readonly ToldPenalty[] {
  const proposed = toldBy(file, file.state.draftDecision?.act, proposeDecision)?.told.penalties
  return proposed ?? reportedPenalties(file)
}

/** What falls on one party, the violation named where it has several. */
export function penaltiesOn(file: CaseFile, party: string, penalties: readonly ToldPenalty[]): PenaltyFields {
  const violations = violationsOfParty(file, party).map(({ id }) => id)
  return penalties
    .filter((each) => each.party === party)
    .map(({ kind, amount, detail, violation }) => ({
      kind,
      ...(amount === undefined ? {} : { amount }),
      ...(detail ? { detail } : {}),
      ...(violations.length > 1 && violations.includes(violation) ? { violation: violations.indexOf(violation) + 1 } : {}),
    }))
}

/** The whole matrix; the party named where there are several. */
export function penaltiesOnAll(file: CaseFile, penalties: readonly ToldPenalty[]): PenaltyFields {
  const parties = punished(penalties)
  if (parties.length < 2) return parties.flatMap((party) => penaltiesOn(file, party, penalties))
  const numbers = violationsOfParty(file).map(({ id }) => id)
  return penalties.map(({ party, kind, amount, detail, violation }) => ({
    kind,
    ...(amount === undefined ? {} : { amount }),
    ...(detail ? { detail } : {}),
    party: partyName(file, party),
    ...(numbers.length > 1 && numbers.includes(violation) ? { violation: numbers.indexOf(violation) + 1 } : {}),
  }))
}

/** The matrix as paragraphs of text, for reviews, minutes and approvals. */
export function penaltiesText(file: CaseFile, penalties: readonly ToldPenalty[]): string {
  const parties = punished(penalties)
  return parties.map((party) => [`对${partyName(file, party)}：`, ...penaltyLines(penaltiesOn(file, party, penalties))].join('\n')).join('\n')
}

/** 罚款5000元、警告: for covers and lists. */
export const penaltiesInShort = (penalties: readonly ToldPenalty[]): string =>
  penalties.map(({ kind, amount }) => `${penaltyKind(kind).words.zh}${amount === undefined ? '' : yuanText(amount)}`).join('、')

export const punished = (penalties: readonly ToldPenalty[]): string[] => [...new Set(penalties.map(({ party }) => party))]

/** How the penalties that are no money are carried out, and from when. */
export function performanceOf(penalties: readonly ToldPenalty[]): string {
  const kinds = new Set(penalties.map(({ kind }) => kind))
  const lines: string[] = []
  if (kinds.has('confiscate-goods')) lines.push('没收的非法财物由本机关依法处理。')
  if (kinds.has('suspend-licence') || kinds.has('revoke-licence') || kinds.has('lower-grade')) lines.push('涉及许可证件的处罚自本决定书送达之日起执行，当事人应当将有关证件交回本机关。')
  if (kinds.has('stop-business') || kinds.has('close-down') || kinds.has('restrict-activity') || kinds.has('restrict-practice')) lines.push('责令、限制事项自本决定书送达之日起执行。')
  return lines.join('\n')
}
