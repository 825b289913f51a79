import { words } from '@faheng/law/words.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { once } from '../../platform/verbs.ts'
import { registers } from '../registers/index.ts'
import { type Outcome, writeEntry } from '../registers/write.ts'

interface Entry {
  readonly id: string
  readonly name: string
  readonly register: string
  readonly entry: Readonly<Record<string, unknown>>
  /** The table in which this id must not stand yet. */
  readonly unlessThere?: 'body' | 'unit'
}

/** One row into a register by hand, as `faheng register` writes it from a file, once and logged. @throws Malformed */
export async function enter(context: Context, session: Session, { id, name, register, entry, unlessThere }: Entry): Promise<{ result: { outcome: Outcome }; again: boolean }> {
  const to = registers.find(({ kind }) => kind === register)
  if (to === undefined) throw new Error(`no register ${register}`)
  const { region, person } = session
  return once(context, { id, name, region, person, content: entry }, async (client, at) => {
    await run(client, statement('select pg_advisory_xact_lock(hashtextextended($1, 0))'), [`register ${region} ${register}`])
    const there = unlessThere ? await run(client, statement(`select 1 from faheng.${unlessThere} where region = $1 and id = $2`), [region, entry['id']]) : []
    if (there.length > 0) throw new Malformed(`/${unlessThere}/id`, words('这个代码已经登记。', 'The code is taken.'))
    return { outcome: await writeEntry(client, region, to, entry, at) }
  })
}
