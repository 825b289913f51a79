import { randomUUID } from 'node:crypto'
import type { Desk } from '../acts-http/case.ts'
import type { Connection, Note } from '../acts-http/real-case.ts'

/** Columns of the table of cases that a platform of tables is given, for what a case of ours says up to its filing. */
export const columns = {
  region: 'string', body: 'string', unit: 'string', status: 'string', number: 'string', filed: 'date', due: 'date', party: 'string', place: 'string', source: 'string',
  informant: 'string', summary: 'text', officers: 'json', reason: 'text', opinion: 'text',
} as const

/** Where a step of a case is sent: the first makes its row, the others change it. */
export type Address = (id: string, first: boolean) => { readonly method: string; readonly path: string }

/** The same case on such a platform: a row made by a clerk, then its status moved on by three others. */
export async function tableCase(client: Connection, { body, unit, officers, cookies }: Desk, address: Address, note: Note): Promise<void> {
  const id = randomUUID()
  const step = async (who: keyof Desk['cookies'], row: { readonly status: string; readonly [column: string]: unknown }, first = false) => {
    const { method, path } = address(id, first)
    const begun = performance.now()
    const { status, text } = await client.send(method, path, cookies[who], row)
    if (status !== 200 || !text.includes(`"status":"${row.status}"`)) throw new Error(`${method} ${path}: ${status} ${text}`)
    note(first ? 'create' : 'step', begun)
  }
  const today = new Date().toISOString().slice(0, 10)
  await step('clerk', {
    id, region: body.slice(0, 6), body, unit, status: 'lead', filed: today, party: '第1号经营部', place: '人民路1号', source: 'complaint',
    informant: '投诉人 139-0000-0001', summary: '投诉人反映该店销售的商品不符合规定，要求依法处理。',
  }, true)
  const begun = performance.now()
  await step('unitHead', { status: 'assigned', officers })
  await step('officer', { status: 'proposed', reason: '投诉属实，建议立案。', due: today })
  await step('head', { status: 'filed', opinion: '同意立案。', number: `立〔${today.slice(0, 4)}〕${id.slice(0, 8)}号` })
  note('approval', begun)
}
