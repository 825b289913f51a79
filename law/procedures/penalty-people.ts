import type { By } from '../procedure.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** Who does what in a penalty case, in the words every chapter of the procedure uses (R4, R5). */

/** The officers who handle the case. */
export const handlers: By = { post: 'officer', of: 'team' }
/** Whoever of the body writes down what happened; the handling team is waited for. */
export const recorder: By = { post: ['officer', 'receiving-clerk', 'unit-head'], of: 'body', awaits: 'team' }
export const unitHead: By = { post: ['unit-head', 'head'], of: 'unit', not: ['handler'] }
export const reviewer: By = { post: 'legal-reviewer', of: 'body', not: ['proposer', 'handler'], pool: true }
/** Approves or returns what others proposed. */
export const head: By = { post: 'head', of: 'body', not: ['proposer', 'handler'] }
/** The same where the law names no head: the body may delegate it to a unit head in writing. */
export const headOrDelegate: By = { ...head, delegable: 'unit-head' }
/** Reserved by law to the chief or who acts in his place (310号 5, R19). */
export const chief: By = { ...head, heads: 'chief' }
/** Decides of his own motion. */
export const headNotHandling: By = { post: 'head', of: 'body', not: ['handler'] }

/** Stages while facts are still being established: a new report may replace the old one until the decision. */
export const beforeDecision = ['investigation', 'report', 'review', 'notice', 'decision'] as const
/** Whether a proposal of this kind waits for its answer. */
export const isOpen = (state: PenaltyCase, kind: string): boolean => state.proposals[kind]?.status === 'open'
