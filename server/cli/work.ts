import { resolve } from 'node:path'
import { startWorker } from '../worker.ts'
import { type Command, dataOption } from './command.ts'
import { regionOption } from './region-of.ts'
import { untilStopped } from './until-stopped.ts'

export const work: Command = {
  usage: '[--data DIR] [--region CODE]',
  options: { ...dataOption, ...regionOption },
  async run(args, io) {
    const dataDir = resolve(args.text('data') ?? './data')
    const { region, stop } = await startWorker({ dataDir, region: args.text('region'), env: io.env, now: io.now, say: io.say })
    io.answer({ data: dataDir, region, pid: process.pid }, `at work for ${region}`)
    await untilStopped(io, stop)
  },
}
