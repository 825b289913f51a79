import type { Static } from 'typebox'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import { documentOf } from '@faheng/law/documents/index.ts'
import { dayText } from '@faheng/law/documents/present.ts'
import type { serviceAnnouncement } from '@faheng/law/documents/service-announcement/document.ts'
import type { serviceConfirmation } from '@faheng/law/documents/service-confirmation/document.ts'
import type { serviceReceipt } from '@faheng/law/documents/service-receipt/document.ts'
import { serve } from '@faheng/law/procedures/penalty-payloads.ts'
import { announce, confirmAddress, serveElectronically } from '@faheng/law/procedures/penalty-service.ts'
import { toldHere, type CaseFile } from './file.ts'
import { causeOf, partyName, partyOf } from './party.ts'
import { contactOf, officersOf } from './people.ts'
import { documentTitle } from './titles.ts'

/** 送达回证 of what one act addressed to one party. */
export function composeReceipt(file: CaseFile): FieldsOf<typeof serviceReceipt> {
  const told = serviceTold(file)
  const party = file.subject || told.party
  const posted = told.method === 'post'
  const remarks = [
    ...(posted && told.received ? [`邮件签收日期：${dayText(told.received)}`] : []),
    ...(told.method === 'left' ? [`受送达人拒绝接收，依法留置送达${told.recording ? '，送达过程已录像' : ''}${told.witnessed || told.witness ? '，有见证人在场' : ''}。`] : []),
    ...(told.entered ? [`到达受送达人特定系统的日期：${dayText(told.entered)}`] : []),
    ...(told.outcome === 'failed' ? ['本次未能送达。'] : []),
  ]
  return {
    cause: causeOf(file),
    addressee: partyName(file, party),
    documents: papersOf(file, told.document, party),
    method: told.method,
    place: told.place,
    ...(posted || told.outcome === 'failed' ? {} : { at: file.act.occurredAt }),
    ...(told.receiver && told.outcome === 'received' ? { recipient: told.receiver } : {}),
    ...(told.outcome === 'refused' ? { refusal: '受送达人拒绝签收' } : {}),
    ...(told.witness ? { witness: told.witness } : {}),
    servers: officersOf(file, told.officers),
    ...(remarks.length > 0 ? { remark: remarks.join('') } : {}),
  }
}

/** 送达公告. */
export function composeAnnouncement(file: CaseFile): FieldsOf<typeof serviceAnnouncement> {
  const { document, party } = toldHere(file, announce)
  const { state, subject } = file
  const service = state.services.findLast((each) => each.of === document && each.party === (subject || party))
  return {
    party: partyName(file, subject || party),
    cause: causeOf(file),
    documents: papersOf(file, document, subject || party),
    ...(service?.completed ? { completed: service.completed } : {}),
    notice: state.notices.some(({ act }) => act === document),
    contact: contactOf(file),
  }
}

/** 送达地址（电子送达）确认书. */
export function composeConfirmation(file: CaseFile): FieldsOf<typeof serviceConfirmation> {
  const { party, address, recipient, phone, electronic, account } = toldHere(file, confirmAddress)
  return {
    party: partyOf(file, file.subject || party),
    cause: causeOf(file),
    address,
    ...(recipient ? { recipient } : {}),
    ...(phone ? { phone } : {}),
    electronic,
    ...(account ? { account } : {}),
    contact: contactOf(file),
  }
}

/** 电子送达 has no second officer at a door: whoever sent it stands for it. */
function serviceTold(file: CaseFile): Static<typeof serve> {
  if (file.act.kind !== 'serve-electronically') return toldHere(file, serve)
  const { document, party, account, entered } = toldHere(file, serveElectronically)
  return { document, party, method: 'electronic', place: account, outcome: 'received', entered, officers: [...file.state.team] }
}

function papersOf({ read }: CaseFile, act: string, party: string): FieldsOf<typeof serviceReceipt>['documents'] {
  const made = read.documents.filter((each) => each.act === act && documentOf(each.kind).outward && (each.subject === party || each.subject === ''))
  if (made.length === 0) return [{ title: '' }]
  return made.map((each) => ({ title: documentTitle(each), ...(each.number ? { number: each.number } : {}) }))
}
