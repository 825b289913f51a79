import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const cli = join(import.meta.dirname, '../../server/cli/main.ts')

/** `faheng start` in a process of its own. */
export interface Server {
  readonly process: ChildProcess
  readonly url: string
  /** What it said until it was ready. */
  readonly said: string
}

/** It ends with the process that started it. @throws with what it said, when it ends before it is ready or is not ready within three minutes */
export async function startServer(dataDir: string, env: NodeJS.ProcessEnv = process.env, ...more: readonly string[]): Promise<Server> {
  const { child, said, found } = await started(env, /^ready in .* at (\S+)$/m, 'start', '--data', dataDir, '--port', '0', ...more)
  return { process: child, url: found, said }
}

/** `faheng work` in a process of its own, likewise. */
export const startWorker = async (dataDir: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> =>
  (await started(env, /^at work for (\S+)$/m, 'work', '--data', dataDir)).child

async function started(env: NodeJS.ProcessEnv, ready: RegExp, ...command: readonly string[]): Promise<{ child: ChildProcess; said: string; found: string }> {
  const child = spawn(process.execPath, [cli, ...command], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  for (let waited = 0; waited < 180_000 && !ended(child); waited += 20) {
    const [, found] = ready.exec(said) ?? []
    if (found) return { child, said, found }
    await sleep(20)
  }
  child.kill('SIGKILL')
  throw new Error(`faheng ${command[0]} did not start:\n${said}`)
}

export const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Waits for its end. @throws when it has not come after a minute */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (ended(child)) return
  const over = once(child, 'exit', { signal: AbortSignal.timeout(60_000) })
  child.kill(signal)
  await over.catch(() => {
    throw new Error(`a process had not ended a minute after ${signal}`)
  })
}

/** @returns the cookies of a session */
export async function signIn(url: string, username: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }), signal: AbortSignal.timeout(30_000),
  })
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status} ${await answer.text()}`)
  return answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
}
