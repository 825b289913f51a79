import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findCounty } from './county.ts'
import { createAdministrator } from './people/create-administrator.ts'
import type { OpenDatabase } from './platform/database/open.ts'
import { testDatabase, type TestDatabase } from './platform/database/test-database.ts'
import { openIdentity } from './platform/identity/identity.ts'

let db: TestDatabase
let opened: OpenDatabase
beforeEach(async () => {
  db = await testDatabase()
  opened = { database: db.database, pools: db.pools, migrated: [], close: () => db.drop() }
})
afterEach(() => db.drop())

const at = '2026-03-02T01:00:00.000Z'
const identity = () => openIdentity({ pool: db.pools.auth, secret: 'x'.repeat(40), publicUrl: 'http://localhost', production: true, clock: () => at })
const create = (username: string, regionName?: string) => createAdministrator(db.pools.worker, identity(), { region: '140299', regionName, username, name: '系统管理员' }, at)

describe('production', () => {
  it('does not start without a county, and says how to begin one', async () => {
    await expect(findCounty(opened, true)).rejects.toThrow(/faheng admin create/)
    await expect(create('admin')).rejects.toThrow(/--region-name/)
    const first = await create('admin', '测试县')
    expect(first).toMatchObject({ username: 'admin', again: false, initialPassword: expect.stringMatching(/^[\w-]{19}$/) })
    expect(await findCounty(opened, true)).toEqual({ region: '140299', demonstration: false })
  })

  it('has one first administrator, whose password the machine\'s operator may set anew', async () => {
    const first = await create('admin', '测试县')
    await expect(create('other')).rejects.toThrow(/has a system administrator/)
    const again = await create('admin')
    expect(again.again).toBe(true)
    expect(again.initialPassword).not.toBe(first.initialPassword)
  })

  it('does not start on the demonstration, and the demonstration is not loaded into a real county', async () => {
    expect(await findCounty(opened, false)).toEqual({ region: '140199', demonstration: true })
    await db.pools.worker.query(`insert into faheng.setting (region, name, value) values ('140199', 'demonstration', '{}')`)
    await expect(findCounty(opened, true)).rejects.toThrow(/default password/)
  })

  it('outside production a real county is served as it is', async () => {
    await create('admin', '测试县')
    expect(await findCounty(opened, false)).toEqual({ region: '140299', demonstration: false })
  })
})
