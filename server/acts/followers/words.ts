import type { PoolClient } from 'pg'
import { bigramsOf } from '../../platform/search/bigrams.ts'
import { run, statement } from '../../platform/database/run.ts'
import type { Key } from '../../platform/secrets/seal.ts'
import { actColumns, procedureOf, storedAct, type ActRow, type Acts, type StoredAct } from '../acts.ts'
import type { Follower } from '../followers.ts'
import { openPersonal, unwrap } from '../personal.ts'
import { approvedTexts } from '../redact.ts'

/**
 * Words of what may be searched: parties' names, numbers of matter and documents, texts of the acts. Sealed fields (the
 * informant, 处罚法 50) are left out. A matter's words are made whole again with each of its acts;
 * those that stay, nearly all, are not written again.
 */
export const words = (acts: Pick<Acts, 'procedures' | 'masterKey'>): Follower => ({
  name: 'words',
  batch: 100,
  async handle(client, region, entries) {
    const matters = [...new Set(entries.map(({ matter }) => matter))]
    const [texts, names] = await Promise.all([
      textsOfActs(acts, client, region, matters),
      run<{ matter: string; text: string }>(client, namesOf, [region, matters]),
    ])
    for (const { matter, text } of names) texts.get(matter)?.push(text)
    const rows = matters.flatMap((matter) => bigramsOf((texts.get(matter) ?? []).join('\n')).map((word) => ({ matter, word })))
    const found = [region, rows.map(({ matter }) => matter), rows.map(({ word }) => word)]
    await run(client, gone, [...found, matters])
    await run(client, insert, found)
  },
  async reset(client, region) {
    await run(client, statement('delete from faheng.word where region = $1'), [region])
  },
})

/** What may be searched of the acts themselves, by matter: names and numbers stand beside it. */
export async function textsOfActs(acts: Pick<Acts, 'procedures' | 'masterKey'>, client: PoolClient, region: string, matters: readonly string[]): Promise<Map<string, string[]>> {
  const at = [region, matters]
  const [rows, sealed, keys] = await Promise.all([
    run<ActRow>(client, actsOf, at),
    run<{ act: string; cipher: Buffer }>(client, privateOf, at),
    run<{ subject: string; wrapped: Buffer }>(client, keysOf, at),
  ])
  const keyOf = new Map<string, Key>(keys.map(({ subject, wrapped }) => [subject, unwrap(acts.masterKey, region, subject, wrapped)]))
  const cipherOf = new Map(sealed.map(({ act, cipher }) => [act, cipher]))
  const found = new Map<string, string[]>(matters.map((matter) => [matter, []]))
  const firsts = new Map(rows.filter(({ opens }) => opens).map((row) => [row.matter, row.opens?.procedure]))
  const stored = rows.map(storedAct)
  const erased = new Set(approvedTexts(stored).map(({ act, field }) => `${act}${field}`))
  for (const act of stored) {
    const procedure = firsts.get(act.matter)
    const schema = procedure === undefined ? undefined : procedureOf(acts, procedure).acts[act.kind]?.payload
    const key = keyOf.get(act.matter)
    const cipher = cipherOf.get(act.id)
    const personal = Object.entries(key && cipher ? openPersonal(key, region, act.id, cipher) : {}).filter(([field]) => !erased.has(`${act.id}${field}`))
    found.get(act.matter)?.push(...textsIn(schema, act, Object.fromEntries(personal)))
  }
  return found
}

interface Node {
  readonly widget?: string
  readonly sealed?: boolean
  readonly items?: Node
  readonly properties?: Readonly<Record<string, Node>>
}

function textsIn(schema: unknown, act: StoredAct, personal: Readonly<Record<string, unknown>>): string[] {
  const texts: string[] = []
  const walk = (node: Node | undefined, value: unknown): void => {
    if (!node || node.sealed) return
    if (typeof value === 'string') {
      if (node.widget === 'text') texts.push(value)
    } else if (Array.isArray(value)) for (const each of value) walk(node.items, each)
    else if (typeof value === 'object' && value !== null) for (const [key, each] of Object.entries(value)) walk(node.properties?.[key], each)
  }
  walk(schema as Node, act.payload)
  for (const [pointer, value] of Object.entries(personal)) walk(nodeAt(schema as Node, pointer), value)
  return texts
}

const nodeAt = (schema: Node | undefined, pointer: string): Node | undefined =>
  pointer.split('/').slice(1).reduce<Node | undefined>((node, step) => node?.items ?? node?.properties?.[step], schema)

const actsOf = statement(`select ${actColumns} from faheng.act where region = $1 and matter = any ($2) order by matter, seq`)
const privateOf = statement(`
  select act, cipher from faheng.act_private where region = $1 and act = any (array(select id from faheng.act where region = $1 and matter = any ($2)))`)
const keysOf = statement('select subject, wrapped from faheng.subject_key where region = $1 and subject = any ($2)')
const namesOf = statement(`
  select mp.matter, p.name as text from faheng.matter_party mp join faheng.party p on p.region = mp.region and p.id = mp.party
  where mp.region = $1 and mp.matter = any ($2)
  union select mp.matter, s.name from faheng.matter_party mp join faheng.person s on s.region = mp.region and s.id = mp.party
  where mp.region = $1 and mp.matter = any ($2) and mp.role = 'holder'
  union select matter, number from faheng.document where region = $1 and matter = any ($2) and number is not null
  union select id, number from faheng.matter where region = $1 and id = any ($2) and number is not null`)
const gone = statement(`
  with found as materialized (select matter, word from unnest($2::text[], $3::text[]) as w (matter, word))
  delete from faheng.word w where w.region = $1 and w.matter = any ($4) and (w.matter, w.word) not in (select matter, word from found)`)
const insert = statement(`
  insert into faheng.word (region, word, filed, matter)
  select $1, w.word, m.filed, m.id from unnest($2::text[], $3::text[]) as w (matter, word)
  join faheng.matter m on m.region = $1 and m.id = w.matter on conflict do nothing`)
