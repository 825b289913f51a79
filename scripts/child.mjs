import { spawn } from 'node:child_process'

/** Runs a program to its end, which comes early when we are asked to stop. Its output passes through, or is answered with `quiet`. Resolves to `{ code, output }`. */
export function child(program, args, { quiet = false, ...options } = {}) {
  return new Promise((done, failed) => {
    const running = spawn(program, args, { stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'], ...options })
    const stop = () => running.kill('SIGTERM')
    process.on('SIGTERM', stop)
    let output = ''
    running.stdout?.on('data', (chunk) => (output += chunk))
    running.stderr?.on('data', (chunk) => (output += chunk))
    running.once('error', failed)
    running.once('close', (code) => {
      process.off('SIGTERM', stop)
      done({ code: code ?? 1, output })
    })
  })
}
