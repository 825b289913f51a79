import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { checkResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { checkCode } from './parties.ts'

/** A party as an old file names it. */
export interface OldParty {
  readonly kind: 'person' | 'individual-business' | 'legal-person' | 'organisation'
  readonly name: string
  readonly code: string | null
  /** The file that names him: a person without a code is nobody but that file's. */
  readonly of: string
}

/**
 * The ids of parties that old files name, entered if they are not there: whoever has the code, else one made from what is
 * known, so that the same file again finds the same. The caller has authorised it.
 */
export async function enterOldParties(pool: Pool, { region, person, at }: { readonly region: string; readonly person: string; readonly at: string }, parties: readonly OldParty[]): Promise<string[]> {
  const checked = parties.map((party) => ({ party, ...checkCode(party.kind, party.code ?? undefined) }))
  const codes = [...new Set(checked.flatMap(({ code }) => code ?? []))].sort()
  return inTransaction(pool, async (client) => {
    // Two files with one new party at once: the second finds what the first entered.
    if (codes.length > 0) await run(client, lockCodes, [region, codes])
    const there = codes.length === 0 ? [] : await run<{ id: string; code: string }>(client, withCodes, [region, codes])
    const known = new Map(there.map(({ id, code }) => [code, id]))
    const entered = checked.map(({ party, code, birth, doubt }, place) => ({
      id: (code === undefined ? undefined : known.get(code)) ?? idOf(party, code, place),
      kind: party.kind, name: party.name.slice(0, 200), code: code ?? null, code_note: doubt ? '历史案件如此记载' : null, birth: birth ?? birthIn(code) ?? null,
    }))
    await run(client, insert, [region, JSON.stringify(entered), at, person])
    return entered.map(({ id }) => id)
  })
}

const birthIn = (code: string | undefined): string | undefined => {
  const check = code === undefined ? undefined : checkResidentId(code)
  return check?.ok ? check.birth : undefined
}

/** A person's id says nothing of him, not even as a hash of what could be guessed; organisations are public. */
const idOf = ({ kind, name, of }: OldParty, code: string | undefined, place: number): string => {
  const natural = kind === 'person' || kind === 'individual-business'
  return `old-${createHash('sha256').update(natural ? `${of}\n${place}` : (code ?? `${kind}\n${name}`)).digest('base64url').slice(0, 24)}`
}

const lockCodes = statement(`
  select pg_advisory_xact_lock(hashtextextended('party ' || $1 || ' ' || code, 0)) from (select unnest($2::text[]) as code order by 1) as sorted`)
const withCodes = statement('select distinct on (code) id, code from faheng.party where region = $1 and code = any ($2) order by code, recorded, id')
const insert = statement(`
  insert into faheng.party (region, id, kind, name, code, code_note, birth, recorded, recorded_by)
  select distinct on (id) $1, id, kind, name, code, code_note, birth, $3::timestamptz, $4
  from jsonb_to_recordset($2) as r (id text, kind text, name text, code text, code_note text, birth date) order by id
  on conflict do nothing`)
