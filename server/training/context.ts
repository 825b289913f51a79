import type { Session } from '../platform/identity/session.ts'
import type { Context } from '../platform/context.ts'
import { NotFound } from '../platform/errors.ts'

export interface TrainingContext extends Context {
  /** Rooms' codes derive from it. */
  readonly codeKey: Buffer
}

/** Who plans and holds training of a body; the justice bureau, of any. */
export const holdsTraining = ({ posts }: Session, body: string): boolean =>
  posts.some(({ kind, body: of }) => kind === 'supervisor' || (of === body && ['head', 'unit-head', 'receiving-clerk', 'legal-reviewer'].includes(kind)))

/** @throws NotFound for everybody else */
export function requireHolder(session: Session, body: string): void {
  if (!holdsTraining(session, body)) throw new NotFound()
}
