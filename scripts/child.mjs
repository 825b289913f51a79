import { spawn } from 'node:child_process'

/** Runs a program to its end. Its output passes through, or is answered with `quiet`. Resolves to `{ code, output }`. */
export function child(program, args, { quiet = false, ...options } = {}) {
  return new Promise((done, failed) => {
    const running = spawn(program, args, { stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'], ...options })
    let output = ''
    running.stdout?.on('data', (chunk) => (output += chunk))
    running.stderr?.on('data', (chunk) => (output += chunk))
    running.once('error', failed)
    running.once('close', (code) => done({ code: code ?? 1, output }))
  })
}
