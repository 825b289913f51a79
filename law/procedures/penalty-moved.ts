import { cite } from '../citation.ts'
import { payload, ref } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import type { Day } from '../time/day.ts'
import { words } from '../words.ts'
import type { HandsOver } from './handing-over.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { TownshipCase } from './township-case.ts'

/** 案件随职权移交 (R30): once it was listed and signed for, the case is the other body's, with all that was done in it. */

const { fact } = actsOn<PenaltyCase>()

export const movedActs = {
  'move-with-power': fact({
    title: words('案件随职权移交', 'The case follows the power'),
    article: cite('行政处罚法', 18, 2),
    by: 'system',
    payload: payload({ from: ref('body', words('移交机关', 'The body that gives')), to: ref('body', words('承接机关', 'The body that takes over')), handover: ref('matter', words('交接事项', 'Hand-over')) }),
    // Its officers are named by the body that took it over; whoever handled it reads on what he did, and nothing newer (R6).
    apply: (state, act) => {
      const { from, to, handover } = act.payload
      if (state.body !== from || from === to) return state
      const { poolReviewer: _reviewer, poolAsked: _asked, ...rest } = state
      return { ...rest, body: to, unit: '', team: [], movedBy: handover }
    },
  }),
}

/**
 * Whether this case goes over now: all of its violations are of the power that moved, on or after the day it moved. What is of
 * that power only in part is divided first, or transferred (处罚法 25).
 */
export function follows(hands: HandsOver & Partial<Pick<TownshipCase, 'township' | 'receiver' | 'entries'>>, violations: readonly { readonly item: string; readonly township?: string | undefined }[], on: Day): boolean {
  const { handingOver, township, receiver, entries } = hands
  if (handingOver === undefined || violations.length === 0) return false
  const given = handingOver.to === receiver
  const begun = ({ item }: { readonly item: string }) => entries === undefined || entries.some((entry) => entry.item === item && (given ? entry.from <= on : entry.until !== undefined && entry.until <= on))
  return violations.every((each) => handingOver.items.includes(each.item) && begun(each) && (!given || each.township === township))
}
