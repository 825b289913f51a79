import { join } from 'node:path'
import { verify as verifyDatabase } from '../acts/index.ts'
import { diskStore } from '../platform/files/store.ts'
import { openLedgerKey } from '../platform/ledger/key.ts'
import { findLog } from '../platform/ledger/log.ts'
import { verifierKey } from '../platform/ledger/verifier-key.ts'
import { openMasterKey } from '../platform/secrets/master-key.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

/** Re-checks the whole database against the ledger and names the first act altered or removed (D9). */
export const verify: Command = {
  usage: '[--region CODE]',
  options: { ...dataOption, ...regionOption },
  async run(args, io) {
    const dataDir = args.text('data') ?? './data'
    const result = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      const key = await openLedgerKey(join(dataDir, 'keys'), io.env)
      const client = await pools.worker.connect()
      const log = await findLog(client, region).finally(() => client.release())
      if (!log) throw new Error(`the county ${region} has no ledger yet: start the server once`)
      const acts = { masterKey: openMasterKey(join(dataDir, 'keys'), io.env) }
      return verifyDatabase({ acts, pool: pools.worker, store: diskStore(join(dataDir, 'files')), trusted: [verifierKey(log.origin, key)] }, region)
    })
    const { ok, acts, documents, files, fault } = result
    io.answer({ ok, acts, documents, files, ...(fault ? { fault } : {}) }, ok ? `the record is whole: ${acts} acts, ${documents} documents, ${files} files` : '')
    if (fault) throw new Error(`the record is broken at ${fault.kind} ${fault.id}, place ${fault.position} of the ledger: ${fault.reason}`)
  },
}
