import { afterAll, beforeAll, expect, it } from 'vitest'
import { served, testCases, type TestCases } from '../../cases/test-cases.ts'
import { testRegion } from '../../test-server.ts'

/** 处罚法 24(1), measure 25: what a township did with a power, and what it was refused, in a period. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
}, 120_000)
afterAll(() => cases.close())

it('counts a late and a rectified case, what was refused, and who was certified when the period ended', async () => {
  const sql = (text: string, ...values: string[]) => cases.server.db.pools.worker.query(text, [testRegion, ...values])
  await sql(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, township, recorded) values ($1, 'willow', '测试县柳林镇人民政府', '柳林镇', '测柳政', 'township', '140299101', '2020-01-01')`)
  await sql(`insert into faheng.township_grant (region, id, township, item, basis, valid_from, recorded) values ($1, 'g1', '140299101', 'expired', '省政府决定', '2024-01-01', '2024-01-01')`)
  for (const id of ['willow-one', 'willow-two']) {
    await sql('insert into faheng.person (region, id, name) values ($1, $2, $2)', id)
    await sql(`insert into faheng.post (region, id, person, kind, body, from_at, recorded) values ($1, 'p-' || $2, $2, 'officer', 'willow', '2020-01-01', '2020-01-01')`, id)
    await sql(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, 'C-' || $2, $2, 'sx', '{}', '140000', '2020-01-01', '2026-02-28', '2020-01-01')`, id)
  }
  const matter = await cases.upTo('decided')
  const { body } = await (await cases.as('officer')).get<{ documents: { act: string; kind: string }[] }>(`/api/matters/${matter}`)
  const decision = body.documents.find(({ kind }) => kind === 'penalty-decision')?.act ?? ''
  await cases.must('officer', matter, 'serve', served(decision))
  // From here on it counts as the township's; the acts do not ask the list row.
  await sql(`update faheng.matter set body = 'willow' where region = $1 and id = $2`, matter)
  const correction = { place: '落款', wrong: '2026年3月1日', right: '2026年3月2日' }
  const propose = (what: string) => cases.act('officer', matter, 'propose-rectification', { corrections: [{ ...correction, what }], reason: '笔误' })
  expect([(await propose('amount')).status, (await propose('amount')).status, (await cases.act('stranger', matter, 'propose-rectification', {})).status]).toEqual([409, 409, 404])
  await sql(`insert into faheng.finding (region, matter, rule, act, opened_seq, body, found) values ($1, $2, 'decision-late', 'x', 1, 'willow', '2026-03-02')`, matter)
  await sql(`update faheng.matter set body = 'scjg' where region = $1 and id = $2`, matter)
  await cases.must('officer', matter, 'propose-rectification', { corrections: [{ ...correction, what: 'date' }], reason: '笔误' })
  await cases.must('head', matter, 'approve-rectification', { opinion: '同意更正' })
  await sql(`update faheng.matter set body = 'willow' where region = $1 and id = $2`, matter)

  const evaluated = async (from: string, to: string) => (await (await cases.as('supervisor')).get<{ rows: object[] }>(`/api/townships/evaluation?from=${from}&to=${to}`)).body.rows
  expect(await evaluated('2026-03-01', '2026-12-31')).toMatchObject([{ item: 'expired', cases: 1, decided: 1, late: 1, corrected: 1, refused: 2, certified: 0, suggestion: 'support' }])
  expect(await evaluated('2026-01-01', '2026-02-15')).toMatchObject([{ cases: 0, late: 0, corrected: 0, refused: 0, certified: 2 }])
  // Entered in March, happened in February: found late when it was entered.
  await sql(`update faheng.matter set occurred = '2026-02-20T02:00:00Z' where region = $1 and id = $2`, matter)
  expect(await evaluated('2026-03-01', '2026-12-31')).toMatchObject([{ late: 1 }])
})
