import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rebuild } from '../../acts/index.ts'
import { testRegion } from '../../test-server.ts'
import { proof, testCases, violation, type TestCases } from '../test-cases.ts'
import { columns, type Column } from './columns.ts'

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const closed = {
  number: '青市监罚〔2026〕7号', state: '历史案件', outcome: '行政处罚', partyKind: '法人', partyName: '云岭县兴旺副食店', partyCode: '', item: 'expired', from: '2026/2/1', until: '2026年2月27日',
  received: '20260227', filed: '2026-02-27', decided: '2026-02-28', served: '2026-02-28', kinds: '罚款、警告', fine: '5,000.00', paid: '5000', provincial: 'SX-2026-000117', remarks: '当场履行',
} satisfies Partial<Record<Column, string>>
const running = { ...closed, number: '青市监立〔2026〕9号', state: '在办案件', stage: '调查', team: '测试officer、测试second', kinds: '', fine: '', paid: '', decided: '', served: '', outcome: '' }

const all = Object.keys(columns) as Column[]
const csv = (...rows: readonly Partial<Record<Column, string>>[]) =>
  [all.map((each) => columns[each]), ...rows.map((row) => all.map((each) => row[each] ?? ''))].map((cells) => cells.map((cell) => (/[,"]/.test(cell) ? `"${cell}"` : cell)).join(',')).join('\r\n')

interface Progress {
  readonly finished: string | null
  readonly total: number
  readonly failed: boolean
  readonly counts: Record<string, number> | null
  readonly refusals: readonly { readonly row: number; readonly field?: string; readonly reason: { readonly zh: string } }[]
}

async function imported(file: string | Uint8Array, person = 'receiving-clerk'): Promise<Progress & { id: string }> {
  const id = cases.fresh('import')
  const client = await cases.as(person)
  const { status, body } = await client.send('POST', `/api/import/cases?id=${id}&body=scjg&name=old.csv`, file, { 'content-type': 'text/csv' })
  if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`)
  for (let i = 0; i < 400; i++) {
    const { body: progress } = await client.get<Progress>(`/api/import/${id}`)
    if (progress.finished !== null) return { id, ...progress }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the import does not end')
}

describe('old cases', () => {
  test('come in row by row, in UTF-8 or GBK, and the same file again changes nothing', async () => {
    const file = csv(closed, running)
    expect(await imported(file)).toMatchObject({ total: 2, failed: false, refusals: [], counts: { rows: 2, accepted: 2, refused: 0, added: 2, unchanged: 0 } })
    expect(await imported(iconv.encode(file, 'gb18030'))).toMatchObject({ refusals: [], counts: { accepted: 2, added: 0, unchanged: 2 } })
    expect(await rebuild(cases.server.house.acts, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
  })

  test('are found by the number they had, by their party and by their numbers elsewhere', async () => {
    await cases.server.followed()
    const head = await cases.as('head')
    for (const q of [closed.number, closed.partyName, closed.provincial]) {
      const { body } = await head.get<{ rows: { number: string }[] }>(`/api/matters?${new URLSearchParams({ q })}`)
      if (!('rows' in body)) throw new Error(JSON.stringify(body))
      expect(body.rows.map(({ number }) => number)).toContain(closed.number)
    }
  })

  test('refused rows name row, field and reason, and nothing of their case comes in', async () => {
    const bad = [
      { ...closed, number: 'x1', item: 'nothing' }, { ...closed, number: 'x2', until: '2026-02-30' }, { ...closed, number: 'x3', decided: '' },
      { ...running, number: 'x4', team: '无名氏' }, { ...closed, number: 'x5', fine: '五千' }, { ...closed, number: 'x6', state: '旧' }, { ...closed, number: 'x7', partyName: '' }, { ...closed, number: 'x8', received: '2027-01-01' },
      { ...closed, number: '' }, { ...closed, paid: '4000' },
    ]
    const parties = () => cases.server.db.pools.worker.query<{ n: string }>('select count(*) as n from faheng.party')
    const before = (await parties()).rows[0]?.n
    const { refusals, counts, id } = await imported(csv(...bad))
    expect(refusals.map(({ row, field }) => [row, field])).toEqual([
      [2, '事项编码'], [3, '行为终了日期'], [4, '决定日期'], [5, '承办人'], [6, '罚款金额（元）'], [7, '状态'], [8, '当事人名称'], [9, '线索收到日期'], [10, '原案号'], [11, '原案号']])
    expect(counts).toMatchObject({ rows: 10, refused: 10, added: 0 })
    expect((await parties()).rows[0]?.n).toBe(before)
    const table = await (await cases.as('receiving-clerk')).get<string>(`/api/import/${id}/refusals.csv`)
    expect(table.body).toContain('事项编码,事项没有登记')
  })

  test('rows of one number are one case with several parties; a fault in one row keeps the whole case out', async () => {
    const second = { partyName: '云岭县大地粮油店', paid: '', performed: '2026-02-28' }
    expect(await imported(csv({ ...closed, number: 'two' }, { ...closed, ...second, number: 'two' }))).toMatchObject({ refusals: [], counts: { rows: 2, added: 2 } })
    expect(await imported(csv({ ...closed, number: 'torn' }, { ...closed, ...second, number: 'torn', fine: '-1' }))).toMatchObject({ refusals: [{ row: 3 }], counts: { rows: 2, refused: 2, added: 0 } })
  })

  test('are imported by those of the body who register cases, out of a file that is one', async () => {
    await expect(imported(csv(closed), 'stranger')).rejects.toThrow('404')
    await expect(imported(csv(closed), 'system-administrator')).rejects.toThrow('404')
    await expect(imported('a,b\n1,2')).rejects.toThrow('缺少列')
    const template = await (await cases.as('receiving-clerk')).get<string>('/api/import/cases/template.csv')
    expect(template.body).toContain(all.map((each) => columns[each]).join(','))
  })
})

// Walk-through 10: an old case imported that bars a second fine.
test('an old decision that was imported is compared in a new case, and bars a second fine for the same act', async () => {
  await imported(csv({ ...closed, number: 'bars', partyName: '云岭县鲜满仓商贸有限公司', partyCode: '91140221MA0GXQ7X4T' }))
  const { rows: [party] } = await cases.server.db.pools.worker.query<{ party: string; matter: string }>(`select d.party, d.matter from faheng.decided d join faheng.party p using (region) where p.id = d.party and p.code = '91140221MA0GXQ7X4T'`)
  if (!party) throw new Error('the old decision is not known')
  const matter = await cases.opened({ payload: { suspects: [party.party] } })
  await cases.must('unit-head', matter, 'assign', { team: ['officer', 'second'] })
  await cases.must('officer', matter, 'propose-filing', { parties: [party.party], violations: [{ ...violation, parties: [party.party] }], team: ['officer', 'second'], reason: '有违法事实' })
  await cases.must('head', matter, 'approve-filing', { opinion: '同意立案' })
  await cases.must('officer', matter, 'collect-evidence', proof('e-bars'))
  const report = { outcome: 'penalty', facts: '销售过期牛奶', relied: ['e-bars'], reasons: '清楚', penalties: [{ party: party.party, violation: 'v1', kind: 'fine', amount: 500_000, branch: 0 }], circumstances: [], major: false }
  const guards = ({ body }: Awaited<ReturnType<TestCases['act']>>) => body.refusals?.map(({ guard }) => guard)
  expect(guards(await cases.act('officer', matter, 'submit-report', { ...report, sameAct: [] }))).toContain('earlier-decisions-compared')
  expect(guards(await cases.act('officer', matter, 'submit-report', { ...report, sameAct: [{ decision: party.matter, same: true, reason: '同一批牛奶' }] }))).toContain('not-fined-twice')
})

test('a running case goes on with the ordinary acts, and its papers are made', async () => {
  await imported(csv({ ...running, number: 'goes-on', partyName: '云岭县独一家商店' }))
  const { rows: [row] } = await cases.server.db.pools.worker.query<{ id: string; party: string }>(`select m.id, mp.party from faheng.matter m join faheng.matter_party mp on mp.matter = m.id where m.number = 'goes-on'`)
  if (!row) throw new Error('not there')
  const { rows: [evidence] } = await cases.server.db.pools.worker.query<{ id: string }>('select id from faheng.evidence where matter = $1', [row.id])
  const reported = await cases.must('officer', row.id, 'submit-report', { outcome: 'penalty', facts: '销售过期牛奶', relied: [evidence?.id], reasons: '清楚', penalties: [{ party: row.party, violation: 'v1', kind: 'fine', amount: 500_000, branch: 0 }], circumstances: [], sameAct: [], major: false })
  expect(reported.documents.map(({ kind }) => kind)).toEqual(['investigation-report'])
  await cases.server.followed()
})
