import type { PoolClient } from 'pg'
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
    const [texts, names, places, had] = await Promise.all([
      textsOfActs(acts, client, region, matters),
      run<{ matter: string; text: string }>(client, namesOf, [region, matters]),
      run<Place & object>(client, placesOf, [region, matters]),
      run<Place & { words: string }>(client, standing, [region, matters]),
    ])
    for (const { matter, text } of names) texts.get(matter)?.push(text)
    const before = new Map(had.map((each) => [keyOf(each), each.words.split('\n')]))
    const after = new Map(places.map((each) => [keyOf(each), bigramsOf((texts.get(each.matter) ?? []).join('\n'))]))
    await Promise.all([
      write(client, gone, region, difference(before, after)),
      write(client, added, region, difference(after, before)),
    ])
  },
  async reset(client, region) {
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
const placesOf = statement('select id as matter, body, filed from faheng.matter where region = $1 and id = any ($2)')
/** A word is read back in a tenth of the time that finding out by writing it takes. */
const standing = statement(`
  select matter, body, filed, string_agg(word, E'\\n') as words from faheng.word where region = $1 and matter = any ($2) group by matter, body, filed`)
const rows = 'unnest($2::text[], $3::text[], $4::date[], $5::text[]) as n (matter, body, filed, word)'
const gone = statement(`
  delete from faheng.word w using ${rows} where w.region = $1 and w.body = n.body and w.word = n.word and w.filed = n.filed and w.matter = n.matter`)
const added = statement(`
  insert into faheng.word (region, body, word, filed, matter) select $1, n.body, n.word, n.filed, n.matter from ${rows}`)
