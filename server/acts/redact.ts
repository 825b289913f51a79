import type { PoolClient } from 'pg'
import type { Json } from '@faheng/law/canonical.ts'
import { approvesRedaction, pointerOf } from '@faheng/law/redaction.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'
import type { HashName } from '../platform/ledger/hash.ts'
import { commitFields, newSalts, type LeafEntry } from '../platform/ledger/leaf.ts'
import type { Key } from '../platform/secrets/seal.ts'
import { actColumns, storedAct, type ActRow, type StoredAct } from './acts.ts'
import { openPersonal, sealPersonal, unwrap } from './personal.ts'

/** A personal text of an act, by JSON pointer, and the act that let it be erased. */
interface ErasedText {
  readonly act: string
  readonly field: string
  readonly approval: string
}

/** A text that is gone: of value and salt only the commitment is left. */
export interface Redaction extends ErasedText {
  readonly commitment: string
  readonly salts: Readonly<Record<string, string>>
}

/** What approvals among these acts let be erased; the proposals they answer must be among them, too. */
export function approvedTexts(acts: readonly StoredAct[]): ErasedText[] {
  return acts.filter(({ kind }) => kind === approvesRedaction).flatMap((approval) => {
    const named = proposalOf(approval)
    const proposal = acts.find(({ id }) => id === named)
    const { texts = [] } = (proposal?.payload ?? {}) as { readonly texts?: readonly { readonly entry: string; readonly field: string }[] }
    return texts.map(({ entry, field }) => ({ act: entry, field: pointerOf(field), approval: approval.id }))
  })
}

const proposalOf = ({ payload }: StoredAct): string => (payload as { readonly proposal: { readonly act: string } }).proposal.act

/**
 * Replaces value and salt of each approved text by their commitment, and keeps the papers named with it out of reach (D9).
 * One that was altered beforehand leaves a commitment that differs from its leaf's: erasing hides no tampering.
 * @returns a leaf for each text
 */
export async function eraseApproved(master: Key, client: PoolClient, region: string, acts: readonly StoredAct[], hash: HashName, at: Instant): Promise<LeafEntry[]> {
  const approvals = acts.filter(({ kind }) => kind === approvesRedaction)
  if (approvals.length === 0) return []
  const proposals = (await run<ActRow>(client, actsOf, [region, approvals.map(proposalOf)])).map(storedAct)
  const leaves: LeafEntry[] = []
  for (const approval of approvals) {
    const texts = approvedTexts([approval, ...proposals])
    for (const [id, fields] of Map.groupBy(texts, ({ act }) => act))
      leaves.push(...(await erase(master, client, region, id, fields, hash, at)))
    await run(client, withhold, [region, approval.id, proposalOf(approval)])
  }
  return leaves
}

/** Of one act, all at once: they are sealed together. */
async function erase(master: Key, client: PoolClient, region: string, id: string, texts: readonly ErasedText[], hash: HashName, at: Instant): Promise<LeafEntry[]> {
  const [sealed] = await run<SealedAct & object>(client, sealedOf, [region, id])
  if (!sealed) return []
  const key = unwrap(master, region, sealed.subject, sealed.wrapped)
  const personal = openPersonal(key, region, id, sealed.cipher)
  const redactions = texts.flatMap(({ field, ...text }) => {
    const value = personal[field]
    const commitment = value === undefined ? undefined : commitFields({ [field]: value }, sealed.salts, hash)[field]
    return commitment === undefined ? [] : [{ ...text, field, commitment, salts: newSalts(redactionFields) }]
  })
  if (redactions.length === 0) return []
  const gone = redactions.map(({ field }) => field)
  const kept = Object.fromEntries(Object.entries(personal).filter(([field]) => !gone.includes(field)))
  await run(client, insertRedactions, [region, at, JSON.stringify(redactions)])
  await run(client, statement('update faheng.act_private set cipher = $3 where region = $1 and act = $2'), [region, id, sealPersonal(key, region, id, kept)])
  await run(client, statement('update faheng.act set salts = salts - $3::text[] where region = $1 and id = $2'), [region, id, gone])
  return redactions.map((each) => {
    const { fields, salts } = committedRedaction(each)
    return { kind: 'redaction', region, id: redactionId(each), recordedAt: at, fields: commitFields(fields, salts, hash) }
  })
}

/** By which a redaction stands in the log: act and pointer. */
export const redactionId = ({ act, field }: Pick<Redaction, 'act' | 'field'>): string => `${act}${field}`

const redactionFields = ['act', 'field', 'approval', 'commitment'] as const

export const committedRedaction = ({ act, field, approval, commitment, salts }: Redaction) => ({
  fields: { act, field, approval, commitment } satisfies Record<string, Json> as Record<string, Json>,
  salts,
})

interface SealedAct {
  readonly subject: string
  readonly cipher: Buffer
  readonly wrapped: Buffer
  readonly salts: Readonly<Record<string, string>>
}

const actsOf = statement(`select ${actColumns} from faheng.act where region = $1 and id = any ($2)`)
const sealedOf = statement(`
  select p.subject, p.cipher, k.wrapped, a.salts from faheng.act a
  join faheng.act_private p on p.region = a.region and p.act = a.id
  join faheng.subject_key k on k.region = p.region and k.subject = p.subject where a.region = $1 and a.id = $2`)
const insertRedactions = statement(`
  insert into faheng.redaction (region, act, field, approval, commitment, salts, at)
  select $1, act, field, approval, commitment, salts, $2
  from jsonb_to_recordset($3) as r (act text, field text, approval text, commitment text, salts jsonb)`)
/** Papers of the same matter alone. */
const withhold = statement(`
  insert into faheng.withheld (region, document, approval)
  select p.region, d.id, $2 from faheng.act p cross join lateral jsonb_array_elements_text(p.payload -> 'documents') as named (id)
  join faheng.document d on d.region = p.region and d.matter = p.matter and d.id = named.id
  where p.region = $1 and p.id = $3 on conflict do nothing`)
