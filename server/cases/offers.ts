import type { Static } from 'typebox'
import type { AvailableAnswer } from '@faheng/api/matters.ts'
import { proposalNamed } from '@faheng/law/judge.ts'
import { available } from '../acts/index.ts'
import { refusalAnswer } from '../platform/http/answer-error.ts'
import type { Session } from '../platform/identity/session.ts'
import type { CasesContext } from './context.ts'

/** The table buttons read, with what each form can already fill in from the file. */
export async function offers(context: CasesContext, session: Session, matter: string): Promise<Static<typeof AvailableAnswer>> {
  const { procedure, state, offers: found, facts } = await available(context.acts, session, matter)
  return {
    offers: found.map(({ refusals, ...offer }) => {
      const definition = procedure.acts[offer.kind]
      if (!definition) throw new Error(`no act ${offer.kind}`)
      const proposal = offer.allowed ? proposalNamed(definition, state) : undefined
      return {
        ...offer,
        refusals: refusals.map(refusalAnswer),
        prefill: offer.allowed ? definition.prefill(state, facts) : {},
        ...(proposal ? { proposal } : {}),
        documents: definition.documents.map((each) => each.kind),
      }
    }),
  }
}
