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
export async function startServer(dataDir: string, env: NodeJS.ProcessEnv = process.env): Promise<Server> {
  const child = spawn(process.execPath, [cli, 'start', '--data', dataDir, '--port', '0'], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  for (let waited = 0; waited < 180_000 && !ended(child); waited += 20) {
    const [, url] = /^ready in .* at (\S+)$/m.exec(said) ?? []
    if (url) return { process: child, url, said }
    await sleep(20)
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not start:\n${said}`)
}

export const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Waits for its end. @throws when it has not come after a minute */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (ended(child)) return
  const over = once(child, 'exit', { signal: AbortSignal.timeout(60_000) })
  child.kill(signal)
  await over.catch(() => {
    throw new Error(`the server had not ended a minute after ${signal}`)
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
