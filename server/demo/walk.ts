import type { Static } from 'typebox'
import type { MatterAnswer } from '@faheng/api/matters.ts'
import type { VerifyAnswer } from '@faheng/api/documents.ts'
import type { CheckpointAnswer, ProofAnswer } from '@faheng/api/ledger.ts'
import { makeCreditCode } from '@faheng/law/identifiers/credit-code.ts'
import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import { dayOf, type Instant } from '@faheng/law/time/day.ts'
import { send, signIn, type Seat } from './seat.ts'
import { wholeCase } from './walk-script.ts'

export interface WalkOptions {
  readonly url: string
  readonly password: string
  /** Parts the ids of one walk from those of another: letters and digits. */
  readonly run: string
  readonly clock: () => Instant
  readonly log: (line: string) => void
  /** Pauses while papers are rendered. */
  readonly sleep: (ms: number) => Promise<void>
}

/** What `faheng demo case --json` prints. */
export interface Walked {
  readonly matter: string
  readonly acts: number
  readonly refusals: readonly { readonly guard: string; readonly article: string }[]
  readonly findings: readonly string[]
  readonly documents: readonly { readonly kind: string; readonly number: string | null; readonly hash: string }[]
  readonly ledger: { readonly origin: string; readonly size: number; readonly root: string; readonly position: number; readonly verified: string }
}

/** One case while it is walked: every act goes over HTTP, by the person whose turn it is. */
export interface Walk {
  readonly matter: string
  readonly party: string
  readonly today: string
  readonly now: Instant
  seat(username: string): Seat
  /** Performs. @throws when the server refuses. Answers the id of the act. */
  does(username: string, kind: string, payload?: object, more?: object): Promise<string>
  /** An exercise of power that the law forbids: must be refused, among others, by this guard. */
  mayNot(guard: string, username: string, kind: string, payload?: object): Promise<void>
  state(): Promise<PenaltyCase>
}

/** Walks a whole case over HTTP, from the lead to the archive. @throws on anything that goes otherwise than the law would have it */
export async function walkCase(options: WalkOptions): Promise<Walked> {
  const { url, run, log } = options
  const refusals: { guard: string; article: string }[] = []
  const walk = await begin(options, refusals)
  await wholeCase(walk)
  const watcher = walk.seat('deng.chief')
  const matter = await untilRendered(options, watcher, walk.matter)
  const acts = (await watcher.get<{ acts: readonly { id: string }[] }>(`/api/matters/${walk.matter}/acts`)).acts
  const proof = await untilThere<Static<typeof ProofAnswer>>(options, watcher, `/api/ledger/proof/${acts.at(-1)?.id}`)
  const decision = matter.documents.find((each) => each.kind === 'penalty-decision')
  const paper = await publicly<Static<typeof VerifyAnswer>>(url, `/api/public/verify/${decision?.code}`)
  if (paper.fileHash !== decision?.file || paper.ledger.position === null) throw new Error(`the public page does not confirm ${decision?.number}: ${JSON.stringify(paper)}`)
  const checkpoint = await publicly<Static<typeof CheckpointAnswer>>(url, '/api/ledger/checkpoint')
  log(`${acts.length} acts, ${new Set(refusals.map((each) => each.guard)).size} different refusals, ${matter.documents.length} documents (run ${run})`)
  return {
    matter: walk.matter,
    acts: acts.length,
    refusals,
    findings: matter.findings.map((each) => each.rule),
    documents: matter.documents.map(({ kind, number, file }) => ({ kind, number, hash: file ?? '' })),
    ledger: { origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root, position: proof.index, verified: decision?.code ?? '' },
  }
}

const cast = ['cheng.clerk', 'zhao.unit', 'chen.officer', 'li.officer', 'dong.expired', 'cao.review', 'yuan.trainee', 'deng.chief', 'xu.deputy', 'fu.deputy', 'shen.deputy'] as const

