import { lacksApproval, postsOf } from './approval.ts'
import { definitionOf } from './fold.ts'
import type { Act, ActDefinition, By, MatterState, Post, PostKind, Procedure, Refusal } from './procedure.ts'
import type { Facts } from './facts.ts'
import { cite } from './citation.ts'
import { secondOfficers } from './second-officer.ts'
import { dayOf, type Instant } from './time/day.ts'
import { words, type Words } from './words.ts'

/** A person as the law sees him at an instant: the posts he holds then. */
export interface Actor {
  readonly person: string
  readonly posts: readonly Post[]
}

/** An act about to be performed, before it has a sequence number. `payload` undefined: only the state is asked. */
export type Candidate = Omit<Act, 'payload' | 'facts' | 'seq'> & { readonly payload: unknown }

/**
 * May this person do this now? Every refusal that stands, in the order: person, stage, proposal, guards. For a fact only the
 * person is asked: what happened is recorded, its unmet guards become marks in the fold (R1).
 */
export function judge<S extends MatterState>(
  procedure: Procedure<S>,
  state: S,
  candidate: Candidate,
  actor: Actor | 'system',
  facts: Facts,
): Refusal[] {
  const definition = definitionOf(procedure, candidate.kind)
  if (!definition) throw new Error(`the procedure ${procedure.name} knows no act ${candidate.kind}`)
  const refusals: Refusal[] = []
  const barred = actor === 'system' ? (definition.by === 'system' ? undefined : notYours(definition)) : byRefusal(definition, state, actor, { kind: candidate.kind, facts })
  if (barred) refusals.push(barred)
  if (definition.nature === 'fact') return refusals
  if (definition.from && !definition.from.includes(state.stage)) refusals.push(wrongStage(procedure, definition, state))
  const stale = staleProposal(definition, state, candidate.payload)
  if (stale) refusals.push(stale)
  const judged = { ...candidate, seq: 0, facts }
  for (const guard of definition.guards) {
    const reason = guard.unmet({ state, act: judged, facts, on: dayOf(candidate.occurredAt) })
    if (reason) refusals.push({ guard: guard.id, article: guard.article, message: reason, cure: guard.cure })
  }
  return refusals
}

/** One line of what may be done on a matter: every act that belongs to its stage, allowed or not, with the reason. */
export interface Offer {
  readonly kind: string
  readonly title: Words
  readonly nature: 'power' | 'fact'
  readonly allowed: boolean
  readonly awaited: boolean
  readonly suits: boolean
  readonly refusals: readonly Refusal[]
}

/** The table that button, phone and server read. `at` is now; powers of other stages are left out unless awaited. */
export function available<S extends MatterState>(procedure: Procedure<S>, state: S, actor: Actor, facts: Facts, at: Instant): Offer[] {
  return Object.entries(procedure.acts)
    .filter(([kind, each]) => each.by !== 'system' && !(procedure.first.includes(kind) && !each.proposes && procedure.first.some((begun) => state.done[begun])) && (each.nature === 'fact' || (each.from ?? []).includes(state.stage)))
    .map(([kind, definition]) => {
      const candidate: Candidate = { id: '', kind, occurredAt: at, recordedAt: at, actor: actor.person, payload: undefined, hash: '' }
      const refusals = judge(procedure, state, candidate, actor, facts)
      return { kind, title: definition.title, nature: definition.nature, allowed: refusals.length === 0, awaited: definition.awaited(state), suits: definition.suits(state) && hasToAnswer(definition, state), refusals }
    })
}

/** An answer has its cause in an open proposal. */
const hasToAnswer = <S extends MatterState>({ answers }: ActDefinition<S>, state: S): boolean => answers === undefined || state.proposals[answers]?.status === 'open'

/** For whom a matter waits: from here come my desk, "who must act may read" and "nobody is eligible" (D6). */
export interface Waiting {
  readonly act: string
  readonly post: PostKind
  /** A body, a unit, the county ('*'), or `person` for the handling team. */
  readonly place: string
  readonly person?: string
  readonly except: readonly string[]
  /** He is waited for only while nobody holds this post who may act: a unit head who handles the case himself (R5). */
  readonly standsFor?: { readonly post: PostKind; readonly place: string }
}

