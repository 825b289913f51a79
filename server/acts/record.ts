import type { PoolClient } from 'pg'
import type { Json } from '@faheng/law/canonical.ts'
import { joinPersonal } from '@faheng/law/payload.ts'
import type { ActDefinition, MatterState, Procedure } from '@faheng/law/procedure.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Key } from '../platform/secrets/seal.ts'
import type { Acts, StoredAct } from './acts.ts'
import { everyPart, NotRead, readBackground, type Background, type Parts } from './background.ts'
import { documentRow, planDocuments, takeNumber, type Planned } from './compose.ts'
import { together } from './load.ts'
import { newSubjectKey, sealPersonal } from './personal.ts'
import type { Advanced } from './replay.ts'
import { insertAct, insertMatter, writeMatter, writeState, type Place } from './write.ts'

export interface RecordedDocument {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly number: string | null
  readonly code: string | null
}

export interface Recorded {
  readonly act: string
  readonly matter: string
  readonly seq: number
  readonly stage: string
  readonly documents: readonly RecordedDocument[]
  /** What this act brought to light, in itself or, coming late, in others. */
  readonly findings: readonly { readonly rule: string; readonly act: string; readonly subject: string }[]
}

interface ToRecord {
  readonly region: string
  readonly procedure: Procedure
  readonly definition: ActDefinition<MatterState>
  readonly act: StoredAct
  readonly personal: Readonly<Record<string, Json>>
  readonly key: Key | undefined
  /** Undefined when the act opens its matter. */
  readonly before: MatterState | undefined
  readonly after: Advanced
  readonly number: string | null
  readonly filed: string
  readonly items: readonly string[]
}

/** Writes the judged act and all that follows from it, and commits: one round trip, two when it makes documents. */
export async function record(acts: Acts, client: PoolClient, it: ToRecord): Promise<Recorded> {
  const { region, procedure, definition, act, before, after } = it
  const place: Place = { region, matter: act.matter, at: act.recordedAt }
  const planned = planDocuments(definition, after.state, act, acts.documents)
  const main = [
    ...(before ? [] : insertMatter(client, place, procedure.name, it.filed, after.state, act.occurredAt)),
    insertAct(client, place, act),
    ...insertPersonal(acts, client, it),
    ...writeState(client, place, procedure, before, after),
  ]
  const row = { number: it.number ?? after.state.number ?? null, occurred: after.occurred ?? act.occurredAt, seq: act.seq }
  const result = { act: act.id, matter: act.matter, seq: act.seq, stage: after.state.stage, findings: newFindings(before, after.state) }
  if (planned.length === 0) {
    await together([...main, writeMatter(client, place, after.state, row), client.query('commit')])
    return { ...result, documents: [] }
  }
  const documents = await compose(acts, client, it, planned, main)
  const naming = documents.filter(({ kind }) => acts.documents.kindOf(kind).namesMatter).sort((a, b) => (a.id < b.id ? -1 : 1))[0]
  await together([
    run(client, documentRows, [region, act.matter, act.id, act.seq, act.recordedAt, JSON.stringify(documents)]),
    writeMatter(client, place, after.state, { ...row, number: naming?.number ?? row.number }),
    client.query('commit'),
  ])
  return { ...result, documents: documents.map(({ id, kind, subject, number, code }) => ({ id, kind, subject, number, code })) }
}

/**
 * Numbers and what documents quote come back with the main writes; then each is composed. Of the background is read what papers of
 * such acts quoted before in this process; where one quotes more, all of it is read and they are composed again.
 */
async function compose({ documents }: Acts, client: PoolClient, it: ToRecord, planned: readonly Planned[], main: readonly Promise<unknown>[]) {
  const { region, procedure, act, after: { state } } = it
  const quoted = quotedBy.get(`${procedure.name} ${act.kind}`) ?? new Set()
  quotedBy.set(`${procedure.name} ${act.kind}`, quoted)
  const background = (parts: Parts) =>
    readBackground(client, { region, matter: act.matter, state, at: act.occurredAt, items: it.items, key: it.key }, named(act, it.personal), parts)
  const numbers = planned.map(({ kind }) => {
    const { series } = documents.kindOf(kind)
    return series === undefined ? undefined : takeNumber(client, region, state.body, series, act.recordedAt)
  })
  const [read, ...taken] = await together([background({ read: new Set(quoted), quoted }), ...numbers, ...main] as const)
  const whole = { ...act, payload: joinPersonal(act.payload, it.personal) }
  const composed = (from: Background) => planned.map((each, i) => {
    const number = taken[i] as string | undefined
    const fields = documents.compose(each.kind, {
      state, act: whole, matter: act.matter, subject: each.subject, number, code: each.code ?? undefined, day: dayOf(act.occurredAt), read: from,
    })
    return documentRow(each, number, documents.kindOf(each.kind).version, fields)
  })
  try {
    return composed(read)
  } catch (error) {
    if (!(error instanceof NotRead)) throw error
    return composed(await background(everyPart(quoted)))
  }
}

/** By procedure and kind of act. A list kept by hand would have to be true of every branch of every paper. */
const quotedBy = new Map<string, Parts['quoted']>()

/** Testimony, names and texts about people, under the matter's key, which the first of them makes. */
function insertPersonal({ masterKey }: Acts, client: PoolClient, { region, act, personal, key }: ToRecord): Promise<unknown>[] {
  if (Object.keys(personal).length === 0) return []
  const made = key ? undefined : newSubjectKey(masterKey, region, act.matter)
  const cipher = sealPersonal(key ?? (made as { key: Key }).key, region, act.id, personal)
  return [
    ...(made ? [run(client, statement('insert into faheng.subject_key (region, subject, wrapped) values ($1, $2, $3)'), [region, act.matter, made.wrapped])] : []),
    run(client, statement('insert into faheng.act_private (region, act, subject, cipher) values ($1, $2, $3, $4)'), [region, act.id, act.matter, cipher]),
  ]
}

export function newFindings(before: MatterState | undefined, after: MatterState): Recorded['findings'] {
  const key = ({ rule, act, subject }: { rule: string; act: string; subject: string }) => `${rule}\n${act}\n${subject}`
  const had = new Set(before?.findings.map(key))
  return after.findings.filter((each) => !had.has(key(each)))
}

/** Every string in the payload that could be an id. */
function named(act: StoredAct, personal: Readonly<Record<string, Json>>): string[] {
  const ids = new Set([act.actor])
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && /^[A-Za-z0-9._-]{1,80}$/.test(value)) ids.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(act.payload)
  walk(personal)
  return [...ids]
}

const documentRows = statement(`
  insert into faheng.document (region, id, matter, act, act_seq, kind, subject, number, code, template_version, fields, fields_hash, salt, made)
  select $1, id, $2, $3, $4, kind, subject, number, code, template_version, fields, fields_hash, salt, $5
  from jsonb_to_recordset($6) as r (id text, kind text, subject text, number text, code text, template_version integer, fields jsonb, fields_hash text, salt text)`)