async function begin({ url, password, run, clock, log }: WalkOptions, refusals: { guard: string; article: string }[]): Promise<Walk> {
  const seats = new Map<string, Seat>()
  for (const username of cast) seats.set(username, await signIn(url, username, password))
  const seat = (username: string): Seat => seats.get(username) ?? fail(`${username} takes no part`)
  const now = clock()
  const matter = `walk-${run}`
  const party = `${matter}-party`
  await seat('cheng.clerk').post('/api/parties', {
    id: party, kind: 'legal-person', name: `青河县演示食品商贸有限公司${run}`, code: makeCreditCode('140199', 900_000 + (Number.parseInt(run, 36) % 99_999)), representative: '何晓平', address: '青河县人民路1号',
  })
  const state = async () => (await seat('deng.chief').get<Static<typeof MatterAnswer>>(`/api/matters/${matter}`)).state as PenaltyCase
  let sent = 0
  const attempt = async (username: string, kind: string, payload: object, more: object = {}) => {
    const act = { id: `${matter}.${++sent}`, kind, ...more }
    if (kind === 'register-lead')
      return { act, outcome: await seat(username).perform('/api/matters', { id: matter, procedure: 'penalty-ordinary', body: 'market', unit: 'market-squad', first: { ...act, payload } }) }
    const definition = penaltyOrdinary.acts[kind]
    const answered = definition?.answers ?? definition?.about
    const proposal = answered === undefined ? undefined : (await state()).proposals[answered]
    const whole = { ...(proposal ? { proposal: { act: proposal.act, hash: proposal.hash } } : {}), ...payload }
    return { act, outcome: await seat(username).perform(`/api/matters/${matter}/acts`, { ...act, payload: whole }) }
  }
  return {
    matter, party, now, today: dayOf(now), seat,
    async does(username, kind, payload = {}, more = {}) {
      const { act, outcome } = await attempt(username, kind, payload, more)
      if ('refusals' in outcome) throw new Error(`${kind} by ${username} was refused: ${outcome.refusals.map((each) => `${each.guard}: ${each.message.en}`).join('; ')}`)
      log(`${username}  ${kind} → ${outcome.done.stage}`)
      return act.id
    },
    async mayNot(guard, username, kind, payload = {}) {
      const { outcome } = await attempt(username, kind, payload)
      const refusal = 'refusals' in outcome ? outcome.refusals.find((each) => each.guard === guard) : undefined
      if (!refusal) throw new Error(`${kind} by ${username} should be refused by ${guard}, and was ${'refusals' in outcome ? `by ${outcome.refusals.map((each) => each.guard).join(', ')}` : 'performed'}`)
      refusals.push({ guard, article: refusal.reference.zh })
      log(`${username}  ${kind} ✗ ${refusal.reference.en}: ${refusal.message.en}`)
    },
    state,
  }
}

/** Papers follow within seconds; a server still busy with its demonstration county takes longer. */
async function untilRendered(options: WalkOptions, seat: Seat, matter: string): Promise<Static<typeof MatterAnswer>> {
  for (let waited = 0; waited < patience; waited += pause) {
    const found = await seat.get<Static<typeof MatterAnswer>>(`/api/matters/${matter}`)
    if (found.documents.every((each) => each.file !== null)) return found
    await options.sleep(pause)
  }
  throw new Error(`documents of ${matter} are not rendered after ${patience / 1000} s`)
}

async function untilThere<T>(options: WalkOptions, seat: Seat, path: string): Promise<T> {
  for (let waited = 0; waited < patience; waited += pause) {
    const found = await seat.find<T>(path)
    if (found !== undefined) return found
    await options.sleep(pause)
  }
  throw new Error(`${path} is not there after ${patience / 1000} s`)
}

const pause = 250
const patience = 120_000

/** As a citizen, signed out. */
async function publicly<T>(url: string, path: string): Promise<T> {
  const response = await send(url, 'GET', path)
  if (!response.ok) throw new Error(`${path} answers ${response.status} to the public`)
  return (await response.json()) as T
}

const fail = (message: string): never => {
  throw new Error(message)
}
