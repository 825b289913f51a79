import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '../../platform/tables/read-table.ts'
import { testRegion, testServer, type TestServer } from '../../test-server.ts'
import { importItems, readItemTable } from '../import-items.ts'
import { checkCitations } from './check-citations.ts'
import { importStatutes } from './import.ts'

const real = join(import.meta.dirname, '../../../../shared/data')
if (!existsSync(real)) console.log('impact: real texts and tables not present (../shared), nothing is run')
const texts = ['lawrefbook/食品安全法(2021-04-29).md', 'flk/中华人民共和国食品安全法_20250912.txt']

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const load = (path: string) => importStatutes(server.db.pools.worker, testRegion, { files: [{ path, text: readFileSync(join(real, 'laws', path), 'utf8') }], statuses: new Map() }, { at: server.now() })

describe.runIf(existsSync(real))('the real change of the Food Safety Law', () => {
  it('touches only what cites articles 41, 81, 82, 124 and 132', async () => {
    const { pools: { worker } } = server.db
    await load(texts[0] as string)
    await importItems(worker, testRegion, readItemTable(readFileSync(join(real, 'items/food-and-drug.csv'))), { body: 'scjg', from: '2022-01-01', at: server.context.clock() })
    const { impact } = await load(texts[1] as string)
    const { rows: cited } = await worker.query<{ item: string }>(`
      select distinct item from faheng.item_version, jsonb_array_elements(bases) b
      where b -> 'citation' ->> 'statute' = '食品安全法' and (b -> 'citation' ->> 'article')::int in (41, 81, 82, 124, 132) order by 1`)
    const { rows: tasks } = await worker.query<{ subject: string; articles: number[] }>(`
      select subject, array(select distinct (c ->> 'article')::int from jsonb_array_elements(citations) c order by 1) as articles from faheng.review_task order by subject`)
    expect(cited.length).toBeGreaterThan(0)
    expect(impact).toMatchObject({ changes: 1, tasks: { item: cited.length } })
    expect(tasks.map(({ subject }) => subject)).toEqual(cited.map(({ item }) => item))
    for (const { articles } of tasks) expect([41, 81, 82, 124, 132]).toEqual(expect.arrayContaining(articles))
  })

  it('every basis of every real table is a node, or told why not', async () => {
    const tables = ['items', 'discretion'].flatMap((folder) => readdirSync(join(real, folder)).map((file) => join(real, folder, file)))
    const sum = { rows: 0, empty: 0, resolved: 0, unresolved: 0, unread: 0 }
    for (const file of tables) {
      const table = readTable(readFileSync(file), [], 'kept')
      const column = ['法条依据', 'basis'].find((each) => table.columns.includes(each)) ?? ''
      const cells = table.rows.map(({ row, cells: of }) => ({ row, text: of[column] ?? '' }))
      const { counts, problems } = await checkCitations(server.db.pools.worker, testRegion, cells, '2026-11-01')
      const unresolved = Object.values(counts.unresolved).reduce((a, b) => a + b)
      // One line for each that leads nowhere: nothing is silently dropped.
      expect([file, problems.length]).toEqual([file, counts.empty + unresolved + counts.unread])
      expect(counts.rows).toBe(table.rows.length)
      for (const key of ['rows', 'empty', 'resolved', 'unread'] as const) sum[key] += counts[key]
      sum.unresolved += unresolved
    }
    console.log('citations of the real tables with the Food Safety Law alone loaded:', sum)
    expect(sum).toMatchObject({ rows: 552 + 450 + 21, empty: 14 })
    expect(sum.resolved).toBeGreaterThan(30)
  })
})
