import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { parseCitations } from '@faheng/law/citations/parse.ts'
import type { Citation } from '@faheng/law/citation.ts'
import { type Conditions, readConditions } from '@faheng/law/discretion/conditions.ts'
import { addYears, type Day, dayOf, type Instant, isDay } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { UnreadableTable } from '../../platform/tables/read-table.ts'
import type { ImportedRows } from '../import-items.ts'
import { itemsOn } from '../items-on.ts'
import { registers, registerRows } from '../registers/index.ts'
import { confirmedBefore } from './confirmed-before.ts'
import { endReplaced } from './end-replaced.ts'
import { itemFor } from './match-item.ts'

interface Entry {
  readonly row: number
  readonly violation: string
  readonly bases: readonly Citation[]
  readonly conditions: Conditions
  readonly reasons: readonly Words[]
  readonly texts: readonly string[]
}

export interface LeniencyList {
  readonly title: string
  readonly issuer: string
  readonly list: 'lighter' | 'mitigated' | 'exempt'
  readonly validFrom: Day
  readonly validUntil: Day | undefined
  readonly entries: readonly Entry[]
  readonly refused: readonly { readonly row: number; readonly reason: Words }[]
}

/**
 * A published list: `{title, issuer, effective, valid_years, items: [{violation, violated_provisions[], conditions[]}]}`; its title
 * says which of the three it is. A row is refused without violation, article or conditions; what its conditions say beyond first
 * violation, correction and slight harm stays in words. @throws UnreadableTable
 */
export function readLeniencyList(bytes: Uint8Array): LeniencyList {
  const file = parsed(bytes)
  const title = textOf(file['title'])
  const effective = textOf(file['effective'])
  if (title === '' || !isDay(effective) || !Array.isArray(file['items'])) throw new UnreadableTable('清单应有 title、effective（YYYY-MM-DD）和 items', 'a list needs title, effective (YYYY-MM-DD) and items')
  const years = Number(file['valid_years'] ?? 0)
  const read = file['items'].map((item: unknown, i) => entryOf(isRecord(item) ? item : {}, i + 1))
  return {
    title,
    issuer: textOf(file['issuer']) || title,
    list: /不予|免予|免罚|首违/.test(title) ? 'exempt' : /减轻/.test(title) ? 'mitigated' : 'lighter',
    validFrom: effective,
    validUntil: Number.isInteger(years) && years > 0 ? addYears(effective, years) : undefined,
    entries: read.flatMap((each) => ('violation' in each ? [each] : [])),
    refused: read.flatMap((each) => ('reason' in each ? [each] : [])),
  }
}

function entryOf(item: Record<string, unknown>, row: number): Entry | { readonly row: number; readonly reason: Words } {
  const violation = textOf(item['violation'])
  if (violation === '') return { row, reason: words('没有违法行为名称', 'the violation is missing') }
  const provisions = textsOf(item['violated_provisions'])
  const bases = provisions.flatMap((text) => parseCitations(text).read.map(({ source: _source, edition: _edition, ...citation }): Citation => citation))
  if (bases.length === 0) return { row, reason: words('没有写明依据的条文', 'no article is named as the basis') }
  const texts = textsOf(item['conditions'])
  if (texts.length === 0) return { row, reason: words('没有适用条件', 'the conditions are missing') }
  const { conditions, unsure } = readConditions(texts)
  return { row, violation, bases, conditions, texts, reasons: unsure ? [words('适用条件须核对', 'the conditions are to be checked')] : [] }
}

/** By row: what an entry is about names it, so that one put in between renames nothing; the second alike counts on. */
function idsOf({ title, list, entries }: LeniencyList): ReadonlyMap<number, string> {
  const alike = new Map<string, number>()
  return new Map(entries.map(({ row, violation, bases }) => {
    const about = JSON.stringify([title, list, violation, bases])
    const before = alike.get(about) ?? 0
    alike.set(about, before + 1)
    return [row, createHash('sha256').update(`${about}${before || ''}`).digest('hex').slice(0, 16)]
  }))
}

interface How {
  readonly body: string
  readonly from?: Day | undefined
  /** The day after its last; absent: as the list says. */
  readonly until?: Day | undefined
  /** Rules of the same kind of list that are not in this edition end with its first day. */
  readonly replaces?: boolean | undefined
  readonly at: Instant
  readonly progress?: (done: number) => void
}

/** The entries become rules of one body's list, each with the item it is about. One that has ended is kept as ended (R33). */
export async function importLeniency(pool: Pool, region: string, list: LeniencyList, { body, from, until, replaces, at, progress }: How): Promise<ImportedRows> {
  const register = registers.find(({ kind }) => kind === 'leniency-rule')
  if (register === undefined) throw new Error('there is no register of lists')
  const items = await itemsOn(pool, region, body, dayOf(at))
  const ids = idsOf(list)
  const confirmed = await confirmedBefore(pool, region, 'leniency-rule', body)
  const validFrom = from ?? list.validFrom
  const validUntil = until ?? list.validUntil
  const rows = list.entries.map(({ row, violation, bases, conditions, reasons, texts }) => {
    const item = itemFor(items, violation, bases)
    const doubts = item ? reasons : [...reasons, words('目录中没有找到对应的执法事项', 'no item of the catalogue was found for it')]
    const rule = `${body}.${ids.get(row)}`
    return {
      row,
      value: {
        rule,
        body, list: list.list, ...(item ? { item: item.item } : {}), violation, bases, conditions, title: list.title.slice(0, 200), issuer: list.issuer.slice(0, 200),
        status: doubts.length === 0 ? 'parsed' as const : 'to-be-confirmed' as const, details: { reasons: doubts, texts },
        validFrom, ...(validUntil ? { validUntil } : {}),
        ...confirmed(rule, conditions),
      },
    }
  })
  const written = await registerRows(pool, region, register, rows, at, progress)
  const refusedRows = new Set(written.refused.map(({ row }) => row))
  const stored = rows.filter(({ row }) => !refusedRows.has(row))
  const refused = [...list.refused, ...written.refused].sort((a, b) => a.row - b.row)
  const ended = replaces && stored.length > 0
    ? await endReplaced(pool, region, { of: 'leniency-rule', body, series: list.list, from: validFrom, holds: rows.map(({ value }) => value.rule) }) : 0
  const sure = stored.filter(({ value }) => value.status === 'parsed').length
  return {
    counts: {
      rows: list.entries.length + list.refused.length, accepted: stored.length, refused: refused.length, parsed: sure, toBeConfirmed: stored.length - sure,
      added: written.added, superseded: written.superseded, unchanged: written.unchanged, ...(replaces ? { ended } : {}),
    },
    refused,
  }
}

function parsed(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isRecord(value)) return value
  } catch {
    // Said below, for both.
  }
  throw new UnreadableTable('不是清单的JSON文件', 'this is no JSON file of a list')
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : [])
