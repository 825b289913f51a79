import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Post } from '@faheng/law/procedure.ts'
import type { Asker } from '../platform/access/scope.ts'
import { testDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { standardClock } from './test-clock.ts'
import type { Acts } from './acts.ts'
import { testProcedure } from './test-procedure.ts'

export const region = '140221'

/** People of the test county by what they hold. `b` is another body; `other` an officer who has nothing to do with anything. */
const posts: Readonly<Record<string, Post>> = {
  officer: { kind: 'officer', body: 'a', unit: 'a1' },
  second: { kind: 'officer', body: 'a', unit: 'a1' },
  uncertified: { kind: 'officer', body: 'a', unit: 'a1' },
  clerk: { kind: 'receiving-clerk', body: 'a' },
  unitHead: { kind: 'unit-head', body: 'a', unit: 'a1' },
  otherUnitHead: { kind: 'unit-head', body: 'a', unit: 'a2' },
  head: { kind: 'head', body: 'a', rank: 'chief' },
  reviewer: { kind: 'legal-reviewer', body: 'a' },
  headOfB: { kind: 'head', body: 'b', rank: 'chief' },
  officerOfB: { kind: 'officer', body: 'b', unit: 'b1' },
  supervisor: { kind: 'supervisor', body: 'j' },
  administrator: { kind: 'system-administrator', body: 'j' },
}

export const asker = (person: string): Asker => ({ region, person, posts: posts[person] ? [posts[person]] : [] })
export const people = Object.keys(posts)

export interface TestCounty {
  readonly db: TestDatabase
  readonly acts: Acts
  readonly time: ReturnType<typeof standardClock>
}

export async function testCounty(): Promise<TestCounty> {
  const db = await testDatabase()
  await fill(db.pools.worker)
  const time = standardClock('2026-03-02T01:00:00.000Z')
  const acts: Acts = {
    pool: db.pools.app,
    procedures: { complaint: testProcedure as never },
    documents: {
      kindOf: (kind) => (kind === 'decision' ? { version: 1, outward: true, series: '罚', namesMatter: true } : { version: 1, outward: false }),
      compose: (kind, { subject, number, read, act }) => ({ kind, number: number ?? null, body: read.body.name, party: read.parties[subject]?.name ?? null, by: read.people[act.actor]?.name ?? null }),
    },
    masterKey: randomBytes(32),
    clock: time.now,
    law: 'test',
  }
  return { db, acts, time }
}

/** Registers, people and parties of the county. */
export async function fill(worker: Pool): Promise<void> {
  const at = '2020-01-01T00:00:00.000Z'
  await worker.query(`insert into faheng.region (region, name) values ('140221', '甲县'), ('140222', '乙县')`)
  for (const [id, name, prefix] of [['a', '市场监管局', '晋青市监'], ['b', '应急局', '晋青应急'], ['j', '司法局', '晋青司']])
    await worker.query('insert into faheng.body (region, id, name, short_name, number_prefix, kind, recorded) values ($1, $2, $3, $3, $4, $5, $6)', [region, id, name, prefix, 'organ', at])
  await worker.query(`insert into faheng.unit (region, id, body, name) values ($1, 'a1', 'a', '一股'), ($1, 'a2', 'a', '二股')`, [region])
  for (const [person, post] of Object.entries(posts)) {
    await worker.query('insert into faheng.person (region, id, name) values ($1, $2, $3)', [region, person, `姓名${person}`])
    await worker.query('insert into faheng.post (region, id, person, kind, body, unit, rank, from_at, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)', [
      region, `p-${person}`, person, post.kind, post.body, post.unit ?? null, post.rank ?? null, at])
    if (person !== 'uncertified')
      await worker.query(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded)
        values ($1, $2, $3, 'sx', '{市场监管}', '140000', $4, '2030-01-01', $4)`, [region, `C-${person}`, person, at])
  }
  for (const id of ['p1', 'p2', 'p3'])
    await worker.query(`insert into faheng.party (region, id, kind, name, recorded, recorded_by) values ($1, $2, 'legal-person', $3, $4, 'officer')`, [region, id, `当事人${id}`, at])
  await worker.query(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, recorded)
    values ($1, 'item-1', 1, 'a', '无照经营', '[{"citation":{"statute":"食品安全法","article":122},"text":""}]', '{fine}', '[]', 'parsed', '2020-01-01', $2)`, [region, at])
}
