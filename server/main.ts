import { createServer } from 'node:net'
import { dayOf, instantAt } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { writeAddress } from './address.ts'
import type { StartOptions } from './cli/start.ts'
import type { House } from './compose.ts'
import { findCounty } from './county.ts'
import type { DemoOptions, LoadedDemo } from './demo/load.ts'
import { openDatabase } from './platform/database/open.ts'
import { stopwatch } from './stopwatch.ts'

export interface Running {
  /** Where people reach it: the public address, else the one it listens on. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts everything, in the order in which each needs the one before: database, rooms, HTTP, demonstration, followers. When it
 * returns `/health/ready` says so; papers of a fresh demonstration are still being rendered then.
 * @throws with one clear line, nothing left running
 */
export async function serve(options: StartOptions): Promise<Running> {
  const watch = stopwatch(options.now, options.say)
  const clock = () => instantAt(options.now())
  const demonstration = demoOptions(options)
  // The database, other processes, takes seconds on a small machine to be made and started: time to read the program.
  let program: ReturnType<typeof readProgram> | undefined
  const meanwhile = (cluster: 'new' | 'old') => {
    program = readProgram(cluster === 'new' && !options.production ? demonstration : undefined)
    program.catch(() => undefined)
  }
  const opened = await openDatabase({ dataDir: options.dataDir, env: options.env, log: options.say, as: 'server', at: clock(), meanwhile })
  const closing: (() => Promise<unknown>)[] = [() => opened.close()]
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    watch.lap(`database ${opened.database.origin}${opened.migrated.length > 0 ? `, ${opened.migrated.length} migrations` : ''}`)
    const county = await findCounty(opened, options.production)
    const port = options.port === 0 ? await freePort(options.host) : options.port
    const local = `http://${['0.0.0.0', '::'].includes(options.host) ? 'localhost' : options.host}:${port}`
    const publicUrl = options.publicUrl ?? local
    const [{ buildApp }, { compose }, { loadDemo, demoPassword }, { analyze }, { reportYear, tellYearOfPlan }, plan] = await (program ?? readProgram())
    watch.lap('program')
    const house = await compose(opened, { ...options, publicUrl, clock, region: county.region })
    closing.push(() => house.close())

    let ready = false
    const trustProxy = options.env['FAHENG_TRUST_PROXY']
    const app = await buildApp(house.context, house.rooms, { isReady: () => ready, ...(trustProxy ? { trustProxy } : {}), ...(county.demonstration ? { demonstration: { hint: demoHint(demoPassword) } } : {}) })
    closing.push(() => app.close())
    await app.listen({ host: options.host, port })
    writeAddress(options.dataDir, { local, public: publicUrl })
    watch.lap('rooms')
    const demo = county.demonstration ? await loadDemo({ ...demoContext(house), tell: (told) => tellYearOfPlan(house.context, house.acts, told) }, { ...demonstration, plan }) : undefined
    if (demo) watch.lap(`demonstration ${demo.loaded ? 'loaded' : 'there'}, ${demo.matters} cases`)
    if (!options.answerOnly) house.follow()
    ready = true
    watch.total()
    if (demo) {
      const ending = new AbortController()
      const beside = (what: string, work: Promise<unknown>) =>
        work.catch((error: unknown) => options.say(`the demonstration's ${what}: ${error instanceof Error ? error.message : String(error)}`))
      const rest = [
        ...(demo.loaded ? [beside('statistics', analyze(opened.database))] : []),
        beside('report of its plan', reportYear(house.context, house.followers, demo.county, ending.signal)),
      ]
      closing.push(() => (ending.abort(), Promise.all(rest)))
    }
    for (const line of demo ? signIns(demo, demoPassword) : []) options.say(line)
    return { url: publicUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Reads the program, and begins to think out the demonstration's year where one will be wanted. */
async function readProgram(demonstration?: DemoOptions) {
  const modules = await Promise.all([
    import('./app.ts'), import('./compose.ts'), import('./demo/load.ts'), import('./demo/perform-plan.ts'), import('./demo/year-of-plan.ts'),
  ])
  const plan = demonstration && modules[2].planDemo(demonstration)
  plan?.catch(() => undefined)
  return [...modules, plan] as const
}

const demoContext = ({ context, acts }: House) => ({ acts, database: context.database, worker: context.pools.worker, identity: context.identity, log: context.log })

function demoOptions({ demoDate, demoSeed, env, now }: StartOptions) {
  const cases = Number(env['FAHENG_DEMO_CASES'])
  return { date: demoDate ?? dayOf(now()), ...(demoSeed === undefined ? {} : { seed: demoSeed }), ...(cases > 0 ? { cases } : {}) }
}

const demoHint = (password: string) =>
  words(`演示县，密码均为 ${password}；例如 chen.officer（执法人员）、deng.chief（机关负责人）`, `A demonstration county; every password is ${password}; for example chen.officer (officer), deng.chief (head)`)

/** One of each post: user names of the market bureau have no third part. */
function signIns({ county: { people, posts } }: LoadedDemo, password: string): string[] {
  const first = new Map<string, string>()
  for (const { person, kind } of posts) {
    const username = people.find(({ id }) => id === person)?.username
    if (username !== undefined && !first.has(kind)) first.set(kind, username)
  }
  return ['', `sign in with the password ${password} as`, ...[...first].map(([kind, username]) => `  ${kind.padEnd(24)}${username}`), '']
}

/** The port goes into addresses before the server listens on it. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}
