import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync, closeSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { end, ended, startServer } from '../shared/server.ts'
import { clerkOf } from './clerk.ts'
import { openLoad, type Send } from './load.ts'
import { sound } from './sound.ts'

const run = promisify(execFile)

/**
 * The disk runs full under load, stays so for some seconds, and is freed: an installation on a small file system of its own.
 * @returns acts acknowledged, none of which was lost; or why this machine cannot
 */
export async function diskFull(env: NodeJS.ProcessEnv, rounds: number): Promise<number | string> {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-faults-disk-'))
  const mounted = join(folder, 'mounted')
  try {
    const obstacle = await mountSmall(join(folder, 'image'), mounted)
    if (obstacle !== undefined) return obstacle
    return await fillAndFree(join(mounted, 'data'), join(mounted, 'ballast'), env, rounds)
  } finally {
    await run('umount', ['--lazy', mounted]).catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function mountSmall(image: string, at: string): Promise<string | undefined> {
  mkdirSync(at)
  try {
    await run('truncate', ['--size', '450M', image])
    await run('mkfs.ext4', ['-q', image])
    await run('mount', ['-o', 'loop', image, at])
    return undefined
  } catch (error) {
    return `no small file system can be mounted here: ${String((error as Error).message).split('\n')[0]}`
  }
}

async function fillAndFree(dataDir: string, ballast: string, env: NodeJS.ProcessEnv, rounds: number): Promise<number> {
  let acknowledged = 0
  let server = await startServer(dataDir, env)
  let clerk = await clerkOf(server)
  const send: Send = (...asked) => clerk(...asked)
  try {
    for (let round = 0; round < rounds; round++) {
      const loads = await Promise.all(Array.from({ length: 4 }, () => openLoad(send)))
      await sleep(500)
      fill(ballast)
      await sleep(3000)
      rmSync(ballast)
      if (ended(server.process)) {
        server = await startServer(dataDir, env)
        clerk = await clerkOf(server)
      }
      for (const load of loads) acknowledged += await load.settle()
    }
    await sound(server, dataDir)
    return acknowledged
  } finally {
    await end(server.process, 'SIGTERM').catch(() => end(server.process, 'SIGKILL'))
  }
}

/** Until nothing more can be written. */
function fill(file: string): void {
  const chunk = Buffer.alloc(1 << 20)
  const opened = openSync(file, 'w')
  try {
    for (;;) writeSync(opened, chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(opened)
  }
}
