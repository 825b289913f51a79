import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testRegion, testServer, type TestServer } from '../../test-server.ts'
import { readItemTable } from '../import-items.ts'
import { checkCitations } from './check-citations.ts'
import { recordChanges } from './changes.ts'
import { importStatutes } from './import.ts'
import { readStatuteFolder } from './read-folder.ts'
import { importRepeals } from './repeals.ts'

/** What real folders hold: old encodings, texts that were cut, laws that amend and repeal each other, tables that name things twice. */

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'faheng-hard-'))
beforeAll(async () => {
  server = await testServer()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
})

const put = (files: readonly { path: string; text: string }[]) => importStatutes(server.db.pools.worker, testRegion, { files, statuses: new Map() }, { at: server.now() })
const versions = async (statute: string) =>
  (await server.db.pools.worker.query<{ version: string; in_force: string; repealed: string | null }>('select version, in_force, repealed from faheng.statute_version where region = $1 and statute = $2 order by in_force, version', [testRegion, statute])).rows

/** 国标码法 in GB 18030, three articles: 为了测试，制定本法。违反本法的，处一万元以下罚款。本法自2021年2月1日起施行。 */
const gbk = 'b9fab1eac2ebb7a80ab5dad2bbccf5a1a1ceaac1cbb2e2cad4a3acd6c6b6a8b1beb7a8a1a30ab5dab6feccf5a1a1cea5b7b4b1beb7a8b5c4a3acb4a6d2bbcdf2d4aad2d4cfc2b7a3bfeea1a30ab5dac8fdccf5a1a1b1beb7a8d7d432303231c4ea32d4c231c8d5c6f0caa9d0d0a1a3'

it('a folder in GBK beside UTF-8, with a text cut in the middle of a character, is read whole and flagged where it is broken', async () => {
  mkdirSync(join(folder, '地方'))
  writeFileSync(join(folder, '国标码法_20210101.txt'), Buffer.from(gbk, 'hex'))
  writeFileSync(join(folder, '地方', '万国码法_20210101.txt'), '\uFEFF万国码法\r\n第一条　甲。\r\n第二条　本法自2021年2月1日起施行。\r\n')
  writeFileSync(join(folder, '截断法_20210101.txt'), Buffer.from('截断法\n第一条　甲。\n第二条　乙方应当', 'utf8').subarray(0, -1))
  const result = await put(readStatuteFolder(folder).files)
  expect(result.counts).toMatchObject({ added: 3, refused: 0, flagged: 1, articles: 7 })
  expect(result.flaws.map(({ statute }) => statute)).toEqual(expect.arrayContaining(['截断法']))
  const cited = await checkCitations(server.db.pools.worker, testRegion, [{ row: 1, text: '《 中华人民共和国国标码法 》第 2 条、《万国码法》第１条' }, { row: 2, text: '国标码法第三条' }], '2026-03-02')
  expect(cited.counts).toMatchObject({ rows: 2, resolved: 3, unread: 0 })
})

it('laws that amend each other in a circle come to an end: each version its own days, each change once', async () => {
  const law = (name: string, other: string, day: string, fine: string, inForce: string) => ({
    path: `${name}_${day.replaceAll('-', '')}.txt`, text: `${name}\n（根据${day.slice(0, 4)}年《关于修改〈${other}〉的决定》修正）\n第一条　依照《${other}》第一条制定。\n第二条　处${fine}以下罚款。\n第三条　本法自${inForce}起施行。`,
  })
  const circle = [
    law('甲环法', '乙环法', '2020-01-01', '一万元', '2020年3月1日'), law('乙环法', '甲环法', '2020-01-01', '一万元', '2020年3月1日'),
    law('甲环法', '乙环法', '2022-01-01', '二万元', '2022年3月1日'), law('乙环法', '甲环法', '2022-01-01', '二万元', '2022年3月1日'),
  ]
  expect((await put(circle)).counts).toMatchObject({ added: 4, refused: 0 })
  expect((await put(circle.toReversed())).counts).toMatchObject({ added: 0, unchanged: 4 })
  for (const name of ['甲环法', '乙环法']) expect(await versions(name)).toEqual([{ version: '2020-01-01', in_force: '2020-03-01', repealed: '2022-03-01' }, { version: '2022-01-01', in_force: '2022-03-01', repealed: null }])
  expect(await recordChanges(server.db.pools.worker, testRegion, server.now())).toMatchObject({ changes: 0 })
  // Each repeals the other on one day: both end, neither twice.
  const ends = (by: string, other: string) => importRepeals(server.db.pools.worker, testRegion, { law: by, effective: '2026-08-15', basis: '', repeals: [other] }, server.now())
  expect([await ends('甲环法', '乙环法'), await ends('乙环法', '甲环法'), await ends('甲环法', '乙环法')].map(({ repealed, changes }) => [repealed, changes])).toEqual([[['乙环法'], 1], [['甲环法'], 1], [['乙环法'], 0]])
  for (const name of ['甲环法', '乙环法']) expect((await versions(name)).at(-1)).toMatchObject({ repealed: '2026-08-15' })
})

it('an item named twice with other spaces and brackets is one, and told with its row', () => {
  const rows = ['一级,二级,情形抽取,法条依据,法条内容,处罚种类,处罚幅度', '食品,,未按规定公示（许可证）,《国标码法》第二条,违反本法的，处一万元以下罚款。,罚款,一万元以下', '食品,, 未按规定公示 (许可证) ,《国标码法》第 2 条,违反本法的，处一万元以下罚款。,罚款,一万元以下']
  const table = readItemTable(Buffer.from(rows.map((row) => row.replace('违反本法的，', '"违反本法的，').replace('罚款。', '罚款。"')).join('\n')))
  expect([table.items.length, table.refused.map(({ row }) => row)]).toEqual([1, [3]])
})
