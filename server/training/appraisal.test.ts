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

it('is shown what the system holds for each indicator, its grade while it is published, and the reward that follows', async () => {
  const all = [['terms', 'clocks-kept'], ['training', 'training'], ['card', 'qualification'], ['smiles', 'satisfaction']].map(([id, input]) => ({ id, title: `指标${id}`, inputs: [input], weight: 25 }))
  await cases.upTo('decided')
  const { matter } = await open('unit-head', { indicators: all })
  interface Evidence { readonly lines: { indicator: string; what: { zh: string }; matters: unknown[] }[]; readonly unknown: string[] }
  const shown = (await (await cases.as('unit-head')).get<Evidence>(`/api/appraisals/${matter}/evidence`)).body
  expect(shown.lines.map(({ indicator }) => indicator)).toEqual(['terms', 'training', 'card'])
  expect(shown.lines.map(({ what }) => what.zh)).toEqual([expect.stringContaining('经办案件在法定期限内'), expect.stringContaining('应当 60 学时'), '持有效执法证 C-officer'])
  expect(shown.unknown).toEqual(['smiles'])
  expect((await (await cases.as('second')).get(`/api/appraisals/${matter}/evidence`)).status).toBe(404)

  const scores = all.map(({ id }) => ({ indicator: id, points: 95 }))
  await cases.must('officer', matter, 'report-oneself', { summary: '履职', scores })
  await cases.must('unit-head', matter, 'evaluate-in-unit', { scores, heard: true, proposed: 'excellent', opinion: '同意' })
  const list = async (person: string) => (await (await cases.as(person)).get<{ published: object[]; rewards: { matter: string }[] }>('/api/appraisals')).body
  expect((await list('second')).published).toEqual([])
  await cases.must('head', matter, 'decide-grade', { grade: 'excellent', opinion: '同意' })
  expect((await list('second')).published).toMatchObject([{ person: 'officer', year: 2026, grade: 'excellent', until: expect.any(String) }])
  expect((await list('stranger')).published).toEqual([])
  cases.later(14)
  await cases.must('head', matter, 'confirm-result', { uses: ['reward'] })
  expect(await list('head')).toMatchObject({ published: [], rewards: [{ matter, person: 'officer', grade: 'excellent' }] })
  expect((await list('officer')).rewards).toEqual([])
  const enter = { body: 'scjg', kind: 'reward', happened: cases.server.now().slice(0, 10), title: '考核优秀', person: 'officer', reference: matter }
  expect((await (await cases.as('head')).send('POST', '/api/unit-records', { id: 'reward-1', enter })).status).toBe(201)
  expect((await list('head')).rewards).toEqual([])
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
