import type { Pool, PoolClient } from 'pg'
import { readBankRows, readBankText } from '@faheng/law/exams/read-bank.ts'
import { importQuestions } from '../exams/index.ts'
import { run, statement, inTransaction } from '../platform/database/run.ts'
import type { County } from './county.ts'
import { caseQuestion, questionBank } from './questions.ts'
import { trainingOf } from './training.ts'

/**
 * The county's registers, in one transaction of the worker. Every row is entered as it would be by the register's own verb; what
 * stands there already is left alone, so that an interrupted first start goes on where it was.
 */
export const insertRegisters = (worker: Pool, county: County): Promise<void> =>
  inTransaction(worker, async (client) => {
    const { region, since } = county
    const training = trainingOf(county)
    await Promise.all([
      put(client, 'region', 'region, name', [{ region: region.id, name: region.name }]),
      put(client, 'body', 'region, id, name, short_name, number_prefix, kind, township, recorded', county.bodies.map((each) => ({
        region: region.id, id: each.id, name: each.name, short_name: each.shortName, number_prefix: each.prefix, kind: each.kind, township: each.township ?? null, recorded: since,
      }))),
      put(client, 'unit', 'region, id, body, name', county.bodies.flatMap((body) => body.units.map(({ id, name }) => ({ region: region.id, id, body: body.id, name })))),
      put(client, 'body_setting', 'region, body, name, value, valid_from, recorded', Object.entries(county.settings).flatMap(([body, settings]) =>
        Object.entries(settings).filter(([, value]) => value !== null).map(([name, value]) => ({ region: region.id, body, name, value, valid_from: since.slice(0, 10), recorded: since })))),
      put(client, 'person', 'region, id, name', county.people.map(({ id, name }) => ({ region: region.id, id, name }))),
      put(client, 'post', 'region, id, person, kind, body, unit, rank, qualified, from_at, recorded', county.posts.map(({ id, person, kind, body, unit, rank, qualified, from }) => ({
        region: region.id, id, person, kind, body, unit: unit ?? null, rank: rank ?? null, qualified, from_at: from, recorded: since,
      }))),
      put(client, 'certificate', 'region, number, person, issuer, fields, valid_region, from_at, until_at, recorded', county.certificates.map((each) => ({
        region: region.id, number: each.number, person: each.person, issuer: each.issuer, fields: each.fields, valid_region: each.validRegion, from_at: each.from, until_at: each.until, recorded: since,
      }))),
      put(client, 'officer_profile', 'region, person, valid_from, category, education, legal_qualification, reviewing_since, reviewer_kind, fields, recorded, recorded_by', county.profiles.map((each) => ({
        region: region.id, person: each.person, valid_from: since.slice(0, 10), category: each.category, education: each.education, legal_qualification: each.legalQualification,
        reviewing_since: each.reviewingSince ?? null, reviewer_kind: each.reviewerKind ?? null, fields: each.fields, recorded: since, recorded_by: 'register',
      }))),
      put(client, 'statute_version', 'region, statute, version, title, rank, promulgated, in_force, repealed, recorded', county.statutes.map((each) => ({
        region: region.id, statute: each.statute, version: each.version, title: each.title, rank: each.rank, promulgated: each.promulgated, in_force: each.inForce,
        repealed: each.repealed ?? null, recorded: since,
      }))),
      put(client, 'item_version', 'region, item, version, body, title, field, kind, bases, kinds, orders, branches, status, limitation_years, harm_years, published, source, valid_from, valid_until, recorded, details',
        county.items.map((each) => ({
          region: region.id, item: each.id, version: each.version, body: each.body, title: each.title, field: each.field, kind: 'penalty', bases: each.bases, kinds: each.kinds,
          orders: each.orders, branches: each.branches, status: each.status, limitation_years: 2, harm_years: 5, published: true, source: 'register', valid_from: each.validFrom,
          valid_until: each.validUntil ?? null, recorded: since, details: {},
        }))),
      put(client, 'benchmark_version', 'region, benchmark, version, item, body, tier, circumstances, branch, floor, ceiling, valid_from, recorded, range, rank, published, violation, bases, standard, mitigation, maker, status, details', county.benchmarks.map((each) => ({
        region: region.id, benchmark: each.id, version: 1, item: each.item, body: each.body, tier: each.tier, circumstances: each.circumstances, branch: each.branch, floor: each.floor,
        ceiling: each.ceiling, valid_from: since.slice(0, 10), recorded: since, range: each.range, rank: each.rank, published: since.slice(0, 10),
        violation: '', bases: [], standard: '', mitigation: false, maker: '', status: 'parsed', details: {},
      }))),
      put(client, 'leniency_rule', 'region, rule, version, body, list, item, violation, bases, conditions, title, issuer, status, details, valid_from, recorded', county.leniency.map((each) => ({
        region: region.id, rule: each.id, version: 1, body: each.body, list: each.list, item: each.item, violation: each.violation, bases: [], conditions: each.conditions, title: each.title,
        issuer: county.bodies.find(({ id }) => id === each.body)?.name ?? '', status: 'parsed', details: {}, valid_from: since.slice(0, 10), recorded: since,
      }))),
      put(client, 'township_grant', 'region, id, township, item, exclusive, basis, valid_from, recorded', county.grants.map((each) => ({
        region: region.id, id: each.id, township: each.township, item: each.item, exclusive: false, basis: each.basis, valid_from: since.slice(0, 10), recorded: since,
      }))),
      put(client, 'party', 'region, id, kind, name, code, birth, representative, address, recorded, recorded_by', county.parties.map((each) => ({
        region: region.id, id: each.id, kind: each.kind, name: each.name, code: each.code, birth: each.birth ?? null, representative: each.representative ?? null, address: each.address,
        recorded: since, recorded_by: county.posts.find((post) => post.kind === 'receiving-clerk')?.person ?? '',
      }))),
      put(client, 'training_plan', 'region, id, body, year, title, lines, filed, filed_by, received, received_by', training.plans),
      put(client, 'training_course', 'region, id, year, body, invited, title, kind, category, level, tier, compulsory, rotation, hours, statutes, materials, organiser, recorded', training.courses),
      put(client, 'training_session', 'region, id, course, starts, ends, place, hours, latitude, longitude, metres, organiser, recorded', training.sessions),
      put(client, 'training_entry', 'region, id, person, course, session, kind, at, until_at, reason, recorded, recorded_by', training.entries),
    ])
    const imported = { source: '示范题库', by: 'system', at: since, asOf: '2021-07-15' }
    await importQuestions(client, region.id, readBankText(questionBank, { field: '行政处罚' }), imported)
    await importQuestions(client, region.id, readBankRows([{ row: 1, cells: { 题型: '案例分析', ...caseQuestion } }], { field: '办案' }), imported)
  })

/** Rows of one table under the column names given; `jsonb_populate_recordset` knows their types from the table itself. */
const put = (client: PoolClient, table: string, columns: string, rows: readonly object[]): Promise<unknown> =>
  run(client, statement(`insert into faheng.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::faheng.${table}, $1) on conflict do nothing`), [JSON.stringify(rows)])
