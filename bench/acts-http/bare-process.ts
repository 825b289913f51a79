import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { PoolClient } from 'pg'
import { canonical } from '../../law/canonical.ts'
import { openPool } from '../../server/platform/database/pool.ts'
import { run, statement } from '../../server/platform/database/run.ts'
import type { BareOptions } from './bare.ts'

/**
 * The least that an act can be (D1): session, settings, the lock, id check, two certificates, one item, the party's history, five
 * guards, a hash; then act, state, clock, list row and pending row; pipelined, with named statements, on the same database. Over
 * plain node:http, without validation, documents, readers or waiting.
 */
process.once('message', (options: BareOptions) => {
  const pool = openPool({ ...options.connection, max: 20 }, () => undefined)
  const server = createServer((request, reply) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => void bareAct(JSON.parse(Buffer.concat(pieces).toString()) as Sent).then(
      (answer) => end(201, JSON.stringify(answer)),
      (error: unknown) => end(500, String(error)),
    ))
    const end = (status: number, text: string) => reply.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))

  async function bareAct(sent: Sent): Promise<object> {
    await run(pool, statement('select * from auth.session_at($1, $2)'), [options.token, new Date().toISOString()])
    const client = await pool.connect()
    try {
      const answer = await inLock(client, sent)
      client.release()
      return answer
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  async function inLock(client: PoolClient, { matter, id, seq }: Sent): Promise<object> {
    const { region, body, item, officers, party } = options
    const at = new Date().toISOString()
    const day = at.slice(0, 10)
    const [, , , locked] = await Promise.all([
      client.query('begin'),
      run(client, settings, [region, officers[0], matter, body]),
      seq === 1 ? run(client, openMatter, [region, matter, body, day, at]) : undefined,
      run<{ seq: number }>(client, lock, [region, matter]),
    ])
    const [same, states, certificates, items, earlier] = await Promise.all([
      run(client, statement('select id from bare.act where region = $1 and id = $2'), [region, id]),
      run<{ state: object }>(client, statement('select state from bare.matter_state where region = $1 and matter = $2'), [region, matter]),
      run<{ valid: boolean }>(client, statement('select * from faheng.fact_certificates($1, $2, $3)'), [region, officers, at]),
      run<{ competent: boolean }>(client, statement('select * from faheng.fact_items($1, $2, $3, $4, $5, $6)'), [region, body, [item], [day], [null], day]),
      run(client, statement('select * from faheng.fact_earlier($1, $2, $3, $4, $5, $6)'), [region, matter, [party], [day], [day], [null]]),
    ])
    const guards = [locked.length === 1, same.length === 0, certificates.every(({ valid }) => valid), items[0]?.competent, earlier.length === 0]
    if (!guards.every(Boolean)) throw new Error('refused')
    const payload = { evidence: id, kind: 'documentary', proves: ['amount'], officers, place: '人民路1号' }
    const hash = createHash('sha256').update(canonical({ id, matter, kind: 'collect-evidence', payload, salt: randomBytes(16).toString('hex') })).digest('hex')
    const state = { ...states[0]?.state, stage: 'lead', team: officers, parties: [party], [`act-${seq}`]: id }
    await Promise.all([
      run(client, insertAct, [region, id, matter, seq, officers[0], at, JSON.stringify(payload), hash]),
      run(client, putState, [region, matter, JSON.stringify(state)]),
      run(client, putClock, [region, matter, `clock-${seq}`, at, day]),
      run(client, statement('update bare.matter set seq = $3, due = $4, occurred = $5 where region = $1 and id = $2'), [region, matter, seq, day, at]),
      run(client, statement('insert into bare.pending (region, act, matter, seq) values ($1, $2, $3, $4)'), [region, id, matter, seq]),
      client.query('commit'),
    ])
    return { act: id, seq, hash }
  }
})

interface Sent {
  readonly matter: string
  readonly id: string
  readonly seq: number
}

const settings = statement(`select set_config('app.region', $1, true), set_config('app.person', $2, true), set_config('app.matter', $3, true), set_config('app.bodies', $4, true), set_config('app.cases', 'yes', true)`)
const openMatter = statement(`insert into bare.matter (region, id, procedure, stage, body, unit, filed, occurred, seq) values ($1, $2, 'penalty-ordinary', 'lead', $3, '', $4, $5, 0)`)
const lock = statement('select seq from bare.matter where region = $1 and id = $2 for update')
const insertAct = statement(`
  insert into bare.act (region, id, matter, seq, kind, actor, occurred, recorded, source, payload, facts, hash, law, salts)
  values ($1, $2, $3, $4, 'collect-evidence', $5, $6, $6, 'system', $7, '{}', $8, 'bench', '{}')`)
const putState = statement(`
  insert into bare.matter_state (region, matter, state) values ($1, $2, $3) on conflict (region, matter) do update set state = excluded.state`)
const putClock = statement(`insert into bare.clock (region, matter, clock, subject, opened, due, whose) values ($1, $2, $3, '', $4, $5, 'body')`)
