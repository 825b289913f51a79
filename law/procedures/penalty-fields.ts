import { Type } from 'typebox'
import { choice, group, list, optional, payload, ref, text } from '../payload.ts'
import { words } from '../words.ts'

/** What many acts of a penalty case are told alike, said once. */

export const officers = list(words('执法人员', 'Officers'), ref('officer', words('执法人员', 'Officer')), { min: 1, max: 10 })
export const party = ref('party', words('当事人', 'Party'))
export const files = optional(list(words('照片、录音录像、扫描件', 'Photographs, recordings, scans'), ref('file', words('文件', 'File')), { max: 60 }))
export const opinion = text(words('审批意见', 'Opinion'), { personal: true, rows: 3, max: 1000 })
export const reason = text(words('理由', 'Reason'), { personal: true, rows: 3, max: 1000 })
/** R29: the number a lead or case has elsewhere; it is found by it. */
export const numberSystems = { provincial: words('省级执法平台', 'Provincial system'), 12315: words('12315平台', '12315'), 12345: words('12345热线', '12345'), other: words('其他', 'Other') } as const
export const external = optional(
  list(words('外部系统编号', 'Numbers elsewhere'), group(words('外部编号', 'Number elsewhere'), {
    system: choice(words('系统', 'System'), numberSystems),
    number: text(words('编号', 'Number'), { max: 120 }),
  }), { max: 10 }),
)
/** What a head decides of his own motion: why, and what he writes on the form beside it (agreed, where left out). */
export const motion = { reason, opinion: optional(opinion) } as const

/** An approval or return names the proposal it answers, by act and content hash (D7). */
export const proposal = group(words('所审批的提请', 'Proposal answered'), { act: ref('act', words('提请', 'Proposal')), hash: Type.String({ maxLength: 128, widget: 'hidden' }) })
export const approval = payload({ proposal, opinion })
export const returned = payload({ proposal, reason: text(words('退回理由', 'Reason for returning'), { personal: true, rows: 3, max: 1000 }) })
