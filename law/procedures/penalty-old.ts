import { cite } from '../citation.ts'
import { datesForStage, datesInOrder } from '../guards/old.ts'
import { certificatesValid, twoOfficers } from '../guards/officers.ts'
import { actsOn } from '../procedure.ts'
import { isDay } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { moneyOwed } from './penalty-effects.ts'
import { servedDay, withOldCase, withTakeOver } from './penalty-old-effects.ts'
import { recordOldCase, takeOver } from './penalty-old-payloads.ts'

/** 历史案件、在办案件接入 (R29). A matter begins with one of these; nothing that was done wrong before keeps it out. */

const { fact } = actsOn<PenaltyCase>()

const registrar = { post: ['receiving-clerk', 'officer', 'unit-head', 'legal-reviewer'], of: 'body' } as const

/** The act that began this matter stands at this stage; an act of the same kind on a matter that runs already opens nothing. */
const begunAt = (state: PenaltyCase, ...stages: string[]): boolean => state.takenOver === true && state.done['take-over']?.length === 1 && stages.includes(state.stage)
const asDay = (day: string | undefined): string | undefined => (day !== undefined && isDay(day) ? day : undefined)

export const oldActs = {
  'record-legacy-case': fact({
    title: words('登记历史案件', 'Record an old case'),
    article: cite('行政处罚法', 47),
    by: registrar,
    payload: recordOldCase,
    needs: ['settings', 'earlier'],
    guards: [datesInOrder],
    suits: () => false,
    apply: withOldCase,
  }),

  'take-over': fact({
    title: words('接入在办案件', 'Take over a running case'),
    article: cite('行政处罚法', 47),
    by: registrar,
    payload: takeOver,
    needs: ['settings', 'parties'],
    guards: [twoOfficers, certificatesValid, datesInOrder, datesForStage],
    opens: [
      { clock: 'verification', subjects: (state) => (begunAt(state, 'lead') ? [''] : []), from: (_, { received }) => asDay(received) },
      { clock: 'decision', subjects: (state) => (begunAt(state, 'investigation', 'notice') ? [''] : []), from: (_, { filedOn }) => asDay(filedOn) },
      { clock: 'defence', subjects: (state, { noticeServed }) => (begunAt(state, 'notice') ? (noticeServed ?? []).map((each) => each.party) : []), from: (_, { noticeServed }, party) => servedDay(noticeServed, party) },
      { clock: 'service', subjects: (state, { decisionServed }) => (begunAt(state, 'service') ? state.parties.map((each) => each.id).filter((party) => !servedDay(decisionServed, party)) : []), from: (_, { decidedOn }) => asDay(decidedOn) },
      { clock: 'payment', subjects: (state, { decisionServed }) => (begunAt(state, 'service', 'performance') ? (decisionServed ?? []).map((each) => each.party).filter((party) => moneyOwed(state, party)) : []), from: (_, { decisionServed }, party) => servedDay(decisionServed, party) },
    ],
    suits: () => false,
    apply: withTakeOver,
  }),
}
