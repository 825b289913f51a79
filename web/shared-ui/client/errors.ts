import type { RefusalAnswer } from '@faheng/api/errors.ts'
import type { Words } from '@faheng/law/words.ts'
import type { Static } from 'typebox'

export type Refusal = Static<typeof RefusalAnswer>

/** 409: the law does not allow it, and why. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[]
  constructor(refusals: readonly Refusal[]) {
    super('refused')
    this.refusals = refusals
  }
}

/** Every other answer that is not success. `offline`: none came; the same request may be sent again. */
export class Unanswered extends Error {
  readonly code: string
  readonly status: number
  readonly text: Words | undefined
  readonly field: string | undefined
  readonly request: string | undefined
  constructor(code: string, status: number, about: { text?: Words | undefined; field?: string | undefined; request?: string | undefined } = {}) {
    super(code)
    this.code = code
    this.status = status
    this.text = about.text
    this.field = about.field
    this.request = about.request
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof Unanswered && error.status === 401
export const isNotFound = (error: unknown): boolean => error instanceof Unanswered && (error.status === 404 || error.status === 403)
