import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import { instantAt } from '@faheng/law/time/day.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { launchBrowser } from '../../e2e/browser.ts'
import { walkCase } from '../../server/demo/walk.ts'

const attacks = ['<img src=x onerror="window.broken=1"><script>window.broken=1</script>', '<img src=x onerror=broken=1>']

interface Field {
  readonly widget?: string
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, Field>>
  readonly items?: Field
}

/** A payload with the attack in every free text, as its form takes it. */
function attacked(field: Field | undefined, value: unknown): unknown {
  if (field?.widget === 'text' && typeof value === 'string') return `${value}${attacks.find(({ length }) => value.length + length <= (field.maxLength ?? 4000)) ?? ''}`
  if (field?.items && Array.isArray(value)) return value.map((each) => attacked(field.items, each))
  if (field?.properties && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, attacked(field.properties?.[name], each)]))
  return value
}

interface Act {
  readonly kind: string
  readonly payload: object
}

/**
 * Walks a whole case with a script in every free text of every act, and shows it, its forms and its previews to those who handle
 * it, in a real browser. @returns the pages on which a script ran, and how many were looked at
 */
export async function scripts(url: string, password: string): Promise<{ readonly pages: number; readonly ran: readonly string[] }> {
  const walked = await withAttacks(() => walkCase({ url, password, run: 'fuzz', clock: () => instantAt(Date.now()), log: () => undefined, sleep }))
  const browser = await launchBrowser()
  const ran: string[] = []
  let pages = 0
  try {
    for (const username of ['chen.officer', 'deng.chief', 'cao.review', 'ding.supervisor.justice']) {
      const page = await (await browser.newContext({ baseURL: url })).newPage()
      await page.request.post('/api/auth/sign-in/username', { data: { username, password }, headers: { origin: url } })
      const offers = (await (await page.request.get(`/api/matters/${walked.matter}/available`)).json()) as { readonly offers: readonly { readonly kind: string }[] }
      const paths = ['', '/documents', ...offers.offers.slice(0, 12).map(({ kind }) => `?act=${kind}`)].map((rest) => `/matters/${walked.matter}${rest}`)
      for (const path of [...paths, '/', '/cases', `/cases?q=${encodeURIComponent('onerror')}`, '/leads']) {
        await page.goto(path, { waitUntil: 'networkidle' })
        pages++
        if (await page.evaluate('window.broken')) ran.push(`${username} ${path}`)
      }
      await page.context().close()
    }
  } finally {
    await browser.close()
  }
  return { pages, ran }
}

/** The walk writes what it always writes; on their way its texts get the attack. */
async function withAttacks<T>(work: () => Promise<T>): Promise<T> {
  const plain = globalThis.fetch
  globalThis.fetch = (input, init) => plain(input, typeof init?.body === 'string' && /\/api\/matters(\/[^/]+\/acts)?$/.test(String(input)) ? { ...init, body: withAttack(init.body) } : init)
  try {
    return await work()
  } finally {
    globalThis.fetch = plain
  }
}

function withAttack(body: string): string {
  const sent = JSON.parse(body) as Act & { readonly first?: Act }
  const of = (act: Act): Act => ({ ...act, payload: attacked(penaltyOrdinary.acts[act.kind]?.payload, act.payload) as object })
  return JSON.stringify(sent.first ? { ...sent, first: of(sent.first) } : of(sent))
}
