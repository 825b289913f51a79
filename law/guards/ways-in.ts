import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { words } from '../words.ts'

/** 处罚法 25: a case another organ sent is accepted or sent back once. */
export const transferReceived = guard<PenaltyCase>(
  'transfer-received',
  cite('行政处罚法', 25, 2),
  {
    title: words('有其他机关移送的案件', 'A transfer was received'),
    cure: words('先登记收到的移送函；已经答复的，不再答复。', 'Record the letter of transfer first; what was answered is not answered again.'),
  },
  ({ state }) => (!state.received || state.received.answer !== undefined) && words('没有待答复的移送。', 'No transfer waits for an answer.'),
)
