import type { demand } from '@faheng/law/documents/demand/document.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import { yuanText } from '@faheng/law/documents/present.ts'
import { penaltyKind } from '@faheng/law/penalties/kinds.ts'
import { decisionAgainst, openItems, restOf } from '@faheng/law/procedures/penalty-dues.ts'
import { issueDemand } from '@faheng/law/procedures/penalty-payloads.ts'
import { toldHere, type CaseFile } from './file.ts'
import { numberOf } from './numbers.ts'
import { partyOf } from './party.ts'
import { contactOf } from './people.ts'

/** 催告书: what of the decision is open, and the sums the officer stated for that day. */
export function composeDemand(file: CaseFile): FieldsOf<typeof demand> {
  const { amount, surcharge, by, how, party: named } = toldHere(file, issueDemand)
  const { state } = file
  const party = file.subject || named
  const act = decisionAgainst(state, party)
  const number = numberOf(file, 'penalty-decision', party)
  const served = state.services.findLast((each) => each.of === act && each.party === party)?.completed
  const open = openItems(state, party).map((each) => `${penaltyKind(each.kind).words.zh}${restOf(each) > 0 ? yuanText(restOf(each)) : ''}`)
  return {
    party: partyOf(file, party),
    ...(number ? { decisionNumber: number } : {}),
    ...(state.decision ? { decidedOn: state.decision.on } : {}),
    ...(served ? { servedOn: served } : {}),
    unperformed: open.join('、') || '行政处罚决定所列内容',
    ...(amount ? { amount } : {}),
    ...(surcharge ? { surcharge } : {}),
    by,
    how,
    contact: contactOf(file),
  }
}
