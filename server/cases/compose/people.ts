import type { Static } from 'typebox'
import type { approvalFields, contactFields, OfficerFields, proposalFields } from '@faheng/law/documents/parts/people.ts'
import type { remedyFields } from '@faheng/law/documents/parts/remedy.ts'
import type { BodySettings } from '@faheng/law/facts.ts'
import { approval as approvalPayload } from '@faheng/law/procedures/penalty-fields.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldHere, toldIn, type CaseFile } from './file.ts'

type Approval = Static<typeof approvalFields>

export const personName = ({ read }: CaseFile, id: string | undefined): string => (id === undefined ? undefined : read.people[id]?.name) ?? ''

/** 执法人员 with the certificate that was valid when the act occurred (处罚法 42, 55). */
export const officersOf = ({ read }: CaseFile, ids: readonly string[]): OfficerFields[] =>
  ids.map((id) => ({ name: read.people[id]?.name ?? '', certificate: read.people[id]?.certificate ?? '无有效执法证件' }))

export const teamNames = (file: CaseFile): string => file.state.team.map((id) => personName(file, id)).join('、')

/** Who wrote the record down: whoever entered it if he was there, else the second officer. */
export const recorderOf = (file: CaseFile, officers: readonly string[]): string =>
  personName(file, officers.includes(file.act.actor) ? file.act.actor : (officers[1] ?? officers[0]))

/** 承办人意见, signed by the team. */
export const proposalBy = (file: CaseFile, opinion: string, on: string): Static<typeof proposalFields> => ({
  opinion,
  officers: officersOf(file, file.state.team),
  on,
})

/** The head's answer is the act at hand. */
export const headStep = (file: CaseFile): Approval => ({
  role: '行政机关负责人意见',
  opinion: toldHere(file, approvalPayload).opinion,
  name: personName(file, file.act.actor),
  on: file.day,
})

/** The unit head's endorsement of the report of record, and the legal review that passed it. */
export function stepsOnReport(file: CaseFile): Approval[] {
  const steps = [
    { kind: 'endorse-report', role: '办案机构负责人意见' },
    { kind: 'pass-review', role: '法制审核意见' },
  ]
  return steps.flatMap(({ kind, role }) => {
    const step = toldIn(file, kind, approvalPayload).findLast(({ told }) => told.proposal.act === file.state.report?.act)
    return step ? [{ role, opinion: step.told.opinion, name: personName(file, step.act.actor), on: dayOf(step.act.occurredAt) }] : []
  })
}

/** 联系方式: the officers in charge, and telephone and address as the body's setting `contact` has them. */
export function contactOf(file: CaseFile): Static<typeof contactFields> {
  const { phone, address } = settingOf(file, 'contact')
  return { officers: teamNames(file), phone: phone ?? '', address: address ?? file.read.body.name }
}

/** R27: as the guards saw it on the day, else as it is configured. */
export function remedyOf({ act, read }: CaseFile): Static<typeof remedyFields> {
  const remedy = act.facts.settings?.remedy ?? (read.settings['remedy'] as BodySettings['remedy'] | undefined)
  return { reviewOrgan: remedy?.reviewOrgan ?? '', court: remedy?.court ?? '', ...(remedy?.online ? { onlineChannel: remedy.online } : {}) }
}

/** A setting of the body that is a group of texts. */
export function settingOf({ read }: CaseFile, name: string): Readonly<Record<string, string | undefined>> {
  const value = read.settings[name]
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (typeof each === 'string' && each !== '' ? [[key, each]] : [])))
}
