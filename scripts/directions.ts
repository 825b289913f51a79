import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'

/**
 * Who may know whom (ARCHITECTURE.md): law knows nothing of ours and runs in a browser; api knows law; a room of the
 * server knows platform, acts, api, law and other rooms by their index.ts alone; web knows api and law.
 */
export function refusedImport(file: string, specifier: string): string | undefined {
  const [workspace, room] = file.split('/')
  const isTest = /\.test\.tsx?$/.test(file) || /(^|\/)test-[^/]+\.ts$/.test(file)
  const target = resolve(file, specifier)

  if (workspace === 'law' && !isTest && target === undefined && !lawMayUse.test(specifier))
    return `law runs in the browser and uses typebox and chinese-days alone, not ${specifier}`
  if (target === undefined) return undefined
  const [toWorkspace = '', toRoom = ''] = target.split('/')

  const known = knows[workspace ?? '']
  if (known && toWorkspace !== workspace && !known.includes(toWorkspace)) return `${workspace} may not know ${toWorkspace}`
  if (workspace !== 'server' || toWorkspace !== 'server' || isTest) return undefined
  if (room === undefined || composes.test(file) || toRoom === room) return undefined
  if (toRoom.endsWith('.ts')) return `${room} may not know how the server is composed`
  if (room === 'platform') return `platform may not know ${toRoom}`
  if (toRoom === 'platform') return undefined
  if (room === 'acts') return `acts may not know the room ${toRoom}`
  if (toRoom === 'acts' || target === `server/${toRoom}/index.ts`) return undefined
  return `${room} may know ${toRoom} by its index.ts alone`
}

const knows: Readonly<Record<string, readonly string[]>> = { law: [], api: ['law'], server: ['law', 'api'], web: ['law', 'api'] }
const lawMayUse = /^(typebox|chinese-days)(\/|$)/
const composes = /^server\/(cli\/|[^/]+\.ts$)/

/** The file of the repository that is meant, undefined for a package of others. */
function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier)).split(sep).join('/')
  return /^@faheng\/(.+)$/.exec(specifier)?.[1]
}

/** Every import that goes against the directions, as `file: reason`. */
export function wrongDirections(root: string): string[] {
  return Object.keys(knows).flatMap((workspace) => sources(root, workspace)).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(imports)]
      .map((match) => refusedImport(file, match[1] ?? match[2] ?? ''))
      .filter((reason) => reason !== undefined)
      .map((reason) => `${file}: ${reason}`))
}

const imports = /^(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm

const sources = (root: string, workspace: string): string[] =>
  readdirSync(join(root, workspace), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/(^|[\\/])(node_modules|dist)[\\/]/.test(path))
    .map((path) => `${workspace}/${path.split(sep).join('/')}`)

if (import.meta.main) {
  const wrong = wrongDirections(join(import.meta.dirname, '..'))
  for (const line of wrong) console.log(line)
  process.exitCode = wrong.length > 0 ? 1 : 0
}
