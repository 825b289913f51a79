import { canonical } from '@faheng/law/canonical.ts'
import type { ActEffect } from '@faheng/law/fold.ts'
import { waitingFor } from '@faheng/law/judge.ts'
import type { MatterState, Procedure } from '@faheng/law/procedure.ts'
import { dayOf, isDay } from '@faheng/law/time/day.ts'

/** A row under its column names, without region and matter. */
export type Row = Readonly<Record<string, unknown>>

/** The tables derived from a matter's state: rewritten by difference, reproduced by rebuild. */
export const stateTables = ['clock', 'waiting', 'reader', 'matter_party'] as const
/** The tables of the rooms, out of the effects that `apply` returned (D13). */
export const effectTables = ['evidence', 'held', 'decided', 'exempted', 'matter_file', 'struck', 'certificate', 'certificate_end', 'departure', 'item_version', 'township_grant', 'entrustment'] as const
export type DerivedTable = (typeof stateTables)[number] | (typeof effectTables)[number]

interface Shape {
  /** Key columns and the others, with their types. */
  readonly key: Readonly<Record<string, string>>
  readonly rest: Readonly<Record<string, string>>
  /** A register: its key is the county's, not the matter's, and the row only says which matter brought it in. */
  readonly register?: true
  /** Set to the time of recording when the row begins, and kept while it lasts. */
  readonly stamp?: string
}

export const shapes: Readonly<Record<DerivedTable, Shape>> = {
  clock: {
    key: { clock: 'text', subject: 'text', opened: 'timestamptz' },
    rest: { due: 'date', due_at: 'timestamptz', closed: 'timestamptz', whose: 'text', provisional: 'boolean' },
  },
  waiting: { key: { act: 'text', post: 'text', place: 'text', person: 'text' }, rest: { except_persons: 'text[]' }, stamp: 'since' },
  reader: { key: { person: 'text' }, rest: { up_to_seq: 'integer' } },
  matter_party: { key: { party: 'text', role: 'text' }, rest: {} },
  evidence: { key: { id: 'text' }, rest: { act: 'text', kind: 'text', usable: 'boolean', files: 'text[]' } },
  held: { key: { id: 'text' }, rest: { state: 'text', quantity: 'integer' } },
  decided: { key: { party: 'text', item: 'text', conduct_from: 'date' }, rest: { conduct_until: 'date', fined: 'boolean', amount: 'bigint', fine: 'bigint', tier: 'text', township: 'text', standing: 'boolean' } },
  exempted: { key: { party: 'text', item: 'text', conduct_from: 'date' }, rest: { conduct_until: 'date', ground: 'text', rule: 'text', amount: 'bigint' } },
  matter_file: { key: { hash: 'text', act: 'text' }, rest: { document: 'text' } },
  struck: { key: { entry: 'text' }, rest: { act: 'text' } },
  certificate: {
    key: { issuer: 'text', number: 'text' },
    rest: {
      person: 'text', fields: 'text[]', valid_region: 'text', from_at: 'timestamptz', until_at: 'timestamptz', suspended_from: 'timestamptz', suspended_until: 'timestamptz',
    },
    register: true,
    stamp: 'recorded',
  },
  certificate_end: { key: { issuer: 'text', number: 'text' }, rest: { ground: 'text', ended_at: 'timestamptz' }, register: true, stamp: 'recorded' },
  departure: { key: { person: 'text', body: 'text', event_on: 'date' }, rest: { ground: 'text', ended_at: 'timestamptz' }, register: true, stamp: 'recorded' },
  item_version: {
    key: { item: 'text', version: 'integer' },
    rest: {
      body: 'text', title: 'text', field: 'text', kind: 'text', bases: 'jsonb', kinds: 'text[]', orders: 'text[]', branches: 'jsonb', status: 'text',
      limitation_years: 'integer', harm_years: 'integer', published: 'boolean', source: 'text', details: 'jsonb', valid_from: 'date', valid_until: 'date',
    },
    register: true,
    stamp: 'recorded',
  },
  township_grant: {
    key: { id: 'text' },
    rest: { township: 'text', item: 'text', exclusive: 'boolean', basis: 'text', published: 'date', place: 'text', valid_from: 'date', valid_until: 'date', department_finishes: 'boolean', township_finishes: 'boolean' },
    register: true,
    stamp: 'recorded',
  },
  entrustment: {
    key: { id: 'text' },
    rest: { organisation: 'text', principal: 'text', item: 'text', norm: 'text', authority: 'text', published: 'date', place: 'text', valid_from: 'date', valid_until: 'date' },
    register: true,
    stamp: 'recorded',
  },
}

/** What the matter's list row shows of its state. */
export function listRow(state: MatterState) {
  const due = state.clocks.flatMap((clock) => (clock.closed === undefined && clock.due !== undefined ? [dueDay(clock.due)] : []))
  const { stage, body, unit, ended } = state
  return { stage, body, unit, ended, due: ended ? null : (due.sort()[0] ?? null) }
}

