import type { criminalTransfer } from '@faheng/law/documents/criminal-transfer/document.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { handoverList } from '@faheng/law/documents/handover-list/document.ts'
import type { matterApproval } from '@faheng/law/documents/matter-approval/document.ts'
import { chosen, citationText, countText } from '@faheng/law/documents/present.ts'
import { faults } from '@faheng/law/documents/revocation-decision/document.ts'
import type { recusalDecision } from '@faheng/law/documents/recusal-decision/document.ts'
import type { transferLetter } from '@faheng/law/documents/transfer-letter/document.ts'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import { askRecusal, decideRecusal, recusalGrounds, replaceOfficers } from '@faheng/law/procedures/penalty-persons.ts'
import { applyToCourt } from '@faheng/law/procedures/penalty-execution-payloads.ts'
import { approval } from '@faheng/law/procedures/penalty-fields.ts'
import { handOver, reportCrime, suspectedPapers } from '@faheng/law/procedures/penalty-police.ts'
import { revokeOwnDecision } from '@faheng/law/procedures/penalty-remedies.ts'
import { discussExtension, proposeExtension } from '@faheng/law/procedures/penalty-terms.ts'
import { singleMatter, transferJurisdiction } from '@faheng/law/procedures/penalty-ways-out.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldBy, toldHere, toldIn, type CaseFile } from './file.ts'
import { filingNumber, numberOf } from './numbers.ts'
import { causeOf, partyName, partyNames } from './party.ts'
import { contactOf, officersOf, personName, teamNames } from './people.ts'
import { thingOf } from './things.ts'

/** 有关事项审批表: the head's act is matter, ground and approval in one, or answers what the team proposed. */
export function composeMatterApproval(file: CaseFile): FieldsOf<typeof matterApproval> {
  const { state, act } = file
  const definition = penaltyOrdinary.acts[act.kind]
  const { ground, reason, opinion, detail } = saidOf(file)
  const named = groundOf(act.kind, ground)
  return {
    cause: causeOf(file),
    ...(state.filedOn ? { filingNumber: filingNumber(file), filedOn: state.filedOn } : {}),
    parties: partyNames(file),
    team: teamNames(file),
    matter: definition?.title.zh ?? '',
    basis: definition ? citationText(definition.article) : '',
    ...(named ? { ground: named } : {}),
    ...(detail ? { detail } : {}),
    reason: reason || '见案卷有关材料。',
    approvals: [{ role: '行政机关负责人意见', opinion: opinion || '同意。', name: personName(file, act.actor), on: file.day }],
  }
}

interface Matter {
  readonly ground?: string | undefined
  readonly reason?: string | undefined
  readonly opinion?: string | undefined
  readonly detail?: string | undefined
}

/** Why and what was written on the form; where the team proposed it, its reason and the head's answer. */
function saidOf(file: CaseFile): Matter {
  const own = toldHere(file, singleMatter)
  switch (file.act.kind) {
    case 'approve-extension':
      return { reason: extensionAsked(file), opinion: toldHere(file, approval).opinion }
    case 'discuss-extension': {
      const { days, members, conclusion } = toldHere(file, discussExtension)
      return { reason: extensionAsked(file), opinion: conclusion, detail: `延长${countText(days)}日；参加讨论：${members.map(({ person }) => personName(file, person)).join('、')}` }
    }
    case 'transfer-jurisdiction':
      return { ...own, detail: `接收机关：${toldHere(file, transferJurisdiction).to}` }
    case 'replace-officers':
      return { ...own, detail: `更换后的办案人员：${toldHere(file, replaceOfficers).team.map((id) => personName(file, id)).join('、')}` }
    case 'apply-to-court':
      return { ...own, detail: `受理法院：${toldHere(file, applyToCourt).court}` }
    case 'revoke-own-decision': {
      const { fault, parties } = toldHere(file, revokeOwnDecision)
      return { ...own, detail: `撤销原因：${chosen(faults, fault)}；当事人：${parties.map((id) => partyName(file, id)).join('、')}` }
    }
    default:
      return own
  }
}

const extensionAsked = (file: CaseFile): string | undefined => toldBy(file, file.state.proposals['propose-extension']?.act, proposeExtension)?.told.reason

/** The ground as the form of the act named it. */
export function groundOf(kind: string, ground: string | undefined): string {
  const field: { readonly labels?: Readonly<Record<string, { readonly zh: string }>> } | undefined = penaltyOrdinary.acts[kind]?.payload.properties['ground']
  return (ground && field?.labels?.[ground]?.zh) || ''
}

/** 案件移送函. */
export function composeTransferLetter(file: CaseFile): FieldsOf<typeof transferLetter> {
  const { to, reason } = toldHere(file, transferJurisdiction)
  return {
    to,
    cause: causeOf(file),
    ...(file.state.filedOn ? { filedOn: file.state.filedOn } : {}),
    reason,
    papers: '案件材料共　　份　　页。',
    contact: contactOf(file),
  }
}

/** 涉嫌犯罪案件移送书. */
export function composeCriminalTransfer(file: CaseFile): FieldsOf<typeof criminalTransfer> {
  const { state } = file
  const told = toldBy(file, state.proposals['report-suspected-crime']?.act, reportCrime)?.told
  const things = thingsOf(file, state.held.filter((each) => !each.carriedOut).map(({ id }) => id))
  return {
    ...(told?.police ? { to: told.police } : {}),
    cause: causeOf(file),
    parties: partyNames(file),
    ...(state.filedOn ? { filedOn: state.filedOn } : {}),
    facts: told?.facts ?? '',
    papers: ['涉嫌犯罪案件情况的调查报告', ...(things.length > 0 ? ['涉案物品清单'] : []), '其他有关涉嫌犯罪的材料'],
    things: things.map(({ name, quantity }) => `${name}　${quantity}`),
    contact: contactOf(file),
  }
}

/** 移交清单: what was given to the police. */
export function composeHandoverList(file: CaseFile): FieldsOf<typeof handoverList> {
  const { to, papers, held, receivedBy, officers } = toldHere(file, handOver)
  const number = numberOf(file, 'criminal-transfer')
  return {
    cause: causeOf(file),
    ...(number ? { letterNumber: number } : {}),
    to,
    rows: [...papers.map((paper) => ({ name: suspectedPapers[paper]?.zh ?? '' })), ...thingsOf(file, held ?? [])],
    officers: officersOf(file, officers),
    ...(receivedBy ? { receivedBy } : {}),
    on: file.day,
  }
}

const thingsOf = (file: CaseFile, ids: readonly string[]): { name: string; quantity: string }[] =>
  ids.map((id) => {
    const { name, quantity } = thingOf(file, id) ?? { name: '先行登记保存的物品', quantity: '' }
    return { name, quantity }
  })

/** 回避决定书. */
export function composeRecusalDecision(file: CaseFile): FieldsOf<typeof recusalDecision> {
  const { person, granted, reason } = toldHere(file, decideRecusal)
  const asked = toldIn(file, 'ask-recusal', askRecusal).findLast(({ told }) => told.person === person)
  return {
    cause: causeOf(file),
    person: personName(file, person),
    asker: asked?.told.asker ?? 'party',
    party: partyNames(file),
    ...(asked ? { askedOn: dayOf(asked.act.occurredAt) } : {}),
    ground: recusalGrounds[asked?.told.ground ?? 'interest']?.zh ?? '',
    granted,
    ...(reason ? { reason } : {}),
  }
}
