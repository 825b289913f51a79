import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { read } from './lead.ts'
import { pick, signIn, write } from './steps.ts'
import { violations } from './violations.ts'

let county: County
let bureau: Page
let examinee = ''
beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
  bureau = await signIn(county, 'ding.supervisor.justice')
}, 120_000)
afterAll(() => county?.close())

describe('an exam', { timeout: 120_000 }, () => {
  it('is filled from a file and set by the bureau', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `${i + 1}\t第${i + 1}题：执法人员当场处罚时应当（）。\t正确答案：${'ABCD'[i % 4]}\tA.出示执法证件${i}\tB.着便装${i}C.单人执法${i}\tD.不告知权利${i}`)
    await bureau.goto('/exam-questions')
    await bureau.locator('#bank-file').setInputFiles({ name: '题库.txt', mimeType: 'text/plain', buffer: Buffer.from([...lines, '21\t没有答案的题'].join('\n')) })
    await bureau.getByRole('button', { name: '导入', exact: true }).click()
    await bureau.getByText('共 21 条记录：20 题').waitFor()
    await bureau.getByText('第 21 行：没有“正确答案”').waitFor()
    await bureau.getByRole('button', { name: '新增试题' }).click()
    const form = bureau.getByRole('form', { name: '新增试题' })
    await pick(form, '种类', '案例分析题')
    await pick(form, '难度', '难')
    await write(form, '题干', '某超市销售超过保质期的食品，应当如何处理？')
    await write(form, '评分要点', '立案、调查、告知、决定。')
    expect(await violations(bureau)).toEqual([])
    await form.getByRole('button', { name: '保存' }).click()
    await form.waitFor({ state: 'hidden' })

    // The key of one question was wrong.
    await bureau.locator('#bank-q').fill('第3题')
    await bureau.locator('#bank-q').press('Enter')
    const wrong = bureau.locator('.paper-review li')
    await bureau.waitForFunction(() => document.querySelectorAll('.paper-review li').length === 1)
    await wrong.getByRole('button', { name: '更正' }).click()
    const correction = bureau.getByRole('form', { name: '更正' })
    await correction.getByRole('radio', { name: 'A 为正确答案' }).check()
    await write(correction, '理由', '答案有误')
    await correction.getByRole('button', { name: '保存' }).click()
    await wrong.filter({ hasText: '已停用' }).waitFor()
    expect(await wrong.count()).toBe(2)

    const { now } = await read<{ now: string }>(bureau.request.get('/api/exams'))
    const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
    await read(bureau.request.post('/api/exams', {
      data: {
        id: 'e2e-exam', title: '2026年行政执法资格考试', opens: at(-1), closes: at(120), minutes: 60, pass: 12, examinees: ['chen-officer', 'li-officer'], markers: ['zhao-unit', 'deng-chief'], arbiter: 'ding-supervisor-justice',
        blueprint: { sections: [{ kind: 'single', count: 6, points: 2, fields: [], difficulty: {} }, { kind: 'case', count: 1, points: 8, fields: [], difficulty: {} }], compulsory: [] },
      },
    }))
  })

  it('is set at the screen for a whole body by difficulty, and a line that is no article is told', async () => {
    await bureau.goto('/set-exam')
    await bureau.locator('#exam-title').fill('轮训考试')
    for (const [id, count] of [['single', 5], ['judge', 0], ['single-2', 4]] as const) await bureau.locator(`#exam-${id}`).fill(String(count))
    await bureau.locator('#exam-pass').fill('3')
    await bureau.locator('#exam-body').click()
    await bureau.locator('.ant-select-item-option', { hasText: '市场监督管理局' }).first().click()
    await bureau.locator('#exam-body').press('Escape')
    await bureau.locator('#exam-articles').fill('处罚法里的某一条')
    await bureau.getByText('不能识别的条文：处罚法里的某一条').waitFor()
    expect(await bureau.getByRole('button', { name: '确定组卷' }).isDisabled()).toBe(true)
    await bureau.locator('#exam-articles').fill('')
    await bureau.getByRole('button', { name: '确定组卷' }).click()
    await bureau.getByText('轮训考试').first().waitFor()
    const { rows } = await read<{ rows: { id: string; title: string }[] }>(bureau.request.get('/api/exams'))
    const { entries } = await read<{ entries: { person: string }[] }>(bureau.request.get(`/api/exams/${rows.find(({ title }) => title === '轮训考试')?.id}/results`))
    expect(entries.map(({ person }) => person)).toEqual(expect.arrayContaining(['chen-officer', 'li-officer', 'zhao-unit']))
  })

  it('interrupted twice, goes on with every answer and the same end', async () => {
    let page = await signIn(county, 'chen.officer')
    examinee = (await read<{ name: string }>(page.request.get('/api/me'))).name
    await page.goto('/exams')
    await page.locator('a[href="/exams/e2e-exam"]', { hasText: '进入考场' }).click()
    await page.getByRole('button', { name: '开始考试' }).click()
    await page.getByText('已答 0 / 7').waitFor()
    const { ends } = await read<{ ends: string }>(page.request.get('/api/exams/e2e-exam/paper'))

    // By keyboard: choose, then the next question.
    await page.keyboard.press('2')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('1')
    await page.getByText('已答 2 / 7').waitFor()
    await page.getByText('答案已保存').waitFor()
    const [first] = await given(page)
    expect(first).toHaveLength(1)

    // The browser is closed; he sits down at another machine.
    await page.context().close()
    page = await signIn(county, 'chen.officer')
    await page.goto('/exams')
    await page.getByRole('link', { name: '继续作答' }).click()
    await page.getByText('已答 2 / 7').waitFor()

    // The network goes away; what he answers stays on the machine, over a reload too, until it is back.
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '第 3 题' }).click()
    await page.keyboard.press('4')
    await page.getByText('个答案保留在本机').waitFor()
    await page.context().setOffline(false)
    await page.reload()
    await page.getByText('答案已保存').waitFor()
    await page.getByText('已答 3 / 7').waitFor()
    expect((await given(page)).filter((each) => each !== null)).toHaveLength(3)
    expect((await read<{ ends: string }>(page.request.get('/api/exams/e2e-exam/paper'))).ends).toBe(ends)

    await page.getByRole('button', { name: '第 7 题' }).click()
    await page.getByRole('textbox', { name: '您的答案' }).fill('应当立案，收集证据，告知权利后作出决定。')
    await page.getByText('已答 4 / 7').waitFor()
    await page.getByText('答案已保存').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '交卷' }).click()
    await page.getByText('还有 3 题没有作答。').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '交卷' }).click()
    await page.getByRole('heading', { name: '已交卷' }).waitFor()
    await page.context().close()
  })

  it('is marked without a name, and its result stands with the bureau', async () => {
    for (const marker of ['zhao.unit', 'deng.chief']) {
      const page = await signIn(county, marker)
      await page.goto('/exams')
      await page.getByRole('link', { name: '阅卷' }).click()
      await page.getByText('应当立案，收集证据').waitFor()
      expect(await page.getByRole('main').innerText()).not.toContain(examinee)
      await page.locator('#mark-points').fill('6')
      await page.getByRole('button', { name: '提交评分' }).click()
      await page.getByText('没有待评阅的答卷').waitFor()
      await page.context().close()
    }
    await bureau.goto('/exams/e2e-exam/results')
    const row = bureau.getByRole('row').filter({ hasText: /已存入|合格/ }).first()
    await row.waitFor()
    const { entries } = await read<{ entries: { person: string; objective: number; total: number }[] }>(bureau.request.get('/api/exams/e2e-exam/results'))
    const mine = entries.find(({ person }) => person === 'chen-officer')
    expect(mine?.total).toBe((mine?.objective ?? 0) + 6)
  })
})

const given = async (page: Page) =>
  (await read<{ questions: { given: string[] | null }[] }>(page.request.get('/api/exams/e2e-exam/paper'))).questions.map((each) => each.given)
