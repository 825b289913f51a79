import type { Instant } from '@faheng/law/time/day.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import type { ExamContext } from './context.ts'
import { seal } from './seal.ts'
import { setAsideQuestions } from './set-aside.ts'
import { closeOverdue } from './sit.ts'

/**
 * What happens by itself: papers whose time is over are handed in, those handed in are sealed into the ledger, and questions on
 * changed articles are set aside. Work is found by state, so a minute missed is caught up.
 */
export async function lookAfterExams(context: ExamContext): Promise<{ readonly closed: number; readonly sealed: number; readonly setAside: number }> {
  const { worker } = context.pools
  const closed = await closeOverdue(context)
  const regions = await run<{ region: string }>(worker, statement('select region from faheng.region'))
  let [sealed, setAside] = [0, 0]
  for (const { region } of regions) {
    sealed += await sealPapers(context, region)
    setAside += await inTransaction(worker, (client) => setAsideQuestions(client, region, context.clock()))
  }
  return { closed, sealed, setAside }
}

interface Handed {
  readonly exam: string
  readonly person: string
  readonly paper: unknown
  readonly final: unknown
  readonly started: Instant
  readonly submitted: Instant
  readonly objective: number
}

/** Papers and final answers, once each, some hundreds in one batch (D13). */
async function sealPapers(context: ExamContext, region: string): Promise<number> {
  return inTransaction(context.pools.worker, async (client) => {
    const handed = await run<Handed & object>(client, statement(`
      select exam, person, paper, final, started, submitted, objective from faheng.exam_entry e
      where region = $1 and submitted is not null and not exists (select from faheng.sealed s where s.region = e.region and s.kind = 'paper' and s.id = e.exam || '.' || e.person)
      order by submitted, exam, person limit 500`), [region])
    if (handed.length > 0) await seal(context, client, region, 'paper', handed.map((each) => ({ id: `${each.exam}.${each.person}`, fields: each })), context.clock())
    return handed.length
  })
}
