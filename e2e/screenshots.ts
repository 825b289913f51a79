import { mkdtempSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { type County, openCounty } from './county.ts'

/**
 * Pictures of the main screens, zh and en, desktop and phone: `node e2e/screenshots.ts [URL] [FOLDER]`, of the demonstration
 * county that runs there, by default of one of its own with 40 cases, into docs/pictures.
 */
const given = process.argv[2]?.replace(/\/$/, '')
const county = given === undefined ? await openCounty(mkdtempSync(join(tmpdir(), 'faheng-pictures-')), 40) : await visit(given)
const base = county.url
const folder = process.argv[3] ?? join(import.meta.dirname, '../docs/pictures')
const password = process.env['FAHENG_DEMO_PASSWORD'] ?? 'qinghe-2026'

const sizes = { desktop: { width: 1366, height: 768 }, phone: { width: 375, height: 812 } } as const
type Where = (page: Page) => Promise<string | undefined>

/** Each screen with the person who uses it and how he finds it. */
const screens: readonly { readonly name: string; readonly person: string | undefined; readonly where: string | Where }[] = [
  { name: 'sign-in', person: undefined, where: '/sign-in' },
  { name: 'desk', person: 'chen.officer', where: '/' },
  { name: 'register-lead', person: 'chen.officer', where: '/leads/new' },
  { name: 'cases', person: 'deng.chief', where: '/cases' },
  { name: 'matter', person: 'chen.officer', where: waitingAt('') },
  { name: 'act', person: 'chen.officer', where: waitingAt('?act=submit-report') },
  { name: 'documents', person: 'deng.chief', where: archivedAt('/documents') },
  { name: 'approval', person: 'deng.chief', where: waitingAct() },
  { name: 'rules', person: 'chen.officer', where: '/rules' },
  { name: 'items', person: 'chen.officer', where: '/items' },
  { name: 'account', person: 'chen.officer', where: '/account' },
  { name: 'imports', person: 'ye.system.justice', where: '/imports' },
  { name: 'people', person: 'ye.system.justice', where: '/people' },
  { name: 'ledger', person: 'ding.supervisor.justice', where: '/ledger' },
  { name: 'verify', person: 'deng.chief', where: verificationPage },
]

await mkdir(folder, { recursive: true })
for (const language of ['zh', 'en'] as const)
  for (const [size, viewport] of Object.entries(sizes))
    for (const person of new Set(screens.map((each) => each.person))) {
      const context = await county.browser.newContext({ viewport, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai' })
      await context.addInitScript((chosen) => localStorage.setItem('faheng:language', chosen), language)
      if (person !== undefined) await signIn(context, person)
      const page = await context.newPage()
      for (const screen of screens.filter((each) => each.person === person)) {
        await page.goto(base)
        const path = typeof screen.where === 'string' ? screen.where : await screen.where(page)
        if (path === undefined) continue
        await page.goto(base + path)
        await page.waitForLoadState('networkidle')
        await page.waitForTimeout(1000)
        await page.screenshot({ path: join(folder, `${screen.name}-${language}-${size}.png`) })
      }
      await context.close()
    }
await county.close()

async function visit(url: string): Promise<County> {
  const browser = await launchBrowser()
  return { url, browser, close: () => browser.close() }
}

async function signIn(context: BrowserContext, username: string): Promise<void> {
  const answer = await context.request.post(`${base}/api/auth/sign-in/username`, { data: { username, password } })
  if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()}`)
}

interface Desk {
  readonly waiting: readonly { readonly act: string; readonly matter: { readonly id: string } }[]
}

/** A matter at investigation that waits for the officer's report, else the first on his desk. */
function waitingAt(query: string): Where {
  return async (page) => {
    const { waiting } = await read<Desk>(page, '/api/desk')
    const found = waiting.find((each) => each.act === 'submit-report') ?? waiting[0]
    return found ? `/matters/${found.matter.id}${query}` : undefined
  }
}

/** An approval that waits for this head. */
function waitingAct(): Where {
  return async (page) => {
    const { waiting } = await read<Desk>(page, '/api/desk')
    const found = waiting.find((each) => each.act.startsWith('approve') || each.act === 'endorse-report')
    return found ? `/matters/${found.matter.id}?act=${found.act}` : undefined
  }
}

/** A case that has come to its end. */
function archivedAt(path: string): Where {
  return async (page) => {
    const { rows } = await read<{ readonly rows: readonly { readonly id: string }[] }>(page, '/api/matters?stage=archived&limit=1')
    return rows[0] ? `/matters/${rows[0].id}${path}` : undefined
  }
}

/** The public page of a penalty decision. */
async function verificationPage(page: Page): Promise<string | undefined> {
  const { rows } = await read<{ readonly rows: readonly { readonly id: string }[] }>(page, '/api/matters?stage=archived&limit=20')
  for (const { id } of rows) {
    const { documents } = await read<{ readonly documents: readonly { readonly kind: string; readonly code: string | null }[] }>(page, `/api/matters/${id}`)
    const decision = documents.find((each) => each.kind === 'penalty-decision' && each.code !== null)
    if (decision) return `/verify/${decision.code}`
  }
  return undefined
}

async function read<A>(page: Page, path: string): Promise<A> {
  return (await (await page.request.get(base + path)).json()) as A
}
