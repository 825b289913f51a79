import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { openClient } from '../shared/client.ts'
import type { Desk, Step } from './case.ts'
import { region } from './desks.ts'

export type Connection = ReturnType<typeof openClient>
/** An act was sent at that moment and has been answered. */
export type Note = (kind: string, begun: number) => void

/** One case, act by act, by the sessions of those who may. In `proposals` stands what the page would have shown to who approves. */
export async function* realCase(client: Connection, desk: Desk, steps: readonly Step[], proposals: Client | undefined, note: Note): AsyncGenerator<void, void> {
  const matter = randomUUID()
  const done = new Map<string, string>()
  for (const { who, kind, answers, payload } of steps) {
    const proposal = answers === undefined ? undefined : done.get(answers)
    const act = { id: randomUUID(), kind, payload: proposal === undefined ? payload : { ...payload, proposal: { act: proposal, hash: await hashOf(proposals, proposal) } } }
    const begun = performance.now()
    const { status, text } = done.size === 0
      ? await client.send('POST', '/api/matters', desk.cookies[who], { id: matter, procedure: 'penalty-ordinary', body: desk.body, unit: desk.unit, first: act })
      : await client.send('POST', `/api/matters/${matter}/acts`, desk.cookies[who], act)
    if (status !== 201) throw new Error(`${kind}: ${status} ${text}`)
    note(kind, begun)
    done.set(kind, act.id)
    yield
  }
}

const hashOf = async (proposals: Client | undefined, act: string): Promise<string> =>
  (await proposals?.query<{ hash: string }>({ name: 'hash', text: 'select hash from faheng.act where region = $1 and id = $2', values: [region, act] }))?.rows[0]?.hash ?? ''
