import type { Io } from './command.ts'

/** Standard output carries answers, standard error progress. */
export function terminal(json: boolean): Io {
  const last = new Map<string, number>()
  return {
    json,
    env: process.env,
    now: () => Date.now(),
    say: (line) => void (json || process.stdout.write(`${line}\n`)),
    answer: (value, text) => void process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text}\n`),
    progress(what, done, of) {
      const line = of === undefined ? `${what} ${done}` : `${what} ${done} of ${of}`
      const finished = of !== undefined && done >= of
      if (process.stderr.isTTY) return void process.stderr.write(`\r\x1b[K${line}${finished ? '\n' : ''}`)
      // Of what has no known end, whenever it is a quarter more.
      const step = of === undefined ? Math.floor(Math.log10(done) * 10) : Math.floor((done / of) * 10)
      if (last.get(what) === step && !finished) return
      last.set(what, step)
      process.stderr.write(`${line}\n`)
    },
  }
}
