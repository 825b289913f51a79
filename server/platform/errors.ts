import type { Refusal } from '@faheng/law/procedure.ts'
import { words, type Words } from '@faheng/law/words.ts'

/**
 * The few errors a verb may end in; `answer-error.ts` gives each its HTTP form. Whatever else is thrown is a fault of ours and
 * answers 500 without details.
 */

/** An exercise of power the law does not allow: 409 with every refusal that stands. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((each) => each.message.en).join(' '))
    this.refusals = refusals
  }
}

/** What was sent cannot be understood: 400 naming the field as a JSON pointer. */
export class Malformed extends Error {
  readonly field: string
  readonly words: Words

  constructor(field: string, message: Words) {
    super(`${field}: ${message.en}`)
    this.field = field
    this.words = message
  }
}

/** Nothing there for this person: 404, whether it does not exist or is not his to see. */
export class NotFound extends Error {}

/** The same client id with other content: 409 (D14). */
export class IdReused extends Error {}

/** Somebody else is at it, twice in a row: 503, send again. */
export class Busy extends Error {}

/** Nobody is signed in, or no longer: 401. */
export class SignedOut extends Error {
  readonly words: Words

  constructor(message = words('请登录后继续。', 'Please sign in to continue.')) {
    super(message.en)
    this.words = message
  }
}

/** Too many attempts: 429 until `until` (ISO instant). */
export class Locked extends Error {
  readonly until: string

  constructor(until: string) {
    super(`locked until ${until}`)
    this.until = until
  }
}
