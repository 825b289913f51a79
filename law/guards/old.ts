import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { words } from '../words.ts'

interface Dates {
  readonly at?: string
  readonly received: string
  readonly filedOn?: string
  readonly noticeServed?: readonly { readonly on: string }[]
  readonly decidedOn?: string
  readonly decisionServed?: readonly { readonly on: string }[]
  readonly closedOn?: string
}

const earliest = (served: Dates['noticeServed']) => served?.map(({ on }) => on).sort()[0]

/** R2: filing, notice, decision, service and closing follow one another. A mark: old files are what they are. */
export const datesInOrder = guard<PenaltyCase, Dates>(
  'dates-in-order',
  cite('行政处罚法', 44),
  {
    title: words('各环节日期先后有序', 'Dates in order'),
    cure: words('核对纸质案卷上的日期；确系程序颠倒的，由执法监督依法处理。', 'Check the dates on paper; if the steps really were taken in another order, supervision deals with it.'),
  },
  ({ act: { payload } }) => {
    if (!payload) return
    const told = [payload.received, payload.filedOn, earliest(payload.noticeServed), payload.decidedOn, earliest(payload.decisionServed), payload.closedOn].filter((each) => each !== undefined)
    return told.some((each, i) => i > 0 && each < (told[i - 1] ?? '')) && words('立案、告知、决定、送达、结案的日期先后颠倒。', 'Filing, notice, decision, service and closing are not in that order.')
  },
)

const wanted: Readonly<Record<string, readonly (keyof Dates)[]>> = {
  investigation: ['filedOn'],
  notice: ['filedOn'],
  service: ['filedOn', 'noticeServed', 'decidedOn'],
  performance: ['filedOn', 'noticeServed', 'decidedOn', 'decisionServed'],
}

/** R29: a stage is reached by what was done before it, and the terms are counted from those days. */
export const datesForStage = guard<PenaltyCase, Dates>(
  'dates-for-stage',
  cite('行政处罚法', 60),
  {
    title: words('填明此前各环节日期', 'The dates of what was done'),
    cure: words('补充立案、告知送达、决定、决定送达的日期。', 'Give the dates of filing, service of the notice, decision and its service.'),
  },
  ({ act: { payload } }) => {
    if (!payload) return
    const missing = (wanted[payload.at ?? ''] ?? []).filter((each) => payload[each] === undefined || payload[each]?.length === 0)
    return missing.length > 0 && words('缺少该阶段之前的日期，期限无从计算。', 'Dates before this stage are missing, so terms cannot be counted.')
  },
)