export function stateRows(procedure: Procedure, state: MatterState): Record<(typeof stateTables)[number], Row[]> {
  return {
    clock: unique('clock', state.clocks.map(({ clock, subject, opened, due, closed, provisional }) => ({
      clock, subject, opened,
      due: due === undefined ? null : dueDay(due),
      due_at: due === undefined || isDay(due) ? null : due,
      closed: closed ?? null,
      whose: procedure.clocks[clock]?.whose ?? 'body',
      provisional: provisional ?? false,
    }))),
    waiting: unique('waiting', waitingFor(procedure, state).map(({ act, post, place, person, except }) => ({
      act, post, place, person: person ?? '', except_persons: [...new Set(except)].sort(),
    }))),
    reader: Object.entries(state.readers).map(([person, upTo]) => ({ person, up_to_seq: upTo })),
    matter_party: unique('matter_party', state.parties.map(({ id, role }) => ({ party: id, role }))),
  }
}

/** The last effect on a row counts. */
export function effectRows(effects: readonly ActEffect[]): Record<(typeof effectTables)[number], Row[]> {
  const of = <R extends ActEffect['room']>(room: R) => effects.filter((each): each is Extract<ActEffect, { room: R }> => each.room === room)
  return {
    evidence: unique('evidence', of('evidence').map(({ id, act, kind, usable, files }) => ({ id, act, kind, usable, files }))),
    held: unique('held', of('held').map(({ id, state, quantity }) => ({ id, state, quantity }))),
    decided: unique('decided', of('decided').map(({ party, item, from, until, fined, amount, fine, tier, township, standing }) => ({ party, item, conduct_from: from, conduct_until: until, fined, amount, fine, tier: tier ?? null, township: township ?? null, standing }))),
    exempted: unique('exempted', of('exempted').map(({ party, item, from, until, ground, rule, amount }) => ({ party, item, conduct_from: from, conduct_until: until, ground, rule, amount }))),
    matter_file: unique('matter_file', of('file').map(({ hash, act, document }) => ({ hash, act, document: document ?? null }))),
    struck: unique('struck', of('struck').map(({ entry, act }) => ({ entry, act }))),
    certificate: unique('certificate', of('certificate').map(({ issuer, number, person, fields, validRegion, from, until, suspendedFrom, suspendedUntil }) => ({
      issuer, number, person, fields, valid_region: validRegion, from_at: from, until_at: until, suspended_from: suspendedFrom ?? null, suspended_until: suspendedUntil ?? null,
    }))),
    certificate_end: unique('certificate_end', of('certificate_end').map(({ issuer, number, ground, endedAt }) => ({ issuer, number, ground, ended_at: endedAt }))),
    departure: unique('departure', of('departure').map(({ person, body, eventOn, ground, endedAt }) => ({ person, body, event_on: eventOn, ground, ended_at: endedAt ?? null }))),
    item_version: unique('item_version', of('item').map(({ item, version, body, title, field, kind, bases, kinds, orders, branches, status, limitationYears, harmYears, published, source, details, validFrom, validUntil }) => ({
      item, version, body, title, field, kind, bases, kinds, orders, branches, status, limitation_years: limitationYears, harm_years: harmYears,
      published, source, details, valid_from: validFrom, valid_until: validUntil,
    }))),
    township_grant: unique('township_grant', of('grant').map(({ id, township, item, exclusive, basis, published, place, validFrom, validUntil, departmentFinishes, townshipFinishes }) => ({
      id, township, item, exclusive, basis, published, place, valid_from: validFrom, valid_until: validUntil, department_finishes: departmentFinishes, township_finishes: townshipFinishes,
    }))),
    entrustment: unique('entrustment', of('entrustment').map(({ id, organisation, principal, item, norm, authority, published, place, validFrom, validUntil }) => ({
      id, organisation, principal, item, norm, authority, published, place, valid_from: validFrom, valid_until: validUntil,
    }))),
  }
}

/** What to delete and what to insert or overwrite, so that `before` becomes `after`. */
export function difference(table: DerivedTable, before: readonly Row[], after: readonly Row[]): { gone: Row[]; put: Row[] } {
  const had = new Map(before.map((row) => [keyOf(table, row), row]))
  const has = new Set(after.map((row) => keyOf(table, row)))
  return {
    gone: before.filter((row) => !has.has(keyOf(table, row))),
    put: after.filter((row) => {
      const old = had.get(keyOf(table, row))
      return old === undefined || canonical(old) !== canonical(row)
    }),
  }
}

export const keyOf = (table: DerivedTable, row: Row): string => Object.keys(shapes[table].key).map((column) => String(row[column])).join('\n')

const unique = (table: DerivedTable, rows: readonly Row[]): Row[] => [...new Map(rows.map((row) => [keyOf(table, row), row])).values()]

const dueDay = (due: string): string => (isDay(due) ? due : dayOf(due))
