import type { DeskRow } from '@faheng/api/matters.ts'
import type { Static } from 'typebox'

export type Urgency = NonNullable<Static<typeof DeskRow>['urgency']>

const urgencies: readonly unknown[] = ['overdue', 'today', 'soon'] satisfies Urgency[]

/** One of the desk's numbers, opened: only what it counts is shown. It lives in the address. */
export const readUrgency = (search: Record<string, unknown>): { readonly due?: Urgency } => (urgencies.includes(search['due']) ? { due: search['due'] as Urgency } : {})
