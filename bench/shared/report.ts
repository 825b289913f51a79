import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { basename, join } from 'node:path'
import type { Pool } from 'pg'

/** What was measured, with the spread of its runs; one run has no spread. */
export interface Figure {
  readonly what: string
  readonly unit: string
  readonly n: number
  readonly median: number
  readonly p5: number
  readonly p95: number
  readonly p99: number
}

export function figure(what: string, unit: string, measured: readonly number[]): Figure {
  const sorted = measured.toSorted((a, b) => a - b)
  const at = (share: number): number => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toPrecision(4))
  return { what, unit, n: sorted.length, median: at(0.5), p5: at(0.05), p95: at(0.95), p99: at(0.99) }
}

/** Prints a table and keeps it, with machine, versions and sizes, as `bench/results/<name>-<instant>.json`. */
export function report(name: string, sizes: Readonly<Record<string, number>>, figures: readonly Figure[], postgres?: string): void {
  const at = new Date().toISOString()
  const result = { name, at, machine: machine(), versions: { faheng: version(), node: process.versions.node, ...(postgres ? { postgres } : {}) }, sizes, figures }
  const folder = join(import.meta.dirname, '../results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}-${at.replace(/\D/g, '').slice(0, 14)}.json`)
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)

  const { cores, processor, memoryGb } = result.machine
  console.log(`\n${name}: ${Object.entries(sizes).map(([what, n]) => `${n} ${what}`).join(', ')}; ${cores} cores (${processor}), ${memoryGb} GB; ${Object.entries(result.versions).map((each) => each.join(' ')).join(', ')}`)
  const rows = [['', 'unit', 'n', 'median', 'p5', 'p95', 'p99'], ...figures.map((each) =>
    [each.what, each.unit, each.n, each.median, ...(each.n > 1 ? [each.p5, each.p95, each.p99] : ['', '', ''])].map(String))]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? '')))) ?? []
  for (const row of rows) console.log(row.map((cell, column) => (column < 2 ? cell + padding(cell, widths[column]) : padding(cell, widths[column]) + cell)).join('  ').trimEnd())
  console.log(`kept in bench/results/${basename(file)}`)
}

export const postgresOf = async (pool: Pool): Promise<string> =>
  (await pool.query<{ server_version: string }>('show server_version')).rows[0]?.server_version.split(' ')[0] ?? ''

const machine = () => ({ system: `${type()} ${release()}`, processor: cpus()[0]?.model.trim() ?? '', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) })

/** With the commit where the tree is one of git. */
function version(): string {
  const { version: written } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
  try {
    return `${written}+${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()}`
  } catch {
    return written
  }
}

/** Chinese takes two columns. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)
const padding = (text: string, width = 0): string => ' '.repeat(Math.max(0, width - widthOf(text)))
