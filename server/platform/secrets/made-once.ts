import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The text of a file that is made on first use and readable by its owner alone. Of several processes that begin together all read
 * the same: it is written whole under another name, and link(2) lets one of them win. A crash leaves a whole file or none.
 */
export function madeOnce(file: string, make: () => string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    const draft = `${file}.${randomUUID()}`
    try {
      const handle = openSync(draft, 'wx', 0o600)
      writeFileSync(handle, make())
      fsyncSync(handle)
      closeSync(handle)
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(file, 'utf8')
}
