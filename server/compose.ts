import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { procedures } from '@faheng/law/procedures/index.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import { counters, documents, findings, ledger, measures, openOwnKeys, recordLapses, runFollowers, words, type Acts, type Follower } from './acts/index.ts'
import type { Room } from './app.ts'
import * as authority from './authority/index.ts'
import * as cases from './cases/index.ts'
import * as disclosure from './disclosure/index.ts'
import * as exams from './exams/index.ts'
import * as people from './people/index.ts'
import type { Context } from './platform/context.ts'
import type { OpenDatabase } from './platform/database/open.ts'
import { inTransaction, run, statement } from './platform/database/run.ts'
import { startDocumentEngine } from './platform/documents/engine.ts'
import { diskStore } from './platform/files/store.ts'
import { openMetrics } from './platform/http/metrics.ts'
import { openIdentity } from './platform/identity/identity.ts'
import * as identity from './platform/identity/routes.ts'
import { openSecret } from './platform/identity/secret.ts'
import { originOf } from './platform/ledger/checkpoint.ts'
import { findLog, openLog } from './platform/ledger/log.ts'
import { noteSigner } from './platform/ledger/note.ts'
import { verifierKey } from './platform/ledger/verifier-key.ts'
import { houseDocuments } from './house-documents.ts'
import * as plan from './plan/index.ts'
import { renderer } from './render-document.ts'
import * as training from './training/index.ts'

export interface HouseOptions {
  readonly dataDir: string
  readonly env: NodeJS.ProcessEnv
  readonly publicUrl: string
  readonly production: boolean
  readonly region: string
  readonly clock: () => Instant
  readonly say: (line: string) => void
}

export interface House {
  readonly context: Context
  readonly acts: Acts
  readonly followers: readonly Follower[]
  readonly rooms: readonly Room[]
  /** What happens by itself each minute: terms that run out, exams whose time is over. */
  lookAfter(): Promise<void>
  /** Lets the followers run until the house is closed. */
  follow(): void
  close(): Promise<void>
}

/** Puts the rooms together on an open database: nothing else knows everything. */
export async function compose(opened: OpenDatabase, options: HouseOptions): Promise<House> {
  const { dataDir, env, publicUrl, production, region, clock, say } = options
  const { pools, database } = opened
  const { master: masterKey, ledger: key } = await openOwnKeys(pools.worker, join(dataDir, 'keys'), env)
  const hash = env['FAHENG_LEDGER_HASH'] === 'sha256' ? 'sha256' : 'sm3'
  const origin = await openLogs(opened, region, (each) => ({ hash, origin: originOf(new URL(publicUrl).host, each, hash) }))

  let wake: () => void = () => undefined
  const acts: Acts = {
    pool: pools.app, procedures, documents: houseDocuments, masterKey, clock, law: version(), wake: () => wake(),
  }
  const context: Context = {
    database, pools, region, clock, dataDir, publicUrl, production, log: say, metrics: openMetrics(),
    ...(env['FAHENG_METRICS_TOKEN'] ? { metricsToken: env['FAHENG_METRICS_TOKEN'] } : {}),
    identity: openIdentity({ pool: pools.auth, secret: openSecret(join(dataDir, 'keys'), env), publicUrl, production, clock, ...idle(env) }),
  }
  const engine = startDocumentEngine()
  const files = diskStore(join(dataDir, 'files'))
  const sign = noteSigner(key)
  const followers = [
    ledger(acts, sign), words(acts), findings(acts), counters(acts), measures(acts),
    authority.caseReviews,
    documents({ acts, sign, store: files, render: renderer(pools.worker, engine, publicUrl), log: say }),
  ]
  const forCases = { ...context, acts, documents: houseDocuments, files, engine }
  const forExams = { ...context, sign }
  const rooms: Room[] = [
    (app) => plan.routes(app, { ...context, acts, engine }),
    (app) => identity.routes(app, context),
    (app) => people.routes(app, { ...context, masterKey: acts.masterKey, engine }),
    (app) => authority.routes(app, { ...context, acts }),
    (app) => cases.routes(app, forCases),
    (app) => exams.routes(app, forExams),
    (app) => training.routes(app, { ...context, codeKey: acts.masterKey }),
    (app) => disclosure.routes(app, { ...context, ledgerKey: verifierKey(origin, key) }),
  ]
  let running: ReturnType<typeof runFollowers> | undefined
  let minute: NodeJS.Timeout | undefined
  const lookAfter = async () => {
    await recordLapses(acts, pools.worker).catch((error: unknown) => say(`terms that ran out: ${error instanceof Error ? error.message : String(error)}`))
    await authority.moveCases(acts, pools.worker).catch((error: unknown) => say(`cases that follow a power: ${error instanceof Error ? error.message : String(error)}`))
    await exams.lookAfterExams(forExams).catch((error: unknown) => say(`exams: ${error instanceof Error ? error.message : String(error)}`))
  }
  let hourly: NodeJS.Timeout | undefined
  const registers = async () => {
    await plan.readRegisters(pools.worker, region, clock()).catch((error: unknown) => say(`registers of the plan: ${error instanceof Error ? error.message : String(error)}`))
    await authority.recordChanges(pools.worker, region, clock()).catch((error: unknown) => say(`changes of statutes: ${error instanceof Error ? error.message : String(error)}`))
  }
  return {
    context, acts, followers, rooms, lookAfter,
    follow() {
      running = runFollowers({ pool: pools.worker, followers, log: say })
      wake = running.wake
      void lookAfter()
      minute = setInterval(() => void lookAfter(), 60_000).unref()
      void registers()
      hourly = setInterval(() => void registers(), 3_600_000).unref()
    },
    async close() {
      clearInterval(minute)
      clearInterval(hourly)
      await running?.stop()
      await engine.close()
    },
  }
}

/** Every county's log is open before its first act. @returns the origin of the region's own */
async function openLogs({ pools }: OpenDatabase, region: string, begin: (region: string) => { hash: 'sm3' | 'sha256'; origin: string }): Promise<string> {
  const regions = await run<{ region: string }>(pools.worker, statement('select region from faheng.region'))
  const origins = await inTransaction(pools.worker, async (client) => {
    const opened: [string, string][] = []
    for (const { region: each } of regions) opened.push([each, ((await findLog(client, each)) ?? (await openLog(client, each, begin(each)))).origin])
    return new Map(opened)
  })
  return origins.get(region) ?? begin(region).origin
}

const idle = (env: NodeJS.ProcessEnv) => {
  const minutes = Number(env['FAHENG_IDLE_MINUTES'])
  return minutes > 0 ? { idleMinutes: minutes } : {}
}

/** The law is released with the program: its version is stored in each act it judged (D2). */
export const version = (): string => (JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string }).version
