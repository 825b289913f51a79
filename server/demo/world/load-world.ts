import type { Day } from '@faheng/law/time/day.ts'
import { documents } from '@faheng/law/documents/index.ts'
import { catchUp, compareMatters, counters, findings, measures, recordLapses, words } from '../../acts/index.ts'
import { connected } from '../../platform/database/connected.ts'
import { dropIndexes } from '../../platform/database/drop-indexes.ts'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { insertRegisters } from '../insert-registers.ts'
import { mark, markOf, openAccounts } from '../load.ts'
import { analyze, performPlan, type DemoContext } from '../perform-plan.ts'
import { copied, copyCases, copySums, prepare, stageWords } from './copies.ts'
import { counties, countyCode, foundCounties } from './other-counties.ts'
import { staging, type Copy } from './multiply.ts'
import { openTemplates } from './sealed.ts'
import { templatesOf } from './templates.ts'

export interface WorldOptions {
  readonly cases: number
  readonly date: Day
  readonly seed?: number
  /** Cases that are really performed; the others are copies of them. */
  readonly templates?: number
  /** How many are compared with their acts at the end. */
  readonly sample?: number
}

export interface LoadedWorld {
  readonly cases: number
  readonly county: number
  readonly counties: number
  readonly acts: number
  readonly templates: number
  readonly compared: number
  readonly seconds: { readonly performed: number; readonly copied: number; readonly indexed: number; readonly whole: number }
}

/**
 * A province of `cases` cases, three in ten of them in the user's county, in an empty database: some hundreds are performed, and
 * the others are these once more, in SQL, under other ids, numbers, names and codes, with every row that their acts derive. A
 * sample is replayed at the end and must be what stands there. Not built: leaves of the ledger and rendered papers (each opens
 * one specimen); outside the user's county, search words and the personal texts of acts. Hashes and salts are the templates'.
 * @throws when the database holds a county already, or the sample differs
 */
export async function loadWorld(context: DemoContext, store: FileStore, { cases, date, seed = 1, templates = templatesFor(cases), sample = 200 }: WorldOptions): Promise<LoadedWorld> {
  const { worker, database, acts, log } = context
  if (await markOf(worker)) throw new Error('a county is there already: a world begins in an empty data folder')
  const watch = stopwatch()
  const { county, acts: planned } = await templatesOf(seed, date, templates)
  const own = county.region.id
  await insertRegisters(worker, county)
  await mark(worker, county, { seed, date, cases, complete: false })
  await Promise.all([openAccounts(context.identity, county), numbersOfFourDigits(context, own), analyze(database)])
  await performPlan(context, county, planned)
  await analyze(database)
  while ((await recordLapses(acts, worker)) > 0);
  await catchUp(worker, [words(acts), findings(acts), counters(acts), measures(acts)], own)
  const performed = watch()
  log(`${templates} cases performed`)

  const copies = copiesOf(own, Math.max(1, Math.round(cases / templates)))
  const byRegion = Map.groupBy(copies, ({ region }) => region)
  await inTransaction(worker, (client) => foundCounties(client, own, [...byRegion.keys()].filter((region) => region !== own)))
  const { hash } = await store.put(Buffer.from(specimen))
  const { copyTime, indexed } = await connected(database.connection('faheng_owner'), async (owner) => {
    await owner.query(`create schema ${staging} authorization faheng_worker`)
    const remake = await dropIndexes(owner, [...copied, 'word'].map((table) => `faheng.${table}`), (table) => table === 'faheng.word')
    let copyTime: number
    try {
      const prepared = await inTransaction(worker, async (client) => {
        await client.query(`create unlogged table ${staging}.party as select * from faheng.party where region = '${own}'`)
        return { inserts: await prepare(client, own, hash), parties: county.parties, sealed: await openTemplates(acts, worker, own) }
      })
      await stageWords(acts, worker, own)
      let done = 0
      await Promise.all(Array.from({ length: lanes }, async () => {
        for (let copy = copies.shift(); copy; copy = copies.shift()) {
          await copyCases(acts, worker, prepared, copy, copy.region === own)
          context.progress?.(++done * templates, cases)
        }
      }))
      copyTime = watch()
    } finally {
      await remake()
    }
    const indexed = watch() - copyTime
    await owner.query(`set role faheng_worker; drop schema ${staging} cascade; reset role`)
    return { copyTime, indexed }
  })
  await inTransaction(worker, (client) => copySums(client, own, new Map([...byRegion].map(([region, all]) => [region, all.length]))))
  await run(worker, statement(`update faheng.document set file = $2, pages = 1, rendered = made where region = $1 and file is null`), [own, hash])
  await analyze(database)
  const compared = await compareSample(context, [own, ...byRegion.keys()], sample)
  const [total] = await run<{ matters: number; county: number }>(worker, statement(`
    select count(*)::int as matters, (count(*) filter (where region = $1))::int as county from faheng.matter`), [own])
  const [recorded] = await run<{ n: number }>(worker, statement('select sum(position)::int as n from faheng.follower where name = $1'), ['findings'])
  await mark(worker, county, { seed, date, cases: total?.matters ?? 0, acts: recorded?.n ?? 0, complete: true })
  return {
    cases: total?.matters ?? 0, county: total?.county ?? 0, counties: new Set([own, ...byRegion.keys()]).size, acts: recorded?.n ?? 0, templates, compared,
    seconds: { performed, copied: tenths(copyTime - performed), indexed: tenths(indexed), whole: watch() },
  }
}

