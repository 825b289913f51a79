import { newMatter } from '../new-matter.ts'
import type { GrantEffect } from '../effects.ts'
import { isDay, type Day } from '../time/day.ts'
import type { HandsOver } from './handing-over.ts'

/** One grant of items of one department to a township, from the province's decision to the last case handed over. */
export interface TownshipCase extends HandsOver {
  /** Division code of the township, nine digits. */
  readonly township?: string
  /** The body that takes the power over, and the department that held it. */
  readonly receiver?: string
  readonly department?: string
  readonly document?: string
  readonly publishedOn?: Day
  readonly where?: string
  readonly exclusive: boolean
  /** The granting document lets the department finish what it had filed. */
  readonly departmentFinishes: boolean
  readonly from?: Day
  readonly entries: readonly GrantedItem[]
  /** The act that put the grant into force: rows of the register are named after it. */
  readonly inForceBy?: string
  readonly successor?: string
}

export interface GrantedItem {
  readonly item: string
  readonly from: Day
  readonly until?: Day
  readonly exclusive: boolean
  readonly document: string
  readonly publishedOn?: Day
  readonly where?: string
  /** The document that ended it lets the township finish what it had filed (R30). */
  readonly finishes?: true
}

export const newTownshipCase = (place: { readonly body: string; readonly unit: string }): TownshipCase => ({
  ...newMatter('preparation', place),
  exclusive: true,
  departmentFinishes: false,
  entries: [],
})

/** What the forms say, read without trusting them. */
export interface GrantTold {
  readonly township?: string
  readonly document?: string
  readonly publishedOn?: Day
  readonly where?: string
  readonly exclusive?: string
  readonly departmentFinishes?: boolean
  readonly townshipFinishes?: boolean
  readonly from?: Day
  readonly until?: Day
  readonly items: readonly string[]
  readonly ending: readonly string[]
  readonly matters: readonly string[]
}

const strings = (given: unknown): readonly string[] => (Array.isArray(given) ? given.filter((each) => typeof each === 'string') : [])

export function toldIn(payload: unknown): GrantTold {
  const given = (typeof payload === 'object' && payload !== null ? payload : {}) as Readonly<Record<string, unknown>>
  const textAt = (name: string) => (typeof given[name] === 'string' ? { [name]: given[name] } : {})
  const dayAt = (name: string) => (typeof given[name] === 'string' && isDay(given[name]) ? { [name]: given[name] } : {})
  const yesAt = (name: string) => (typeof given[name] === 'boolean' ? { [name]: given[name] } : {})
  return {
    ...textAt('township'), ...textAt('document'), ...textAt('where'), ...textAt('exclusive'), ...dayAt('publishedOn'), ...dayAt('from'), ...dayAt('until'),
    ...yesAt('departmentFinishes'), ...yesAt('townshipFinishes'), items: strings(given['items']), ending: strings(given['ending']), matters: strings(given['matters']),
  }
}

/** The register's rows as this state has them, one for each item. */
export const grantRows = ({ inForceBy, township, entries, departmentFinishes }: TownshipCase): GrantEffect[] =>
  inForceBy === undefined || township === undefined ? [] : entries.map(({ item, from, until, exclusive, document, publishedOn, where, finishes = false }) => ({
    room: 'grant', id: `${inForceBy}.${item}.${from}`, township, item, exclusive, basis: document, published: publishedOn ?? null, place: where ?? '', validFrom: from, validUntil: until ?? null, departmentFinishes, townshipFinishes: finishes,
  }))
