import { cite } from '../citation.ts'
import { demandsNoVolume, dueAhead, inThePlan } from '../guards/measure-task.ts'
import { count, day, list, optional, payload, ref, text } from '../payload.ts'
import { actsOn, type By, type Procedure } from '../procedure.ts'
import { measureTaskRules } from '../rules/measure-task.ts'
import { dayOf, daysBetween, isDay } from '../time/day.ts'
import { ceiling, days, type Period } from '../time/period.ts'
import { words } from '../words.ts'
import { newMeasureTask, type MeasureTask } from './measure-task-life.ts'
import { approval, files, returned } from './penalty-fields.ts'
import { lapse } from './penalty-payloads.ts'

/**
 * 举措任务: what the lead body asks of a body for one of the fifty measures, where daily work does not show it. The body sends
 * proof, the lead body accepts or returns it; ten days before the end it is reminded, after the end its head must say why.
 */

const { power, fact } = actsOn<MeasureTask>()

/** The lead body of the plan: the justice bureau, which supervises the county. */
const lead: By = { post: 'supervisor', of: 'county' }
const answering: By = { post: ['receiving-clerk', 'unit-head', 'head', 'officer'], of: 'body' }

/** 县级以上人民政府应当定期组织开展行政执法评议、考核. */
const article = cite('行政处罚法', 75, 1)

const reminderDays = 10
const due = day(words('完成期限', 'Due'))
const why = text(words('说明', 'Explanation'), { personal: true, rows: 3, max: 1000 })

const open = (state: MeasureTask): boolean => state.stage === 'asked'

export const measureTask: Procedure<MeasureTask> = {
  name: 'measure-task',
  title: words('举措任务', 'Task of the plan'),
  article,
  stages: {
    asked: words('待完成', 'Asked'),
    submitted: words('待采纳', 'Proof sent'),
    accepted: words('已采纳', 'Accepted'),
    withdrawn: words('已撤回', 'Withdrawn'),
  },
  endings: ['accepted', 'withdrawn'],
  first: ['ask-task'],
  begin: newMeasureTask,
  asks: (_, act) => {
    const { measure } = (act.payload ?? {}) as { readonly measure?: unknown }
    return { certificates: [], reviewers: [], items: [], parties: [], earlier: [], ...(typeof measure === 'number' ? { measure } : {}) }
  },
  clocks: {
    task: { title: words('完成期限', 'Task due'), article, period: (state) => term(state, 0), whose: 'body' },
    reminder: { title: words('到期前提醒', 'Reminder before the end'), article, period: (state) => term(state, reminderDays), whose: 'body' },
    acceptance: { title: words('审核采纳', 'Proof to be looked at'), article, period: ceiling(days(15)), whose: 'body' },
  },
  lapses: { reminder: 'remind-task', task: 'escalate-task' },
  rules: measureTaskRules,
  acts: {
    'ask-task': power({
      title: words('布置举措任务', 'Ask for a task of the plan'),
      article,
      from: 'asked',
      by: lead,
      payload: payload({
        measure: count(words('举措编号', 'Number of the measure')),
        demand: text(words('要求', 'What is asked'), { rows: 3, max: 1000 }),
        due,
        files,
      }),
      guards: [dueAhead, inThePlan, demandsNoVolume],
      opens: ['task', 'reminder'],
      awaited: () => false,
      apply: (state, act) => asked({ ...state, measure: act.payload.measure }, act.occurredAt, act.payload.due),
    }),

    'submit-evidence': power({
      title: words('报送完成证明', 'Send proof'),
      article,
      from: 'asked',
      to: 'submitted',
      by: answering,
      proposes: true,
      payload: payload({
        account: text(words('完成情况', 'What was done'), { personal: true, rows: 5, max: 4000 }),
        records: optional(list(words('有关事项', 'Records of the system'), ref('matter', words('事项', 'Matter')), { max: 50 })),
        files,
      }),
      opens: ['acceptance'],
      closes: ['task', 'reminder'],
      awaited: open,
      apply: (state, act) => ({ ...state, submitted: act.occurredAt }),
    }),

    'accept-evidence': power({
      title: words('采纳证明', 'Accept the proof'),
      article,
      from: 'submitted',
      to: 'accepted',
      by: { ...lead, not: ['proposer'] },
      payload: approval,
      answers: 'submit-evidence',
      closes: ['acceptance'],
      awaited: (state) => state.stage === 'submitted',
      // Proof that came in time is in time, however long it lay with the lead body.
      apply: (state, act) => ({ ...state, accepted: dayOf(state.submitted ?? act.occurredAt) }),
    }),

    'return-evidence': power({
      title: words('退回补充', 'Return the proof'),
      article,
      from: 'submitted',
      to: 'asked',
      by: { ...lead, not: ['proposer'] },
      payload: returned,
      answers: 'submit-evidence',
      returns: true,
      closes: ['acceptance'],
      opens: ['task', 'reminder'],
      apply: (state, act) => again(state, act.occurredAt),
    }),

    'extend-task': power({
      title: words('延长期限', 'Give more time'),
      article,
      from: 'asked',
      by: lead,
      payload: payload({ due, reason: why }),
      guards: [dueAhead],
      closes: ['task', 'reminder'],
      opens: ['task', 'reminder'],
      suits: open,
      apply: ({ overdue: _overdue, explained: _explained, ...state }, act) => asked(state, act.occurredAt, act.payload.due),
    }),

    'withdraw-task': power({
      title: words('撤回任务', 'Withdraw the task'),
      article,
      from: ['asked', 'submitted'],
      to: 'withdrawn',
      by: lead,
      payload: payload({ reason: why }),
      closes: ['task', 'reminder', 'acceptance'],
    }),

    'explain-delay': fact({
      title: words('说明逾期原因', 'Explain the delay'),
      article,
      by: { post: 'head', of: 'body' },
      payload: payload({ reason: why, files }),
      suits: (state) => state.overdue === true && !state.explained,
      awaited: (state) => state.overdue === true && !state.explained && !state.ended,
      apply: (state) => ({ ...state, explained: true }),
    }),

    'remind-task': fact({
      title: words('到期前提醒', 'Reminded before the end'),
      article,
      by: 'system',
      payload: lapse,
      closes: ['reminder'],
      apply: (state, act) => ({ ...state, reminded: dayOf(act.occurredAt) }),
    }),

    /** The term ran out: from now on it waits for the body's head, too, and supervision has a finding. */
    'escalate-task': fact({
      title: words('逾期督办', 'Escalated after the end'),
      article,
      by: 'system',
      payload: lapse,
      closes: ['task'],
      apply: (state) => ({ ...state, overdue: true }),
    }),
  },
}

/** The day asked for is the term; counted from the act, so that the fold can say it again. */
const asked = (state: MeasureTask, at: string, until: string): MeasureTask => (isDay(until) ? { ...state, asked: dayOf(at), due: until } : state)

/** The same term goes on; where it ended meanwhile, nothing was done in time. */
function again({ submitted: _submitted, ...state }: MeasureTask, at: string): MeasureTask {
  const today = dayOf(at)
  return { ...state, returned: state.returned + 1, asked: today, ...(state.due !== undefined && state.due <= today ? { overdue: true as const } : {}) }
}

function term({ asked: from, due: until }: MeasureTask, before: number): Period | undefined {
  const whole = from === undefined || until === undefined ? 0 : daysBetween(from, until)
  // Asked within ten days of its end, it is reminded of on the morrow.
  const length = before === 0 ? whole : whole > 1 ? Math.max(1, whole - before) : 0
  return length > 0 ? ceiling(days(length)) : undefined
}
