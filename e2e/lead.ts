import type { APIResponse, Page } from 'playwright-core'
import type { County } from './county.ts'
import { signIn } from './steps.ts'

export interface Lead {
  readonly matter: string
  /** The window of chen.officer, who is to verify it together with li.officer. */
  readonly officer: Page
}

/** A lead that waits for its officers, brought about over HTTP. */
export async function bringLead(county: County, matter: string, options?: Parameters<typeof signIn>[2]): Promise<Lead> {
  const officer = await signIn(county, 'chen.officer', options)
  const unitHead = await signIn(county, 'zhao.unit')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const payload = { source: 'inspection', received: today, discoveredOn: today, summary: '检查发现货架上的食品没有标签。', realName: false }
  await read(officer.request.post('/api/matters', { data: { id: matter, procedure: 'penalty-ordinary', body: 'market', unit: 'market-squad', first: { id: `${matter}-1`, kind: 'register-lead', payload } } }))
  await read(unitHead.request.post(`/api/matters/${matter}/acts`, { data: { id: `${matter}-2`, kind: 'assign', payload: { team: ['chen-officer', 'li-officer'] } } }))
  await unitHead.context().close()
  return { matter, officer }
}

/** @throws with what the server said when it did not take the request */
export async function read<A>(asked: Promise<APIResponse>): Promise<A> {
  const answer = await asked
  if (!answer.ok()) throw new Error(`${answer.url()} ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as A
}