export function waitingFor<S extends MatterState>(procedure: Procedure<S>, state: S): Waiting[] {
  const waiting: Waiting[] = []
  for (const [act, definition] of Object.entries(procedure.acts)) {
    const { by } = definition
    // A power of another stage waits for nobody: what was still proposed or untold when a case ended stays as it is.
    if (by === 'system' || !definition.awaited(state) || (definition.from && !definition.from.includes(state.stage))) continue
    const except = exceptions(definition, state)
    // It waits for the first post named; the others may act in its place.
    const post = postsOf(by)[0] as PostKind
    const ready = (person: string | undefined): person is string => person !== undefined && !except.includes(person)
    if (by.pool && ready(state.poolReviewer)) waiting.push({ act, post, place: state.body, person: state.poolReviewer, except })
    else if (by.of === 'team' || by.awaits === 'team') for (const person of state.team) waiting.push({ act, post, place: state.body, person, except })
    else if (by.of === 'chair') waiting.push(...(ready(state.chair) ? [{ act, post, place: state.body, person: state.chair, except }] : []))
    else if (by.of === 'second') for (const person of secondOfficers(state)) waiting.push({ act, post, place: state.body, person, except })
    else {
      const place = by.of === 'unit' ? state.unit || state.body : by.of === 'body' ? state.body : by.of === 'counterpart' ? (state.counterpart ?? state.body) : '*'
      waiting.push({ act, post, place, except })
      if (by.of === 'unit' && post !== 'head' && postsOf(by).includes('head')) waiting.push({ act, post: 'head', place: state.body, except, standsFor: { post, place } })
    }
  }
  return waiting
}

/** Which act it is, and what the body set about who approves it. */
export interface Asked {
  readonly kind: string
  readonly facts: Facts
}

/** The post under which this person may do it, if any: one of his own before one that was delegated to him. */
export function standing<S extends MatterState>(definition: ActDefinition<S>, state: S, actor: Actor, { kind, facts }: Asked): Post | undefined {
  const { by } = definition
  if (by === 'system' || exceptions(definition, state).includes(actor.person)) return undefined
  return fitting(by, state, actor).find((post) => lacksApproval(kind, by, post, facts.approval) === undefined)
}

/** His posts of the right kind in the right place; of several he acts under the one named first, a delegated one last. */
const fitting = (by: By, state: MatterState, { person, posts }: Actor): Post[] =>
  posts
    .filter((post) => postsOf(by).includes(post.kind) && holdsAt(by, state, post, person))
    .toSorted((a, b) => postsOf(by).indexOf(a.kind) - postsOf(by).indexOf(b.kind) || Number(a.delegation !== undefined) - Number(b.delegation !== undefined))

function holdsAt(by: By, state: MatterState, post: Post, person: string): boolean {
  if (by.of === 'county') return true
  if (by.of === 'counterpart') return state.counterpart !== undefined && post.body === state.counterpart
  if (by.of === 'second') return secondOfficers(state).includes(person)
  if (by.pool && state.poolReviewer === person) return true
  if (post.body !== state.body) return false
  if (by.of === 'team') return state.team.includes(person)
  if (by.of === 'chair') return state.chair === person
  return by.of === 'body' || post.kind === 'head' || post.unit === state.unit || state.unit === ''
}

function exceptions<S extends MatterState>(definition: ActDefinition<S>, state: S): string[] {
  if (definition.by === 'system') return []
  const not = definition.by.not ?? []
  const proposal = state.proposals[definition.answers ?? definition.about ?? '']
  const recused = definition.nature === 'power' ? (state.recused ?? []) : []
  return [...recused, ...(not.includes('handler') ? state.team : []), ...(not.includes('proposer') && proposal ? [proposal.by] : [])]
}

function byRefusal<S extends MatterState>(definition: ActDefinition<S>, state: S, actor: Actor, asked: Asked): Refusal | undefined {
  if (standing(definition, state, actor, asked)) return undefined
  if (state.recused?.includes(actor.person))
    return {
      guard: 'by',
      article: cite('行政处罚法', 43, 1),
      message: words('本人已被决定回避，不得再参与本案。', 'You were told to withdraw from this matter.'),
      cure: words('由其他有权人员办理。', 'Let another person who holds the post do it.'),
    }
  if (exceptions(definition, state).includes(actor.person))
    return {
      guard: 'by',
      article: cite('行政处罚法', 43),
      message: words('经办或者提出本事项的人员，不得由本人审批、审核。', 'Whoever handled or proposed this may not approve or review it himself.'),
      cure: words('由其他有权人员办理；本人的提请保留。', 'Let another person who holds the post do it; the proposal stands.'),
    }
  const { by } = definition
  const [post] = by === 'system' ? [] : fitting(by, state, actor)
  const lack = by === 'system' || post === undefined ? undefined : lacksApproval(asked.kind, by, post, asked.facts.approval)
  return lack ? { ...notYours(definition), message: lack, cure: words('报有审批权限的负责人办理；没有的，明确主持工作的负责人或者依法书面授权。', 'Put it before a head who may approve it; if there is none, appoint an acting head or delegate in writing where the law allows.') } : notYours(definition)
}

