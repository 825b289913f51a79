import {
  BenchmarkEntry, BodyEntry, BodySettingEntry, CertificateEntry, EligibilityEntry, EntrustmentEntry, ItemVersionEntry, LeniencyRuleEntry, NumberUseEntry, PersonEntry, PostEntry, StatuteVersionEntry,
  TownshipGrantEntry, UnitEntry,
} from '@faheng/api/registers.ts'
import { unlawfulItem } from '../catalogue/unlawful-item.ts'
import { beyondMaximum } from '../discretion/beyond-law.ts'
import { endOfDay, startOfDay } from '@faheng/law/time/day.ts'
import { type Register, register } from './definition.ts'
import { notEntrustable } from './not-entrustable.ts'
import { numberTaken } from './number-taken.ts'

export { readRegisterFile } from './read-file.ts'
export { registerRows } from './register-file.ts'

/** A day begins at 00:00 and ends, as an expiry, at 24:00 in Asia/Shanghai; an instant is taken as it is. */
const from = (moment: string) => (moment.length === 10 ? startOfDay(moment) : moment)
const until = (moment: string | undefined) => (moment === undefined ? null : moment.length === 10 ? endOfDay(moment) : moment)

const valid = (entry: { validFrom?: string; validUntil?: string }) => ({ valid_from: entry.validFrom ?? '1900-01-01', valid_until: entry.validUntil ?? null })

