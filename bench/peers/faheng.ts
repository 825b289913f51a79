import { join } from 'node:path'
import { Client } from 'pg'
import { addParties, desksOf } from '../acts-http/desks.ts'
import { stepsOf } from '../acts-http/case.ts'
import { realCase } from '../acts-http/real-case.ts'
import { caughtUp } from '../shared/lag.ts'
import { signIn, startServer } from '../shared/server.ts'
import { people } from '../shared/world.ts'
import { demoPassword } from '../../server/demo/load.ts'
import type { OneCase, Side } from './side.ts'

/** Ours, with all that an act does: guards, clocks, ledger, row-level security, numbers, papers. */
export const faheng: Side = {
  name: 'faheng',
  does: {
    history: 'every act with its payload, what was checked and by which law, only added to',
    guards: 'who may, in which stage, two officers, certificates, recusal, competence, norms in force, clocks; the refusal names its article',
    'tamper evidence': 'every act is a leaf of a Merkle log with a signed checkpoint',
    'row rule': 'in the query, and by row-level security behind it',
    approval: 'the head approves a proposal by its hash; register, assign, propose, approve are four acts of four people, with number and papers',
  },
  async start({ folder, worker, auth, connection, region, bodies, deep }) {
    // Papers of an earlier run on the same folder would be rendered beside what is measured: they open the specimen, as the world's do.
    await worker.query(`
      update faheng.document set (file, pages) = (select file, 1 from faheng.document where region = $1 and file is not null limit 1), rendered = made
      where region = $1 and file is null`, [region])
    const { process: server, url } = await startServer(join(folder, 'faheng'), { ...process.env, DATABASE_URL: '' })
    // A new version may count anew what the world holds.
    await caughtUp(url)
    const desks = (await desksOf(worker, auth, url)).filter(({ body }) => bodies.includes(body)).toSorted((a, b) => bodies.indexOf(a.body) - bodies.indexOf(b.body))
    const { rows: [there] } = await worker.query<{ n: number }>(`select count(*)::int as n from faheng.party where region = $1 and id like 'bench-party-%'`, [region])
    if (there?.n === 0) await addParties(worker, 100_000)
    const supervisor = await signIn(url, people.supervisor, demoPassword)
    const list = (who: string, path: string) => ({ method: 'GET', path, who } as const)
    return {
      process: server,
      told: {
        url, desks, proposals: connection('faheng'),
        lists: {
          filtered: list(desks[0]?.cookies.head ?? '', '/api/matters?stage=investigation'),
          deep: list(supervisor, `/api/matters?after=${deep.filed}~${encodeURIComponent(deep.id)}`),
          // There is no group by of one's own choosing: what is counted is counted as acts come in, by body and month.
          grouped: list(supervisor, '/api/plan/measures/36'),
        },
      },
    }
  },
}

let proposals: Promise<Client> | undefined

export const oneCase: OneCase = async (client, told, desk, n, note) => {
  proposals ??= new Client({ ...told.proposals, pipeline: true }).connect()
  const steps = stepsOf(desk, `bench-party-${n}`, Date.now()).filter(({ kind }) => ['register-lead', 'assign', 'propose-filing', 'approve-filing'].includes(kind))
  const acts = realCase(client, desk, steps, await proposals, (kind, begun) => note(kind === 'register-lead' ? 'create' : 'step', begun))
  await acts.next()
  const begun = performance.now()
  while (!(await acts.next()).done);
  note('approval', begun)
}
