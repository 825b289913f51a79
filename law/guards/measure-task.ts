import { cite } from '../citation.ts'
import { measures } from '../measures/index.ts'
import { planWith } from '../measures/plan.ts'
import { answersFor } from '../measures/responsible.ts'
import { guard } from '../procedure.ts'
import type { MeasureTask } from '../procedures/measure-task-life.ts'
import { isDay } from '../time/day.ts'
import { words } from '../words.ts'
import { volumeArticle, volumeCure, volumeTarget } from './no-volume-target.ts'

const article = cite('行政处罚法', 75, 1)

export const dueAhead = guard<MeasureTask, { readonly due?: string }>(
  'due-ahead',
  article,
  { title: words('完成期限在布置之后', 'The term ends after it begins'), cure: words('填写今天以后的日期。', 'Give a day after today.') },
  ({ act: { payload }, on }) => payload?.due !== undefined && !(isDay(payload.due) && payload.due > on) && words('完成期限不晚于今天。', 'The term does not end after today.'),
)

/** Nothing is asked that the plan does not hold, and nobody who does not answer for it. */
export const inThePlan = guard<MeasureTask, { readonly measure?: number }>(
  'in-the-plan',
  article,
  { title: words('举措在计划内，且该单位是责任单位', 'The measure is in the plan, and the body answers for it'), cure: words('核对举措编号和责任单位，或者先修改计划。', 'Check the number and the body, or change the plan first.'), needs: ['plan'] },
  ({ state, act: { payload }, facts }) => {
    const number = payload?.measure
    if (number === undefined || facts.plan === undefined) return false
    const measure = planWith(measures, facts.plan.changes.map((change) => ({ measure: number, change }))).measures.find((each) => each.number === number)
    if (!measure) return words(`现行计划没有第${number}项举措。`, `The plan as it stands has no measure ${number}.`)
    return !answersFor(measure, new Map([[state.body, facts.plan.roles]]))(state.body) && words(`该单位不是第${number}项举措的责任单位。`, `The body does not answer for measure ${number}.`)
  },
)

interface Demands {
  readonly demand?: string
}

/** R35, 处罚法 74: "at least thirty cases" is no demand of the plan. Counts of quality (hours, files reviewed) pass. */
export const demandsNoVolume = guard<MeasureTask, Demands>(
  'demands-no-volume',
  volumeArticle,
  { title: words('不得下达检查、办案、罚款数量指标', 'No target on the volume of inspections, cases or fines'), cure: volumeCure },
  ({ act: { payload } }) => volumeTarget([{ texts: [payload?.demand] }]),
)
