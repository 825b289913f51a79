import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { processorOf } from '../acts-http/processor.ts'
import { figure, type Figure } from '../shared/report.ts'
import type { Load, Measured } from './load-process.ts'
import type { List, Told } from './side.ts'

/** A side that runs, standing still until it is asked. */
export interface Runner {
  readonly name: string
  readonly side: string
  readonly process: ChildProcess
  readonly told: Told
}

type Turn = Measured & { /** Seconds of processor, of server and database. */ readonly used: number }

/**
 * Measures all in turns, so that what the machine does meanwhile falls on each: `ours` is the first. Who is not asked is stopped, so
 * that its background work burdens nobody else. `cases` counts on over all turns.
 */
export function comparing(runners: readonly Runner[], database: number, forMs: number, rounds: number, cases: number) {
  const generator = fork(join(import.meta.dirname, 'load-process.ts'))
  return {
    async compare(work: List | 'acts', clients: number): Promise<Figure[]> {
      const turns = new Map<Runner, Turn[]>(runners.map((each) => [each, []]))
      for (let round = 0; round < rounds; round++)
        for (const each of round % 2 ? runners.toReversed() : runners) turns.get(each)?.push(await turn(each, work, clients, round === 0))
      return figuresOf(`${work}, ${clients} at once`, work === 'acts' ? ['create', 'step', 'approval'] : [work], turns)
    },
    close: () => generator.kill(),
  }

  async function turn({ name, side, process: server, told }: Runner, work: List | 'acts', clients: number, first: boolean): Promise<Turn> {
    const processor = () => processorOf(server.pid as number) + processorOf(database, 'with children')
    const before = processor()
    server.kill('SIGCONT')
    generator.send({ side, told, work, clients, warmMs: first ? 1500 : 400, forMs, cases } satisfies Load)
    const [answer] = (await once(generator, 'message')) as [Measured | { readonly failed: string }]
    server.kill('SIGSTOP')
    if ('failed' in answer) throw new Error(`${name}, ${work}: ${answer.failed}`)
    cases = answer.cases
    return { ...answer, used: processor() - before }
  }
}

function figuresOf(what: string, kinds: readonly string[], turns: ReadonlyMap<Runner, readonly Turn[]>): Figure[] {
  const total = (all: readonly Turn[]) => all.reduce((sum, { rate }) => sum + rate, 0)
  const each = [...turns].flatMap(([{ name }, all]) => [
    ...kinds.map((kind) => figure(`${what}: ${name}${kinds.length > 1 ? `, ${kind}` : ''}`, 'ms', all.flatMap(({ took }) => took[kind] ?? []))),
    figure(`${what}: ${name}`, 'a second', all.map(({ rate }) => rate)),
    figure(`${what}: ${name}, processor of server and database`, 'ms each', all.map(({ used, done }) => (1000 * used) / done)),
  ])
  const [[first, ours] = [], ...theirs] = turns
  return [...each, ...theirs.map(([{ name }, all]) => figure(`${what}: rate of ${first?.name} beside ${name}`, 'times', [total(ours ?? []) / total(all)]))]
}
