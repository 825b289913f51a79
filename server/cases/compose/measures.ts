import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { seizureDecision } from '@faheng/law/documents/seizure-decision/document.ts'
import type { seizureExtension } from '@faheng/law/documents/seizure-extension/document.ts'
import type { seizureList } from '@faheng/law/documents/seizure-list/document.ts'
import type { seizureRelease } from '@faheng/law/documents/seizure-release/document.ts'
import { seizedGoingBack } from '@faheng/law/procedures/penalty-lots.ts'
import { carryOutSeizure, extendSeizure, proposeSeizure, reportUrgent } from '@faheng/law/procedures/penalty-measures.ts'
import { disposeRegistered } from '@faheng/law/procedures/penalty-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldBy, toldHere, toldIn, type CaseFile } from './file.ts'
import { conductsOf } from './norms.ts'
import { numberOf } from './numbers.ts'
import { partyOf } from './party.ts'
import { contactOf, officersOf, remedyOf } from './people.ts'
import { goodsFieldsOf, isFrom, thingOf } from './things.ts'

/** 查封（扣押）决定书: as proposed and approved; what was taken in urgency as it was taken that night. */
export function composeSeizureDecision(file: CaseFile): FieldsOf<typeof seizureDecision> {
  const { state, act } = file
  const urgent = act.kind === 'approve-urgent'
  const proposed = toldBy(file, state.proposals['propose-seizure']?.act, proposeSeizure)?.told
  const taken = urgent ? toldIn(file, 'carry-out-seizure', carryOutSeizure).findLast(({ told: each }) => each.urgent && each.party === file.subject) : undefined
  const told = taken?.told ?? proposed
  const asked = urgent ? toldBy(file, state.proposals['report-urgent']?.act, reportUrgent)?.told : proposed
  return {
    party: partyOf(file, told?.party || file.subject),
    measure: told?.measure === 'sealed' ? 'sealed' : 'seized',
    suspicion: conductsOf(file) || '违法，需要进一步调查核实',
    ...(asked?.reason ? { reason: asked.reason } : {}),
    basis: asked?.basis || '法律、法规',
    urgent,
    ...(taken ? { from: dayOf(taken.act.occurredAt) } : {}),
    goods: goodsFieldsOf(told?.things ?? []),
    officers: officersOf(file, taken?.told.officers ?? state.team),
    contact: contactOf(file),
    remedy: remedyOf(file),
  }
}

/** 查封（扣押）场所、设施、财物清单: what was really taken. */
export function composeSeizureList(file: CaseFile): FieldsOf<typeof seizureList> {
  const { party, measure, place, custodian, things, officers } = toldHere(file, carryOutSeizure)
  const number = numberOf(file, 'seizure-decision', file.subject || party)
  return {
    party: partyOf(file, file.subject || party),
    measure,
    ...(number ? { decisionNumber: number } : {}),
    goods: goodsFieldsOf(things),
    place,
    custodian,
    on: file.day,
    officers: officersOf(file, officers),
  }
}

/** 延长查封（扣押）期限决定书, for the lot the thing belongs to. */
export function composeSeizureExtension(file: CaseFile): FieldsOf<typeof seizureExtension> {
  const { held, reason } = toldHere(file, extendSeizure)
  const { state } = file
  const one = state.held.find((each) => each.id === held)
  const lot = state.held.filter((each) => each.lot !== undefined && each.lot === one?.lot)
  const until = state.clocks.find((each) => each.clock === 'seizure-extended' && each.subject === one?.lot)?.due
  return {
    party: partyOf(file, file.subject),
    measure: one?.measure === 'sealed' ? 'sealed' : 'seized',
    ...(one ? { since: dayOf(one.since) } : {}),
    ...(until ? { until: until.slice(0, 10) } : {}),
    things: lot.map(({ id }) => named(file, id)).map(({ name, quantity }) => `${name}${quantity}`).join('、') || '有关财物',
    reason,
    contact: contactOf(file),
    remedy: remedyOf(file),
  }
}

const named = (file: CaseFile, id: string) => thingOf(file, id) ?? { name: '查封、扣押的财物', quantity: '' }

/** 解除查封（扣押）决定书: by decision, because the term is over, or because the urgent measure was not approved. */
export function composeSeizureRelease(file: CaseFile): FieldsOf<typeof seizureRelease> {
  const { state, act } = file
  const chosen = act.kind === 'dispose-registered' ? toldHere(file, disposeRegistered).disposals.map(({ held }) => held) : undefined
  const back = seizedGoingBack(state).filter((each) => isFrom(file, each) && (chosen?.includes(each.id) ?? true))
  const number = numberOf(file, 'seizure-decision', file.subject)
  return {
    party: partyOf(file, file.subject),
    ...(number ? { decisionNumber: number } : {}),
    ground: act.kind === 'lapse-seizure' ? 'lapsed' : act.kind === 'dispose-registered' ? 'decided' : 'not-approved',
    on: file.day,
    rows: back.map((each) => {
      const { name, quantity } = named(file, each.id)
      return { name, quantity: quantity || String(each.quantity), since: dayOf(each.since) }
    }),
    contact: contactOf(file),
  }
}
