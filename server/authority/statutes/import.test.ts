import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { foldedText } from '@faheng/law/statutes/text.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testRegion, testServer, type TestServer } from '../../test-server.ts'
import { importStatutes } from './import.ts'
import { readStatuteFolder } from './read-folder.ts'
import { searchArticles } from './search.ts'
import { readStatuses } from './statuses.ts'

const real = join(import.meta.dirname, '../../../../shared/data/laws')
if (!existsSync(real)) console.log('statutes: real texts not present (../shared), the fixtures alone are imported')

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const text = (day: string, second: string, inForce: string) => ({
  path: `样例法_${day}.txt`, text: `中华人民共和国样例法\n第一条　为了测试，制定本法。\n第二条　${second}\n第三条　本法自${inForce}起施行。`,
})
const old = text('20200101', '处一万元以下罚款。', '2020年3月1日')
const put = (files: readonly { path: string; text: string }[], statuses: readonly string[] = []) =>
  importStatutes(server.db.pools.worker, testRegion, { files, statuses: readStatuses(statuses) }, { at: server.now() })
const versions = async () => (await server.db.pools.worker.query(`select version, in_force, repealed from faheng.statute_version where statute = '样例法' order by version`)).rows

describe('an import of statutes', () => {
  it('loads a text once, and refuses other words for the same version', async () => {
    expect(await put([old])).toMatchObject({ counts: { texts: 1, added: 1, articles: 3, flagged: 0 } })
    expect(await put([old])).toMatchObject({ counts: { added: 0, unchanged: 1 } })
    expect(await put([{ ...old, text: old.text.replace('一万', '二万') }])).toMatchObject({ counts: { refused: 1 }, refused: [{ reason: { zh: expect.stringContaining('第二条') } }] })
  })

  it('ends each version by the next, whichever was loaded first, and takes the day in force from an official list', async () => {
    const list = JSON.stringify(JSON.stringify([{ title: '中华人民共和国样例法', sxx: 3, gbrq: '2025-01-01', sxrq: '2025-06-01' }]))
    await put([text('20250101', '处三万元以下罚款。', '2020年3月1日')], [list])
    await put([text('20180101', '处五千元以下罚款。', '2018年2月1日')])
    expect(await versions()).toEqual([
      { version: '2018-01-01', in_force: '2018-02-01', repealed: '2020-03-01' },
      { version: '2020-01-01', in_force: '2020-03-01', repealed: '2025-06-01' },
      { version: '2025-01-01', in_force: '2025-06-01', repealed: null }])
  })

  it('takes in a broken text, flagged, and names what is no statute', async () => {
    const result = await put([
      { path: '残缺法_20200101.txt', text: '残缺法\n第一条　甲。\n第三条　乙丙' }, { path: 'notes.txt', text: '随便写的一段。' }])
    expect(result.counts).toMatchObject({ added: 1, refused: 1, flagged: 1 })
    expect(result.flaws.map(({ flaw }) => flaw.kind)).toEqual(expect.arrayContaining(['numbering', 'cut']))
  })

  it('takes texts from a browser, by those who keep the register', async () => {
    const sent = { id: 'sent-1', files: [{ path: '网页法_20210101.txt', text: '网页法\n第一条　甲。\n第二条　自2021年2月1日起施行。' }], statuses: [] }
    expect((await (await server.as('officer')).send('POST', '/api/import/statutes', sent)).status).toBe(404)
    const reviewer = await server.as('legal-reviewer')
    expect(await reviewer.send('POST', '/api/import/statutes', sent)).toMatchObject({ status: 200, body: { counts: { added: 1 } } })
    expect(await reviewer.send('POST', '/api/import/statutes', sent)).toMatchObject({ status: 200, body: { counts: { added: 1 } } })
    expect(await reviewer.get(`/api/statutes/${encodeURIComponent('网页法')}?on=2022-01-01`)).toMatchObject({ body: { inForce: true, articles: [{ label: '第一条' }, { label: '第二条' }] } })
    expect(await reviewer.get('/api/statute-search?q=自2021')).toMatchObject({ body: { rows: [{ statute: '网页法', label: '第二条' }] } })
  })

  it('takes a list of repeals from a browser, too', async () => {
    const reviewer = await server.as('legal-reviewer')
    const repeals = [JSON.stringify({ law: '新网页法', effective: '2026-08-15', basis: '第九条', repeals: ['网页法', '没有的法'] })]
    const sent = await reviewer.send('POST', '/api/import/statutes', { id: 'sent-2', files: [], statuses: [], repeals })
    expect(sent).toMatchObject({ status: 200, body: { repealed: ['网页法'], refused: [{ source: '没有的法' }], impact: { changes: 1 } } })
    expect((await reviewer.get(`/api/statutes/${encodeURIComponent('网页法')}?on=2026-09-01`)).body).toMatchObject({ inForce: false })
    expect((await reviewer.send('POST', '/api/import/statutes', { id: 'sent-3', files: [], statuses: [], repeals: ['{"law":'] })).status).toBe(400)
  })

  it.runIf(existsSync(real))('loads every real text', async () => {
    const folders = ['flk', 'lawrefbook', 'code'].map((name) => readStatuteFolder(join(real, name)))
    const { statuses } = readStatuteFolder(join(real))
    const result = await importStatutes(server.db.pools.worker, testRegion, { files: folders.flatMap(({ files }) => files), statuses: readStatuses(statuses) }, { at: server.now() })
    expect(result.counts).toMatchObject({ texts: 166, added: 166, refused: 0 })

    // What is searched through its pairs is what reading every article finds.
    const asker = { region: testRegion, person: 'officer', posts: [] }
    const { rows: all } = await server.db.pools.worker.query<{ folded: string }>(`
      select a.folded from faheng.statute_article a join faheng.statute_version v on v.region = a.region and v.statute = a.statute and v.version = a.version
      where v.in_force <= '2026-11-01' and (v.repealed is null or '2026-11-01' < v.repealed)`)
    for (const q of ['应当 罚款', '没收违法所得', '听证 五日', '二维码', '海关 罚款 复议']) {
      const parts = q.split(' ')
      const { rows, more } = await searchArticles(server.db.pools.app, asker, q, '2026-11-01')
      const wanted = all.filter(({ folded }) => parts.every((part) => folded.includes(part))).length
      expect([q, rows.length, more]).toEqual([q, Math.min(wanted, 50), wanted > 50])
      expect(rows.every(({ text }) => parts.every((part) => foldedText(text).includes(part)))).toBe(true)
    }
  }, 60_000)
})
