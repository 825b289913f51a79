import { cite } from '../citation.ts'
import { overlayNamed } from '../overlays/index.ts'
import type { JudgedAct, Rule } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { calendar } from '../time/calendar.ts'
import { isDay } from '../time/day.ts'
import { dueOf, workdays, type Period } from '../time/period.ts'
import { words } from '../words.ts'

/** What an old case brings with it is found, not refused (R29): the dates were told, the terms are counted from them. */

interface Told {
  readonly filedOn?: string
  readonly decidedOn?: string
  readonly decisionServed?: readonly { readonly party: string; readonly on: string }[]
  readonly violations?: readonly { readonly id: string; readonly item: string }[]
  readonly penalties?: readonly { readonly kind: string; readonly party: string; readonly violation: string }[]
}

const toldBy = (act: JudgedAct<unknown>): Told => (act.kind === 'record-legacy-case' || act.kind === 'take-over' ? (act.payload as Told) : {})

const isLate = (from: string | undefined, to: string | undefined, period: Period): boolean => {
  if (from === undefined || to === undefined || !isDay(from) || !isDay(to)) return false
  return to > (dueOf(period, from, [], calendar).due ?? to)
}

export const oldCaseRules: readonly Rule<PenaltyCase>[] = [
  {
    id: 'old-decided-late',
    article: cite('行政处罚法', 60),
    title: words('接入案件：超过办案期限作出决定', 'Old case decided after the term'),
    severity: 'serious',
    finds: (after, act) => (isLate(toldBy(act).filedOn, toldBy(act).decidedOn, overlayNamed(after.overlay).decision) ? [''] : []),
  },
  {
    id: 'old-served-late',
    article: cite('行政处罚法', 61, 1),
    title: words('接入案件：超过七个工作日送达', 'Old case served late'),
    severity: 'ordinary',
    finds: (_, act) => (toldBy(act).decisionServed ?? []).filter(({ on }) => isLate(toldBy(act).decidedOn, on, workdays(7))).map(({ party }) => party),
  },
  {
    id: 'old-fined-twice',
    article: cite('行政处罚法', 29),
    title: words('接入案件：可能与在先罚款属同一行为', 'Old case possibly fined twice'),
    severity: 'serious',
    finds: (_, act) => {
      const { violations = [], penalties = [] } = toldBy(act)
      const fined = violations.filter(({ id }) => penalties.some((each) => each.kind === 'fine' && each.violation === id)).map(({ item }) => item)
      return [...new Set((act.facts.earlier ?? []).filter((each) => each.fined && fined.includes(each.item)).map((each) => each.matter))]
    },
  },
]
