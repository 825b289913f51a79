import type { Static } from 'typebox'
import type { ActAnswer, ActsAnswer } from '@faheng/api/matters.ts'
import { citationWords } from '@faheng/law/citation.ts'
import { guardsOf } from '@faheng/law/findings.ts'
import { joinPersonal, sealedPointers } from '@faheng/law/payload.ts'
import type { MatterState, Procedure } from '@faheng/law/procedure.ts'
import { withErased } from '@faheng/law/redaction.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { secondOfficers } from '@faheng/law/second-officer.ts'
import type { postTitles } from '@faheng/law/judge.ts'
import { openPersonal, unwrap } from '../acts/index.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { asTheyStood } from './as-it-stood.ts'
import type { CasesContext } from './context.ts'

/** The story of a matter: its acts in legal order, with what was said where the reader may see it (R6). */
export async function story(context: CasesContext, session: Session, matter: string): Promise<Static<typeof ActsAnswer>> {
  const at = [session.region, matter]
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [matters, states, acts, sealed, keys, documents] = await Promise.all([
      run<{ procedure: string }>(client, statement('select procedure from faheng.matter where region = $1 and id = $2'), at),
      run<{ state: MatterState }>(client, statement('select state from faheng.matter_state where region = $1 and matter = $2'), at),
      run<ActRow & object>(client, statement(`
        select a.id, a.seq, a.kind, a.actor, coalesce(p.name, a.actor) as "actorName", a.post, a.occurred as "occurredAt", a.recorded as "recordedAt", a.source, a.payload
        from faheng.act a left join faheng.person p on p.region = a.region and p.id = a.actor
        where a.region = $1 and a.matter = $2 order by a.occurred, a.seq`), at),
      run<{ act: string; cipher: Buffer }>(client, statement('select act, cipher from faheng.act_private where region = $1 and act = any (array(select id from faheng.act where region = $1 and matter = $2))'), at),
      run<{ wrapped: Buffer }>(client, statement('select wrapped from faheng.subject_key where region = $1 and subject = $2'), at),
      run<{ id: string; act: string }>(client, statement('select id, act from faheng.document where region = $1 and matter = $2 order by act_seq, id'), at),
    ])
    const procedure = procedures[matters[0]?.procedure ?? '']
    if (!procedure) throw new NotFound()
    // The marks of an act stand in the state; who left reads them as they stood (R6).
    const state = states[0]?.state ?? (await asTheyStood(context.acts, client, session.region, [matter])).get(matter)?.state
    const waitsFor = secondOfficers(state ?? { unconfirmed: {} })
    const names = new Map(waitsFor.length === 0 ? [] : (await run<{ id: string; name: string }>(client, statement('select id, name from faheng.person where region = $1 and id = any ($2)'), [session.region, waitsFor])).map((each) => [each.id, each.name]))
    const key = keys[0] && unwrap(context.acts.masterKey, session.region, matter, keys[0].wrapped)
    const mayUnseal = unseals(session, state)
    return {
      acts: acts.map((act) => {
        const cipher = sealed.find((each) => each.act === act.id)?.cipher
        const personal = withErased(cipher && key ? openPersonal(key, session.region, act.id, cipher) : {}, state?.redacted?.[act.id])
        const shown = mayUnseal ? personal : withoutSealed(procedure, act.kind, personal)
        const payload = joinPersonal(act.payload, shown)
        return actAnswer(procedure, { ...act, sealed: Object.keys(shown).length < Object.keys(personal).length }, payload, state, documents.filter((each) => each.act === act.id).map((each) => each.id), names)
      }),
    }
  })
}

interface ActRow {
  readonly id: string
  readonly seq: number
  readonly kind: string
  readonly actor: string
  readonly actorName: string
  readonly post: { readonly kind: keyof typeof postTitles } | null
  readonly occurredAt: string
  readonly recordedAt: string
  readonly source: string
  readonly payload: unknown
}

/** `sealed`: part of what was said is kept from this reader. */
type Shown = ActRow & { readonly sealed: boolean }

function actAnswer(procedure: Procedure, act: Shown, payload: unknown, state: MatterState | undefined, documents: string[], names: ReadonlyMap<string, string>): Static<typeof ActAnswer> {
  const definition = procedure.acts[act.kind]
  if (!definition) throw new Error(`no act ${act.kind}`)
  const guards = guardsOf(procedure)
  const files = (payload as { readonly files?: readonly string[] } | undefined)?.files ?? []
  return {
    id: act.id,
    seq: act.seq,
    kind: act.kind,
    title: definition.title,
    nature: definition.nature,
    actor: act.actor,
    actorName: act.actorName,
    post: act.post?.kind ?? null,
    occurredAt: act.occurredAt,
    recordedAt: act.recordedAt,
    source: act.source,
    payload,
    sealed: act.sealed,
    marks: (state?.findings ?? [])
      .filter((each) => each.act === act.id && /^(mark|flag):/.test(each.rule))
      .flatMap(({ rule }) => {
        const guard = guards.get(rule.slice(5))
        return guard ? [{ guard: guard.id, article: guard.article, reference: citationWords(guard.article), message: guard.title, cure: guard.cure }] : []
      }),
    documents,
    files: [...files],
    struckBy: state?.struck?.[act.id]?.strike ?? null,
    unconfirmedBy: (state?.unconfirmed?.[act.id]?.officers ?? []).map((person) => names.get(person) ?? person),
  }
}

/** The receiving clerk reads what is sealed; a head of the body once he himself recorded that he unsealed it, and why (R6). */
const unseals = ({ person, posts }: Session, state: MatterState | undefined): boolean =>
  posts.some((post) => post.kind === 'receiving-clerk') ||
  (posts.some((post) => post.kind === 'head' && post.body === state?.body && !post.delegation) && state?.done['unseal-informant']?.some(({ by }) => by === person) === true)

/** The informant's identity is for nobody else (处罚法 50). */
function withoutSealed(procedure: Procedure, kind: string, personal: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const definition = procedure.acts[kind]
  const sealed = new Set(definition ? sealedPointers(definition.payload) : [])
  return Object.fromEntries(Object.entries(personal).filter(([pointer]) => !sealed.has(pointer.replace(/\/\d+(?=\/|$)/g, '/*'))))
}
