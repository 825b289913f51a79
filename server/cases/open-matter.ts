import type { Static } from 'typebox'
import type { ActPerformed, ActRequest, CheckAnswer, OpenMatterRequest } from '@faheng/api/matters.ts'
import { check, perform, type Performed } from '../acts/index.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import { refusalAnswer } from '../platform/http/answer-error.ts'
import type { Session } from '../platform/identity/session.ts'
import type { CasesContext } from './context.ts'
import { countingRefusals } from './count-refusals.ts'

type Sent = Static<typeof ActRequest>

/** A new matter with its first act; the client makes both ids, so it may be sent twice. */
export async function openMatter(context: CasesContext, session: Session, { id, procedure, body, unit, first }: Static<typeof OpenMatterRequest>) {
  const opens = { procedure, body, unit: unit ?? unitOf(session, body) }
  if (unit !== undefined) await requireUnit(context, session, body, unit)
  return countingRefusals(context, session, { matter: id, body, payload: first.payload }, async () => answer(await perform(context.acts, session, { matter: id, opens, act: sent(first) })))
}

/** A matter in a unit of another body would be read by that unit's head. */
async function requireUnit(context: CasesContext, session: Session, body: string, unit: string): Promise<void> {
  const found = await reading(() => context.pools.app.connect(), session, (client) =>
    run(client, statement('select from faheng.unit where region = $1 and id = $2 and body = $3'), [session.region, unit, body]))
  if (found.length === 0) throw new Malformed('/unit', words('本机关没有这个办案机构。', 'The body has no such unit.'))
}

export async function performAct(context: CasesContext, session: Session, matter: string, act: Sent) {
  return countingRefusals(context, session, { matter, payload: act.payload }, async () => answer(await perform(context.acts, session, { matter, act: sent(act) })))
}

/** Judges without recording: advice for a form; a draft's own id may repeat. */
export async function checkAct(context: CasesContext, session: Session, matter: string, act: Sent): Promise<Static<typeof CheckAnswer>> {
  const { allowed, refusals, marks } = await check(context.acts, session, { matter, act: sent(act) })
  return { allowed, refusals: refusals.map(refusalAnswer), marks: marks.map(refusalAnswer) }
}

const answer = ({ repeated, documents, findings, ...performed }: Performed): { repeated: boolean; result: Static<typeof ActPerformed> } => ({
  repeated,
  result: {
    ...performed,
    documents: documents.map(({ id, kind, number }) => ({ id, kind, number })),
    findings: findings.map(({ rule, subject }) => ({ rule, subject })),
  },
})

/** Optional members stay absent (their types know no undefined). */
const sent = ({ id, kind, occurredAt, source, lateReason, payload }: Sent) => ({
  id,
  kind,
  payload,
  ...(occurredAt === undefined ? {} : { occurredAt }),
  ...(source === undefined ? {} : { source }),
  ...(lateReason === undefined ? {} : { lateReason }),
})

/** The unit of the registrar's post in that body; a clerk without a unit leaves it to the body's first handling unit. */
const unitOf = (session: Session, body: string): string => session.posts.find((post) => post.body === body && post.unit)?.unit ?? ''
