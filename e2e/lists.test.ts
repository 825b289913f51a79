import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { bringLead } from './lead.ts'
import { pick, signIn } from './steps.ts'
import { violations } from './violations.ts'

const lead = 'e2e-lists'
let county: County
let officer: Page
let chief: Page

beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
  officer = (await bringLead(county, lead)).officer
  chief = await signIn(county, 'deng.chief')
}, 120_000)
afterAll(() => county?.close())

const linesOf = async (download: Promise<Download>): Promise<string[]> => (await readFile(await (await download).path(), 'utf8')).replace('\uFEFF', '').trimEnd().split('\r\n')

describe('a list', { timeout: 120_000 }, () => {
  it('keeps a filter as a view, opens it again, and drops it', async () => {
    await chief.goto('/cases')
    const filters = chief.getByRole('search', { name: '筛选' })
    await pick(filters, '阶段', '归档')
    await chief.waitForURL(/stage=archived/)
    await chief.getByRole('button', { name: '保存为视图' }).click()
    await chief.getByLabel('视图名称').fill('归档的案件')
    await chief.keyboard.press('Enter')
    const view = chief.getByRole('list', { name: '常用视图' }).getByRole('link', { name: '归档的案件' })
    await view.waitFor()
    expect(await violations(chief)).toEqual([])
    // It is his, not this window's.
    const elsewhere = await signIn(county, 'deng.chief')
    await elsewhere.goto('/cases')
    await elsewhere.getByRole('link', { name: '归档的案件' }).click()
    await elsewhere.waitForURL(/stage=archived/)
    await elsewhere.getByRole('button', { name: '删除视图“归档的案件”' }).click()
    await elsewhere.getByRole('link', { name: '归档的案件' }).waitFor({ state: 'hidden' })
    await elsewhere.context().close()
  })

  it('is exported whole, as it is narrowed', async () => {
    await chief.goto('/cases')
    const total = Number(/共 (\d+) 件/.exec(await chief.getByText(/共 \d+ 件/).innerText())?.[1])
    const whole = chief.waitForEvent('download')
    await chief.getByRole('link', { name: '导出列表' }).click()
    expect(await linesOf(whole)).toHaveLength(1 + total)
    await chief.goto('/cases?q=没有这样的案件')
    await chief.getByText('没有符合条件的事项').waitFor()
  })

  it('of the desk opens by its numbers', async () => {
    await officer.goto('/')
    const numbers = officer.getByRole('navigation', { name: '按期限查看' })
    for (const name of ['已逾期', '今天到期', '三个工作日内']) {
      const number = numbers.getByRole('link', { name })
      const counted = Number(/\d+/.exec(await number.innerText())?.[0])
      await number.click()
      await numbers.locator('[aria-current]', { hasText: name }).waitFor()
      expect([name, await officer.locator('table.rows tbody tr, .approvals > li').count()]).toEqual([name, counted])
    }
    await numbers.getByRole('link', { name: '在办案件' }).click()
    await officer.locator(`a[href^="/matters/${lead}"]`).first().waitFor()
    expect(await violations(officer)).toEqual([])
  })
})

describe('the desk', { timeout: 120_000 }, () => {
  it('says which terms lean on holidays not announced yet', async () => {
    await officer.route('/api/desk', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"provisional":false', '"provisional":true') })
    })
    await officer.goto('/')
    await officer.getByText('涉及尚未公布放假安排的年份').first().waitFor()
    expect(await officer.getByText('涉及尚未公布放假安排的年份').count()).toBe(await officer.locator('table.rows .tag, .approvals .risks > .tag:first-child').count())
    await officer.unroute('/api/desk')
  })
})

describe('a table of items', { timeout: 120_000 }, () => {
  const table = join(import.meta.dirname, '../server/authority/fixtures/items.csv')

  it('is imported by a head in his browser: what was read, what was refused and why; twice changes nothing', async () => {
    await chief.goto('/')
    await chief.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '导入' }).click()
    const begin = async () => {
      await chief.locator('#import-file').setInputFiles(table)
      await chief.getByRole('button', { name: '开始导入' }).click()
      await chief.getByRole('heading', { name: '导入完成' }).waitFor()
      return (await chief.locator('dl.facts').first().innerText()).replaceAll(/\s+/g, ' ')
    }
    expect(await begin()).toMatch(/读入 2 未导入 2 .*新增 2 /)
    const refused = chief.getByRole('region', { name: '未导入的行' }).or(chief.locator('.panel', { hasText: '未导入的行' }))
    expect(await refused.locator('tbody tr').count()).toBe(2)
    const download = chief.waitForEvent('download')
    await chief.getByRole('link', { name: '下载未导入清单' }).click()
    expect(await linesOf(download)).toHaveLength(3)
    await chief.reload()
    expect(await begin()).toMatch(/新增 0 .*没有变化 2/)
    await chief.goto('/items?q=未按规定建立台账')
    await chief.getByRole('link', { name: '未按规定建立台账' }).first().waitFor()
  })

  it('is not offered to an officer, who imports old cases', async () => {
    await officer.goto('/')
    await officer.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '导入' }).click()
    await officer.getByRole('heading', { name: '历史和在办案件' }).waitFor()
    expect(await officer.getByRole('radio').count()).toBe(0)
  })
})

describe('the ledger', { timeout: 120_000 }, () => {
  it('shows whoever kept a checkpoint that it only grew', async () => {
    const supervisor = await signIn(county, 'ding.supervisor.justice')
    await expect.poll(async () => (await supervisor.request.get('/api/ledger/checkpoint')).ok()).toBe(true)
    const kept = (await (await supervisor.request.get('/api/ledger/checkpoint')).json()) as { size: number; root: string }
    await supervisor.goto('/ledger')
    const panel = supervisor.locator('.panel', { hasText: '查验账本只增不改' })
    await panel.getByLabel('当时的记录数').fill(String(kept.size))
    await panel.getByLabel('当时的根哈希').fill(kept.root)
    await panel.getByRole('button', { name: '查验' }).click()
    await panel.getByText('账本只增加，没有改动').waitFor()
    await panel.getByLabel('当时的根哈希').fill(kept.root.toLowerCase())
    await panel.getByRole('button', { name: '查验' }).click()
    await panel.getByText('账本在那以后被改写').waitFor()
    expect(await violations(supervisor)).toEqual([])
    await supervisor.context().close()
  })
})
