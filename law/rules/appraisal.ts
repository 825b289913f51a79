import { cite } from '../citation.ts'
import type { Rule } from '../procedure.ts'
import type { AppraisalLife } from '../procedures/appraisal-life.ts'
import { isOver } from '../time/period.ts'
import { words } from '../words.ts'

/** What supervision has to say about an appraisal (measure 12). */
export const appraisalRules: readonly Rule<AppraisalLife>[] = [
  {
    id: 'appraised-unheard',
    article: cite('公务员法', 37),
    title: words('未听取群众意见即提出考核等次', 'A grade was proposed without hearing colleagues'),
    severity: 'slight',
    finds: (_, act) => (act.kind === 'evaluate-in-unit' && (act.payload as { readonly heard?: boolean }).heard !== true ? [''] : []),
  },
  {
    id: 'objection-answered-late',
    article: cite('公务员法', 95),
    title: words('考核异议答复逾期', 'The objection was answered late'),
    severity: 'ordinary',
    finds: (after, act) =>
      act.kind === 'answer-objection' ? after.clocks.filter((each) => each.clock === 'objection' && each.closed === act.occurredAt && each.due !== undefined && isOver(each.due, act.occurredAt)).map(() => '') : [],
  },
]
