import { procedureOf } from '../procedures.ts'

/** The procedure whose matters these two lists show; others have pages of their own. */
export const cases = 'penalty-ordinary'

/** Stages before a case is filed. */
export const leadStages: readonly string[] = ['lead', 'filing', 'not-filed']

/** What a list without a chosen stage asks for: leads that are open, and everything filed. */
export const wholeList = {
  '/leads': 'lead,filing',
  '/cases': Object.keys(procedureOf(cases)?.stages ?? {}).filter((stage) => !leadStages.includes(stage)).join(','),
} as const
