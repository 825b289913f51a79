import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { sourceRegistration } from '@faheng/law/documents/source-registration/document.ts'
import { startOfDay } from '@faheng/law/time/day.ts'
import { numberSystems } from '@faheng/law/procedures/penalty-fields.ts'
import { registerLead } from '@faheng/law/procedures/penalty-payloads.ts'
import { toldHere, type CaseFile } from './file.ts'
import { partyOf } from './party.ts'
import { personName } from './people.ts'

/** 案件来源登记表. The informant is never read (处罚法 50): only that there is one. */
export function composeSource(file: CaseFile): FieldsOf<typeof sourceRegistration> {
  const { source, external = [], received, summary, place, suspects = [], informant, files = [] } = toldHere(file, registerLead)
  const known = suspects.map((id) => partyOf(file, id))
  const phone = known[0]?.phone
  const address = known.length === 1 ? known[0]?.address : undefined
  return {
    channel: channels[source],
    ...(external.length > 0 ? { externalNumber: external.map(({ system, number }) => (system === 'other' ? number : `${numberSystems[system].zh} ${number}`)).join('；') } : {}),
    receivedAt: received && received !== file.day ? startOfDay(received) : file.act.occurredAt,
    ...(known.length > 0 ? { suspect: known.map(({ name }) => name).join('、') } : {}),
    ...(address || place ? { suspectAddress: address || (place ?? '') } : {}),
    ...(known.length === 1 && phone ? { suspectPhone: phone } : {}),
    informantSealed: Boolean(informant),
    summary: place ? `${summary}\n发生地点：${place}` : summary,
    materials: files.length > 0 ? [`线索材料${files.length}件`] : [],
    registrar: personName(file, file.act.actor),
    registeredOn: file.day,
    approvals: [],
  }
}

const channels = {
  complaint: 'complaint',
  report: 'report',
  inspection: 'inspection',
  transfer: 'transfer',
  assigned: 'assignment',
  hotline: 'other',
  other: 'other',
} as const
