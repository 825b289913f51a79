import { chosen, moneyText } from '@faheng/law/documents/present.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { executionAgreement } from '@faheng/law/documents/execution-agreement/document.ts'
import type { executionNotice } from '@faheng/law/documents/execution-notice/document.ts'
import type { postponementDecision } from '@faheng/law/documents/postponement-decision/document.ts'
import type { surchargeDecision } from '@faheng/law/documents/surcharge-decision/document.ts'
import { endExecution, endGrounds, haltGrounds, resumeExecution, suspendExecution } from '@faheng/law/procedures/penalty-execution.ts'
import { openItems, restOf, termOf } from '@faheng/law/procedures/penalty-dues.ts'
import type { PerformanceItem } from '@faheng/law/procedures/penalty-owed.ts'
import { decideSurcharge, enterAgreement, grantPostponement } from '@faheng/law/procedures/penalty-execution-payloads.ts'
import { decidedOf, itemName, itemOf } from './decided.ts'
import { toldHere, type CaseFile } from './file.ts'
import { partyOf } from './party.ts'
import { contactOf, remedyOf, settingOf } from './people.ts'

/** 延期（分期）缴纳罚款决定书. */
export function composePostponement(file: CaseFile): FieldsOf<typeof postponementDecision> {
  const { item, requestedOn, instalments, reason } = toldHere(file, grantPostponement)
  const fine = itemOf(file, item)
  const party = file.subject || (fine?.party ?? '')
  return {
    party: partyOf(file, party),
    decided: decidedOf(file, party),
    fine: fine?.owed ?? 0,
    ...(requestedOn ? { requestedOn } : {}),
    reason,
    instalments,
    contact: contactOf(file),
  }
}

/** 加处罚款决定书: the sum as decided, the day it was due and what is still open. */
export function composeSurcharge(file: CaseFile): FieldsOf<typeof surchargeDecision> {
  const { item, amount, reason } = toldHere(file, decideSurcharge)
  const fine = itemOf(file, item)
  const party = file.subject || (fine?.party ?? '')
  const due = fine && termOf(file.state, fine)
  const demandedOn = file.state.demands?.findLast((each) => each.party === party)?.on
  const { bank } = settingOf(file, 'payment')
  return {
    party: partyOf(file, party),
    decided: decidedOf(file, party),
    fine: fine?.owed ?? 0,
    unpaid: fine ? restOf(fine) : 0,
    ...(due ? { due } : {}),
    ...(demandedOn ? { demandedOn } : {}),
    amount,
    reason,
    ...(bank ? { payment: `持缴款通知书到${bank}缴纳` } : {}),
    contact: contactOf(file),
    remedy: remedyOf(file),
  }
}

/** 执行协议. */
export function composeAgreement(file: CaseFile): FieldsOf<typeof executionAgreement> {
  const { item, instalments, waiveSurcharge, terms } = toldHere(file, enterAgreement)
  const fine = itemOf(file, item)
  const party = file.subject || (fine?.party ?? '')
  return {
    organ: file.read.body.name,
    party: partyOf(file, party),
    decided: decidedOf(file, party),
    fine: fine?.owed ?? 0,
    unpaid: fine ? restOf(fine) : 0,
    instalments,
    waiver: waiveSurcharge,
    terms,
    contact: contactOf(file),
  }
}

/** 中止（恢复、终结）执行通知书 to the party. */
export function composeExecutionNotice(file: CaseFile): FieldsOf<typeof executionNotice> {
  const party = file.subject
  const common = { party: partyOf(file, party), decided: decidedOf(file, party), contact: contactOf(file) }
  const open = openItems(file.state, party).map(itemText)
  switch (file.act.kind) {
    case 'end-execution': {
      const { items, ground, reason } = toldHere(file, endExecution)
      const since = ground === 'three-years' ? file.state.halts?.findLast((each) => each.party === party)?.from : undefined
      const his = items.flatMap((id) => itemOf(file, id) ?? []).filter((each) => each.party === party)
      return { ...common, step: 'ended', items: his.map(itemText), ...(since ? { threeYears: since } : {}), ground: chosen(endGrounds, ground), reason }
    }
    case 'resume-execution':
      return { ...common, step: 'resumed', items: open, reason: toldHere(file, resumeExecution).reason }
    default: {
      const { ground, reason } = toldHere(file, suspendExecution)
      return { ...common, step: 'halted', items: open, ground: chosen(haltGrounds, ground), reason }
    }
  }
}

const itemText = (item: PerformanceItem): string => `${itemName(item)}${item.owed > 0 ? moneyText(item.owed - item.paid) : ''}`
