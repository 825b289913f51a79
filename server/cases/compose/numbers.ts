import { dayOf } from '@faheng/law/time/day.ts'
import type { CaseFile } from './file.ts'

/** 立案文号. */
export const filingNumber = (file: CaseFile): string => numberOf(file, 'filing-approval') ?? ''

/** Number of the latest document of a kind, addressed to this party where one is named. */
export const numberOf = ({ read }: CaseFile, kind: string, party?: string): string | undefined =>
  read.documents.findLast((each) => each.kind === kind && each.number !== null && (party === undefined || each.subject === party))?.number ?? undefined

/** Day on which the law took the document of this act as served on the last party; undefined while one is missing. */
export function servedOn({ state }: CaseFile, act: string | undefined): string | undefined {
  const days = state.parties.map(({ id }) => state.services.findLast((each) => each.of === act && each.party === id)?.completed)
  return days.includes(undefined) ? undefined : days.toSorted((a = '', b = '') => a.localeCompare(b)).at(-1)
}

/** Day of the last act of a kind. */
export const doneOn = ({ state }: CaseFile, kind: string): string | undefined => {
  const at = state.done[kind]?.at(-1)?.at
  return at === undefined ? undefined : dayOf(at)
}
