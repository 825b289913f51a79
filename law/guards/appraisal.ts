import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { AppraisalLife } from '../procedures/appraisal-life.ts'
import { words } from '../words.ts'
import { volumeArticle, volumeCure, volumeTarget } from './no-volume-target.ts'

interface Sets {
  readonly indicators?: readonly { readonly id?: string; readonly title?: string; readonly standard?: string; readonly weight?: number; readonly inputs?: readonly string[] }[]
}

/** R35: neither in its words nor in what it is computed from. */
export const noVolumeTarget = guard<AppraisalLife, Sets>(
  'no-volume-target',
  volumeArticle,
  { title: words('考核指标不与检查、办案数量和罚没数额挂钩', 'No target on inspections, cases or fines'), cure: volumeCure },
  ({ act: { payload } }) => volumeTarget((payload?.indicators ?? []).map(({ title, standard, inputs }) => ({ texts: [title, standard], inputs }))),
)

export const weightsWhole = guard<AppraisalLife, Sets>(
  'weights-whole',
  cite('公务员法', 35),
  {
    title: words('指标权重合计为一百，编号不重复', 'Weights add up to a hundred, ids differ'),
    cure: words('调整各指标权重，使其合计为100。', 'Adjust the weights so that they add up to 100.'),
  },
  ({ act: { payload } }) => {
    const all = payload?.indicators
    if (all === undefined || all.length === 0) return false
    if (new Set(all.map(({ id }) => id)).size < all.length) return words('有两个指标编号相同。', 'Two indicators have one id.')
    const sum = all.reduce((total, { weight }) => total + (weight ?? 0), 0)
    return sum !== 100 && words(`各指标权重合计为${sum}。`, `The weights add up to ${sum}.`)
  },
)

/** Nobody appraises himself beyond his own report (公务员法 37). */
export const notOneself = guard<AppraisalLife, { readonly person?: string }>(
  'not-oneself',
  cite('公务员法', 37),
  { title: words('本人不组织对自己的考核', 'Nobody opens his own appraisal'), cure: words('由办案机构负责人或者机关负责人组织。', 'Let the unit head or a head open it.') },
  ({ act }) => act.payload?.person !== undefined && act.payload.person === act.actor && words('被考核人是本人。', 'The person appraised is yourself.'),
)

interface Gives {
  readonly scores?: readonly { readonly indicator?: string; readonly points?: number }[]
}

export const everyIndicatorScored = guard<AppraisalLife, Gives>(
  'every-indicator-scored',
  cite('公务员法', 35),
  { title: words('逐项评分', 'Every indicator is scored'), cure: words('对每一个指标评一次分，分值为0至100。', 'Score each indicator once, from 0 to 100.') },
  ({ state, act: { payload } }) => {
    if (payload === undefined) return false
    const given = (payload.scores ?? []).map(({ indicator }) => indicator)
    const complete = given.length === state.indicators.length && state.indicators.every(({ id }) => given.includes(id))
    if (!complete) return words('有的指标没有评分，或者评了两次。', 'An indicator has no score, or two.')
    return (payload.scores ?? []).some(({ points }) => (points ?? 0) > 100) && words('分值超过100。', 'A score is above 100.')
  },
)

/** 公示: five workdays in which the person and his colleagues can say something. */
export const publicityOver = guard<AppraisalLife>(
  'publicity-over',
  cite('公务员法', 37),
  { title: words('公示期满', 'The publicity is over'), cure: words('公示期满后再确认结果。', 'Confirm it when the publicity is over.') },
  ({ state, on }) => state.clocks.some(({ clock, closed, due }) => clock === 'publicity' && closed === undefined && due !== undefined && due >= on) && words('公示期未满。', 'The publicity is still running.'),
)

export const objectionAnswered = guard<AppraisalLife>(
  'objection-answered',
  cite('公务员法', 95),
  { title: words('异议已答复', 'The objection is answered'), cure: words('先复核并书面答复本人的异议。', 'Review the objection and answer it first.') },
  ({ state }) => state.objection !== undefined && state.objection.answered === undefined && words('本人提出的异议尚未答复。', 'The person’s objection is not answered yet.'),
)
