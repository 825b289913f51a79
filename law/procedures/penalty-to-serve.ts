import { currentNotice, rectificationToServe, type PenaltyCase } from './penalty-case.ts'
import { decisionAgainst, openItems } from './penalty-dues.ts'
import { partiesToServe } from './penalty-effects.ts'

/** Which paper goes out next, and to whom: each party is served for himself (处罚法 61; R7, R24). */

export interface PaperTo {
  readonly document: string
  readonly party: string
}

export const reached = (state: PenaltyCase, { document, party }: PaperTo): boolean =>
  state.services.some((each) => each.of === document && each.party === party && each.completed)

/** The first paper of the case as it stands that has not reached a party it is for. */
export const toServe = (state: PenaltyCase): PaperTo | undefined => papers(state).find((each) => !reached(state, each))

/** What was sent last, whether or not it arrived: what is served again goes there. */
export const lastSent = (state: PenaltyCase): PaperTo | undefined => demanded(state).at(-1) ?? decided(state)[0] ?? notified(state)[0]

function papers(state: PenaltyCase): PaperTo[] {
  const rectified = rectificationToServe(state)
  return [
    ...(rectified ? [{ document: rectified.act, party: rectified.party }] : []),
    ...(state.stage === 'notice' ? notified(state) : []),
    ...(state.setAside ?? []).filter(({ by }) => by === 'revoked').map(({ act, party }) => ({ document: act, party })),
    ...decided(state),
    ...demanded(state),
  ]
}

const notified = (state: PenaltyCase): PaperTo[] => {
  const notice = currentNotice(state)
  return notice?.parties.map(({ party }) => ({ document: notice.act, party })) ?? []
}

const decided = (state: PenaltyCase): PaperTo[] => {
  const { decision } = state
  return decision ? partiesToServe(state).map((party) => ({ document: decision.act, party })) : []
}

/** Demands for what is still owed; one made under a decision that another has replaced asks for nothing any more. */
const demanded = (state: PenaltyCase): PaperTo[] =>
  (state.demands ?? []).filter(({ party, decision }) => openItems(state, party).length > 0 && decision === decisionAgainst(state, party)).map(({ act, party }) => ({ document: act, party }))
