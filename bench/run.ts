import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Measurements on this machine: `npm run bench` runs all, `npm run bench -- <name> […]` one, with sizes of your own. */
const benches: Readonly<Record<string, { readonly what: string; readonly takes: string }>> = {
  'acts-http': { what: 'whole acts through HTTP beside bare ones, also on a slow disk', takes: '[seconds] [clients,…]' },
  acts: { what: 'acts through perform, followers, a rebuild', takes: '[matters]' },
  documents: { what: 'every document through the whole engine', takes: '' },
  'import-cases': { what: 'old cases out of a file', takes: '[rows]' },
  exams: { what: 'an exam of many at once, over HTTP', takes: '[examinees] [answers] [seconds between two answers]' },
  lists: { what: 'lists over HTTP in a province of many cases', takes: '[cases or folder of a world …]' },
  supervision: { what: 'all rules over a province of many cases, and act by act', takes: '[cases or folder of a world …]' },
  glance: { what: 'plan and county at a glance, over HTTP', takes: '[cases or folder of a world …]' },
  backup: { what: 'backup and restore of a province', takes: '[cases or folder of a world …]' },
  plan: { what: 'the plan at a glance with ten years behind it', takes: '[requests]' },
  house: { what: 'start-up, memory, papers, search, verify and rebuild of a county', takes: '[cases]' },
  downloads: { what: 'what a browser fetches before the first use', takes: '' },
  peers: { what: 'beside Directus and NocoBase, if installed (bench/peers/README.md)', takes: '[--folder DIR] [--cases N] [--seconds N]' },
  statutes: { what: 'import, search and changes of statutes', takes: '[statutes] [FOLDER]' },
}

const [name, ...rest] = process.argv.slice(2)
if (name !== undefined && benches[name] === undefined) {
  console.error(['npm run bench -- <name>, one of', ...Object.entries(benches).map(([each, { what, takes }]) => `  ${`${each} ${takes}`.padEnd(64)}${what}`)].join('\n'))
  process.exit(1)
}
// Each in a process of its own, one after the other: none warms or burdens the next.
for (const each of Object.keys(benches)) {
  if (name !== undefined && name !== each) continue
  const child = spawn(process.execPath, [join(import.meta.dirname, `${each}.ts`), ...rest], { stdio: 'inherit' })
  const stop = () => process.exit((child.kill(), 1))
  process.once('SIGTERM', stop)
  const [code] = (await once(child, 'exit')) as [number | null]
  process.off('SIGTERM', stop)
  if (code !== 0) {
    console.error(`${each}: failed`)
    process.exitCode = 1
  }
}
