import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { instantAt } from '@faheng/law/time/day.ts'
import { readAddress } from '../address.ts'
import { demoPassword } from '../demo/load.ts'
import { walkCase } from '../demo/walk.ts'
import { type Command, dataOption } from './command.ts'

export const demoCase: Command = {
  usage: '[--url URL] [--data DIR]',
  options: {
    ...dataOption,
    url: { type: 'string', help: 'the server (default the one that runs on the data folder)' },
  },
  async run(args, io) {
    const walked = await walkCase({
      url: (args.text('url') ?? readAddress(args.text('data') ?? './data').local).replace(/\/$/, ''),
      password: demoPassword,
      run: randomBytes(4).toString('hex'),
      clock: () => instantAt(io.now()),
      log: (line) => io.say(line),
      sleep: (ms) => sleep(ms),
    })
    const guards = new Set(walked.refusals.map((each) => each.guard))
    io.answer(walked, `${walked.matter}: ${walked.acts} acts, ${guards.size} different refusals, ${walked.findings.length} findings, ${walked.documents.length} documents, leaf ${walked.ledger.position} of ${walked.ledger.size}`)
  },
}
