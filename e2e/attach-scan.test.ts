import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { bringLead, read } from './lead.ts'
import { done, formOf, pick } from './steps.ts'
import { violations } from './violations.ts'

const matter = 'e2e-scan'
/** A white point: the smallest PNG there is. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64')
let county: County
let officer: Page

beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
  officer = (await bringLead(county, matter, { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true })).officer
}, 120_000)
afterAll(() => county?.close())

describe('signed paper', { timeout: 120_000 }, () => {
  it('is photographed with the phone, sent, and stands in the file for its reader', async () => {
    await officer.goto(`/matters/${matter}?act=attach-scan`)
    const form = formOf(officer, '上传签名盖章件')
    await form.waitFor()
    await pick(form, '文书', '案件来源登记表')
    const camera = form.locator('input[type=file][capture=environment]')
    expect(await camera.getAttribute('accept')).toBe('image/*')
    await camera.setInputFiles({ name: '签名页.png', mimeType: 'image/png', buffer: png })
    await form.locator('.tray').getByRole('link', { name: '签名页.png' }).waitFor()
    await done(form, '上传签名盖章件')

    const { acts } = await read<{ acts: { kind: string; payload: { files?: string[] } }[] }>(officer.request.get(`/api/matters/${matter}/acts`))
    const [hash] = acts.find(({ kind }) => kind === 'attach-scan')?.payload.files ?? []
    const kept = await officer.request.get(`/api/files/${hash}`)
    expect([kept.status(), (await kept.body()).equals(png)]).toEqual([200, true])

    await officer.goto(`/files/${hash}`)
    await officer.getByRole('button', { name: '旋转' }).click()
    await officer.locator('main img').waitFor()
    expect(await violations(officer)).toEqual([])
  })
})
