import { join } from 'node:path'
import { instantAt } from '@faheng/law/time/day.ts'
import { createAdministrator } from '../people/create-administrator.ts'
import { openIdentity } from '../platform/identity/identity.ts'
import { openSecret } from '../platform/identity/secret.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const adminCreate: Command = {
  usage: '--username NAME [--name NAME] --region CODE [--region-name NAME]',
  options: {
    ...dataOption,
    region: { type: 'string', help: 'the county, six digits (default: the only one there is)' },
    'region-name': { type: 'string', help: 'its name, when it is new' },
    username: { type: 'string', default: 'admin', help: 'the name to sign in with (default admin)' },
    name: { type: 'string', default: '系统管理员', help: 'the name of the person (default 系统管理员)' },
  },
  async run(args, io) {
    const username = args.text('username') ?? 'admin'
    const made = await withDatabase(args, io, async ({ pools }) => {
      const clock = () => instantAt(io.now())
      const secret = openSecret(join(args.text('data') ?? './data', 'keys'), io.env)
      const identity = openIdentity({ pool: pools.auth, secret, publicUrl: 'http://localhost', production: true, clock })
      const asked = args.text('region')
      const region = asked ?? (await regionOf(pools.worker, undefined))
      return createAdministrator(pools.worker, identity, { region, regionName: args.text('region-name'), username, name: args.text('name') ?? username }, clock())
    })
    io.answer(made, `${made.again ? 'a new password for' : 'created'} ${made.username}: sign in with ${made.initialPassword} and change it`)
  },
}
