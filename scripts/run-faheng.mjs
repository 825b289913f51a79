import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './install.mjs'

/**
 * Room for what lives shortly, MB: an act leaves some hundred kB behind, and with V8's own 16 a tenth of the processor went into
 * looking through it again and again.
 */
const young = '--max-semi-space-size=32'

/** Runs a command of server/cli in Node 24 and ends as it ends. Signals go on to it; the channel tells it if we are killed. */
export function runFaheng(node, args) {
  const running = spawn(node, [young, join(root, 'server', 'cli', 'main.ts'), ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // Ctrl-C reaches the whole group by itself; a signal to us alone does not.
  process.on('SIGTERM', () => running.kill('SIGTERM'))
  process.on('SIGINT', () => process.stdin.isTTY || running.kill('SIGINT'))
  return new Promise((done, failed) => {
    running.once('error', failed)
    running.once('exit', (code, signal) => {
      process.exitCode = code ?? (signal === null ? 1 : 128)
      done()
    })
  })
}
