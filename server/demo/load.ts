import type { Pool } from 'pg'
import type { Day } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'
import { addAccounts, hashPassword } from '../platform/identity/accounts.ts'
import type { Identity } from '../platform/identity/identity.ts'
import { insertRegisters } from './insert-registers.ts'
import { countyOf, type County } from './county.ts'
import { planOf, type Plan } from './plan.ts'
import { analyze, performPlan, type DemoContext } from './perform-plan.ts'

/** One password for everybody, printed at start; production refuses to start where it still opens an account. */
export const demoPassword = 'qinghe-2026'

export interface DemoOptions {
  /** The day the county lives on; its cases lie in the year before. */
  readonly date: Day
  readonly seed?: number
  readonly cases?: number
  /** Its year, where somebody had the time to think it out before ({@link planDemo}). */
  readonly plan?: Promise<Plan> | undefined
}

export interface LoadedDemo {
  /** False when an earlier start had loaded it. */
  readonly loaded: boolean
  readonly county: County
  readonly matters: number
  readonly acts: number
}

/** The year of a demonstration that is loaded with these options: needs no database. */
export const planDemo = ({ date, seed = 1, cases = 300 }: DemoOptions): Promise<Plan> => planOf(countyOf(seed, date), cases)

/**
 * Fills an empty database with the demonstration county: registers, accounts and `cases` cases (300), whose acts are really
 * performed, each with the clock of its own time. Ids and times come from the seed and acts that take a number of one series
 * wait for each other, so the same seed and date give the same cases under the same numbers. An interrupted load goes on
 * where it was, since an act sent twice is recorded once (D14). What reads its tables finds them by their statistics of the middle of
 * the load: {@link analyze} is left to the caller, who need not wait for it.
 */
export async function loadDemo(context: DemoContext, options: DemoOptions): Promise<LoadedDemo> {
  const { worker, log } = context
  const before = await markOf(worker)
  const { seed, date, cases } = before ?? { seed: 1, cases: 300, ...options }
  const county = countyOf(seed, date)
  if (before?.complete) return { loaded: false, county, matters: before.cases, acts: before.acts ?? 0 }
  await insertRegisters(worker, county)
  await mark(worker, county, { seed, date, cases, complete: false })
  await Promise.all([openAccounts(context.identity, county), analyze(context.database)])
  const { acts } = await (before ? planDemo({ seed, date, cases }) : (options.plan ?? planDemo(options)))
  await Promise.all([performPlan(context, county, acts), context.tell?.(county)])
  await mark(worker, county, { seed, date, cases, acts: acts.length, complete: true })
  log(`${county.region.name}: ${cases} cases, ${acts.length} acts, ${county.people.length} people`)
  return { loaded: true, county, matters: cases, acts: acts.length }
}

/** Hashing a password costs some 60 ms on purpose, so all accounts of the demonstration share one hash. */
export async function openAccounts(identity: Identity, { region, people }: County): Promise<void> {
  const passwordHash = await hashPassword(identity, demoPassword)
  await addAccounts(identity, people.map(({ id, name, username }) => ({ region: region.id, person: id, name, username, passwordHash, passwordDue: false })))
}

interface Mark {
  readonly seed: number
  readonly date: Day
  readonly cases: number
  readonly acts?: number
  readonly complete: boolean
}

export async function markOf(worker: Pool): Promise<Mark | undefined> {
  const [row] = await run<{ value: Mark }>(worker, statement(`select value from faheng.setting where name = 'demonstration' limit 1`))
  return row?.value
}

export const mark = (worker: Pool, { region }: County, value: Mark): Promise<unknown> =>
  run(worker, statement(`
    insert into faheng.setting (region, name, value) values ($1, 'demonstration', $2) on conflict (region, name) do update set value = excluded.value`), [region.id, JSON.stringify(value)])
