import type { Static } from 'typebox'
import type { decidedFields } from '@faheng/law/documents/parts/decided.ts'
import { decisionAgainst, itemNamed } from '@faheng/law/procedures/penalty-dues.ts'
import type { PerformanceItem } from '@faheng/law/procedures/penalty-owed.ts'
import { penaltyKind } from '@faheng/law/penalties/kinds.ts'
import type { CaseFile } from './file.ts'
import { numberOf } from './numbers.ts'

/** The decision that stands against a party, as later papers name it: number, day, day of service. */
export function decidedOf(file: CaseFile, party: string, named?: string): Static<typeof decidedFields> {
  const { state, read } = file
  const act = named ?? decisionAgainst(state, party)
  const number = read.documents.findLast((each) => each.kind === 'penalty-decision' && each.act === act && each.subject === party)?.number ?? numberOf(file, 'penalty-decision', party)
  const on = [...(state.earlier ?? []), ...(state.decision ? [state.decision] : [])].find((each) => each.act === act)?.on
  const servedOn = state.services.findLast((each) => each.of === act && each.party === party)?.completed
  return { ...(number ? { number } : {}), ...(on ? { on } : {}), ...(servedOn ? { servedOn } : {}) }
}

/** An item of the decision by its id; a form not filled in yet names none. */
export const itemOf = ({ state }: CaseFile, id: string): PerformanceItem | undefined => itemNamed(state, id)

export const itemName = ({ kind }: PerformanceItem): string => penaltyKind(kind).words.zh
