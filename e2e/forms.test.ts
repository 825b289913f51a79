import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { bringLead, read } from './lead.ts'
import { field, formOf, openMatter, password, submit, takeUp, write } from './steps.ts'

const matter = 'e2e-lead'
let county: County
let officer: Page

beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
  officer = (await bringLead(county, matter)).officer
}, 120_000)
afterAll(() => county?.close())

describe('a form', { timeout: 120_000 }, () => {
  it('survives a reload, and says so', async () => {
    await openMatter(officer, matter)
    await write(await takeUp(officer, '提请不予立案'), '不予立案理由', '经核查，当事人已经')
    await officer.getByText('已自动保存').waitFor()
    await officer.reload()
    const form = formOf(officer, '提请不予立案')
    await form.getByText('已恢复您上次未提交的内容').waitFor()
    expect(await field(form, '不予立案理由').inputValue()).toBe('经核查，当事人已经')
    await form.getByRole('button', { name: '放弃草稿' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await expect.poll(() => field(form, '不予立案理由').inputValue()).toBe('')
  })

  it('says what is missing and puts the cursor there', async () => {
    await openMatter(officer, matter)
    const form = await takeUp(officer, '收集证据')
    await submit(form)
    await form.getByRole('alert').filter({ hasText: '处没有填' }).waitFor()
    expect(await officer.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true)
  })

  it('loses nothing when the session ends in the middle: sign in over it, and it goes on', async () => {
    await openMatter(officer, matter)
    const form = await takeUp(officer, '责令改正')
    await write(form, '违法行为', '销售没有标签的预包装食品')
    await officer.context().clearCookies()
    const dialog = officer.getByRole('dialog', { name: '登录已过期' })
    await write(form, '依据', '食品安全法第六十七条')
    await dialog.or(form.locator('button[type=submit]')).first().waitFor()
    if (!(await dialog.isVisible())) await submit(form)
    await dialog.waitFor()
    await dialog.locator('#password').fill(password)
    await officer.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    expect(await field(form, '违法行为').inputValue()).toBe('销售没有标签的预包装食品')
    expect(await field(form, '依据').inputValue()).toBe('食品安全法第六十七条')
  })

  it('submits once when its button is pressed twice; another tab that had it open is told, and keeps its text', async () => {
    await openMatter(officer, matter)
    const form = await takeUp(officer, '提请不予立案')
    await write(form, '不予立案理由', '经核查不属于预包装食品，无需标签。')
    const other = await officer.context().newPage()
    await openMatter(other, matter)
    const late = await takeUp(other, '提请不予立案')
    await write(late, '不予立案理由', '另一窗口中写的理由。')

    const sent: string[] = []
    officer.on('request', (request) => void (request.method() === 'POST' && request.url().endsWith('/acts') && sent.push(request.url())))
    await form.locator('button[type=submit]').dblclick()
    await officer.getByText('已办理：提请不予立案').first().waitFor()
    expect(sent).toHaveLength(1)

    await submit(late)
    await late.getByRole('alert').first().waitFor()
    await other.getByText('案件有了新的进展').waitFor()
    expect(await field(late, '不予立案理由').inputValue()).toBe('另一窗口中写的理由。')
    const { acts } = await read<{ acts: { kind: string }[] }>(officer.request.get(`/api/matters/${matter}/acts`))
    expect(acts.filter((each) => each.kind === 'propose-not-filing')).toHaveLength(1)
  })
})