/** Every register that `faheng register <kind> FILE` writes, in the order in which one file may refer to another. */
export const registers: readonly Register[] = [
  register('body', {
    table: 'body', nature: 'series', key: ['id'], schema: BodyEntry,
    columns: (e) => ({
      id: e.id, name: e.name, short_name: e.shortName, number_prefix: e.numberPrefix, credit_code: e.creditCode ?? null, kind: e.kind,
      township: e.township ?? null, principal: e.principal ?? null, ...valid(e),
    }),
  }),
  register('body-setting', {
    table: 'body_setting', nature: 'series', key: ['body', 'name'], schema: BodySettingEntry, refers: { body: ['body', 'id'] },
    columns: (e) => ({ body: e.body, name: e.name, value: e.value, ...valid(e) }),
  }),
  register('unit', {
    table: 'unit', nature: 'name', key: ['id'], schema: UnitEntry, refers: { body: ['body', 'id'] },
    columns: ({ id, body, name }) => ({ id, body, name }),
  }),
  register('person', {
    table: 'person', nature: 'name', key: ['id'], schema: PersonEntry,
    columns: ({ id, name, phone }) => ({ id, name, phone: phone ?? null }),
  }),
  register('post', {
    table: 'post', nature: 'entry', key: ['id'], closing: ['until_at'], schema: PostEntry,
    refers: { person: ['person', 'id'], body: ['body', 'id'], unit: ['unit', 'id'] },
    columns: (e) => ({
      id: e.id, person: e.person, kind: e.kind, body: e.body, unit: e.unit ?? null, rank: e.rank ?? null, qualified: e.qualified ?? false,
      from_at: from(e.from), until_at: until(e.until),
    }),
  }),
  register('certificate', {
    table: 'certificate', nature: 'entry', key: ['issuer', 'number'], closing: ['until_at', 'suspended_from', 'suspended_until'], schema: CertificateEntry,
    refers: { person: ['person', 'id'] },
    columns: (e) => ({
      number: e.number, person: e.person, issuer: e.issuer, fields: e.fields ?? [], valid_region: e.validRegion, from_at: from(e.from), until_at: until(e.until),
      suspended_from: e.suspendedFrom === undefined ? null : from(e.suspendedFrom), suspended_until: until(e.suspendedUntil),
    }),
  }),
  register('certificate-eligibility', {
    table: 'certificate_eligibility', nature: 'series', key: ['category'], schema: EligibilityEntry,
    columns: (e) => ({ category: e.category, rule: e.rule, basis: e.basis, ...valid(e) }),
  }),
  register('statute-version', {
    table: 'statute_version', nature: 'entry', key: ['statute', 'version'], closing: ['repealed'], schema: StatuteVersionEntry,
    columns: (e) => ({
      statute: e.statute, version: e.version, title: e.title, rank: e.rank, promulgated: e.promulgated, in_force: e.inForce, repealed: e.repealed ?? null,
    }),
  }),
  register('item-version', {
    table: 'item_version', nature: 'series', key: ['item'], versioned: true, schema: ItemVersionEntry, refers: { body: ['body', 'id'] }, refuses: unlawfulItem,
    columns: (e) => ({
      item: e.item, body: e.body, title: e.title, field: e.field ?? '', kind: e.kind ?? 'penalty', bases: e.bases, kinds: e.kinds, orders: e.orders ?? [],
      branches: e.branches ?? [], status: e.status ?? 'parsed', limitation_years: e.limitationYears ?? 2, harm_years: e.harmYears ?? 5,
      published: e.published ?? true, source: e.source ?? 'register', details: e.details ?? {}, ...valid(e),
    }),
  }),
  register('benchmark', {
    table: 'benchmark_version', nature: 'series', key: ['benchmark'], versioned: true, schema: BenchmarkEntry,
    refers: { body: ['body', 'id'], item: ['item_version', 'item'] }, refuses: beyondMaximum,
    columns: (e) => ({
      benchmark: e.benchmark, item: e.item ?? null, body: e.body, tier: e.tier, circumstances: e.circumstances, branch: e.branch ?? 0, floor: e.floor ?? null,
      ceiling: e.ceiling ?? null, range: e.range ?? (e.ceiling === undefined ? null : { base: 'absolute', floor: e.floor ?? 0, ceiling: e.ceiling, floorInclusive: e.floor !== undefined }),
      rank: e.rank ?? 0, standard: e.standard ?? '', mitigation: e.mitigation ?? false, violation: e.violation ?? '', bases: e.bases ?? [], maker: e.maker ?? '',
      published: e.published ?? null, status: e.status ?? 'parsed', details: e.details ?? {}, ...valid(e),
    }),
  }),
  register('leniency-rule', {
    table: 'leniency_rule', nature: 'series', key: ['rule'], versioned: true, schema: LeniencyRuleEntry, refers: { body: ['body', 'id'], item: ['item_version', 'item'] },
    columns: (e) => ({
      rule: e.rule, body: e.body, list: e.list, item: e.item ?? null, violation: e.violation, bases: e.bases ?? [], conditions: e.conditions, title: e.title, issuer: e.issuer,
      status: e.status ?? 'parsed', details: e.details ?? {}, ...valid(e),
    }),
  }),
  register('township-grant', {
    table: 'township_grant', nature: 'entry', key: ['id'], closing: ['valid_until', 'township_finishes'], schema: TownshipGrantEntry, refers: { item: ['item_version', 'item'] },
    columns: (e) => ({ id: e.id, township: e.township, item: e.item, exclusive: e.exclusive ?? true, department_finishes: e.departmentFinishes ?? false, township_finishes: e.townshipFinishes ?? false, basis: e.basis, published: e.published ?? null, place: e.place ?? '', ...valid(e) }),
  }),
  // Letters signed before: a later one goes through its procedure.
  register('entrustment', {
    table: 'entrustment', nature: 'entry', key: ['id'], closing: ['valid_until'], schema: EntrustmentEntry, refers: { organisation: ['body', 'id'], principal: ['body', 'id'], item: ['item_version', 'item'] }, refuses: notEntrustable,
    columns: (e) => ({ id: e.id, organisation: e.organisation, principal: e.principal, item: e.item, norm: e.norm, authority: e.authority, published: e.published, place: e.place ?? '', ...valid(e) }),
  }),
  // Starting numbers are the range from 1 that paper took; single numbers used or spoilt are ranges of one (R29).
  register('number-series', {
    table: 'number_use', nature: 'entry', key: ['body', 'kind', 'year', 'first'], schema: NumberUseEntry, refers: { body: ['body', 'id'] }, refuses: numberTaken,
    columns: (e) => ({ body: e.body, kind: e.kind, year: e.year, first: e.first ?? 1, last: e.last ?? e.first ?? 1, note: e.note }),
  }),
]
