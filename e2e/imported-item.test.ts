import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proof, served, violation, type TestCases } from '../server/cases/test-cases.ts'
import { openCases } from './cases.ts'
import type { County } from './county.ts'
import { done, expectRefusal, field, group, openMatter, openWindow, pick, submit, takeUp, write } from './steps.ts'

/** From a row of a table to a decision: the branch is chosen by what it says, the limits are those it has. */

let cases: TestCases
let county: County
beforeAll(async () => {
  ;({ cases, county } = await openCases())
}, 120_000)
afterAll(() => county?.close())

const fixture = 'server/authority/fixtures/items.csv'
const realTable = '../shared/data/items/market-supervision.csv'
const team = ['officer', 'second']

async function as(person: string, path: string): Promise<Page> {
  const page = await openWindow(county)
  const cookies = (await cases.as(person)).cookies().split('; ').map((each) => each.split('='))
  await page.context().addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: county.url })))
  await page.clock.setSystemTime(new Date(cases.server.now()))
  await page.goto(path)
  return page
}

interface Row {
  readonly id: string
  readonly title: string
}
const itemsNamed = async (q: string) => (await (await cases.as('officer')).get<{ rows: Row[] }>(`/api/items?body=scjg&q=${encodeURIComponent(q)}`)).body.rows

async function filedOn(item: string, day = violation.from): Promise<string> {
  const matter = await cases.upTo('assigned')
  await cases.must('officer', matter, 'propose-filing', { parties: ['shop'], violations: [{ ...violation, item, from: day, until: day }], team, reason: '有违法事实' })
  await cases.must('head', matter, 'approve-filing', { opinion: '同意立案' })
  await cases.must('officer', matter, 'collect-evidence', proof(`e-${matter}`))
  await cases.must('second', matter, 'confirm-entries')
  return matter
}

const reportOn = (matter: string) => ({ outcome: 'penalty', facts: '未按规定建立台账，责令改正后逾期未改正', relied: [`e-${matter}`], reasons: '事实清楚', circumstances: [], sameAct: [], major: false })

async function toDecision(matter: string): Promise<void> {
  await cases.must('unit-head', matter, 'endorse-report', { opinion: '同意' })
  const notice = await cases.must('head', matter, 'issue-notice', { opinion: '同意告知' })
  await cases.must('officer', matter, 'serve', served(notice.act))
  await cases.must('second', matter, 'confirm-entries')
  await cases.must('officer', matter, 'waive-defence', { party: 'shop', waived: ['defence'] })
  await cases.must('officer', matter, 'propose-decision', { reasons: '按告知内容决定' })
  const { documents } = await cases.must('head', matter, 'decide-penalty', { opinion: '同意' })
  expect(documents.map(({ kind }) => kind)).toContain('penalty-decision')
}

describe('an imported item', { timeout: 120_000 }, () => {
  let imported: Row

  it('comes in from the browser by the head of the body, with the rows that could not be read', async () => {
    const page = await as('head', '/')
    await page.getByRole('navigation').getByRole('link', { name: '导入', exact: true }).click()
    await page.locator('#import-file').setInputFiles(fixture)
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.getByRole('heading', { name: '导入完成' }).waitFor()
    expect(await page.locator('dl.facts').innerText()).toMatch(/读入\s+2/)
    expect(await page.locator('table.rows tbody tr').count()).toBe(2)
    const [found] = await itemsNamed('未按规定建立台账')
    imported = found as Row
    await page.goto(`/items/${imported.id}`)
    await page.getByText('罚款 1,000元以上10,000元以下').waitFor()
    await page.context().close()
  })

  it('is decided on by the branch its page numbers, with the norm beside the form', async () => {
    const matter = await filedOn(imported.id)
    const page = await as('officer', '/')
    await openMatter(page, matter)
    await page.getByRole('region', { name: '法', exact: true }).getByRole('link', { name: imported.title }).waitFor()
    const form = await takeUp(page, '提交调查终结报告')
    await write(form, '查明的事实', '未按规定建立台账，责令改正后逾期未改正。')
    await write(form, '案件性质、裁量理由', '违反样例经营管理条例第四十条，没有从重情节。')
    const penalty = group(form, '处罚 1')
    await pick(penalty, '适用情形', '1. ')
    await write(penalty, '金额', '5000')
    await submit(form)
    await expectRefusal(form, { message: '没有选定罚款所依据的情形', article: '第三十八条', cure: '核对所适用的情形' })
    await pick(penalty, '适用情形', '1,000元以上10,000元以下')
    await page.getByRole('tab', { name: '依据、裁量与类案' }).click()
    await page.getByText('法律法规库没有登记这部规定').waitFor()
    await page.locator('.norm-text', { hasText: '逾期不改正的，处一千元以上一万元以下罚款' }).waitFor()
    expect(await field(penalty, '适用情形').isVisible()).toBe(true)
    await done(form, '提交调查终结报告')
    await page.context().close()
    await toDecision(matter)
  })

  it.skipIf(!existsSync(realTable))('of a real table is decided on, on a branch beyond its first', async () => {
    const head = await cases.as('head')
    await head.send('POST', '/api/import/items?id=real-1&body=scjg&name=real.csv', readFileSync(realTable), { 'content-type': 'text/csv' })
    await expect.poll(async () => (await head.get<{ finished: string | null }>('/api/import/real-1')).body.finished, { timeout: 60_000 }).not.toBeNull()
    const { rows } = (await head.get<{ rows: Row[] }>('/api/items?body=scjg&status=parsed&limit=100')).body
    for (const { id } of rows) {
      const { branches } = (await head.get<{ branches: { fine?: { base: string; floor: number; ceiling: number }; when?: object }[] }>(`/api/items/${id}`)).body
      const branch = branches.findIndex(({ fine, when }, i) => i > 0 && fine?.base === 'absolute' && !when)
      const { fine } = branches[branch] ?? {}
      if (!fine) continue
      // Another day than the case before: what was decided on that one would have to be compared first.
      const matter = await filedOn(id, '2026-02-20')
      const penalty = { party: 'shop', violation: 'v1', kind: 'fine', branch }
      const refused = await cases.act('officer', matter, 'submit-report', { ...reportOn(matter), penalties: [{ ...penalty, amount: fine.ceiling + 1 }] })
      expect(refused.body.refusals?.map(({ guard }) => guard)).toEqual(['not-above-maximum'])
      await cases.must('officer', matter, 'submit-report', { ...reportOn(matter), penalties: [{ ...penalty, amount: Math.max(fine.floor, 1) }] })
      await cases.must('unit-head', matter, 'endorse-report', { opinion: '同意' })
      return
    }
    expect.fail('no item of the table has a second branch with a fine')
  })
})
