import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '@faheng/law/procedures/index.ts'
import { rebuild } from '../acts/index.ts'
import { houseDocuments } from '../house-documents.ts'
import { testRegion } from '../test-server.ts'
import { proof, served, testCases, type TestCases } from './test-cases.ts'

interface Desk { readonly cut: boolean; readonly moreToConfirm: number; readonly toConfirm: readonly { readonly matter: { readonly id: string }; readonly act: string; readonly entries: readonly { readonly id: string }[] }[] }
interface Story { readonly acts: readonly { readonly id: string; readonly kind: string; readonly struckBy: string | null; readonly unconfirmedBy: readonly string[]; readonly documents: readonly string[] }[] }
interface Page { readonly findings: readonly { readonly rule: string; readonly act: string; readonly lifted: boolean }[]; readonly documents: readonly { readonly id: string; readonly kind: string; readonly act: string; readonly void: boolean; readonly code: string | null; readonly number: string | null }[] }

let cases: TestCases
let decided: string
beforeAll(async () => {
  cases = await testCases()
  decided = await cases.upTo('decided')
}, 120_000)
afterAll(() => cases.close())

const deskOf = async (person: string) => (await (await cases.as(person)).get<Desk>('/api/desk')).body.toConfirm
const storyOf = async (matter: string) => (await (await cases.as('officer')).get<Story>(`/api/matters/${matter}/acts`)).body.acts
const pageOf = async (matter: string) => (await (await cases.as('officer')).get<Page>(`/api/matters/${matter}`)).body
const rebuilt = () => rebuild({ procedures, documents: houseDocuments }, cases.server.db.pools.worker, testRegion, { check: true })
const guardsOf = (answer: { body: { refusals?: { guard: string }[] } }) => answer.body.refusals?.map(({ guard }) => guard)

describe('the second officer', () => {
  it('finds what waits for him on his desk and confirms it with one act', async () => {
    const matter = await cases.upTo('filed')
    const evidence = cases.fresh('e')
    await cases.must('officer', matter, 'collect-evidence', proof(evidence))
    const [waiting] = (await deskOf('second')).filter((each) => each.matter.id === matter)
    expect(waiting?.entries).toHaveLength(1)
    expect((await deskOf('officer')).filter((each) => each.matter.id === matter)).toEqual([])
    expect((await storyOf(matter)).at(-1)?.unconfirmedBy).toEqual(['测试second'])
    await cases.must('second', matter, waiting?.act ?? '', { entries: waiting?.entries.map(({ id }) => id) })
    expect((await deskOf('second')).filter((each) => each.matter.id === matter)).toEqual([])
    expect((await storyOf(matter)).flatMap((each) => each.unconfirmedBy)).toEqual([])
    expect(await rebuilt()).toEqual([])
  })

  it('sees the newest fifty cases with records to confirm, and how many more there are', async () => {
    const matter = await cases.upTo('filed')
    await cases.must('officer', matter, 'collect-evidence', proof(cases.fresh('e')))
    const { worker } = cases.server.db.pools
    await worker.query(`
      insert into faheng.matter select c.* from faheng.matter m, generate_series(1, 53) n, jsonb_populate_record(m, jsonb_build_object('id', 'copy-' || n, 'number', null)) c where m.id = $1`, [matter])
    await worker.query(`
      insert into faheng.waiting select c.* from faheng.waiting w, generate_series(1, 53) n, jsonb_populate_record(w, jsonb_build_object('matter', 'copy-' || n)) c
      where w.matter = $1 and w.person = 'second' and w.act = 'confirm-entries'`, [matter])
    try {
      expect((await (await cases.as('second')).get<Desk>('/api/desk')).body.moreToConfirm).toBe(4)
      expect((await (await cases.as('officer')).get<Desk>('/api/desk')).body.moreToConfirm).toBe(0)
    } finally {
      for (const [table, column] of [['waiting', 'matter'], ['matter', 'id']]) await worker.query(`delete from faheng.${table} where ${column} like 'copy-%'`)
    }
  })

  it('is told that more waits than the two hundred it shows', async () => {
    const matter = await cases.upTo('filed')
    const { worker } = cases.server.db.pools
    expect((await (await cases.as('officer')).get<Desk>('/api/desk')).body.cut).toBe(false)
    await worker.query(`
      insert into faheng.waiting select c.* from faheng.waiting w, generate_series(1, 200) n, jsonb_populate_record(w, jsonb_build_object('act', w.act || n)) c
      where w.matter = $1 and w.person = 'officer' limit 200`, [matter])
    const cut = async () => (await (await cases.as('officer')).get<Desk>('/api/desk')).body.cut
    try {
      expect(await cut()).toBe(true)
      const waiting = await worker.query(`select from faheng.waiting where person = 'officer'`)
      await worker.query(`delete from faheng.waiting where ctid in (select ctid from faheng.waiting where matter = $1 and act ~ '[0-9]$' limit $2)`, [matter, (waiting.rowCount ?? 0) - 200])
      expect(await cut()).toBe(false)
    } finally {
      await worker.query(`delete from faheng.waiting where matter = $1 and act ~ '[0-9]$'`, [matter])
    }
  })

  it('from another body, under a recorded joint action, reads the case while it waits for him', async () => {
    const matter = await cases.upTo('filed')
    expect((await (await cases.as('stranger')).get(`/api/matters/${matter}`)).status).toBe(404)
    await cases.must('officer', matter, 'record-joint-action', { body: 'yjj', form: 'joint', document: '联合执法方案', officers: ['stranger'], from: '2026-01-01' })
    await cases.must('officer', matter, 'collect-evidence', { ...proof(cases.fresh('e')), officers: ['officer', 'stranger'] })
    const [waiting] = (await deskOf('stranger')).filter((each) => each.matter.id === matter)
    expect((await (await cases.as('stranger')).get(`/api/matters/${matter}`)).status).toBe(200)
    await cases.must('stranger', matter, waiting?.act ?? '', { entries: waiting?.entries.map(({ id }) => id) })
    expect((await storyOf(matter)).flatMap((each) => each.unconfirmedBy)).toEqual([])
  })
})

