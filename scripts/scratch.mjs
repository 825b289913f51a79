import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Lends a program a temporary folder of its own and clears it afterwards, with the databases that run in it: a program that was
 * stopped in its middle leaves no gigabytes and no PostgreSQL behind.
 */
export async function withScratch(work) {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-run-'))
  // Passed through by the account of PostgreSQL where root runs this.
  chmodSync(folder, 0o711)
  // From a terminal the program gets it too, and ends by itself.
  const wait = () => undefined
  process.on('SIGINT', wait)
  try {
    return await work({ TMPDIR: folder, TEMP: folder, TMP: folder })
  } finally {
    for (const file of clusters(folder)) await stopped(file)
    for (const each of mounted(folder)) await run('umount', ['--lazy', each])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 1000 })
    process.off('SIGINT', wait)
  }
}

/** Their postmaster.pid; data folders lie three deep at most. */
function clusters(folder, depth = 3) {
  if (depth === 0) return []
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
  return inside.flatMap((each) => [...[join(each, 'postgres', 'postmaster.pid')].filter((file) => existsSync(file)), ...clusters(each, depth - 1)])
}

/** Small file systems that were to run full. */
const mounted = (folder) =>
  existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8').split('\n').map((line) => line.split(' ')[1] ?? '').filter((at) => at.startsWith(`${folder}/`)) : []

/** Its server may be stopping it already; after five seconds it is told to leave at once. */
async function stopped(file) {
  for (let waited = 0; existsSync(file) && waited < 100; waited++) {
    if (waited % 50 === 0) signal(file, waited === 0 ? 'SIGINT' : 'SIGQUIT')
    await sleep(100)
  }
}

function signal(file, name) {
  try {
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), name)
  } catch {
    // Gone in the meantime.
  }
}
