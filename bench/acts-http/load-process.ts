import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { openClient } from '../shared/client.ts'
import { stepsOf, type Desk } from './case.ts'
import type { Load, Measured } from './load.ts'
import { realCase, type Connection, type Note } from './real-case.ts'

/**
 * The load generator, a process of its own: so many clients at once, each with several cases of its own that it moves forward in
 * turn, so that nobody waits for another's lock. Warms up, then measures for the given time.
 */
process.once('message', (load: Load) => void generate(load).then(
  (measured) => process.send?.(measured, () => process.exit()),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
))

async function generate(load: Load): Promise<Measured> {
  const proposals = load.proposals === undefined ? undefined : new Client(load.proposals)
  await proposals?.connect()
  let from = Infinity
  let stopped = false
  const took: Measured['took'] = {}
  const note = (kind: string, begun: number): void => {
    const ended = performance.now()
    if (begun >= from && !stopped) (took[kind] ??= []).push(ended - begun)
  }
  let parties = load.firstParty
  const work = Promise.all(Array.from({ length: load.clients }, async (_, n) => {
    const client = openClient(load.url)
    const desk = load.desks[n % load.desks.length] as Desk
    const next = () => () => (load.bare ? bareCase(client, note) : realCase(client, desk, stepsOf(desk, `bench-party-${++parties}`, Date.now()), proposals, note))
    // Several cases under way; the client takes the next step of each in turn.
    const cases = Array.from({ length: 4 }, () => next()())
    for (let i = n; !stopped; i++) {
      const { done } = await (cases[i % 4] as AsyncGenerator).next()
      if (done) cases[i % 4] = next()()
    }
    client.close()
  }))
  const measuring = (async () => {
    await sleep(load.warmMs)
    process.send?.('measuring')
    from = performance.now()
    await sleep(load.forMs)
    stopped = true
    process.send?.('measured')
    return (performance.now() - from) / 1000
  })()
  const seconds = await Promise.race([measuring, work.then(() => measuring)])
  await work
  await proposals?.end()
  const { user, system } = process.cpuUsage()
  return { took, seconds, parties, ownProcessor: (user + system) / 1e6 }
}

async function* bareCase(client: Connection, note: Note): AsyncGenerator<void, void> {
  const matter = randomUUID()
  for (let n = 1; n <= 10; n++) {
    const begun = performance.now()
    const { status, text } = await client.send('POST', '/', '', { matter, id: randomUUID(), seq: n })
    if (status !== 201) throw new Error(`a bare act: ${status} ${text}`)
    note('bare', begun)
    yield
  }
}
