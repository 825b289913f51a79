import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** Sends a request to the server that runs now. Undefined: no answer came. */
export type Send = (method: string, path: string, body?: unknown) => Promise<{ readonly status: number; readonly text: string } | undefined>

/** One matter on which acts are recorded without pause, until told to stop. */
export interface Load {
  /** Stops; sends again whatever got no answer, under the same id; then every act is there once. @returns how many. @throws what is lost or doubled */
  settle(): Promise<number>
}

const lead = { source: 'report', received: '2026-03-02', discoveredOn: '2026-03-02', summary: '货架上有过期牛奶', realName: false }
const evidence = (id: string) => ({ evidence: id, kind: 'documentary', title: '照片', proves: ['conduct'], origin: '现场', place: '城关镇', officers: ['nobody'] })
const kind = 'collect-evidence'

export async function openLoad(send: Send): Promise<Load> {
  const matter = randomUUID()
  const begun = { id: matter, procedure: 'penalty-ordinary', body: 'market', unit: 'market-squad', first: { id: `${matter}-1`, kind: 'register-lead', payload: lead } }
  await until(`matter ${matter} is opened`, async () => recorded(await send('POST', '/api/matters', begun)))

  const sent: string[] = []
  const unanswered = new Set<string>()
  let stopping = false
  const record = async (id: string) => recorded(await send('POST', `/api/matters/${matter}/acts`, { id, kind, payload: evidence(id) }))
  const running = (async () => {
    while (!stopping) {
      const id = randomUUID()
      sent.push(id)
      if (await record(id)) continue
      unanswered.add(id)
      await sleep(500)
    }
  })()
  return {
    async settle() {
      stopping = true
      await running
      for (const id of unanswered) await until(`act ${id} is recorded`, () => record(id))
      const there = await until(`matter ${matter} is read`, async () => {
        const answer = await send('GET', `/api/matters/${matter}/acts`)
        return answer?.status === 200 ? (JSON.parse(answer.text) as { acts: { id: string; kind: string }[] }).acts.filter((act) => act.kind === kind).map(({ id }) => id) : undefined
      })
      const lost = sent.filter((id) => !there.includes(id))
      if (lost.length > 0 || there.length !== sent.length) throw new Error(`matter ${matter}: ${sent.length} acts acknowledged, ${there.length} found, lost: ${lost.join(' ') || 'none'}`)
      return sent.length
    },
  }
}

const recorded = (answer: { readonly status: number } | undefined): boolean => answer?.status === 201 || answer?.status === 200

/** Tries until it comes, a minute and a half at most unless said otherwise. */
export async function until<T>(what: string, work: () => Promise<T | undefined | false>, seconds = 90): Promise<T> {
  let error: unknown
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) {
    const found = await work().catch((each: unknown) => void (error = each))
    if (found) return found
  }
  throw new Error(`within ${seconds} s it did not come that ${what}${error ? `: ${String(error)}` : ''}`)
}