const notYours = <S extends MatterState>(definition: ActDefinition<S>): Refusal => ({
  guard: 'by',
  article: definition.article,
  message:
    definition.by === 'system'
      ? words('本行为由系统依法自动记录。', 'This act is recorded by the system itself.')
      : words(`本行为应由${postWords(definition.by).zh}作出。`, `This act belongs to: ${postWords(definition.by).en}.`),
  cure: words('由担任该职务的人员办理；没有合适人员的，先任命或者指定。', 'Let a person holding that post act; if there is none, appoint or designate one first.'),
})

const postWords = (by: By): Words => {
  const where = { unit: words('办案机构', 'of the handling unit'), body: words('本机关', 'of the body'), county: words('本县', 'of the county'), counterpart: words('承接或者移交机关', 'of the body that takes or hands over'), team: words('本案承办', 'of the handling team'), chair: words('受指定主持听证的', 'appointed to chair the hearing'), second: words('记录载明而尚未确认的', 'named in a record and yet to confirm it') }[by.of]
  const posts = postsOf(by).map((post) => postTitles[post])
  return words(where.zh + posts.map((each) => each.zh).join('或者'), `${posts.map((each) => each.en).join(' or ')} ${where.en}`)
}

export const postTitles: Readonly<Record<PostKind, Words>> = {
  officer: words('执法人员', 'officer'),
  'unit-head': words('办案机构负责人', 'unit head'),
  'legal-reviewer': words('法制审核人员', 'legal reviewer'),
  head: words('机关负责人', 'head'),
  supervisor: words('执法监督人员', 'supervisor'),
  'receiving-clerk': words('受理登记人员', 'receiving clerk'),
  'system-administrator': words('系统管理员', 'system administrator'),
  'security-administrator': words('安全管理员', 'security administrator'),
  'audit-administrator': words('审计管理员', 'audit administrator'),
}

const wrongStage = <S extends MatterState>(procedure: Procedure<S>, definition: ActDefinition<S>, state: S): Refusal => {
  const names = (definition.from ?? []).map((stage) => procedure.stages[stage] ?? words(stage, stage))
  const here = procedure.stages[state.stage] ?? words(state.stage, state.stage)
  return {
    guard: 'stage',
    article: definition.article,
    message: words(`案件处于“${here.zh}”阶段，不能“${definition.title.zh}”。`, `The case is at "${here.en}"; "${definition.title.en}" is not possible there.`),
    cure: words(`在“${names.map((each) => each.zh).join('、')}”阶段办理。`, `Do it at: ${names.map((each) => each.en).join(', ')}.`),
  }
}

/** The proposal an act must name: the open one it answers, or the current text it speaks of (D7, R10). */
export function proposalNamed<S extends MatterState>(definition: ActDefinition<S>, state: S): { act: string; hash: string } | undefined {
  const proposal = state.proposals[definition.answers ?? definition.about ?? '']
  if (!proposal || (definition.answers && proposal.status !== 'open')) return undefined
  return { act: proposal.act, hash: proposal.hash }
}

function staleProposal<S extends MatterState>(definition: ActDefinition<S>, state: S, payload: unknown): Refusal | undefined {
  if (!definition.answers && !definition.about) return undefined
  const current = proposalNamed(definition, state)
  const named = (payload as { readonly proposal?: { readonly act: string; readonly hash: string } } | undefined)?.proposal
  if (current && (payload === undefined || (named?.act === current.act && named.hash === current.hash))) return undefined
  return {
    guard: 'proposal-current',
    article: definition.article,
    message: state.proposals[definition.answers ?? definition.about ?? '']
      ? words('所针对的提请已被修改或者已有审批结果。', 'The proposal you speak of has been revised or already answered.')
      : words('尚无提请，不能办理。', 'There is no proposal to answer yet.'),
    cure: words('打开最新的提请，核对后重新办理。', 'Open the current proposal, read it, and answer that one.'),
  }
}
