import { cite } from '../citation.ts'
import { choice, payload, ref, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { reason } from './penalty-fields.ts'

/** What others than the handling team do about a case at whatever stage: a head unseals the informant (R6), a supervisor ticks off a finding (R19). */

const { power } = actsOn<PenaltyCase>()

/** Findings that a supervisor has to look into himself; no case may be taken back unseen (R19). */
const mustBeTicked: readonly string[] = ['filing-cancelled']

/** The acts whose findings still wait for a supervisor. */
export const ticksOwed = ({ findings, acknowledged = [] }: PenaltyCase): string[] =>
  findings.filter(({ rule, act }) => mustBeTicked.includes(rule) && !acknowledged.some((each) => each.of === act)).map(({ act }) => act)

export const tickResults = {
  justified: words('经核查，情况属实、处理适当', 'Looked into: justified'),
  pursued: words('经核查，另行启动监督', 'Looked into: supervision follows'),
} as const

/** `stages`: every one of the procedure, its endings too. */
export const oversightActs = (stages: readonly string[]) => ({
  'unseal-informant': power({
    title: words('查阅密封的举报人信息', 'Unseal the informant'),
    article: cite('行政处罚法', 50),
    from: stages,
    by: { post: 'head', of: 'body', heads: 'any' },
    suits: (state) => state.lead?.realName === true,
    payload: payload({ reason }),
  }),

  'acknowledge-finding': power({
    title: words('核查并销号问题', 'Look into a finding and tick it off'),
    article: cite('行政处罚法', 75, 1),
    from: stages,
    by: { post: 'supervisor', of: 'county' },
    suits: (state) => state.findings.some(({ act }) => !state.acknowledged?.some((each) => each.of === act)),
    payload: payload({
      finding: ref('finding', words('问题', 'Finding')),
      result: choice(words('核查结果', 'Result'), tickResults),
      opinion: text(words('核查情况', 'What was looked into'), { personal: true, rows: 4, max: 2000 }),
    }),
    prefill: (state) => ({ finding: ticksOwed(state)[0] ?? state.findings.at(-1)?.act }),
    awaited: (state) => ticksOwed(state).length > 0,
    apply: (state, act) => ({ ...state, acknowledged: [...(state.acknowledged ?? []), { of: act.payload.finding, by: act.actor, on: dayOf(act.occurredAt), result: act.payload.result }] }),
  }),
})
