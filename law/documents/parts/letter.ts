import type { Static } from 'typebox'
import type { View } from '../document.ts'
import { type contactFields, contactView } from './people.ts'

interface Letter {
  readonly to: string
  readonly body: readonly string[]
  /** Headers and rows, the first column being the number of the row. */
  readonly table?: { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] }
  readonly after?: readonly string[]
  readonly remedy?: string
  readonly contact?: Static<typeof contactFields>
  /** Who signs below the seal. */
  readonly signers?: readonly string[]
  readonly foot?: string
}

/** A letter that is paragraphs, a table, paragraphs: what `../letter.typ` lays out. */
export const letterView = ({ to, body, table, after = [], remedy = '', contact, signers = [], foot = '' }: Letter): View => ({
  to,
  body,
  headers: table?.headers ?? [],
  rows: table?.rows ?? [],
  after,
  remedy,
  contact: contact ? contactView(contact) : null,
  signers,
  foot,
})

/** One paper for the file, one for whom it is addressed to. */
export const twoCopies = (what: string, whom = '送达当事人'): string => `本${what}一式二份，一份${whom}，一份归档。`
