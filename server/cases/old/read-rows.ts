import { createHash } from 'node:crypto'
import { penaltyKinds, type PenaltyCode } from '@faheng/law/penalties/kinds.ts'
import { isDay } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import type { OldParty } from '../../people/index.ts'
import type { TableRow } from '../../platform/tables/stream-table.ts'
import { columns, outcomes, partyKinds, stages, states, type Column } from './columns.ts'

/** What the county's registers know of, for the references of rows. */
export interface Known {
  readonly items: ReadonlySet<string>
  /** By id and by name, of this body. */
  readonly units: ReadonlyMap<string, string>
  readonly officers: ReadonlyMap<string, string>
}

export interface RefusedRow {
  readonly row: number
  readonly field: string
  readonly reason: Words
}

/** A case as its rows tell it; parties still by what identifies them, `partyOf` their places in the payload. */
export interface ReadCase {
  readonly rows: readonly number[]
  readonly matter: string
  readonly unit: string
  readonly kind: 'record-legacy-case' | 'take-over'
  readonly parties: readonly OldParty[]
  /** The payload once each party has its id. */
  readonly payload: (ids: readonly string[]) => object
}

class Fault extends Error {
  readonly row: number
  readonly column: Column
  readonly reason: Words

  constructor(row: number, column: Column, reason: Words) {
    super(reason.en)
    this.row = row
    this.column = column
    this.reason = reason
  }
}

/** One case out of its rows, or the first thing wrong in it: nothing of it is taken then. */
export function readCase(rows: readonly TableRow[], body: string, today: string, known: Known): ReadCase | { readonly refused: RefusedRow; readonly rows: readonly number[] } {
  try {
    return caseOf(rows, body, today, known)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { refused: { row: error.row, field: columns[error.column], reason: error.reason }, rows: rows.map(({ row }) => row) }
  }
}

function caseOf(rows: readonly TableRow[], body: string, today: string, known: Known): ReadCase {
  const [head] = rows
  if (!head) throw new Error('a case without rows')
  const at = rows.map((row) => cellsOf(row, today))
  const [first] = at as [Cells, ...Cells[]]
  const number = first.text('number')
  const closed = first.of('state', states) === 'closed'
  const parties = at.map((cells): OldParty => ({ kind: cells.of('partyKind', partyKinds), name: cells.text('partyName'), code: cells.maybe('partyCode') ?? null, of: `${body} ${number}` }))
  const [keys, places] = placesOf(parties.map(({ kind, name, code }) => [kind, name, code].join('\n')))
  const conducts = at.map((cells) => ({ item: itemOf(cells, body, known), from: cells.day('from'), until: cells.day('until') }))
  conducts.forEach(({ from, until }, i) => from <= until || at[i]?.fault('until', '早于行为开始日期', 'is before the first day of the conduct'))
  const [conductKeys, conductPlaces] = placesOf(conducts.map((each) => Object.values(each).join('\n')))
  const penalties = at.flatMap((cells, i) => penaltiesOf(cells).map((each) => ({ ...each, party: places[i] ?? 0, violation: `v${(conductPlaces[i] ?? 0) + 1}` })))
  const outcome = closed ? first.of('outcome', outcomes) : undefined
  const stage = closed ? undefined : first.of('stage', stages)
  const decided = outcome === 'penalty' || stage === 'service' || stage === 'performance'
  if (decided && first.maybe('decided') === undefined) first.fault('decided', '有处罚决定的，应当填写', 'is needed where a penalty was decided')
  if ((decided || stage === 'notice') && penalties.length === 0) first.fault('kinds', '没有处罚内容', 'No penalty is named')
  const served = (column: 'noticed' | 'served', ids: readonly string[]) =>
    [...new Map(at.flatMap((cells, i) => (cells.maybe(column) === undefined ? [] : [[ids[places[i] ?? 0] ?? '', cells.day(column)] as const]))).entries()].map(([party, on]) => ({ party, on }))
  const team = closed ? [] : teamOf(first, known)
  const given = optionalOf({ filedOn: first.maybeDay('filed'), decidedOn: first.maybeDay('decided'), decisionNumber: first.maybe('decisionNumber'), remarks: first.maybe('remarks') })
  const external = ([['provincial', 'provincial'], ['n12315', '12315'], ['n12345', '12345']] as const)
    .flatMap(([column, system]) => (first.maybe(column) === undefined ? [] : [{ system, number: first.text(column) }]))
  // Days are read before any payload is made, so that a wrong one refuses the case while nothing is written.
  const [reviewedOn, closedOn, received, discoveredOn] = [first.maybeDay('reviewed'), first.maybeDay('closed'), first.day('received'), first.maybeDay('discovered')]
  for (const column of ['noticed', 'served'] as const) served(column, [])
  const payload = (ids: readonly string[]) => ({
    number,
    ...(external.length > 0 ? { external } : {}),
    parties: [...new Set(keys.map((_, i) => ids[i] ?? ''))],
    violations: conductKeys.map((_, v) => {
      const mine = at.flatMap((_cells, i) => (conductPlaces[i] === v ? [i] : []))
      return { id: `v${v + 1}`, ...conducts[mine[0] ?? 0], parties: [...new Set(mine.map((i) => ids[places[i] ?? 0] ?? ''))], harm: false }
    }),
    penalties: penalties.map((each) => ({ ...each, party: ids[each.party] ?? '' })),
    received, discoveredOn: discoveredOn ?? received,
    ...given, noticeServed: served('noticed', ids), decisionServed: served('served', ids),
    ...(closed ? { outcome, ...optionalOf({ closedOn }) } : { at: stage, team, proven: stage === 'lead' ? [] : ['identity', 'conduct', 'circumstance', 'amount'], ...optionalOf({ reviewedOn }) }),
  })
  const matter = `old-${createHash('sha256').update(`${body}\n${number}`).digest('base64url').slice(0, 24)}`
  return { rows: rows.map(({ row }) => row), matter, unit: unitOf(first, known), kind: closed ? 'record-legacy-case' : 'take-over', parties: keys.map((_, i) => parties[places.indexOf(i)] as OldParty), payload }
}

