import type { cancellationNotice } from '@faheng/law/documents/cancellation-notice/document.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { informantNotice } from '@faheng/law/documents/informant-notice/document.ts'
import type { reviewerAssignment } from '@faheng/law/documents/reviewer-assignment/document.ts'
import { askPoolReviewer, assignReviewer } from '@faheng/law/procedures/penalty-reviewer.ts'
import { singleMatter } from '@faheng/law/procedures/penalty-ways-out.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldHere, toldIn, type CaseFile } from './file.ts'
import { doneOn, filingNumber, numberOf } from './numbers.ts'
import { causeOf, partyOf } from './party.ts'
import { contactOf, personName } from './people.ts'
import { groundOf } from './ways-out.ts'

/** 举报处理结果告知书; who the informant is stands in no paper (处罚法 50). */
export function composeInformantNotice(file: CaseFile): FieldsOf<typeof informantNotice> {
  const { state } = file
  const number = numberOf(file, 'source-registration')
  const on = state.filedOn ?? doneOn(file, 'decide-not-to-file')
  return {
    ...(state.lead ? { received: state.lead.received } : {}),
    ...(number ? { leadNumber: number } : {}),
    outcome: state.filedOn ? 'filed' : 'not-filed',
    ...(on ? { on } : {}),
    contact: contactOf(file),
  }
}

/** 撤销立案告知书. */
export function composeCancellation(file: CaseFile): FieldsOf<typeof cancellationNotice> {
  const { state } = file
  const kind = 'cancel-mistaken-filing'
  const number = filingNumber(file)
  const cancelledOn = doneOn(file, kind)
  const ground = groundOf(kind, toldIn(file, kind, singleMatter).at(-1)?.told.ground)
  return {
    party: partyOf(file, file.subject),
    cause: causeOf(file),
    ...(number ? { filingNumber: number } : {}),
    ...(state.filedOn ? { filedOn: state.filedOn } : {}),
    ...(cancelledOn ? { cancelledOn } : {}),
    ...(ground ? { ground } : {}),
    held: state.held.length > 0 ? '本案登记保存、查封、扣押的财物依法返还。' : '本案没有采取措施的财物。',
    contact: contactOf(file),
  }
}

/** 指派法制审核人员单. */
export function composeReviewerAssignment(file: CaseFile): FieldsOf<typeof reviewerAssignment> {
  const { reviewer, reason } = toldHere(file, assignReviewer)
  const asked = toldIn(file, 'ask-pool-reviewer', askPoolReviewer).at(-1)
  const number = filingNumber(file)
  return {
    cause: causeOf(file),
    ...(number ? { filingNumber: number } : {}),
    body: file.read.body.name,
    ...(asked?.told.reason ? { asked: asked.told.reason } : {}),
    ...(asked ? { askedOn: dayOf(asked.act.occurredAt) } : {}),
    reviewer: personName(file, reviewer),
    reason,
    assigner: personName(file, file.act.actor),
    on: file.day,
  }
}
