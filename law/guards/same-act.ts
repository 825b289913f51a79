import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Penalty } from '../procedures/penalty-decided.ts'
import { counted, words } from '../words.ts'
import { penaltiesAtHand } from './limits.ts'

interface Compares {
  readonly outcome?: string
  readonly penalties?: readonly Penalty[]
  readonly sameAct?: readonly { readonly decision: string; readonly same: boolean }[]
}

const article = cite('行政处罚法', 29)

/** R16: the officer says of each earlier decision county-wide that overlaps whether it is the same act; also of one made since his report. */
export const earlierDecisionsCompared = guard<PenaltyCase, Compares>(
  'earlier-decisions-compared',
  article,
  {
    title: words('逐一说明是否同一违法行为', 'Earlier decisions compared'),
    cure: words('在调查终结报告中，对列出的每一份在先决定说明是否同一违法行为及理由；报告后才作出的，重新提交报告。', 'Say in the report of each listed earlier decision whether it is the same act, and why; of one made since the report, in a new one.'),
    needs: ['earlier'],
  },
  ({ state, act: { payload }, facts }) => {
    if (!payload) return
    const answers = payload.sameAct ?? state.report?.sameAct ?? []
    const open = (facts.earlier ?? []).filter((each) => !answers.some((answer) => answer.decision === each.matter))
    return open.length > 0 && words(`县内有 ${open.length} 份在先处罚决定与本案行为时间重叠，尚未说明是否同一行为：${open.map((each) => each.matter).join('、')}。`, `${counted(open.length, 'earlier decision')} in the county on conduct of the same time, not compared yet: ${open.map((each) => each.matter).join(', ')}.`)
  },
)

/** 处罚法 29: one act is not fined twice. */
export const notFinedTwice = guard<PenaltyCase, Compares>(
  'not-fined-twice',
  article,
  {
    title: words('一事不再罚款', 'No second fine for one act'),
    cure: words('不再罚款；依法需要其他种类处罚的，只提其他种类。', 'Do not fine again; other kinds may still be proposed.'),
    needs: ['earlier'],
  },
  (judged) => {
    const answers = judged.act.payload?.sameAct ?? judged.state.report?.sameAct ?? []
    const same = (judged.facts.earlier ?? []).some((each) => each.fined && answers.some((answer) => answer.decision === each.matter && answer.same))
    return same && penaltiesAtHand(judged).some((each) => each.kind === 'fine') && words('同一违法行为已被罚款，不得再次罚款。', 'The same act has been fined already.')
  },
)
