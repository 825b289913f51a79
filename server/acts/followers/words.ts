import type { PoolClient } from 'pg'
import { approvesRedaction } from '@faheng/law/redaction.ts'
import { bigramsOf } from '../../platform/search/bigrams.ts'
import { run, statement, type Statement } from '../../platform/database/run.ts'
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
    const [found, names, places, had] = await Promise.all([
      wordsOfActs(acts, client, region, matters),
      run<{ matter: string; text: string }>(client, namesOf, [region, matters]),
      run<Place & object>(client, placesOf, [region, matters]),
      run<Place & { words: string }>(client, standing, [region, matters]),
    ])
    for (const { matter, text } of names) for (const word of bigramsOf(text)) found.get(matter)?.add(word)
    const before = new Map(had.map((each) => [keyOf(each), each.words.split('\n')]))
    const after = new Map(places.map((each) => [keyOf(each), [...(found.get(each.matter) ?? [])]]))
    await Promise.all([
      write(client, gone, region, difference(before, after)),
      write(client, added, region, difference(after, before)),
    ])
  },
  async reset(client, region) {
    remembered.delete(acts)
    await run(client, statement('delete from faheng.word where region = $1'), [region])
  },
})

/** Where the words of a matter stand: those of one that moved to another body move with it. */
interface Place {
  readonly matter: string
  readonly body: string
  readonly filed: string
}
const keyOf = ({ matter, body, filed }: Place): string => [matter, body, filed].join('\n')

/** By the key of their place. */
type Words = ReadonlyMap<string, readonly string[]>
type Standing = readonly [matter: string, body: string, filed: string, word: string]

/** Words that stand in the one and not in the other. */
function difference(one: Words, other: Words): Standing[] {
  return [...one].flatMap(([key, words]) => {
    const known = new Set(other.get(key))
    const [matter = '', body = '', filed = ''] = key.split('\n')
    return words.filter((word) => !known.has(word)).map((word) => [matter, body, filed, word] as const)
  })
}

async function write(client: PoolClient, how: Statement, region: string, rows: readonly Standing[]): Promise<void> {
  if (rows.length > 0) await run(client, how, [region, ...([0, 1, 2, 3] as const).map((at) => rows.map((row) => row[at]))])
}

/** Words of what may be searched of the acts themselves, by matter: names and numbers stand beside it. */
export async function wordsOfActs(acts: Pick<Acts, 'procedures' | 'masterKey'>, client: PoolClient, region: string, matters: readonly string[]): Promise<Map<string, Set<string>>> {
  const known = knownOf(acts)
  const all = await run<Named & object>(client, namedActs, [region, matters])
  // Where a text was let be erased, by whichever process, nothing remembered is used.
  const afresh = new Set(all.filter(({ kind }) => kind === approvesRedaction).map(({ matter }) => matter))
  const read = await textsByAct(acts, client, region, all.filter(({ id, matter }) => afresh.has(matter) || !known.has(`${region} ${id}`)))
  const found = new Map<string, Set<string>>(matters.map((matter) => [matter, new Set()]))
  for (const { id, matter } of all) {
    const key = `${region} ${id}`
    const texts = read.get(id)
    const own = texts ? bigramsOf(texts.join('\n')) : (known.get(key) ?? [])
    for (const word of own) found.get(matter)?.add(word)
    known.delete(key)
    if (!afresh.has(matter)) known.set(key, own)
  }
  for (const key of known.keys()) {
    if (known.size <= most) break
    known.delete(key)
  }
  return found
}

/** Words of acts lately read, by region and id: an act never changes but for what is erased of it, and a matter's next act finds those before it. */
const remembered = new WeakMap<object, Map<string, readonly string[]>>()
function knownOf(acts: object): Map<string, readonly string[]> {
  let known = remembered.get(acts)
  if (!known) remembered.set(acts, (known = new Map()))
  return known
}

/** Some megabytes. */
const most = 5000

async function textsByAct({ procedures, masterKey }: Pick<Acts, 'procedures' | 'masterKey'>, client: PoolClient, region: string, wanted: readonly Named[]): Promise<Map<string, string[]>> {
  if (wanted.length === 0) return new Map()
  const ids = wanted.map(({ id }) => id)
  const matters = [...new Set(wanted.map(({ matter }) => matter))]
  const [rows, sealed, keys] = await Promise.all([
    run<ActRow>(client, actsOf, [region, ids]),
    run<{ act: string; cipher: Buffer }>(client, privateOf, [region, ids]),
    run<{ subject: string; wrapped: Buffer }>(client, keysOf, [region, matters]),
  ])
  const keyOf = new Map<string, Key>(keys.map(({ subject, wrapped }) => [subject, unwrap(masterKey, region, subject, wrapped)]))
  const cipherOf = new Map(sealed.map(({ act, cipher }) => [act, cipher]))
  const procedureOfMatter = new Map(wanted.map(({ matter, procedure }) => [matter, procedure]))
  const stored = rows.map(storedAct)
  const erased = new Set(approvedTexts(stored).map(({ act, field }) => `${act}${field}`))
  return new Map(stored.map((act) => {
    const schema = procedureOf({ procedures }, procedureOfMatter.get(act.matter) ?? '').acts[act.kind]?.payload
    const key = keyOf.get(act.matter)
    const cipher = cipherOf.get(act.id)
    const personal = Object.entries(key && cipher ? openPersonal(key, region, act.id, cipher) : {}).filter(([field]) => !erased.has(`${act.id}${field}`))
    return [act.id, textsIn(schema, act, Object.fromEntries(personal))]
  }))
}

/** An act, and the procedure of its matter. */
interface Named {
  readonly id: string
  readonly matter: string
  readonly kind: string
  readonly procedure: string
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

const namedActs = statement(`
  select a.id, a.matter, a.kind, m.procedure from faheng.act a join faheng.matter m on m.region = a.region and m.id = a.matter
  where a.region = $1 and a.matter = any ($2) order by a.matter, a.seq`)
const actsOf = statement(`select ${actColumns} from faheng.act where region = $1 and id = any ($2)`)
const privateOf = statement('select act, cipher from faheng.act_private where region = $1 and act = any ($2)')
const keysOf = statement('select subject, wrapped from faheng.subject_key where region = $1 and subject = any ($2)')
const namesOf = statement(`
  select mp.matter, p.name as text from faheng.matter_party mp join faheng.party p on p.region = mp.region and p.id = mp.party
  where mp.region = $1 and mp.matter = any ($2)
  union select mp.matter, s.name from faheng.matter_party mp join faheng.person s on s.region = mp.region and s.id = mp.party
  where mp.region = $1 and mp.matter = any ($2) and mp.role = 'holder'
  union select matter, number from faheng.document where region = $1 and matter = any ($2) and number is not null
  union select id, number from faheng.matter where region = $1 and id = any ($2) and number is not null`)
const placesOf = statement('select id as matter, body, filed from faheng.matter where region = $1 and id = any ($2)')
/** A word is read back in a tenth of the time that finding out by writing it takes. */
const standing = statement(`
  select matter, body, filed, string_agg(word, E'\\n') as words from faheng.word where region = $1 and matter = any ($2) group by matter, body, filed`)
const rows = 'unnest($2::text[], $3::text[], $4::date[], $5::text[]) as n (matter, body, filed, word)'
const gone = statement(`
  delete from faheng.word w using ${rows} where w.region = $1 and w.body = n.body and w.word = n.word and w.filed = n.filed and w.matter = n.matter`)
const added = statement(`
  insert into faheng.word (region, body, word, filed, matter) select $1, n.body, n.word, n.filed, n.matter from ${rows}`)
