import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDataFolder } from './data-folder.ts'
import { adopt } from './postmaster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: string
  }
}

/** A folder for one cluster a run. The first test that needs a database starts it (test-database.ts); it ends here. */
export default function setup(project: TestProject): () => Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'faheng-test-'))
  project.provide('testCluster', root)
  return async () => {
    const cluster = process.env['DATABASE_URL'] ? undefined : await adopt(openDataFolder(root))
    await cluster?.stop()
    rmSync(root, { recursive: true, force: true })
  }
}