/** Few enough to be performed in a minute or two, many enough for lists that look like lists. */
const templatesFor = (cases: number): number => Math.max(60, Math.min(1000, Math.round(cases / 20)))

/** One a core of a small machine. */
const lanes = 2

/** The templates are the first of `all`; three in ten of them stand in the user's county, the rest over the province. */
function copiesOf(own: string, all: number): Copy[] {
  const here = Math.max(2, Math.round(all * 0.3))
  const others = Math.min(counties - 1, all - here)
  return [
    ...Array.from({ length: here - 1 }, (_, at) => ({ region: own, k: at + 1 })),
    ...Array.from({ length: Math.max(0, all - here) }, (_, at) => ({ region: countyCode((at % others) + 1), k: Math.floor(at / others) + 1 })),
  ]
}

/** Series begin at 1001, so that a copy's ordinals are told apart by what goes before four digits. */
const numbersOfFourDigits = ({ worker }: DemoContext, region: string): Promise<unknown> =>
  run(worker, statement(`
    insert into faheng.number_series (region, body, kind, year, last)
    select $1, b.id, k.kind, y.year, 1000 from faheng.body b, unnest($2::text[]) as k (kind), generate_series(2020, 2040) as y (year) where b.region = $1`),
    [region, [...new Set(Object.values(documents).flatMap(({ series }) => series ?? []))]])

/** @throws when a row is not what the acts say */
async function compareSample({ acts, worker }: DemoContext, regions: readonly string[], sample: number): Promise<number> {
  let compared = 0
  for (const region of new Set(regions)) {
    const share = Math.ceil(sample / new Set(regions).size)
    const matters = await run<{ id: string }>(worker, statement('select id from faheng.matter where region = $1 order by md5(id) limit $2'), [region, share])
    const differences = await compareMatters(acts, worker, region, matters.map(({ id }) => id))
    if (differences.length > 0) throw new Error(`the world is not what its acts say: ${JSON.stringify(differences[0])}`)
    compared += matters.length
  }
  return compared
}

const stopwatch = () => {
  const begun = performance.now()
  return () => tenths((performance.now() - begun) / 1000)
}

const tenths = (seconds: number): number => Math.round(seconds * 10) / 10

const specimen = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
