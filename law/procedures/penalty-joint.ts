import { cite } from '../citation.ts'
import { choice, day, list, optional, payload, ref, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { isDay } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { files } from './penalty-fields.ts'
import { recorder } from './penalty-people.ts'

/** 联合执法、执法协助 (处罚法 26, R4): officers of another body take part in what the record names, and as long as it says. */

const { fact } = actsOn<PenaltyCase>()

export const jointActs = {
  'record-joint-action': fact({
    title: words('登记联合执法、执法协助', 'Record joint action or assistance'),
    article: cite('行政处罚法', 26),
    by: recorder,
    suits: (state) => state.filedOn !== undefined && !state.ended && state.team.length < 2,
    payload: payload({
      body: ref('body', words('协助、联合的机关', 'The other body')),
      form: choice(words('方式', 'Form'), { joint: words('联合执法', 'Joint action'), assistance: words('执法协助', 'Assistance') }),
      document: text(words('协助函、联合执法方案的名称和文号', 'The request or plan, with its number'), { max: 300 }),
      officers: list(words('参加的执法人员', 'Officers taking part'), ref('county-officer', words('执法人员', 'Officer')), { min: 1, max: 20 }),
      from: day(words('开始日期', 'From')),
      until: optional(day(words('结束日期', 'Until'))),
      files,
    }),
    apply: (state, act) => {
      const { body, officers, from, until } = act.payload
      if (!isDay(from)) return state
      return { ...state, joint: [...(state.joint ?? []), { act: act.id, body, officers, from, ...(until ? { until } : {}) }] }
    },
  }),
}
