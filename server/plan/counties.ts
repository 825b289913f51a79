import type { Static } from 'typebox'
import { PublicPlanAnswer, type CountiesAnswer, type CountiesRequest } from '@faheng/api/plan.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { requirePost } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import { parseWith } from '../platform/http/schemas.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'

type County = Static<typeof CountiesRequest>['counties'][number]
type Row = Static<typeof CountiesAnswer>['rows'][number]

/**
 * A city beside its counties: each county's own installation publishes what it reported (`/api/public/plan`), the city reads it there.
 * Nothing else leaves a county, and no county's data lies in another's database. By name, never ranked. @throws NotFound for others
 */
export async function readCounties(context: Context, session: Session): Promise<Static<typeof CountiesAnswer>> {
  requirePost(session, 'supervisor', 'system-administrator')
  const counties = await countiesOf(context, session.region)
  const rows = await Promise.all(counties.map((each) => reportedBy(each)))
  return { rows: rows.toSorted((a, b) => a.name.localeCompare(b.name, 'zh')), mine: session.posts.some(({ kind }) => kind === 'system-administrator') }
}

/** Which counties the city reads, by who runs the system: an address is asked from the server. @throws NotFound for others; Malformed naming the address */
export async function setCounties(context: Context, session: Session, { id, counties }: Static<typeof CountiesRequest>) {
  requirePost(session, 'system-administrator')
  const { region, person } = session
  counties.forEach(({ address }, i) => demandAddress(address, i, context.production))
  return once(context, { id, name: 'set-plan-counties', region, person, content: { counties } }, async (client) => {
    await run(client, statement(`
      insert into faheng.setting (region, name, value) values ($1, '${setting}', $2) on conflict (region, name) do update set value = excluded.value`), [region, JSON.stringify(counties)])
    return { counties: counties.length }
  })
}

const setting = 'plan-counties'

async function countiesOf({ pools }: Context, region: string): Promise<readonly County[]> {
  const [row] = await run<{ value: readonly County[] }>(pools.worker, statement(`select value from faheng.setting where region = $1 and name = '${setting}'`), [region])
  return row?.value ?? []
}

/** Nobody in between may change what a county says: https, but for a trial on one machine. */
function demandAddress(address: string, i: number, production: boolean): void {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const plain = url?.protocol === 'http:' && !production
  if (url === undefined || (url.protocol !== 'https:' && !plain) || url.pathname !== '/' || url.search !== '' || url.username !== '')
    throw new Malformed(`/counties/${i}/address`, words('填写以https开头的站点地址，例如 https://example.gov.cn', 'Give the address of a site over https, such as https://example.gov.cn'))
}

const patience = 5000
const longest = 1024 * 1024
const parse = parseWith(PublicPlanAnswer)

/** What a county reported, or why there is nothing to show: one that does not answer holds up no other. */
async function reportedBy({ name, address }: County): Promise<Row> {
  const none = (why: Words): Row => ({ name, address, plan: null, why })
  try {
    const answer = await fetch(new URL('/api/public/plan', address), { redirect: 'error', signal: AbortSignal.timeout(patience), headers: { accept: 'application/json' } })
    if (answer.status === 404) return none(words('尚未公布年度报告', 'has published no report yet'))
    const text = await answer.text()
    if (!answer.ok || text.length > longest) return none(words(`没有应答（${answer.status}）`, `does not answer (${answer.status})`))
    return { name, address, plan: parse(JSON.parse(text)), why: null }
  } catch {
    return none(words('没有应答，或者应答不能识别', 'does not answer, or not in a form that can be read'))
  }
}