describe('a struck entry', () => {
  it('stays in the story, its papers void and its evidence gone; what followed is folded without it', async () => {
    const matter = await cases.upTo('filed')
    const evidence = cases.fresh('e')
    const { act: entry } = await cases.must('officer', matter, 'collect-evidence', proof(evidence))
    const rows = async () => (await cases.server.db.pools.worker.query('select id from faheng.evidence where matter = $1', [matter])).rows
    expect(await rows()).toEqual([{ id: evidence }])
    expect(guardsOf(await cases.act('receiving-clerk', matter, 'strike-entry', { entry, reason: '误录' }))).toEqual(['struck-by-who-may'])
    const { act: strike } = await cases.must('officer', matter, 'strike-entry', { entry, reason: '录错案件' })
    expect(await rows()).toEqual([])
    const told = (await storyOf(matter)).find((each) => each.id === entry)
    expect(told).toMatchObject({ struckBy: strike, unconfirmedBy: [] })
    expect((await pageOf(matter)).documents.filter((each) => each.void).map((each) => each.id)).toEqual(told?.documents)
    expect((await deskOf('second')).filter((each) => each.matter.id === matter)).toEqual([])
    await cases.server.followed()
    expect(await rebuilt()).toEqual([])
  })

  it('lifts what was found in it, at once and for whoever asks later', async () => {
    const matter = await cases.upTo('filed')
    const { act: entry } = await cases.must('officer', matter, 'collect-evidence', { ...proof(cases.fresh('e')), officers: ['officer'] })
    const found = async () => (await pageOf(matter)).findings.filter(({ act }) => act === entry).map(({ rule, lifted }) => [rule, lifted])
    expect(await found()).toEqual([['mark:two-officers', false]])
    await cases.server.followed()
    await cases.must('officer', matter, 'strike-entry', { entry, reason: '录错案件' })
    expect(await found()).toEqual([['mark:two-officers', true]])
    await cases.server.followed()
    expect(await found()).toEqual([['mark:two-officers', true]])
  })

  it('takes its clock along, and the case stands where it stood before', async () => {
    const matter = decided
    const decision = (await storyOf(matter)).find((each) => each.kind === 'decide-penalty')?.id ?? ''
    const { act: entry, stage } = await cases.must('officer', matter, 'serve', served(decision))
    expect(stage).toBe('performance')
    expect(await cases.must('officer', matter, 'strike-entry', { entry, reason: '送达给了他人' })).toMatchObject({ stage: 'service' })
    const clocks = (await cases.server.db.pools.worker.query(`select clock from faheng.clock where matter = $1 and closed is null`, [matter])).rows.map(({ clock }) => clock)
    expect(clocks).toEqual(['service'])
    expect(guardsOf(await cases.act('head', matter, 'strike-entry', { entry: decision, reason: '误录' }))).toEqual(['only-facts-struck'])
    expect(await rebuilt()).toEqual([])
  })
})

describe('a signed decision with the wrong date', () => {
  it('is rectified under a number of its own, approved by a head and served again; the decision stays valid', async () => {
    const matter = decided
    const decision = (await storyOf(matter)).find((each) => each.kind === 'decide-penalty')?.id ?? ''
    await cases.must('officer', matter, 'serve', served(decision))
    const correction = { place: '落款', wrong: '2026年3月1日', right: '2026年3月2日' }
    expect(guardsOf(await cases.act('officer', matter, 'propose-rectification', { corrections: [{ ...correction, what: 'amount' }], reason: '笔误' }))).toEqual(['only-slips-rectified'])
    await cases.must('officer', matter, 'propose-rectification', { corrections: [{ ...correction, what: 'date' }], reason: '落款日期笔误' })
    const approved = await cases.must('head', matter, 'approve-rectification', { opinion: '同意更正' })
    const { documents } = await pageOf(matter)
    const [paper] = documents.filter((each) => each.kind === 'rectification')
    expect([paper?.act, /更正〔\d{4}〕\d+号/.test(paper?.number ?? '')]).toEqual([approved.act, true])
    const { fields } = (await cases.server.db.pools.worker.query('select fields from faheng.document where id = $1', [paper?.id])).rows[0]
    expect(fields).toMatchObject({ title: '行政处罚决定书', number: documents.find((each) => each.act === decision && each.code)?.number, corrections: [correction], remedyTerm: false })
    await cases.must('officer', matter, 'serve', { place: '城关镇', receiver: '店长', officers: ['officer', 'second'] })
    for (const code of documents.filter((each) => each.act === decision && each.code).map((each) => each.code))
      expect((await cases.server.client().get(`/api/public/verify/${code}`)).body).toMatchObject({ status: 'valid' })
    expect(await rebuilt()).toEqual([])
  })
})
