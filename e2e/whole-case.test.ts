import { makeCreditCode } from '@faheng/law/identifiers/credit-code.ts'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { act, choose, day, done, expectRefusal, field, formOf, group, openMatter, openWindow, pick, pickFirst, signIn, submit, takeUp, tick, write } from './steps.ts'

let county: County
const windows = new Map<string, Page>()
let matter = ''
let today = ''
let soon = ''

/** Each signs in when it is his turn, and keeps his window. */
async function as(username: string): Promise<Page> {
  const page = windows.get(username) ?? (await signIn(county, username))
  windows.set(username, page)
  return page
}
const nameOf = async (page: Page): Promise<string> => (await page.locator('header .who b').innerText()).trim()

beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
  const wall = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString()
  today = wall(Date.now()).slice(0, 10)
  soon = wall(Date.now() + 3_600_000).slice(0, 16).replace('T', ' ')
})
afterAll(() => county?.close())

describe('a whole case, each person at his own screen', { timeout: 120_000 }, () => {
  it('begins as a lead with a party entered on the spot, its code checked', async () => {
    const page = await as('cheng.clerk')
    await page.getByRole('link', { name: '登记线索' }).click()
    const form = formOf(page, '登记线索')
    await pick(form, '案件来源', '投诉')
    await day(form, '收到日期', today)
    await day(form, '违法行为发现日期', today)
    await write(form, '线索内容', '消费者反映店内所售预包装食品没有标签。')
    await form.getByRole('button', { name: '登记新的当事人' }).click()
    const dialog = page.getByRole('dialog', { name: '登记新的当事人' })
    await choose(dialog, '类型', '个体工商户')
    await write(dialog, '名称（姓名）', '青河县福满门食品店')
    const code = makeCreditCode('140199', 900, 'individual-business')
    await write(dialog, '统一社会信用代码／公民身份号码', code.slice(0, -1) + (code.endsWith('1') ? '2' : '1'))
    await dialog.getByText('校验码不符').waitFor()
    await write(dialog, '统一社会信用代码／公民身份号码', code)
    await dialog.getByText('校验码不符').waitFor({ state: 'hidden' })
    await write(dialog, '法定代表人（负责人、经营者）', '孙福')
    await write(dialog, '住所（地址）', '青河县人民路18号')
    await dialog.getByRole('button', { name: '登记并选用' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await done(form, '登记线索')
    await page.waitForURL(/\/matters\/m-/)
    matter = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.getByRole('heading', { level: 1, name: '青河县福满门食品店' }).waitFor()
  })

  it('is assigned by the unit head to two officers', async () => {
    const officers = [await nameOf(await as('chen.officer')), await nameOf(await as('li.officer'))]
    await act(await as('zhao.unit'), matter, '指派核查人员', (form) => pick(form, '指派核查人员', ...officers))
  })

  it('collects evidence; an interview by one officer alone is recorded, marked and unusable', async () => {
    const page = await as('chen.officer')
    await act(page, matter, '收集证据', async (form) => {
      await pick(form, '证据种类', '书证')
      await write(form, '证据名称', '营业执照、进货票据复印件')
      await tick(form, '当事人身份')
      await tick(form, '金额、数量')
      await write(form, '来源和提取经过', '由当事人提供，经核对与原件一致')
      await write(form, '提取地点', '青河县人民路18号')
    })
    await act(page, matter, '现场检查、勘验', async (form) => {
      await write(form, '检查（勘验）地点', '青河县人民路18号')
      await day(form, '结束时间', soon)
      await write(form, '现场情况', '货架上二十盒预包装食品没有标明生产者名称和地址。')
      await tick(form, '违法行为')
      await tick(form, '金额、数量')
    })
    await interview(page, async (form) => {
      await field(form, '执法人员').focus()
      await page.keyboard.press('Backspace')
      await form.locator('.notice.amber', { hasText: '可以记录' }).waitFor()
    })
    await page.locator('.story li.marked', { hasText: '询问' }).locator('.marks', { hasText: '行政处罚法' }).waitFor()
    await interview(page)
    expect(await page.locator('.story li.marked').count()).toBe(1)
  })

  it('waits for the second officer, who confirms from his desk with one tap', async () => {
    const desk = await as('li.officer')
    await desk.goto('/')
    const row = desk.locator('.confirm > li', { hasText: '青河县福满门食品店' })
    await row.getByText('现场检查、勘验').waitFor()
    await row.getByRole('button').click()
    await row.waitFor({ state: 'detached' })
    const page = await as('chen.officer')
    await openMatter(page, matter)
    expect(await page.locator('.story .tag', { hasText: '确认' }).count()).toBe(0)
  })

  it('is filed: proposed on an item, approved by the head from his desk on the phone, the proposal before him', async () => {
    await act(await as('chen.officer'), matter, '提请立案', async (form) => {
      const violation = group(form, '违法行为 1')
      await pick(violation, '执法事项', '经营标签不符合规定的预包装食品')
      await write(violation, '行为概述', '销售未标明生产者名称、地址的预包装食品')
      await write(violation, '发生地点', '青河县人民路18号')
      await day(violation, '开始日期', today)
      await day(violation, '终了日期', today)
      await pick(violation, '涉及当事人', '青河县福满门食品店')
      await write(form, '立案理由', '经初步核查属实，属于本机关管辖，建议立案调查。')
    })
    const head = await signIn(county, 'deng.chief', { viewport: { width: 375, height: 812 } })
    const row = head.locator('.approvals li', { hasText: '青河县福满门食品店' })
    await row.getByText('已等 0 天').waitFor()
    await row.getByRole('link', { name: /^打开办理 批准立案/ }).click()
    const form = formOf(head, '批准立案')
    await head.locator('.hand-aside', { hasText: '经初步核查属实' }).waitFor()
    // Under the thumb before anything is scrolled.
    const approve = await form.locator('button[type=submit]').boundingBox()
    expect(approve && approve.y > 406 && approve.y + approve.height <= 812).toBe(true)
    await write(form, '审批意见', '同意立案。')
    await done(form, '批准立案')
    await head.context().close()
  })

  it('refuses a fine above the maximum with article and cure, and takes a lawful one', async () => {
    const page = await as('chen.officer')
    await openMatter(page, matter)
    const form = await takeUp(page, '提交调查终结报告')
    await write(form, '查明的事实', '当事人销售没有标明生产者名称和地址的预包装食品二十盒，货值金额三千元。')
    await write(form, '案件性质、裁量理由', '违反食品安全法第六十七条的规定，没有从重情节。')
    const penalty = group(form, '处罚 1')
    await write(penalty, '金额', '80000')
    await write(penalty, '货值金额', '3000')
    await pick(penalty, '适用情形', '1. 货值金额不足一万元的')
    await form.getByRole('button', { name: '添加 · 情节', exact: true }).click()
    const circumstance = group(form, '情节 1')
    await pickFirst(circumstance, '违法行为')
    await pick(circumstance, '裁量档次和情节', '主动改正')
    await pickFirst(circumstance, '证据')
    await submit(form)
    await expectRefusal(form, { message: '罚款数额高于法定上限', article: '第三十八条', cure: '在法定幅度内确定金额' })
    await write(penalty, '金额', '8000')
    await done(form, '提交调查终结报告')
    await act(await as('zhao.unit'), matter, '审查调查终结报告', (each) => write(each, '审批意见', '同意。'))
  })

  it('is reviewed, notified and served; no decision while the defence term runs', async () => {
    await act(await as('cao.review'), matter, '法制审核通过', async (form) => {
      for (const box of await group(form, '审核要点').getByRole('checkbox').all()) await box.check()
      await write(form, '审批意见', '事实清楚，程序合法。')
    })
    await act(await as('deng.chief'), matter, '行政处罚告知', (form) => write(form, '审批意见', '同意告知。'))
    const page = await as('chen.officer')
    await act(page, matter, '送达', served)
    const blocked = page.getByRole('region', { name: '法', exact: true }).locator('.blocked', { hasText: '提请作出处罚决定' })
    await blocked.getByRole('button', { name: '提请作出处罚决定' }).and(page.locator(':disabled')).waitFor()
    expect(await blocked.innerText()).toContain('办法')
  })

  it('goes on to the decision once the party waives', async () => {
    const page = await as('chen.officer')
    await act(await as('li.officer'), matter, '确认共同办理的记录')
    await act(page, matter, '当事人放弃陈述、申辩或者听证')
    await act(page, matter, '提请作出处罚决定', (form) => write(form, '说明', '建议按告知内容作出决定。'))
    await act(await as('deng.chief'), matter, '作出行政处罚决定', (form) => write(form, '审批意见', '同意。'))
  })

  it('is served, paid, closed and archived', async () => {
    const page = await as('chen.officer')
    await act(page, matter, '送达', served)
    await act(page, matter, '登记缴款', async (form) => {
      await write(form, '票据号码', '20260001')
      await day(form, '缴款日期', today)
    })
    await act(await as('li.officer'), matter, '确认共同办理的记录')
    await act(page, matter, '提请结案', (form) => write(form, '案件办理和执行情况', '决定已经送达，罚款已经缴清。'))
    await act(await as('deng.chief'), matter, '批准结案', (form) => write(form, '审批意见', '同意结案。'))
    await act(page, matter, '归档', (form) => write(form, '备考说明', '卷内文书齐全。'))
    await page.locator('.title').getByText('本案已结束').waitFor()
  })

  it('leaves a decision whose code shows it genuine to anybody, signed out', async () => {
    const page = await as('chen.officer')
    await page.goto(`/matters/${matter}/documents`)
    const row = page.getByRole('row', { name: /行政处罚决定书/ })
    const code = await row.locator('a.mono').innerText()
    const number = await row.getByRole('cell').nth(1).innerText()
    const stranger = await openWindow(county)
    await stranger.goto(`/verify/${code}`)
    await stranger.getByRole('heading', { name: '此文书真实有效' }).waitFor()
    const shown = await stranger.locator('main').innerText()
    expect(shown).toContain(number)
    expect(shown).not.toContain('福满门')
  })
})

const served = (form: Locator) => write(form, '送达地点', '青河县人民路18号').then(() => write(form, '签收人及与受送达人关系', '孙福，经营者本人'))

const interview = (page: Page, before: (form: Locator) => Promise<void> = async () => undefined) =>
  act(page, matter, '询问', async (form) => {
    await write(form, '姓名', '孙福')
    await write(form, '询问地点', '青河县市场监督管理局询问室')
    await day(form, '结束时间', soon)
    await write(form, '问', '这些食品从哪里进货？')
    await write(form, '答', '从批发市场购进，没有注意标签。')
    await tick(form, '情节')
    await before(form)
  })
