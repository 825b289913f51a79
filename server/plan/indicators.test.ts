import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measures } from '@faheng/law/measures/index.ts'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { addAccounts, hashPassword } from '../platform/identity/accounts.ts'
import { unzip } from '../platform/tables/unzip.ts'
import { testPassword, testRegion } from '../test-server.ts'
import { readRegisters } from './registers.ts'

/** Every live indicator over a county so small that its figure is counted by hand; what stands behind it; what a township sees of it. */

let cases: TestCases
const sql = async (text: string, ...values: unknown[]) => (await cases.server.db.pools.worker.query(text, [testRegion, ...values])).rows as Record<string, unknown>[]
const read = async () => {
  await cases.server.followed()
  return readRegisters(cases.server.db.pools.worker, testRegion, cases.server.now())
}

beforeAll(async () => {
  cases = await testCases()
  await settle()
  for (const [person, eventOn] of [['deputy', '2026-03-02'], ['receiving-clerk', '2026-02-26']] as const) {
    const { status } = await (await cases.as('head')).send('POST', '/api/matters', { id: cases.fresh('d'), procedure: 'departure', body: 'scjg', first: { id: cases.fresh('a'), kind: 'record-departure', payload: { person, ground: 'transfer', eventOn } } })
    if (status !== 201) throw new Error(`a departure was not recorded: ${status}`)
  }
  await read()
})
afterAll(() => cases.close())

interface Indicator { id: string; source: string; unit: string; part?: string; whole?: string; value?: number; points: { month: string; part: number; whole: number }[] }
interface RecordRow { key: string; id: string; kind: string; name: string; body: string; counted: boolean; kept: boolean; days: number | null }

