import type { Static, TObject } from 'typebox'
import type { Words } from '../words.ts'

/** 正卷 goes to the party and the court; 副卷 stays with the organ (approvals, review, minutes, the informant). */
export type Volume = 'main' | 'inner'

/** What a template is given: strings laid out as they are. Everything is formatted before, in TypeScript. */
type ViewValue = string | boolean | null | View | readonly ViewValue[]
export interface View {
  readonly [name: string]: ViewValue
}

/**
 * A kind of legal document (文书): its typed fields and how they read on the page. The Typst template stands beside it as
 * `<template>.typ`, later versions as `<template>@<version>.typ`; only the server reads it. A document keeps the version it
 * was issued with, so a released template stays, and fields and view only grow.
 */
export interface DocumentDefinition<F extends TObject = TObject, K extends string = string> {
  readonly kind: K
  readonly title: Words
  readonly volume: Volume
  /** 文书代字: the word in the number that names the kind; unnumbered without it. */
  readonly series?: string
  /** Goes to the party: carries number, verification code and QR code, and the remedy paragraph where one is due. */
  readonly outward: boolean
  /** The party or another outsider signs the paper, so a signed scan belongs into the file. */
  readonly partySigns: boolean
  readonly template: string
  readonly version: number
  readonly fields: F
  /** The Chinese title where it depends on the fields (立案审批表 / 不予立案审批表). */
  titleOf?(fields: Static<F>): string
  view(fields: Static<F>): View
}

export type FieldsOf<D extends DocumentDefinition> = Static<D['fields']>

export const document = <const F extends TObject, const K extends string>(definition: DocumentDefinition<F, K>): DocumentDefinition<F, K> => definition

/** What every document gets beside its fields. */
export interface Frame {
  /** The organ in whose name the document is issued; of an entrusted organisation, its principal. */
  readonly body: { readonly name: string; readonly short: string; readonly sealText?: string }
  readonly number?: string
  /** Verification code and the address that checks it. */
  readonly code?: string
  readonly verifyUrl?: string
  /** 'YYYY-MM-DD'; the day written under the document and the only time in its file. */
  readonly date?: string
  readonly voided?: boolean
  readonly draft?: boolean
}
