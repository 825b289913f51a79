import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { registrationDisposal } from '@faheng/law/documents/registration-disposal/document.ts'
import type { registrationNotice } from '@faheng/law/documents/registration-notice/document.ts'
import { disposeRegistered, proposeRegistration, registerEvidence } from '@faheng/law/procedures/penalty-payloads.ts'
import { isSeized } from '@faheng/law/procedures/penalty-lots.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldBy, toldHere, toldIn, type CaseFile } from './file.ts'
import { conductsOf } from './norms.ts'
import { partyOf } from './party.ts'
import { contactOf, officersOf } from './people.ts'
import { goodsFieldsOf, isFrom, thingOf } from './things.ts'

/** 先行登记保存证据通知书 as approved; place and custodian are written in on the spot, where they are first known. */
export function composeRegistration(file: CaseFile): FieldsOf<typeof registrationNotice> {
  // Registered in urgency, the things stand in the record of that night.
  const told =
    file.act.kind === 'approve-urgent'
      ? toldIn(file, 'register-evidence', registerEvidence).findLast(({ told: { party, urgent } }) => urgent && party === file.subject)?.told
      : toldBy(file, file.state.proposals['propose-registration']?.act, proposeRegistration)?.told
  return {
    party: partyOf(file, told?.party || file.subject),
    suspicion: conductsOf(file) || '违法，需要进一步调查核实',
    goods: goodsFieldsOf(told?.things ?? []),
    place: '＿＿＿＿＿＿＿＿',
    custodian: '＿＿＿＿＿＿',
    onSite: true,
    from: file.day,
    officers: officersOf(file, file.state.team),
    contact: contactOf(file),
  }
}

/** 先行登记保存证据处理通知书. */
export function composeDisposal(file: CaseFile): FieldsOf<typeof registrationDisposal> {
  const notice = file.read.documents.findLast(({ kind, subject }) => kind === 'registration-notice' && subject === file.subject)
  const his = file.state.held.filter((each) => !isSeized(each) && isFrom(file, each)).map(({ id }) => id)
  return {
    party: partyOf(file, file.subject),
    noticeNumber: notice?.number ?? '',
    noticeDate: notice ? dayOf(notice.made) : file.day,
    rows: toldHere(file, disposeRegistered).disposals.filter(({ held }) => his.includes(held)).map(({ held, disposal }) => {
      const thing = thingOf(file, held)
      return { name: thing?.name ?? '', quantity: thing?.quantity ?? '', disposal: disposals[disposal] }
    }),
    contact: contactOf(file),
  }
}

const disposals = {
  return: 'release',
  confiscate: 'confiscate',
  destroy: 'destroy',
  sell: 'sell',
  'used-up': 'used-up',
  sample: 'appraise',
  'hand-over': 'transfer',
  seize: 'seize',
} as const
