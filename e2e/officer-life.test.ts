import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { act, choose, day, done, expectRefusal, formOf, group, openMatter, openWindow, pick, signIn, submit, takeUp, write } from './steps.ts'

/** A certificate's whole life, a departure with hand-over, and the act refused to who left. */

let county: County
let today = ''
const windows = new Map<string, Page>()
async function as(username: string): Promise<Page> {
  const page = windows.get(username) ?? (await signIn(county, username))
  windows.set(username, page)
  return page
}
/** The smallest picture there is. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const nameOf = async (page: Page): Promise<string> => (await page.locator('header .who b').innerText()).trim()
const idIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''

beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
  today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
})
afterAll(() => county?.close())

describe('a certificate', { timeout: 120_000 }, () => {
  it('is applied for, checked, examined, issued, scanned by anybody, and cancelled', async () => {
    const expired = await as('dong.expired')
    const name = await nameOf(expired)
    const applicant = await as('zhao.unit')
    await applicant.goto('/begin/certificate')
    const form = formOf(applicant, '申领执法证件')
    await pick(form, '申领人', name)
    await form.getByRole('button', { name: '添加 · 领域' }).click()
    await write(form, '领域 1', '市场监管')
    // Nothing here says that he was taught or examined; what happened elsewhere is entered with its proof.
    await submit(form)
    await expectRefusal(form, { message: '没有合格的资格考试成绩', article: '行政处罚法', cure: '附证明材料' })
    const elsewhere = group(form, '系统外的培训、考试')
    await write(elsewhere, '组织单位', '省司法厅')
    await write(elsewhere, '培训学时', '60')
    await day(elsewhere, '资格考试合格日期', today)
    await elsewhere.locator('input[type=file]').first().setInputFiles({ name: '合格证.png', mimeType: 'image/png', buffer: png })
    await elsewhere.getByRole('link', { name: '合格证.png' }).waitFor()
    await done(form, '申领执法证件')
    await applicant.waitForURL(/\/matters\/m-/)
    const matter = idIn(applicant)
    await act(await as('deng.chief'), matter, '单位审核同意', (each) => write(each, '审批意见', '同意'))
    const bureau = await as('ding.supervisor.justice')
    await act(bureau, matter, '县级审查通过并报送', async (each) => {
      await write(each, '审查意见', '符合条件')
      await write(each, '报送的发证机关', '省人民政府')
    })
    await act(bureau, matter, '登记发证', async (each) => {
      await write(each, '证件编号', '14-E2E-1')
      await write(each, '发证机关', '省人民政府')
      await write(each, '适用区域代码', '140000')
      await day(each, '生效日期', today)
      await day(each, '有效期至', '2031-12-31')
    })

    await expired.goto('/people/dong-expired')
    await expired.getByRole('link', { name: '出示证件' }).click()
    const code = (await expired.locator('.certificate-card p.mono').innerText()).replaceAll(' ', '')
    const anybody = await openWindow(county)
    await anybody.goto(`/card/${code}`)
    await anybody.getByRole('heading', { name: '此证当前有效' }).waitFor()
    expect(await anybody.locator('main').innerText()).not.toContain('14-E2E-1')

    await act(bureau, matter, '注销执法证件', async (each) => {
      await pick(each, '事由', '退休')
      await day(each, '事由发生日期', today)
    })
    await anybody.reload()
    await anybody.getByRole('heading', { name: '此证当前无效' }).waitFor()

    // The same minute he may be assigned to nothing.
    const lead = await newLead()
    await openMatter(applicant, lead)
    const assigning = await takeUp(applicant, '指派核查人员')
    await pick(assigning, '指派核查人员', await nameOf(await as('chen.officer')), name)
    await submit(assigning)
    await expectRefusal(assigning, { message: '行政执法证已被注销', article: '行政处罚法', cure: '更换持有效执法证件的人员' })
  })
})

describe('who leaves', { timeout: 120_000 }, () => {
  it('is signed out at once, his case stands on the unit head’s desk, and he is done when all is handed over', async () => {
    const [head, leaver] = [await as('zhao.unit'), await as('li.officer')]
    const leaving = await nameOf(leaver)
    // A lead of his own to hand over.
    const filed = await newLead()
    await sends(head, `/api/matters/${filed}/acts`, { id: `${filed}-2`, kind: 'assign', payload: { team: ['chen-officer', 'li-officer'] } })

    await head.goto('/begin/departure')
    const form = formOf(head, '登记离岗')
    await pick(form, '离岗人员', leaving)
    await choose(form, '事由', '辞职')
    await day(form, '离岗日期', today)
    await done(form, '登记离岗')
    await head.waitForURL(/\/matters\/m-/)
    const departure = idIn(head)
    expect(await leaver.evaluate(async () => (await fetch('/api/me')).status)).toBe(401)

    await head.goto('/')
    const thin = head.locator('section.panel', { hasText: '办案人员不再持有有效证件' })
    await thin.getByText(leaving).first().waitFor()
    await act(head, departure, '交回执法装备、账号载体', async (each) => {
      await write(each, '交回清单（没有的写“无”）', '执法记录仪一台')
    })
    await act(head, departure, '收回执法证件')
    await act(head, departure, '移交在办事项')
    await openMatter(head, departure)
    await head.getByRole('region', { name: '法', exact: true }).getByText('件在办案件在其名下').first().waitFor()

    const mine = await head.evaluate(async () => ((await (await fetch('/api/desk')).json()) as { thin: { matter: { id: string }; lacking: { id: string }[] }[] }).thin.filter((each) => each.lacking.some(({ id }) => id === 'li-officer')).map((each) => each.matter.id))
    expect(mine).toContain(filed)
    for (const matter of mine)
      await sends(head, `/api/matters/${matter}/acts`, { id: `${departure}-${matter}`.slice(0, 80), kind: 'replace-officers', payload: { team: ['chen-officer', 'zhao-unit'], reason: '原办案人员离岗' } })
    await act(head, departure, '确认交接完毕')
    await (await as('ding.supervisor.justice')).goto('/certificates')
    await (await as('ding.supervisor.justice')).locator('section.panel', { hasText: '离岗' }).getByText(leaving).first().waitFor()
  })
})

/** How a lead is entered at the screen is the whole case's test. */
async function newLead(): Promise<string> {
  const id = `m-lead-${Date.now()}`
  const payload = { source: 'report', received: today, discoveredOn: today, summary: '举报线索', realName: false, suspects: [] }
  await sends(await as('cheng.clerk'), '/api/matters', { id, procedure: 'penalty-ordinary', body: 'market', unit: 'market-squad', first: { id: `${id}-1`, kind: 'register-lead', payload } })
  return id
}

/** Sends as the page itself would, with its session and its origin. */
async function sends(page: Page, path: string, body: object): Promise<void> {
  const status = await page.evaluate(async ([to, content]) => (await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: content })).status, [path, JSON.stringify(body)] as const)
  expect(status).toBe(201)
}
