import { mkdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { serve } from '../main.ts'
import { type Arguments, type Command, dataOption, type Io } from './command.ts'
import { insecureSettings } from './insecure.ts'
import { untilStopped } from './until-stopped.ts'

export const start: Command = {
  usage: '[--data DIR] [--port N] [--host ADDRESS] [--public-url URL] [--production] [--answer-only]',
  options: {
    ...dataOption,
    port: { type: 'string', default: '8090', help: 'the port to listen on (default 8090)' },
    host: { type: 'string', default: '127.0.0.1', help: 'the address to listen on (default 127.0.0.1, this machine only)' },
    'public-url': { type: 'string', help: 'the address people use, printed on documents (default the one printed at start)' },
    'demo-date': { type: 'string', help: 'the day the demonstration county lives on, YYYY-MM-DD (default today)' },
    'demo-seed': { type: 'string', help: 'another demonstration county: a whole number (default 1)' },
    production: { type: 'boolean', help: 'no demonstration, no default passwords; refuses insecure settings' },
    'answer-only': { type: 'boolean', help: 'leave ledger, papers and counts to faheng work, a process of its own' },
  },
  async run(args, io) {
    const options = readOptions(args, io)
    if (options.production) requireSecure(options)
    const running = await serve(options)
    const seconds = Math.round(performance.now() / 100) / 10
    io.answer(
      { url: running.url, data: options.dataDir, production: options.production, pid: process.pid, seconds },
      `ready in ${seconds.toFixed(1)} s at ${running.url}`,
    )
    await untilStopped(io, () => running.stop())
  },
}

function readOptions(args: Arguments, io: Io) {
  const port = Number(args.text('port'))
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${args.text('port')} is not a port`)
  const demoDate = args.text('demo-date')
  if (demoDate !== undefined && !/^\d{4}-\d\d-\d\d$/.test(demoDate)) throw new Error(`--demo-date ${demoDate} is not a day YYYY-MM-DD`)
  const demoSeed = args.text('demo-seed')
  if (demoSeed !== undefined && !/^\d{1,9}$/.test(demoSeed)) throw new Error(`--demo-seed ${demoSeed} is not a whole number of at most nine digits`)
  const dataDir = resolve(args.text('data') ?? './data')
  return {
    dataDir,
    port,
    host: args.text('host') ?? '127.0.0.1',
    publicUrl: args.text('public-url')?.replace(/\/$/, ''),
    demoDate,
    demoSeed: demoSeed === undefined ? undefined : Number(demoSeed),
    production: args.flag('production'),
    answerOnly: args.flag('answer-only'),
    env: io.env,
    now: io.now,
    say: io.say,
  }
}

export type StartOptions = ReturnType<typeof readOptions>

/** Accounts with default passwords are found by the server itself once the database runs. */
function requireSecure({ publicUrl, demoDate, demoSeed, dataDir, env }: StartOptions): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o750 })
  const reasons = insecureSettings({
    publicUrl, demoDate, demoSeed, secret: env['FAHENG_SECRET'], dataMode: statSync(dataDir).mode, accountsWithDefaultPassword: [],
  })
  if (reasons.length > 0) throw new Error(`production does not start: ${reasons.join('; ')}`)
}
