import type { demand } from '@faheng/law/documents/demand/document.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import { yuanText } from '@faheng/law/documents/present.ts'
import { openItems, restOf } from '@faheng/law/procedures/penalty-dues.ts'
import { issueDemand } from '@faheng/law/procedures/penalty-payloads.ts'
import { decidedOf, itemName } from './decided.ts'
import { toldHere, type CaseFile } from './file.ts'
import { partyOf } from './party.ts'
import { contactOf } from './people.ts'

/** 催告书: what of the decision is open, and the sums the officer stated for that day. */
export function composeDemand(file: CaseFile): FieldsOf<typeof demand> {
  const { amount, surcharge, by, how, party: named } = toldHere(file, issueDemand)
  const { state } = file
  const party = file.subject || named
  const { number, on, servedOn } = decidedOf(file, party)
  const open = openItems(state, party).map((each) => `${itemName(each)}${restOf(each) > 0 ? yuanText(restOf(each)) : ''}`)
  return {
    party: partyOf(file, party),
    ...(number ? { decisionNumber: number } : {}),
    ...(on ? { decidedOn: on } : {}),
    ...(servedOn ? { servedOn } : {}),
    unperformed: open.join('、') || '行政处罚决定所列内容',
    ...(amount ? { amount } : {}),
    ...(surcharge ? { surcharge } : {}),
    by,
    how,
    contact: contactOf(file),
  }
}
