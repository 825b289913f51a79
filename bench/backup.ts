import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { figure, report } from './shared/report.ts'
import { cli } from './shared/server.ts'
import { inWorld } from './shared/world.ts'

/**
 * A backup of a world, restored into an empty folder: `npm run bench -- backup [cases or folder of a world …]`. Its acts have no
 * leaves that verify could read: `house` verifies a county that was performed, and a test one that was restored.
 */
const worlds = process.argv.length > 2 ? process.argv.slice(2) : ['10000']

for (const world of worlds)
  await inWorld(world, async (dataDir) => {
    const aside = mkdtempSync(join(tmpdir(), 'faheng-bench-backup-'))
    const file = join(aside, 'backup')
    const faheng = async (...command: readonly string[]) => {
      const begun = performance.now()
      const { stdout } = await promisify(execFile)(process.execPath, [cli, ...command, '--json'], { maxBuffer: 1 << 26 })
      return { seconds: (performance.now() - begun) / 1000, answer: JSON.parse(stdout) as { readonly rows?: number } }
    }
    try {
      const written = await faheng('backup', file, '--data', dataDir)
      const restored = await faheng('restore', file, '--data', join(aside, 'restored'))
      const rows = written.answer.rows ?? 0
      if (restored.answer.rows !== rows) throw new Error(`${rows} rows were written and ${restored.answer.rows} restored`)
      report(`backup-${world.replace(/\W+/g, '-')}`, { rows, megabytes: Math.round(statSync(file).size / 2 ** 20), ...(Number(world) > 0 ? { cases: Number(world) } : {}) }, [
        figure('backup', 's', [written.seconds]),
        figure('backup', 'rows a second', [rows / written.seconds]),
        figure('restore', 's', [restored.seconds]),
        figure('restore', 'rows a second', [rows / restored.seconds]),
      ])
    } finally {
      rmSync(aside, { recursive: true, force: true })
    }
  })
