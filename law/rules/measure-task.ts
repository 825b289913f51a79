import { cite } from '../citation.ts'
import type { Rule } from '../procedure.ts'
import type { MeasureTask } from '../procedures/measure-task-life.ts'
import { words } from '../words.ts'

/** What supervision has to say about a task of the plan. */
export const measureTaskRules: readonly Rule<MeasureTask>[] = [
  {
    id: 'task-overdue',
    article: cite('行政处罚法', 75, 1),
    title: words('举措任务逾期未完成', 'A task of the plan is overdue'),
    severity: 'ordinary',
    finds: (_, act) => (act.kind === 'escalate-task' ? [''] : []),
  },
]
