import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { child } from './child.mjs'
import { root } from './install.mjs'

/** Builds the web unless its sources are those of the last build. Answers what was done. */
export async function buildWeb(node) {
  const stamp = join(root, 'web', 'dist', '.sources')
  const hash = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 'unchanged'
  const { code, output } = await child(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], { quiet: true, cwd: join(root, 'web') })
  if (code !== 0) throw new Error(`the web could not be built:\n${output.trim()}`)
  writeFileSync(stamp, hash)
  return 'built'
}

/** Over what the web is made of: itself, the contract, the law, the packages. */
function sourceHash() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const room of ['api', 'law', 'web'])
    for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true }).sort(byPath)) {
      const path = join(entry.parentPath ?? entry.path, entry.name)
      if (!entry.isFile() || /node_modules|[\\/]dist[\\/]|\.test\.tsx?$/.test(path)) continue
      hash.update(path.slice(root.length)).update(readFileSync(path))
    }
  return hash.digest('hex')
}

const byPath = (a, b) => (pathOf(a) < pathOf(b) ? -1 : 1)
const pathOf = (entry) => join(entry.parentPath ?? entry.path, entry.name)
