import { join } from 'node:path'
import { instantAt } from '@faheng/law/time/day.ts'
import { openAccounts } from '../people/open-accounts.ts'
import { run, statement } from '../platform/database/run.ts'
import { openIdentity } from '../platform/identity/identity.ts'
import { openSecret } from '../platform/identity/secret.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const adminAccounts: Command = {
  usage: '[--body CODE] [--region CODE]',
  options: { ...dataOption, ...regionOption, body: { type: 'string', help: 'only who holds a post in this body now' } },
  async run(args, io) {
    const opened = await withDatabase(args, io, async ({ pools }) => {
      const clock = () => instantAt(io.now())
      const region = await regionOf(pools.worker, args.text('region'))
      const identity = openIdentity({ pool: pools.auth, secret: openSecret(join(args.text('data') ?? './data', 'keys'), io.env), publicUrl: 'http://localhost', production: true, clock })
      const people = await run<{ person: string }>(pools.worker, statement(`
        select distinct person from faheng.post where region = $1 and ($2::text is null or body = $2) and from_at <= $3 and (until_at is null or $3 < until_at) order by person`),
        [region, args.text('body') ?? null, clock()])
      return (await openAccounts(identity, pools.worker, region, people)).filter(({ initialPassword }) => initialPassword !== undefined)
    })
    io.answer({ accounts: opened }, [`${opened.length} new sign-ins`, ...opened.map(({ name, username, initialPassword }) => `  ${name}\t${username}\t${initialPassword ?? ''}`)].join('\n'))
  },
}
