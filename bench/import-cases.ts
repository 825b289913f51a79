import { randomBytes } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { procedures } from '@faheng/law/procedures/index.ts'
import { asker, fill } from '../server/acts/test-county.ts'
import { columns, requiredColumns, type Column } from '../server/cases/old/columns.ts'
import { importCases } from '../server/cases/old/import-cases.ts'
import { houseDocuments } from '../server/house-documents.ts'
import { openDatabase } from '../server/platform/database/open.ts'
import { streamTable } from '../server/platform/tables/stream-table.ts'
import { figure, postgresOf, report } from './shared/report.ts'

/** Old cases from a file on a fresh database: `npm run bench -- import-cases [rows]`. Reported: rows a second, and for the same file again. */
const count = Number(process.argv[2] ?? 2000)
const folder = mkdtempSync(join(tmpdir(), 'faheng-bench-'))
const opened = await openDatabase({ dataDir: folder, env: process.env, log: () => undefined, as: 'server', at: new Date().toISOString() })
try {
  await fill(opened.pools.worker)
  const file = join(folder, 'old.csv')
  const names = Object.keys(columns) as Column[]
  const row = (i: number): Partial<Record<Column, string>> => ({
    number: `旧罚〔2024〕${i}号`, state: i % 5 === 0 ? '在办案件' : '历史案件', stage: '调查', outcome: '行政处罚', team: 'officer、second', partyKind: '法人', partyName: `商贸公司${i}`,
    item: 'item-1', from: '2024-01-01', until: '2024-01-03', received: '2024-01-05', filed: '2024-01-08', decided: '2024-03-01', served: '2024-03-04', kinds: '罚款', fine: '5000', paid: '5000',
  })
  writeFileSync(file, [names.map((each) => columns[each]), ...Array.from({ length: count }, (_, i) => names.map((each) => row(i)[each] ?? ''))].map((cells) => cells.join(',')).join('\r\n'))
  const at = new Date().toISOString()
  const acts = { pool: opened.pools.app, procedures, documents: houseDocuments, masterKey: randomBytes(32), clock: () => new Date().toISOString(), law: 'bench' }
  const timed = async (what: string) => {
    const begun = performance.now()
    const { counts, refused } = await importCases({ acts, worker: opened.pools.worker, asker: asker('clerk'), body: 'a', at }, streamTable(() => createReadStream(file), requiredColumns))
    const seconds = (performance.now() - begun) / 1000
    if (refused.length > 0) throw new Error(`${refused.length} rows were refused: ${JSON.stringify({ counts, first: refused[0] })}`)
    return figure(what, 'rows a second', [count / seconds])
  }
  report('import-cases', { rows: count }, [await timed('a file of old cases'), await timed('the same file again')], await postgresOf(opened.pools.worker))
} finally {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
}
