import type { Static } from 'typebox'
import { cite } from '../citation.ts'
import { rightsTold } from '../guards/facts.ts'
import { certificatesValid, officersOfBody, twoOfficers } from '../guards/officers.ts'
import { notRecused } from '../guards/recusal.ts'
import { choice, newId, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn, type Applied, type ClockUse, type JudgedAct } from '../procedure.ts'
import { addDays, dayOf, isDay } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { Correction } from './penalty-found.ts'
import { withEvidence } from './penalty-effects.ts'
import { files, officers } from './penalty-fields.ts'
import { recorder } from './penalty-people.ts'
import { proves, type orderToCorrect } from './penalty-payloads.ts'

/** 责令改正之后的复查 (处罚法 28(1), R23): what was ordered, until when, and whether somebody went and looked. */

const { fact } = actsOn<PenaltyCase>()

export const correctionResults = {
  corrected: words('已按要求改正', 'Corrected as ordered'),
  partly: words('部分改正', 'Partly corrected'),
  'not-corrected': words('没有改正', 'Not corrected'),
} as const

export const reInspect = payload({
  evidence: newId(),
  order: ref('correction', words('责令改正通知书', 'Order to correct')),
  place: text(words('复查地点', 'Place'), { personal: true, max: 200 }),
  certificateShown: yes(words('已出示执法证件', 'Certificates shown')),
  recusalTold: yes(words('已告知申请回避等权利义务', 'Right of recusal told')),
  found: text(words('复查情况', 'What was found'), { personal: true, rows: 6, max: 8000 }),
  result: choice(words('改正情况', 'Result'), correctionResults),
  present: optional(text(words('在场人员', 'Persons present'), { personal: true, max: 200 })),
  signed: choice(words('签名', 'Signature'), { signed: words('核对无误后签名', 'Read and signed'), refused: words('拒绝签名', 'Refused to sign'), absent: words('不在场', 'Absent') }),
  witness: optional(text(words('见证人', 'Witness'), { personal: true, max: 60 })),
  proves,
  officers,
  files,
})

/** Orders nobody has looked into since. */
export const correctionsToCheck = ({ corrections = [] }: PenaltyCase): Correction[] => corrections.filter((each) => !each.checked)

export const withOrder = (state: PenaltyCase, act: JudgedAct<Static<typeof orderToCorrect>>): PenaltyCase => {
  const { party, by } = act.payload
  return { ...state, corrected: true, corrections: [...(state.corrections ?? []), { act: act.id, party, ...(by ? { by } : {}) }] }
}

/** The day that was named for correcting; counted from the day before it, so that a day off moves on (R25). */
export const correctionTerm: ClockUse<PenaltyCase, Static<typeof orderToCorrect>> = {
  clock: 'correction',
  subjects: (_, { party, by }) => (by !== undefined && isDay(by) ? [party] : []),
  from: (_, { by }) => (by !== undefined && isDay(by) ? addDays(by, -1) : undefined),
}

export const correctionActs = {
  're-inspect': fact({
    title: words('复查改正情况', 'Re-inspect after an order to correct'),
    article: cite('行政处罚法', 28, 1),
    by: recorder,
    officers: 2,
    payload: reInspect,
    needs: ['fields'],
    guards: [twoOfficers, certificatesValid, officersOfBody, rightsTold, notRecused],
    closes: [{ clock: 'correction', subjects: (after, { order }) => after.corrections?.flatMap(({ act, party }) => (act === order ? [party] : [])) ?? [] }],
    documents: [{ kind: 're-inspection-record' }],
    prefill: (state) => ({ order: correctionsToCheck(state)[0]?.act, officers: state.team, certificateShown: true, recusalTold: true, signed: 'signed', proves: ['circumstance'] }),
    // Before, the officers go when the term they set is over; at the end the file waits for it.
    awaited: (state) => state.stage === 'performance' && correctionsToCheck(state).length > 0,
    suits: (state) => correctionsToCheck(state).length > 0,
    apply: withReInspection,
  }),
}

/** A marked re-inspection is no evidence, and leaves the order to be checked (42, R1). */
function withReInspection(state: PenaltyCase, act: JudgedAct<Static<typeof reInspect>>): Applied<PenaltyCase> {
  const { order, result } = act.payload
  const given = withEvidence('record')(state, act)
  if (act.marks.length > 0) return given
  const corrections = (state.corrections ?? []).map((each) => (each.act === order ? { ...each, checked: { act: act.id, on: dayOf(act.occurredAt), result } } : each))
  return { ...given, state: { ...given.state, corrections } }
}
