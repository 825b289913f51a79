import { newMatter } from '../new-matter.ts'
import type { EntrustmentEffect } from '../effects.ts'
import { addDays, type Day } from '../time/day.ts'
import type { HandsOver } from './handing-over.ts'

/** One 委托书: what an organ lets an organisation do in its name (处罚法 20, 21), from the draft to the last case handed back. */
export interface EntrustmentCase extends HandsOver {
  readonly organisation?: string
  /** The law, regulation or rule that provides for entrusting, in its citation's own words. */
  readonly norm: string
  readonly authority: string
  readonly from?: Day
  /** The last day of the term. */
  readonly until?: Day
  readonly publishedOn?: Day
  readonly where?: string
  readonly entries: readonly EntrustedItem[]
  /** The act that put it into force: rows of the register are named after it. */
  readonly inForceBy?: string
}

export interface EntrustedItem {
  readonly item: string
  readonly from: Day
  /** Set when it was ended before its term. */
  readonly until?: Day
}

export const newEntrustment = (place: { readonly body: string; readonly unit: string }): EntrustmentCase => ({
  ...newMatter('preparation', place),
  norm: '',
  authority: '',
  entries: [],
})

/** The register's rows as this state has them, one for each item; before it is published there is no power (20(2)). */
export const entrustmentRows = ({ inForceBy, organisation, body, norm, authority, publishedOn, where, until, entries }: EntrustmentCase): EntrustmentEffect[] =>
  inForceBy === undefined || organisation === undefined || publishedOn === undefined || until === undefined ? [] : entries.map(({ item, from, until: ended }) => {
    const over = addDays(until, 1)
    return {
      room: 'entrustment', id: `${inForceBy}.${item}`, organisation, principal: body, item, norm, authority, published: publishedOn, place: where ?? '',
      validFrom: from, validUntil: ended !== undefined && ended < over ? ended : over,
    }
  })
