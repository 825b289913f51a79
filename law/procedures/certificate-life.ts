import { newMatter } from '../new-matter.ts'
import type { MatterState } from '../procedure.ts'
import type { CertificateEffect } from '../effects.ts'
import type { Day, Instant } from '../time/day.ts'

/** 编制类别: who may hold an enforcement certificate is a matter of his staffing (国办发〔2018〕118号, field 11). */
export type StaffCategory = 'civil-servant' | 'referenced' | 'public-institution' | 'seconded' | 'assistant' | 'contract' | 'service-worker'

/** 在系统外参加的培训、考试: a pass, never a failure, is put forward. */
export interface Outside {
  readonly hours?: number
  readonly examOn?: Day
}

/** One person's certificate, from application to its end (R34). Holds no personal data: the holder is an id. */
export interface CertificateLife extends MatterState {
  readonly holder?: string
  readonly category?: StaffCategory
  readonly fields: readonly string[]
  /** The training and the exam that the application rests on: `exam`, one held here. */
  readonly trained?: { readonly hours: number; readonly examOn?: Day; readonly exam?: string }
  /** What was taught or examined outside the system, by its proof. */
  readonly outside?: Outside
  readonly sentOn?: Day
  readonly issued?: Omit<CertificateEffect, 'room' | 'person'>
  /** It takes the place of an earlier certificate of his (换证、补证). */
  readonly replaces?: true
  /** Yearly verifications passed. */
  readonly verified: readonly Day[]
  readonly cancelledFor?: string
  readonly endedAt?: Instant
  /** The card itself came back. */
  readonly cardReturned?: Day
}

export const newCertificate = (place: { readonly body: string; readonly unit: string }): CertificateLife => ({
  ...newMatter('application', place),
  fields: [],
  verified: [],
})

/** The certificate's row in the register as this state has it; none before it was issued. */
export const certificateRow = (state: CertificateLife): CertificateEffect[] =>
  state.issued && state.holder !== undefined ? [{ room: 'certificate', person: state.holder, ...state.issued }] : []