/** Distinct keys, and the place of each row's among them. */
function placesOf(all: readonly string[]): [readonly string[], readonly number[]] {
  const keys = [...new Set(all)]
  return [keys, all.map((each) => keys.indexOf(each))]
}

function itemOf(cells: Cells, body: string, known: Known): string {
  const code = cells.text('item')
  const item = [code, `${body}.${code}`].find((each) => known.items.has(each))
  return item ?? cells.fault('item', '事项没有登记', 'The item is not in the register')
}

const unitOf = (cells: Cells, known: Known): string => {
  const name = cells.maybe('unit')
  if (name === undefined) return ''
  return known.units.get(name) ?? cells.fault('unit', '本机关没有这个办案机构', 'The body has no such unit')
}

function teamOf(cells: Cells, known: Known): string[] {
  const names = cells.text('team').split(/[、,，;；\s]+/).filter((each) => each !== '')
  return names.map((name) => known.officers.get(name) ?? cells.fault('team', `本机关没有执法人员“${name}”，或者有重名（可填人员编号）`, `The body has no officer ${name}, or several of that name (his id may be given)`))
}

const codeOfKind = new Map<string, PenaltyCode>(penaltyKinds.kinds.map((each) => [each.words.zh, each.code]))

/** Money is paid on the fine first, then on gains confiscated. */
function penaltiesOf(cells: Cells): { kind: PenaltyCode; amount?: number; paid?: number; done?: string }[] {
  const amounts: Partial<Record<PenaltyCode, number | undefined>> = { fine: cells.money('fine'), 'confiscate-gains': cells.money('gains') }
  const named = (cells.maybe('kinds') ?? '').split(/[、,，;；]+/).map((each) => each.trim()).filter((each) => each !== '')
  const codes = named.map((name) => codeOfKind.get(name) ?? cells.fault('kinds', `没有这种处罚：${name}`, `There is no such penalty: ${name}`))
  const all = [...new Set([...codes, ...(Object.keys(amounts) as PenaltyCode[]).filter((code) => amounts[code] !== undefined)])]
  for (const [code, column] of [['fine', 'fine'], ['confiscate-gains', 'gains']] as const)
    if (all.includes(code) && amounts[code] === undefined) cells.fault(column, '缺少金额', 'The amount is missing')
  const done = cells.maybeDay('performed')
  let left = cells.money('paid') ?? 0
  return all.map((kind) => {
    const amount = amounts[kind]
    const paid = amount === undefined ? undefined : Math.min(left, amount)
    left -= paid ?? 0
    return { kind, ...optionalOf({ amount, paid, done }) }
  })
}

interface Cells {
  text(column: Column): string
  maybe(column: Column): string | undefined
  day(column: Column): string
  maybeDay(column: Column): string | undefined
  money(column: Column): number | undefined
  of<const T extends Readonly<Record<string, string>>>(column: Column, values: T): T[keyof T]
  fault(column: Column, zh: string, en: string): never
}

function cellsOf({ row, cells }: TableRow, today: string): Cells {
  const it: Cells = {
    fault(column, zh, en) {
      throw new Fault(row, column, words(zh, en))
    },
    maybe: (column) => cells[columns[column]]?.trim() || undefined,
    text: (column) => it.maybe(column)?.slice(0, 2000) ?? it.fault(column, '必填', 'is required'),
    day: (column) => it.maybeDay(column) ?? it.fault(column, '必填', 'is required'),
    maybeDay(column) {
      const said = it.maybe(column)
      if (said === undefined) return undefined
      const [, year, month, date] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(said) ?? []
      const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
      if (!isDay(day)) return it.fault(column, '不是日期', 'is not a day')
      return day > today ? it.fault(column, '晚于今天', 'is after today') : day
    },
    money(column) {
      const said = it.maybe(column)?.replace(/[,，\s]/g, '')
      if (said === undefined) return undefined
      return /^\d{1,11}(\.\d{1,2})?$/.test(said) ? Math.round(Number(said) * 100) : it.fault(column, '不是金额', 'is not an amount')
    },
    of(column, values) {
      const said = it.text(column)
      return Object.hasOwn(values, said) ? (values[said] as (typeof values)[keyof typeof values]) : it.fault(column, `只能填：${Object.keys(values).join('、')}`, `must be one of: ${Object.keys(values).join(', ')}`)
    },
  }
  return it
}

const optionalOf = <T extends Readonly<Record<string, unknown>>>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }
