import { useEffect, useState } from 'react'
import { post } from '../../shared-ui/client/ask.ts'
import { Unanswered } from '../../shared-ui/client/errors.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import type { Given } from './queries.ts'

interface Waiting {
  readonly id: string
  readonly question: string
  readonly given: Given
}

interface State {
  readonly waiting: number
  readonly offline: boolean
  readonly tooLate: boolean
}

/**
 * Answers on their way: one after the other, kept on this machine until the server has acknowledged them, sent again under the
 * same id after a lost connection or a closed browser.
 */
class Outbox {
  readonly #exam: string
  readonly #place: string
  #queue: readonly Waiting[]
  #busy = false
  #again: ReturnType<typeof setTimeout> | undefined
  #state: State
  #tell: (state: State, now?: string) => void = () => undefined

  constructor(exam: string, person: string) {
    this.#exam = exam
    this.#place = placeOf(exam, person)
    this.#queue = read(this.#place)
    this.#state = { waiting: this.#queue.length, offline: false, tooLate: false }
  }

  get state(): State {
    return this.#state
  }

  /** @returns how to stop */
  start(tell: (state: State, now?: string) => void): () => void {
    this.#tell = tell
    void this.#flush()
    return () => clearTimeout(this.#again)
  }

  give(question: string, given: Given): void {
    this.#keep([...this.#queue, { id: newId(), question, given }])
    this.#say({})
    void this.#flush()
  }

  async #flush(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
      const sent = first
      try {
        const { now } = await post<{ now: string }>(`/api/exams/${this.#exam}/answers`, sent)
        this.#keep(this.#queue.filter((each) => each !== sent))
        this.#say({ offline: false }, now)
      } catch (error) {
        const final = error instanceof Unanswered && error.status >= 400 && error.status < 500 && error.status !== 429
        if (!final) {
          this.#say({ offline: true })
          this.#again = setTimeout(() => void this.#flush(), 1500)
          break
        }
        this.#keep(this.#queue.filter((each) => each !== sent))
        this.#say({ tooLate: true })
      }
    }
    this.#busy = false
  }

  #keep(queue: readonly Waiting[]): void {
    this.#queue = queue
    try {
      if (queue.length === 0) localStorage.removeItem(this.#place)
      else localStorage.setItem(this.#place, JSON.stringify(queue))
    } catch {
      // A browser without storage still sends; only what had not arrived when it closes is lost.
    }
  }

  #say(change: Partial<State>, now?: string): void {
    this.#state = { ...this.#state, ...change, waiting: this.#queue.length }
    this.#tell(this.#state, now)
  }
}

export function useOutbox(exam: string, person: string, onTime: (now: string) => void): State & { readonly give: (question: string, given: Given) => void } {
  const [outbox] = useState(() => new Outbox(exam, person))
  const [state, setState] = useState(() => outbox.state)
  useEffect(() => outbox.start((next, now) => {
    setState(next)
    if (now !== undefined) onTime(now)
  }), [outbox, onTime])
  return { ...state, give: (question, given) => outbox.give(question, given) }
}

/** What was given on this machine and may not have arrived. */
export const unsent = (exam: string, person: string): ReadonlyMap<string, Given> => new Map(read(placeOf(exam, person)).map(({ question, given }) => [question, given]))

const placeOf = (exam: string, person: string): string => `faheng:exam:${exam}:${person}`

function read(place: string): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as Waiting[]
  } catch {
    return []
  }
}
