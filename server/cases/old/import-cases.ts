import type { Pool } from 'pg'
import { dayOf, type Instant } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { perform, type Acts } from '../../acts/index.ts'
import { enterOldParties } from '../../people/index.ts'
import type { Asker } from '../../platform/access/scope.ts'
import { run, statement } from '../../platform/database/run.ts'
import { IdReused, Malformed, Refused } from '../../platform/errors.ts'
import type { TableRow } from '../../platform/tables/stream-table.ts'
import { columns } from './columns.ts'
import { readCase, type Known, type ReadCase, type RefusedRow } from './read-rows.ts'

export interface ImportedCases {
  /** Of rows. `added` were not there before, `unchanged` were. */
  readonly counts: { readonly rows: number; readonly accepted: number; readonly refused: number; readonly added: number; readonly unchanged: number }
  readonly refused: readonly RefusedRow[]
}

interface Import {
  readonly acts: Acts
  readonly worker: Pool
  readonly asker: Asker
  readonly body: string
  readonly at: Instant
  readonly progress?: (rows: number) => void
}

/** As many cases at once as keep the database busy and leave connections for the office. */
const atOnce = 6

/**
 * Old and running cases out of a table, each through `perform` by whoever imports (R29): a case comes in whole or not at all, and
 * a refused one names row, field and reason. Ids come from body and old number, so the same file again changes nothing.
 */
export async function importCases(it: Import, rows: AsyncIterable<TableRow>): Promise<ImportedCases> {
  const known = await knownTo(it)
  const counts = { rows: 0, accepted: 0, refused: 0, added: 0, unchanged: 0 }
  const refused: RefusedRow[] = []
  const cases = casesIn(rows)
  const seen = new Set<string>()
  const take = async (): Promise<void> => {
    for (let next = await cases.next(); !next.done; next = await cases.next()) {
      const group = next.value
      const read = readCase(group, it.body, dayOf(it.at), known)
      const outcome = 'refused' in read ? read.refused : seen.has(read.matter) ? twice(read) : (seen.add(read.matter), await recorded(it, read))
      counts.rows += group.length
      if (typeof outcome === 'string') {
        counts.accepted += group.length
        counts[outcome] += group.length
      } else {
        counts.refused += group.length
        refused.push(outcome)
      }
      it.progress?.(counts.rows)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, take))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  return { counts, refused: refused.sort((a, b) => a.row - b.row) }
}

async function recorded({ acts, worker, asker, body, at }: Import, read: ReadCase): Promise<'added' | 'unchanged' | RefusedRow> {
  try {
    const ids = await enterOldParties(worker, { region: asker.region, person: asker.person, at }, read.parties)
    const { repeated } = await perform(acts, asker, {
      matter: read.matter, opens: { procedure: 'penalty-ordinary', body, unit: read.unit }, act: { id: `${read.matter}.1`, kind: read.kind, payload: read.payload(ids) },
    })
    return repeated ? 'unchanged' : 'added'
  } catch (error) {
    const why = reasonOf(error)
    if (!why) throw error
    return { row: read.rows[0] ?? 0, ...why }
  }
}

function reasonOf(error: unknown): { field: string; reason: Words } | undefined {
  if (error instanceof IdReused) return { field: columns.number, reason: words('此案号已经导入过，内容不同；更正请在案件中办理', 'This number came in before with other content: correct it in the case itself') }
  if (error instanceof Malformed) return { field: error.field, reason: error.words }
  if (error instanceof Refused) return { field: '', reason: error.refusals[0]?.message ?? words('不能登记', 'Cannot be recorded') }
  return undefined
}

const twice = ({ rows }: ReadCase): RefusedRow => ({ row: rows[0] ?? 0, field: columns.number, reason: words('同一案号的行应当相邻；前面已有此案号', 'Rows of one number must stand together; this number came before') })

/** Rows of one number, one under the other. One reader at a time: whoever asks next waits for the one before. */
async function* casesIn(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow[]> {
  let group: TableRow[] = []
  for await (const row of rows) {
    const [first] = group
    if (first && (first.cells[columns.number] !== row.cells[columns.number] || row.cells[columns.number] === '')) {
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield group
}

async function knownTo({ worker, asker: { region }, body }: Import): Promise<Known> {
  const [items, units, officers] = await Promise.all([
    run<{ item: string }>(worker, statement('select distinct item from faheng.item_version where region = $1'), [region]),
    run<{ id: string; name: string }>(worker, statement('select id, name from faheng.unit where region = $1 and body = $2'), [region, body]),
    run<{ id: string; name: string }>(worker, statement(`
      select distinct person.id, person.name from faheng.post join faheng.person on person.region = post.region and person.id = post.person
      where post.region = $1 and post.body = $2 and post.kind = 'officer'`), [region, body]),
  ])
  return { items: new Set(items.map(({ item }) => item)), units: named(units), officers: named(officers) }
}

/** By id, and by name where it means one. */
const named = (rows: readonly { readonly id: string; readonly name: string }[]): Map<string, string> => {
  const byName = Map.groupBy(rows, ({ name }) => name)
  return new Map([...rows.filter(({ name }) => byName.get(name)?.length === 1).map(({ id, name }) => [name, id] as const), ...rows.map(({ id }) => [id, id] as const)])
}
