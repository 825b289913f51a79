import type { Pool } from 'pg'
import { shortStatute } from '@faheng/law/statutes/name.ts'
import { type Day, isDay, type Instant } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import { type Change, type Impact, lockChanges, recordIn } from './changes.ts'

/** A statute that ends others: which article of it, from what day. */
export interface Repeals {
  readonly law: string
  readonly effective: Day
  readonly basis: string
  readonly repeals: readonly string[]
}

export interface ImportedRepeals extends Impact {
  readonly repealed: readonly string[]
  readonly refused: readonly { readonly statute: string; readonly reason: Words }[]
}

/** `{law, effective, basis, repeals[]}`. @throws Error with one clear line */
export function readRepeals(text: string): Repeals {
  const value = JSON.parse(text.replace(/^\uFEFF/, '')) as Partial<Repeals>
  const { law, effective, basis = '', repeals } = value
  if (typeof law !== 'string' || !isDay(String(effective)) || !Array.isArray(repeals)) throw new Error('the file needs law, effective (YYYY-MM-DD) and repeals')
  return { law: shortStatute(law), effective: String(effective), basis, repeals: repeals.map(String).map(shortStatute) }
}

/** The version that would go on ends on the day; what rests on it is to be reviewed. A second time changes nothing. */
export async function importRepeals(pool: Pool, region: string, { law, effective, basis, repeals }: Repeals, at: Instant): Promise<ImportedRepeals> {
  return inTransaction(pool, async (client) => {
    await lockChanges(client, region)
    const changes: Change[] = []
    const refused: { statute: string; reason: Words }[] = []
    if (repeals.includes(law)) refused.push({ statute: law, reason: words(`《${law}》不能废止自己`, `${law} cannot repeal itself`) })
    for (const statute of repeals.filter((each) => each !== law)) {
      const [last] = await run<{ version: string; repealed: Day | null }>(client, statement(`
        select version, repealed from faheng.statute_version where region = $1 and statute = $2 order by in_force desc limit 1`), [region, statute])
      if (last === undefined) refused.push({ statute, reason: words(`《${statute}》没有登记，无版本可废止`, `${statute} is not in the register`) })
      else if (last.repealed !== null && last.repealed !== effective)
        refused.push({ statute, reason: words(`《${statute}》已登记自${last.repealed}失效`, `${statute} is registered as ended on ${last.repealed}`) })
      else {
        await run(client, statement('update faheng.statute_version set repealed = $4 where region = $1 and statute = $2 and version = $3'), [region, statute, last.version, effective])
        changes.push({ statute, from: last.version, to: null, effective, basis: `《${law}》${basis}` })
      }
    }
    return { ...(await recordIn(client, region, at, changes)), repealed: changes.map(({ statute }) => statute), refused }
  })
}