const live = measures.flatMap(({ number, indicators }) => indicators.filter(({ source }) => source === 'live').map(({ id }) => ({ number, id })))
const indicator = async (person: string, number: number, id: string): Promise<Indicator> => {
  const { body } = await (await cases.as(person)).get<{ indicators: Indicator[] }>(`/api/plan/measures/${number}?year=2026`)
  return body.indicators.find((each) => each.id === id) as Indicator
}
const records = async (person: string, number: number, { part, whole }: Indicator): Promise<RecordRow[]> => {
  const rows: RecordRow[] = []
  for (let after: string | null = ''; after !== null; ) {
    const client = await cases.as(person)
    const page: { rows: RecordRow[]; next: string | null } = (await client.get<{ rows: RecordRow[]; next: string | null }>(`/api/plan/records?part=${part}&whole=${whole}&year=2026&measure=${number}&after=${encodeURIComponent(after)}`)).body
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

/** Part and whole in the county, and what of it the township sees. */
const byHand: Readonly<Record<string, readonly [county: string, township: string]>> = {
  '1.record': ['1/4', '0/1'], // units u1, u2, y1, t1; u1 has a record this quarter, that of u2 was struck, that of y1 is of last year
  '2.trained': ['2/9', '0/2'], // six of scjg, one of yjj, two of the township; the first and the second went
  '3.trained': ['1/9', '0/2'],
  '4.compulsory': ['2/9', '0/2'],
  '5.matrix': ['1/2', '-'], // planned: 60 hours of public law, held; 8 of skills, not held
  '6.plan': ['1/4', '0/1'], // two organs, two townships
  '7.hours': ['1/9', '0/2'],
  '8.rotation': ['2/6', '0/2'], // six of the nine have a card
  '9.certified': ['6/7', '2/2'], // officers: four of scjg, one expired; one of yjj; two of the township
  '10.same-day': ['1/2', '0/0'],
  '10.cancelled': ['0/0', '0/0'],
  '11.proper': ['5/8', '2/2'], // six have a card in force, the officer two of them, and one has no post
  '12.appraisal': ['1/9', '0/2'],
  '13.sound': ['0/0', '0/0'],
  '14.benchmarked': ['1/2', '-'],
  '15.taught': ['0/0', '0/0'],
  '21.reviewed': ['1/2', '-'], // the third falls due in April
  '22.unused': ['1/1', '-'],
  '22.proposed': ['0/0', '0/0'],
  '23.confirmed': ['1/2', '-'],
  '24.listed': ['1/2', '-'],
  '25.borne': ['1/2', '1/1'],
  '26.staffed': ['1/2', '1/1'],
  '27.pilot': ['4/11', '4/11'], // two certified, a power, a reviewer, but no review organ; one point is ticked, one was and is no more; the other township’s term as a pilot is over
  '30.answered': ['0/0', '0/0'],
  '31.in-time': ['0/0', '0/0'],
  '32.looked-into': ['0/0', '0/0'],
  '36.recorded': ['0/0', '0/0'],
  '36.served': ['0/0', '0/0'],
  '37.set': ['1/4', '0/1'], // scjg; yjj withdrew what it had opened, and what it confirmed is of last year
  '40.done': ['0/0', '0/0'],
  '45.share': ['2/7', '1/2'], // reviewers beside officers
  '46.qualified': ['1/2', '0/1'],
  '48.rewards': ['1/1', '-'],
}

describe('every live indicator', () => {
  it('is known by hand', () => expect(live.map(({ id }) => id).sort()).toEqual(Object.keys(byHand).sort()))

  it('counts the county right, and its records are the figure', async () => {
    for (const { number, id } of live) {
      const found = await indicator('supervisor', number, id)
      const last = found.points.at(-1)
      expect(`${id} ${last?.part}/${last?.whole}`).toBe(`${id} ${byHand[id]?.[0]}`)
      const rows = await records('supervisor', number, found)
      expect([id, rows.filter(({ counted }) => counted).length, rows.filter(({ kept }) => kept).length]).toEqual([id, last?.whole, last?.part])
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    }
  })

  it('counts an appraisal of a month before it was withdrawn', async () => {
    const { points } = await indicator('supervisor', 37, '37.set')
    expect(points.map(({ month, part }) => [month, part])).toEqual([['2026-01', 2], ['2026-02', 2], ['2026-03', 1]])
  })

  it('shows a township its part alone, in figures and in records', async () => {
    for (const { number, id } of live) {
      const found = await indicator('t-head', number, id)
      const last = found.points.at(-1)
      expect(`${id} ${last ? `${last.part}/${last.whole}` : '-'}`).toBe(`${id} ${byHand[id]?.[1]}`)
      const rows = await records('t-head', number, found)
      expect([id, rows.filter(({ counted }) => counted).length]).toEqual([id, last?.whole ?? 0])
      expect(rows.every(({ body }) => body === 'town')).toBe(true)
    }
    expect((await (await cases.as('t-head')).get('/api/plan/bodies/scjg')).status).toBe(404)
  })

  it('opens into what can be opened, by its name, and says how many days a departure took to be recorded', async () => {
    const behind = async (number: number, id: string) => records('supervisor', number, await indicator('supervisor', number, id))
    expect((await behind(11, '11.proper'))[0]).toMatchObject({ kind: 'person', kept: false, name: expect.stringContaining('C-') })
    expect((await behind(21, '21.reviewed'))[0]).toMatchObject({ kind: 'item', id: 'expired', kept: false, name: '对经营超过保质期的食品的处罚' })
    expect((await behind(26, '26.staffed')).map(({ kind, id, kept, name }) => [kind, id, kept, name])).toEqual([['body', 'town2', false, '河西乡人民政府'], ['body', 'town', true, '河东镇人民政府']])
    expect((await behind(10, '10.same-day')).map(({ days, kept }) => [days, kept])).toEqual([[4, false], [0, true]])
    expect((await behind(27, '27.pilot')).map(({ kind, id, kept, name }) => [kind, id, kept, name]).slice(-4)).toEqual(['certified', 'powers', 'reviewer', 'unit'].map((id) => ['point', id, true, '河东镇人民政府']))
    expect((await behind(1, '1.record')).map(({ name }) => name)).toContain('执法一中队')
  })
})

describe('the report', () => {
  it('says the numbers of the page, in its content and in its file', async () => {
    const supervisor = await cases.as('supervisor')
    const id = cases.fresh('r')
    expect((await supervisor.send('POST', '/api/plan/reports', { id, year: 2026 })).status).toBe(201)
    const docx = await fetch(`${cases.server.url}/api/plan/reports/${id}/report.docx`, { headers: { cookie: supervisor.cookies() } })
    const text = unzip(Buffer.from(await docx.arrayBuffer()), (name) => name === 'word/document.xml').get('word/document.xml')?.toString('utf8') ?? ''
    const [kept] = await sql('select content from faheng.plan_report where region = $1 and id = $2', id)
    const { rows } = (kept as { content: unknown }).content as { rows: { number: number; indicators: { title: string; figure: string }[] }[] }
    for (const measure of measures) {
      const row = rows.find(({ number }) => number === measure.number)
      measure.indicators.forEach((each, i) => {
        const [part, whole] = (byHand[each.id]?.[0] ?? '').split('/')
        const figure = row?.indicators[i]?.figure ?? ''
        if (each.source !== 'none' && whole !== '0') expect(`${each.id} ${figure}`).toContain(each.unit === 'count' ? `${each.id} ${part}（` : `${each.id} ${part}/${whole}，`)
        expect(text).toContain(`${each.title.zh}：${figure}`)
      })
    }
  })
})

describe('bodies a county named for a measure', () => {
  it('alone count in it, on the page and in the records', async () => {
    const supervisor = await cases.as('supervisor')
    expect((await supervisor.send('POST', '/api/plan/versions', { id: cases.fresh('v'), measure: 9, change: { bodies: ['town'] } })).status).toBe(201)
    const found = await indicator('supervisor', 9, '9.certified')
    expect(found.points.at(-1)).toMatchObject({ part: 2, whole: 2 })
    expect((await records('supervisor', 9, found)).map(({ id }) => id).sort()).toEqual(['t1', 't2'])
  })
})

describe('a month', () => {
  it('is closed by one reading after its end, and not read again', async () => {
    const officers = async (month: string) => Number((await sql(`select sum(value)::int as n from faheng.measure_figure where region = $1 and name = 'officers' and month = $2`, month))[0]?.['n'])
    cases.later(29) // 31 March, nine in the morning
    await read()
    const before = await officers('2026-03')
    cases.server.forward(3_600_000)
    await sql(`insert into faheng.post (region, id, person, kind, body, unit, from_at, recorded) values ($1, 'p-late', 'deputy', 'officer', 'yjj', 'y1', $2, $2)`, cases.server.now())
    cases.later(1)
    expect(await read()).toEqual(['2026-03', '2026-04'])
    expect(await officers('2026-03')).toBe(before + 1)
    expect(await read()).toEqual(['2026-04'])
  })
})

/** Two townships with powers, one of them staffed; training, records, an appraisal; a card too many, one expired. */
async function settle(): Promise<void> {
  const since = '2020-01-01T00:00:00.000Z'
  for (const [id, name, township] of [['town', '河东镇人民政府', '140299101'], ['town2', '河西乡人民政府', '140299201']] as const)
    await sql(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, township, recorded) values ($1, $2, $3, $3, $2, 'township', $4, '${since}')`, id, name, township)
  await sql(`insert into faheng.unit (region, id, body, name) values ($1, 't1', 'town', '综合执法队')`)
  for (const [id, kind] of [['t1', 'officer'], ['t2', 'officer'], ['t-head', 'head'], ['t-reviewer', 'legal-reviewer']] as const) {
    await sql('insert into faheng.person (region, id, name) values ($1, $2, $3)', id, `测试${id}`)
    await sql(`insert into faheng.post (region, id, person, kind, body, unit, rank, from_at, recorded) values ($1, $2, $3, $4, 'town', $5, $6, '${since}', '${since}')`, `p-${id}`, id, kind, kind === 'officer' ? 't1' : null, kind === 'head' ? 'chief' : null)
  }
  await addAccounts(cases.server.context.identity, [{ region: testRegion, person: 't-head', name: '测试t-head', username: 't-head', passwordHash: await hashPassword(cases.server.context.identity, testPassword), passwordDue: false }])
  for (const [number, person, issuer] of [['C-t1', 't1', 'sx'], ['C-t2', 't2', 'sx'], ['C-again', 'officer', 'gj'], ['C-nobody', 'nobody', 'sx']] as const)
    await sql(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, $2, $3, $4, '{}', '140000', '${since}', '2030-01-01', '${since}')`, number, person, issuer)
  await sql(`insert into faheng.person (region, id, name) values ($1, 'nobody', '测试nobody')`)
  await sql(`update faheng.certificate set until_at = '2026-02-01' where region = $1 and person = 'third'`)

  await sql(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, published, valid_from, recorded)
    select region, 'draft', 1, body, '未公布的事项', bases, kinds, branches, status, false, valid_from, recorded from faheng.item_version where region = $1 and item = 'expired'`)
  await sql(`insert into faheng.benchmark_version (region, benchmark, version, item, body, tier, circumstances, valid_from, recorded) values ($1, 'b1', 1, 'expired', 'scjg', '一般', '货值不满一万元', '2020-01-01', '${since}')`)
  await sql(`insert into faheng.decided (region, party, matter, item, conduct_from, conduct_until, fined, amount) values ($1, 'shop', 'earlier', 'expired', '2024-01-01', '2024-01-02', false, 0)`)
  for (const [id, due, done] of [['r1', '2026-02-10', '2026-02-05T02:00:00Z'], ['r2', '2026-02-10', null], ['r3', '2026-04-01', null]] as const)
    await sql(`insert into faheng.review_task (region, id, change, kind, subject, body, citations, due, recorded, done) values ($1, $2, 'c', 'item', 'expired', 'scjg', '[]', $3, '${since}', $4)`, id, due, done)
  for (const township of ['140299101', '140299201'])
    await sql(`insert into faheng.township_grant (region, id, township, item, basis, valid_from, recorded) values ($1, $2, $3, 'expired', '省政府决定', '2024-01-01', '${since}')`, `g-${township}`, township)

  for (const [township, from, until] of [['140299101', '2026-01-10', null], ['140299201', '2025-01-10', '2026-02-01']] as const)
    await sql(`insert into faheng.pilot_township (region, township, valid_from, valid_until, document, recorded) values ($1, $2, $3, $4, '县政府办通知', '${since}')`, township, from, until)
  for (const [township, point, done] of [['140299101', 'unit', true], ['140299101', 'archive', true], ['140299101', 'archive', false], ['140299201', 'recording', true]] as const)
    await sql(`insert into faheng.pilot_check (region, township, point, done, proof, person, recorded) values ($1, $2, $3, $4, '现场核查记录', 'supervisor', '2026-02-10')`, township, point, done)

  for (const [id, unit, body, kind, happened, struck] of [
    ['k1', 'u1', 'scjg', 'party-building', '2026-02-10', null], ['k2', 'u2', 'scjg', 'party-building', '2026-02-10', null], ['k3', 'u2', 'scjg', 'party-building', '2026-02-11', 'k2'],
    ['k4', 'y1', 'yjj', 'party-building', '2025-12-20', null], ['k5', 'u1', 'scjg', 'reward', '2026-01-15', null],
  ] as const)
    await sql(`insert into faheng.unit_record (region, id, unit, body, kind, happened, struck, title, recorded, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, '主题活动', '2026-02-12', 'head')`, id, unit, body, kind, happened, struck)
  for (const [id, kind, hours, compulsory] of [['pol', 'political', 4, true], ['law', 'public-law', 60, false]] as const)
    await sql(`insert into faheng.training_course (region, id, year, body, invited, title, kind, level, tier, compulsory, rotation, hours, materials, organiser, recorded)
      values ($1, $2, 2026, 'scjg', '{*}', $2, $3, 'county', 'all', $4, $4, $5, '[{"id":"m"}]', '县司法局', '2026-01-05')`, id, kind, compulsory, hours)
  for (const [id, person, course] of [['e1', 'officer', 'pol'], ['e2', 'second', 'pol'], ['e3', 'officer', 'law']] as const)
    await sql(`insert into faheng.training_entry (region, id, person, course, kind, at, recorded, recorded_by) values ($1, $2, $3, $4, 'finished', '2026-02-03', '2026-02-03', $3)`, id, person, course)
  const sort = { category: '', level: 'county', tier: 'all' }
  await sql(`insert into faheng.training_plan (region, id, body, year, title, lines, filed, filed_by) values ($1, 'tp', 'scjg', 2026, '年度培训计划', $2, '2026-02-01', 'head')`,
    JSON.stringify([{ ...sort, kind: 'public-law', title: '公共法律', hours: 60 }, { ...sort, kind: 'skills', title: '执法技能', hours: 8 }]))
  for (const [id, body, person, year, stage, on] of [
    ['ap1', 'scjg', 'officer', 2026, 'confirmed', '2026-02-20'], ['ap2', 'yjj', 'second', 2025, 'confirmed', '2025-12-20'], ['ap3', 'scjg', 'stranger', 2026, 'publicity', null], ['ap4', 'yjj', 'stranger', 2026, 'withdrawn', null],
  ] as const) {
    await sql(`insert into faheng.matter (region, id, procedure, stage, body, unit, filed, occurred, seq) values ($1, $2, 'appraisal', $3, $4, 'u1', '2025-12-01', '2026-02-20', 1)`, id, stage, body)
    await sql('insert into faheng.matter_state (region, matter, state) values ($1, $2, $3)', id, JSON.stringify({ person, year, ...(on === null ? {} : { confirmedOn: on }) }))
  }
  await sql(`insert into faheng.act (region, id, matter, seq, kind, actor, occurred, recorded, source, payload, facts, hash, law, salts)
    values ($1, 'ap4-2', 'ap4', 2, 'withdraw-appraisal', 'y-head', '2026-03-01', '2026-03-01', 'system', '{}', '{}', '', 'test', '{}')`)
}
