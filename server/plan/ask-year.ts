import { createHash } from 'node:crypto'
import type { Static } from 'typebox'
import type { AskAnswer, AskRequest, UnaskedAnswer } from '@faheng/api/plan.ts'
import type { PlannedMeasure } from '@faheng/law/measures/plan.ts'
import { answersFor } from '@faheng/law/measures/responsible.ts'
import { duesIn, quarterOf } from '@faheng/law/measures/term.ts'
import { addDays, dayOf, type Day } from '@faheng/law/time/day.ts'
import { perform, type Acts } from '../acts/index.ts'
import { requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { bodiesOn, readYear, type Body, type TaskRow, type YearOfPlan } from './figures.ts'

export interface Unasked {
  readonly measure: PlannedMeasure
  readonly due: Day
  readonly bodies: readonly Body[]
}

/**
 * Who was not asked in a year for what the system cannot compute: by measure and day. Of a quarterly demand the quarters that are
 * over cannot be asked for any more.
 */
export const unaskedIn = ({ plan, roles, tasks }: Pick<YearOfPlan, 'plan' | 'roles' | 'tasks'>, bodies: readonly Body[], year: number, today: Day): Unasked[] =>
  plan.filter(({ indicators }) => indicators.some(({ source }) => source === 'none')).flatMap((measure) => {
    const [answers, dues] = [answersFor(measure, roles), duesIn(measure, year)]
    return dues.filter((due) => dues.length === 1 || due > today).flatMap((due) => {
      const asked = new Set(tasks.filter((task) => task.stage !== 'withdrawn' && sameTerm(task, measure.number, due, dues.length)).map(({ body }) => body))
      const left = bodies.filter(({ id }) => answers(id) && !asked.has(id))
      return left.length === 0 ? [] : [{ measure, due, bodies: left }]
    })
  })

const sameTerm = (task: TaskRow, measure: number, due: Day, terms: number): boolean => task.measure === measure && (terms === 1 || quarterOf(task.due) === quarterOf(due))

/** Those whose day is ten days away or past: the lead body is reminded of them wherever it opens the plan. */
export const pressing = (unasked: readonly Unasked[], today: Day): Unasked[] => unasked.filter(({ due }) => due <= addDays(today, reminderDays))
const reminderDays = 10

/** What "ask the year" would ask. @throws NotFound for who does not lead the plan */
export async function listUnasked(context: Context, session: Session, year: number): Promise<Static<typeof UnaskedAnswer>> {
  const { unasked } = await unaskedOf(context, session, year)
  return { rows: unasked.map(({ measure: { number, title }, due, bodies }) => ({ measure: number, title, due, bodies: bodies.length })) }
}

/**
 * Asks every body of a measure that was not asked in the year: one task, and one act in the ledger, for each. Its id says what is
 * asked, so that sent twice it is asked once. Where the measure's day is past, the year's last day is the term.
 * @throws NotFound, Refused
 */
export async function askYear(context: Context & { readonly acts: Acts }, session: Session, { year, measure: number }: Static<typeof AskRequest>): Promise<Static<typeof AskAnswer>> {
  const { unasked, tasks } = await unaskedOf(context, session, year)
  const today = dayOf(context.clock())
  let asked = 0
  for (const { measure, due, bodies } of unasked.filter((each) => each.measure.number === number))
    for (const { id: body } of bodies) {
      const withdrawn = tasks.filter((task) => task.measure === number && task.body === body && task.stage === 'withdrawn').length
      const id = `ask-${createHash('sha256').update(`${session.region} ${year} ${number} ${body} ${due} ${withdrawn}`).digest('hex').slice(0, 32)}`
      await perform(context.acts, session, {
        matter: `m-${id}`, opens: { procedure: 'measure-task', body, unit: '' },
        act: { id, kind: 'ask-task', payload: { measure: number, demand: measure.demand.zh, due: due > today ? due : `${year}-12-31` } },
      })
      asked++
    }
  return { asked }
}

async function unaskedOf(context: Context, session: Session, year: number): Promise<{ unasked: Unasked[]; tasks: readonly TaskRow[] }> {
  requirePost(session, 'supervisor')
  const today = dayOf(context.clock())
  if (today > `${year}-12-31`) throw new NotFound()
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [now, bodies] = await Promise.all([readYear(client, session.region, year, today), bodiesOn(client, session.region, today)])
    return { unasked: unaskedIn(now, bodies, year, today), tasks: now.tasks }
  })
}
