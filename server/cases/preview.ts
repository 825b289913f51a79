import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { PreviewRequest } from '@faheng/api/documents.ts'
import { fillBlanks } from '@faheng/law/documents/blank.ts'
import { documentOf, documents as catalogue } from '@faheng/law/documents/index.ts'
import { definitionOf } from '@faheng/law/fold.ts'
import { fittingPart, splitPersonal } from '@faheng/law/payload.ts'
import type { Act, MatterState, Procedure } from '@faheng/law/procedure.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { everyPart, procedureOf, readBackground, readFacts, unwrap } from '../acts/index.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import type { CasesContext } from './context.ts'

/**
 * The paper an act would make, while its form is still being filled: fields composed as performing would, blanks where the form
 * is empty, marked as draft. Nothing is stored. Null when a newer preview of the same person took its place.
 */
export async function preview(context: CasesContext, session: Session, document: string, request: Static<typeof PreviewRequest>, output: 'svg' | 'pdf'): Promise<Buffer | null> {
  if (!Object.hasOwn(catalogue, document)) throw new NotFound()
  const composed = await reading(() => context.pools.app.connect(), session, async (client) => {
    const at = context.clock()
    const { region, person } = session
    const { procedure, state } = request.matter
      ? await readableState(context, client, region, request.matter)
      : begun(context, session, request.procedure)
    const definition = definitionOf(procedure, request.kind)
    if (!definition) throw new Malformed('/kind', words('没有这种行为。', 'There is no such act.'))
    const payload = fittingPart(definition.payload, request.payload)
    const { open } = splitPersonal(definition.payload, payload)
    const candidate = { id: 'preview', kind: request.kind, actor: person, occurredAt: at, recordedAt: at, hash: '', payload: open }
    const [facts, keys] = await Promise.all([
      readFacts(client, { region, matter: request.matter ?? '', body: state.body, at }, ['settings', 'parties'], procedure.asks(state, { ...candidate, payload: undefined }), 'unlocked'),
      run<{ wrapped: Buffer }>(client, statement('select wrapped from faheng.subject_key where region = $1 and subject = $2'), [region, request.matter ?? '']),
    ])
    const act: Act = { ...candidate, seq: 0, facts }
    const after = attempt(() => definition.apply(state, { ...act, marks: [] }).state) ?? state
    const key = keys[0] && request.matter ? unwrap(context.acts.masterKey, region, request.matter, keys[0].wrapped) : undefined
    const read = await readBackground(client, { region, matter: request.matter ?? '', state: after, at, items: itemsOf(after), key }, [person, ...stringsIn(payload)], everyPart())
    const use = definition.documents.find((each) => each.kind === document)
    const subject = request.subject ?? attempt(() => use?.each?.(after, open)[0]) ?? ''
    return {
      fields: fillBlanks(documentOf(document).fields, context.documents.draft(document, { state: after, act: { ...act, payload }, matter: request.matter ?? '', subject, number: undefined, code: undefined, day: dayOf(at), read })),
      frame: { body: { name: read.body.name, short: read.body.short_name }, date: dayOf(at) },
    }
  })
  const shown = await context.engine.preview({ kind: document, ...composed, session: `${session.region}/${session.person}`, output })
  return shown === null ? null : Buffer.from(shown.content as Uint8Array)
}

/** Not opened by `presentState`: whoever may read only what once was, sees no draft made of what is now (R6). */
async function readableState({ acts }: CasesContext, client: PoolClient, region: string, matter: string): Promise<{ procedure: Procedure; state: MatterState }> {
  const [row] = await run<{ procedure: string; state: MatterState }>(client, statement(`
    select m.procedure, s.state from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id where m.region = $1 and m.id = $2`), [region, matter])
  if (!row) throw new NotFound()
  return { procedure: procedureOf(acts, row.procedure), state: row.state }
}

function begun(context: CasesContext, session: Session, name: string | undefined) {
  const procedure = name === undefined || !Object.hasOwn(context.acts.procedures, name) ? undefined : context.acts.procedures[name]
  if (!procedure) throw new Malformed('/procedure', words('没有这种程序。', 'There is no such procedure.'))
  const post = session.posts[0]
  return { procedure, state: procedure.begin({ body: post?.body ?? '', unit: post?.unit ?? '' }) }
}

const itemsOf = (state: MatterState): string[] => ((state as { violations?: readonly { item: string }[] }).violations ?? []).map((each) => each.item)

/** `apply` is total on complete payloads; a half-filled form may not be one yet. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[A-Za-z0-9._-]{1,80}$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
