import { afterAll, beforeAll, expect, it } from 'vitest'
import { rebuild } from '../acts/index.ts'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { testRegion } from '../test-server.ts'

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const indicators = [{ id: 'files', title: '案卷质量', inputs: ['file-quality'], weight: 100 }]
const open = async (person: string, more: object = {}) => {
  const matter = cases.fresh('appraisal')
  const answer = await (await cases.as(person)).send<{ refusals?: { guard: string; article: { statute: string; article: number }; message: { zh: string } }[] }>('POST', '/api/matters', {
    id: matter, procedure: 'appraisal', body: 'scjg', unit: 'u1', first: { id: cases.fresh('a'), kind: 'open-appraisal', payload: { person: 'officer', year: 2026, indicators, ...more } },
  })
  return { matter, ...answer }
}

it('a target on volume is not saved: both norms are named', async () => {
  const { status, body } = await open('unit-head', { indicators: [{ ...indicators[0], title: '年度罚没金额' }] })
  expect(status).toBe(409)
  expect(body.refusals).toMatchObject([{ guard: 'no-volume-target', article: { statute: '行政处罚法', article: 74 } }])
  expect(body.refusals?.[0]?.message.zh).toContain('国办发〔2024〕54号')
  expect((await cases.server.db.pools.worker.query(`select 1 from faheng.matter where procedure = 'appraisal'`)).rows).toEqual([])
})

it('an appraisal goes from its opening to the result, others of the unit cannot read it, and rebuild reproduces it', async () => {
  const { matter, status } = await open('unit-head')
  expect(status).toBe(201)
  const scores = [{ indicator: 'files', points: 88 }]
  expect((await cases.act('second', matter, 'report-oneself', { summary: '冒名', scores })).status).toBe(404)
  await cases.must('officer', matter, 'report-oneself', { summary: '本年度履职情况', scores })
  await cases.must('unit-head', matter, 'evaluate-in-unit', { scores, heard: true, proposed: 'competent', opinion: '同意' })
  await cases.must('head', matter, 'decide-grade', { grade: 'competent', opinion: '同意' })
  expect((await cases.act('head', matter, 'confirm-result', { uses: ['reward'] })).body.refusals).toMatchObject([{ guard: 'publicity-over' }])
  await cases.must('officer', matter, 'object', { reason: '应为优秀' })
  await cases.must('head', matter, 'answer-objection', { outcome: 'upheld', answer: '维持' })
  cases.later(14)
  await cases.must('head', matter, 'confirm-result', { uses: ['reward'] })
  expect((await (await cases.as('second')).get(`/api/matters/${matter}`)).status).toBe(404)
  const { documents, procedures } = cases.server.house.acts
  expect(await rebuild({ documents, procedures }, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
})
