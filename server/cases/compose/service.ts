import type { FieldsOf } from '@faheng/law/documents/document.ts'
import { documentOf } from '@faheng/law/documents/index.ts'
import { dayText } from '@faheng/law/documents/present.ts'
import type { serviceReceipt } from '@faheng/law/documents/service-receipt/document.ts'
import { serve } from '@faheng/law/procedures/penalty-payloads.ts'
import { toldHere, type CaseFile } from './file.ts'
import { causeOf, partyName } from './party.ts'
import { officersOf } from './people.ts'
import { documentTitle } from './titles.ts'

/** 送达回证 of what one act addressed to one party. */
export function composeReceipt(file: CaseFile): FieldsOf<typeof serviceReceipt> {
  const told = toldHere(file, serve)
  const party = file.subject || told.party
  const posted = told.method === 'post'
  const remarks = [
    ...(posted && told.received ? [`邮件签收日期：${dayText(told.received)}`] : []),
    ...(told.method === 'left' ? [`受送达人拒绝接收，依法留置送达${told.recording ? '，送达过程已录像' : ''}${told.witnessed || told.witness ? '，有见证人在场' : ''}。`] : []),
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

function papersOf({ read }: CaseFile, act: string, party: string): FieldsOf<typeof serviceReceipt>['documents'] {
  const made = read.documents.filter((each) => each.act === act && documentOf(each.kind).outward && (each.subject === party || each.subject === ''))
  if (made.length === 0) return [{ title: '' }]
  return made.map((each) => ({ title: documentTitle(each), ...(each.number ? { number: each.number } : {}) }))
}
