import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { read } from './lead.ts'
import { signIn } from './steps.ts'

let county: County
let holder: Page
let officer: Page
const session = 'e2e-training-session'

/** A course the whole county is invited to, in the room since half an hour. */
beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
  ;[holder, officer] = [await signIn(county, 'ding.supervisor.justice'), await signIn(county, 'chen.officer', { viewport: { width: 375, height: 812 } })]
  const post = async (path: string, data: object) => expect((await holder.request.post(`/api/training/${path}`, { data, headers: { origin: new URL(county.url).origin } })).status()).toBe(201)
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const year = Number(at(8 * 60).slice(0, 4))
  await post('courses', { id: 'e2e-course', body: 'justice', year, title: '证据规则', kind: 'professional', category: '', level: 'county', tier: 'all', compulsory: true, rotation: false, hours: 4, invited: ['*'] })
  await post('sessions', { id: session, course: 'e2e-course', starts: at(-30), ends: at(150), place: '二楼报告厅', hours: 4 })
}, 120_000)
afterAll(() => county?.close())

describe('a training with attendance', { timeout: 120_000 }, () => {
  it('is found among my learning, and signed into with the code on the screen', async () => {
    await officer.goto('/training')
    await officer.getByRole('tab', { name: '我的学习' }).click()
    await officer.getByText('尚未完成的必修课程').waitFor()
    await officer.getByRole('link', { name: '证据规则' }).click()

    await holder.goto(`/training/sessions/${session}`)
    await holder.getByRole('button', { name: '在大屏显示签到码' }).click()
    const code = (await holder.locator('[data-code]').getAttribute('data-code')) ?? ''
    expect(code).toMatch(/^[A-Z2-9]{6}$/)

    await officer.getByLabel('签到码').fill('WRONG2')
    await officer.getByRole('button', { name: '签到', exact: true }).click()
    await officer.getByRole('alert').filter({ hasText: '签到码不正确' }).waitFor()
    await officer.getByLabel('签到码').fill(code)
    await officer.getByRole('button', { name: '签到', exact: true }).click()
    await officer.getByText('已签到').first().waitFor()
    await holder.getByRole('cell', { name: '签到' }).first().waitFor()
  })

  it('takes who signed on paper, with the reason, and strikes what was wrong', async () => {
    const { rows } = await read<{ rows: { id: string; name: string }[] }>(holder.request.get('/api/people?body=market&post=officer&limit=5'))
    const other = rows.find(({ id }) => id !== 'chen-officer')
    const box = holder.getByLabel('签到表上的人员')
    await box.click()
    await box.fill(other?.name ?? '')
    await holder.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: other?.name ?? '' }).first().click()
    await holder.keyboard.press('Escape')
    await holder.getByLabel('补录理由').fill('手机没有电')
    await holder.getByLabel('签到表扫描件').setInputFiles({ name: '签到表.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64') })
    await holder.getByRole('button', { name: '补录', exact: true }).click()
    await holder.getByText('手机没有电').first().waitFor()
    await holder.getByRole('link', { name: '扫描件' }).waitFor()
    await holder.getByRole('button', { name: `更正 ${other?.name ?? ''}` }).click()
    await holder.getByLabel('理由', { exact: true }).fill('看错了行')
    await holder.getByRole('button', { name: '更正', exact: true }).click()
    await holder.getByText('已更正：看错了行').waitFor()
  })

  it('is found in the calendar, and another session is set with a check of the place', async () => {
    await holder.goto('/training')
    await holder.getByRole('tab', { name: '课程与场次' }).click()
    await holder.getByRole('list', { name: /^培训日历/ }).getByRole('link', { name: '证据规则' }).waitFor()
    await holder.getByRole('button', { name: '安排场次 证据规则' }).click()
    const day = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
    await holder.locator('#session-day-e2e-course').fill(day)
    await holder.locator('#session-place-e2e-course').fill('党校报告厅')
    await holder.locator('#session-metres-e2e-course').fill('200')
    await holder.locator('#session-spot-e2e-course').fill('37.87，112.55')
    await holder.getByRole('button', { name: '保存' }).first().click()
    await holder.getByText('党校报告厅').waitFor()
    const { rows } = await read<{ rows: { id: string; sessions: { place: string; placeChecked: boolean }[] }[] }>(holder.request.get('/api/training/courses'))
    expect(rows.find(({ id }) => id === 'e2e-course')?.sessions).toContainEqual(expect.objectContaining({ place: '党校报告厅', placeChecked: true }))
  })

  it('is seen by the county in its coverage', async () => {
    await holder.goto('/training')
    await holder.getByRole('button', { name: '青河县市场监督管理局' }).click()
    await holder.getByRole('heading', { name: '青河县市场监督管理局' }).waitFor()
    await holder.getByText('预计不达标').first().waitFor()
  })
})
