import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { noteSigner } from '../platform/ledger/note.ts'
import { openLog } from '../platform/ledger/log.ts'
import { newKey } from '../platform/secrets/seal.ts'
import { catchUp } from './followers.ts'
import { ledger } from './followers/ledger.ts'
import { demandOwnKeys } from './own-keys.ts'
import { perform } from './perform.ts'
import { asker, region, testCounty } from './test-county.ts'

test('a database is served with the keys it was written with, and with no others', async () => {
  const county = await testCounty()
  const { acts, db } = county
  const { worker } = db.pools
  const [own, other] = [generateKeyPairSync('ed25519').privateKey, generateKeyPairSync('ed25519').privateKey]
  const demand = (master: Buffer, key: typeof own) => demandOwnKeys(worker, { master, ledger: key }, 'data/keys')
  try {
    await demand(newKey(), other)
    const client = await worker.connect()
    await openLog(client, region, { hash: 'sm3', origin: `county.example/faheng/${region}/sm3` })
    client.release()
    await perform(acts, asker('officer'), {
      matter: 'm', opens: { procedure: 'complaint', body: 'a', unit: 'a1' },
      act: { id: 'a', kind: 'register', payload: { parties: ['p'], story: '商家以次充好', informant: '匿名举报者' } },
    })
    await catchUp(worker, [ledger(acts, noteSigner(own))], region)

    await demand(acts.masterKey, own)
    await expect(demand(newKey(), own)).rejects.toThrow(/not that of the keys in data\/keys: its personal texts were sealed with another master key\. Start on/)
    await expect(demand(newKey(), other)).rejects.toThrow(/master key and its ledger was signed with another key\. Start on/)
  } finally {
    await db.drop()
  }
})
