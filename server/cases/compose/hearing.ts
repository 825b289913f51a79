import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { hearingNotice } from '@faheng/law/documents/hearing-notice/document.ts'
import { attendances, type hearingRecord } from '@faheng/law/documents/hearing-record/document.ts'
import type { hearingRefusal } from '@faheng/law/documents/hearing-refusal/document.ts'
import type { hearingReport } from '@faheng/law/documents/hearing-report/document.ts'
import { chosen } from '@faheng/law/documents/present.ts'
import { arrangeHearing, closingGrounds, declineHearing, holdHearing, reportHearing } from '@faheng/law/procedures/penalty-hearing.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldBy, toldHere, toldIn, type CaseFile } from './file.ts'
import { filingNumber, numberOf } from './numbers.ts'
import { causeOf, partyName, partyNames, partyOf } from './party.ts'
import { contactOf, personName } from './people.ts'

/** 听证通知书 to each party that is to be heard. */
export function composeHearingNotice(file: CaseFile): FieldsOf<typeof hearingNotice> {
  const { at, place, chair, open, closedFor, shorterNotice } = toldHere(file, arrangeHearing)
  return {
    party: partyOf(file, file.subject),
    cause: causeOf(file),
    at,
    place,
    chair: personName(file, chair),
    open,
    ...(closedFor ? { closedFor: chosen(closingGrounds, closedFor) } : {}),
    shorterNotice,
    contact: contactOf(file),
  }
}

/** 不予听证告知书. */
export function composeHearingRefusal(file: CaseFile): FieldsOf<typeof hearingRefusal> {
  const { party, ground, reason } = toldHere(file, declineHearing)
  const whose = file.subject || party
  const askedOn = file.state.notices.at(-1)?.parties.find((each) => each.party === whose)?.hearingAskedInVain
  const number = numberOf(file, 'penalty-notice', whose)
  return { party: partyOf(file, whose), cause: causeOf(file), ...(askedOn ? { askedOn } : {}), ...(number ? { noticeNumber: number } : {}), ground, reason, contact: contactOf(file) }
}

/** 听证笔录. */
export function composeHearingRecord(file: CaseFile): FieldsOf<typeof hearingRecord> {
  const told = toldHere(file, holdHearing)
  const arranged = toldBy(file, file.state.hearing?.act, arrangeHearing)?.told
  return {
    cause: causeOf(file),
    at: file.act.occurredAt,
    place: arranged?.place ?? '',
    open: arranged?.open ?? 'public',
    chair: personName(file, told.chair),
    investigators: told.investigators,
    attendance: attended(file, told),
    ...(told.others ? { others: told.others } : {}),
    recusalTold: told.recusalTold,
    course: told.course,
    signature: { state: told.signed },
  }
}

/** 听证报告. */
export function composeHearingReport(file: CaseFile): FieldsOf<typeof hearingReport> {
  const told = toldHere(file, reportHearing)
  const held = toldIn(file, 'hold-hearing', holdHearing).at(-1)
  const people = held ? attended(file, held.told) : []
  return {
    cause: causeOf(file),
    filingNumber: filingNumber(file),
    parties: partyNames(file),
    heldOn: held ? dayOf(held.act.occurredAt) : file.day,
    place: toldBy(file, file.state.hearing?.act, arrangeHearing)?.told.place ?? '',
    chair: personName(file, file.state.hearing?.chair),
    investigators: held?.told.investigators ?? '',
    attendance: people.map(({ party, came, agents }) => `${party}：${chosen(attendances, came)}${agents ? `（${agents}）` : ''}`).join('\n'),
    summary: told.summary,
    conclusion: told.conclusion,
    opinion: told.opinion,
    on: file.day,
    approvals: [],
  }
}

const attended = (file: CaseFile, { attendance }: ReturnType<typeof toldHere<typeof holdHearing>>): FieldsOf<typeof hearingRecord>['attendance'] =>
  attendance.map(({ party, came, agents }) => ({ party: partyName(file, party), came, ...(agents ? { agents } : {}) }))
