import { newMatter } from '../new-matter.ts'
import type { MatterState } from '../procedure.ts'
import type { CertificateEndEffect } from '../effects.ts'
import type { Day, Instant } from '../time/day.ts'

/** One certificate that should not be held, from its discovery to the issuer's decision. */
export interface RevocationLife extends MatterState {
  readonly holder?: string
  readonly issuer?: string
  readonly number?: string
  readonly ground?: string
  readonly heardOn?: Day
  readonly endedAt?: Instant
}

export const newRevocation = (place: { readonly body: string; readonly unit: string }): RevocationLife => ({
  ...newMatter('found', place),
})

export const certificateEndRow = ({ issuer, number, ground, endedAt }: RevocationLife): CertificateEndEffect[] =>
  issuer === undefined || number === undefined || ground === undefined || endedAt === undefined ? [] : [{ room: 'certificate_end', issuer, number, ground, endedAt }]
