import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { child } from './child.mjs'
import { step } from './step.mjs'

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')

const wanted = 24
const bin = join(root, 'node_modules', '.bin')
const windows = process.platform === 'win32'
const nodeIn = (folder) => join(folder, windows ? 'node.exe' : 'node')

/**
 * Makes sure of the packages of the lockfile and of Node 24, and answers that Node's path. Runs on any Node from 20 on;
 * does nothing when the packages are those of the lockfile already.
 */
export async function install(to = process.stdout) {
  const stamp = join(root, 'node_modules', '.faheng-installed')
  const state = lockfileHash()
  const present = existsSync(stamp) && readFileSync(stamp, 'utf8') === state
  if (!present) {
    await step('packages', async () => {
      // With an older Node first in PATH npm quietly chooses majors that suit it.
      const node = Number(process.versions.node.split('.')[0]) >= wanted ? process.execPath : await fetchNode()
      await npm(node, ['install', '--no-audit', '--no-fund', '--loglevel=error'])
      linkCommand()
      writeFileSync(stamp, state)
      return 'installed'
    }, to)
  }
  return localNode()
}

/** npm install, since npm ci fails where a registry lacks the programs of other platforms. */
async function npm(node, args) {
  const own = process.env.npm_execpath
  const [program, first] = own !== undefined && basename(own) === 'npm-cli.js' ? [node, [own]] : [windows ? 'npm.cmd' : 'npm', []]
  const { code, output } = await child(program, [...first, ...args], { quiet: true, cwd: root, shell: program === 'npm.cmd', env: withFirst(node) })
  if (code !== 0) throw new Error(`npm ${args[0]} failed:\n${output.trim()}`)
}

/** Our environment, in which `node` is that one. */
export const withFirst = (node) => ({ ...process.env, PATH: [join(node, '..'), process.env.PATH].join(delimiter) })

/** Node 24 alone, aside, for the one installation that brings it to its place. */
async function fetchNode() {
  const platform = windows ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies[name]
  if (version === undefined) throw new Error(`Faheng needs Node ${wanted} or newer on ${platform}-${process.arch}; this is ${process.versions.node}`)
  const aside = join(root, '.runtime')
  const node = nodeIn(join(aside, 'node_modules', name, 'bin'))
  if (!existsSync(node)) await npm(process.execPath, ['install', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--prefix', aside, `${name}@${version}`])
  return node
}

/** The Node of the packages, else our own if it is new enough. */
function localNode() {
  const packaged = readdirSync(join(root, 'node_modules')).filter((name) => /^node-(linux|win|darwin)-/.test(name))
    .map((name) => nodeIn(join(root, 'node_modules', name, 'bin'))).find((node) => existsSync(node))
  if (packaged !== undefined) return packaged
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  throw new Error(`Faheng needs Node ${wanted} or newer; this is ${process.versions.node}, and the packages brought none`)
}

/** npm links commands of dependencies, not the project's own: without this `npx faheng` would install us once more. */
function linkCommand() {
  if (windows) return
  rmSync(join(bin, 'faheng'), { force: true })
  symlinkSync('../../scripts/faheng.mjs', join(bin, 'faheng'))
}

function lockfileHash() {
  const workspaces = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).workspaces
  const files = ['package-lock.json', 'package.json', ...workspaces.map((name) => `${name}/package.json`)]
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of files) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
