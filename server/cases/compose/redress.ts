import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { publicityWithdrawal } from '@faheng/law/documents/publicity-withdrawal/document.ts'
import type { refundNotice } from '@faheng/law/documents/refund-notice/document.ts'
import type { revocationDecision } from '@faheng/law/documents/revocation-decision/document.ts'
import { refund, remedyOutcomes, remedyWays, revokeOwnDecision, withdrawPublicity } from '@faheng/law/procedures/penalty-remedies.ts'
import { decidedOf, itemName, itemOf } from './decided.ts'
import { toldHere, type CaseFile } from './file.ts'
import { numberOf } from './numbers.ts'
import { causeOf, partyNames, partyOf } from './party.ts'
import { contactOf, personName } from './people.ts'

/** 撤销行政处罚决定书 to each party. */
export function composeRevocation(file: CaseFile): FieldsOf<typeof revocationDecision> {
  const { fault, reason } = toldHere(file, revokeOwnDecision)
  const { subject, state } = file
  return {
    party: partyOf(file, subject),
    decided: decidedOf(file, subject, state.setAside?.findLast((each) => each.party === subject)?.decision),
    fault,
    reason,
    contact: contactOf(file),
  }
}

/** 退还罚没款通知书 to each party that money goes back to. */
export function composeRefund(file: CaseFile): FieldsOf<typeof refundNotice> {
  const { items, account, reason } = toldHere(file, refund)
  const { subject } = file
  const rows = items.flatMap(({ item, amount }) => {
    const paid = itemOf(file, item)
    return paid?.party === subject ? [{ name: itemName(paid), paid: paid.paid + (paid.surchargePaid ?? 0), amount }] : []
  })
  const decision = file.state.performance.find((each) => each.party === subject && items.some(({ item }) => item === each.id))?.decision
  return {
    party: partyOf(file, subject),
    decided: decidedOf(file, subject, decision),
    rows,
    ...(account ? { account } : {}),
    reason,
    contact: contactOf(file),
  }
}

/** 行政处罚公示信息撤下单. */
export function composePublicityWithdrawal(file: CaseFile): FieldsOf<typeof publicityWithdrawal> {
  const { published, on, explanation } = toldHere(file, withdrawPublicity)
  const number = numberOf(file, 'penalty-decision')
  return {
    cause: causeOf(file),
    parties: partyNames(file),
    ...(number ? { decisionNumber: number } : {}),
    ground: groundOf(file),
    published,
    on,
    explanation,
    handler: personName(file, file.act.actor),
    entered: file.day,
  }
}

/** What last changed the decision: the body itself, a review organ or a court. */
function groundOf({ state }: CaseFile): string {
  if (state.setAside?.at(-1)?.by === 'revoked') return '本机关自行撤销行政处罚决定'
  const last = state.remedies?.findLast((each) => each.result)
  return last?.result ? `${remedyWays[last.way].zh}：${remedyOutcomes[last.result.outcome].zh}` : '行政处罚决定被变更、撤销、确认违法或者确认无效'
}
