import type { ParseArgsConfig } from 'node:util'

/** One word of the operator, `faheng <name> …`. A new command is one file and one line in commands.ts, which names and sums it up. */
export interface Command {
  /** What follows the name: `<kind> FILE [--body CODE]`. */
  readonly usage: string
  readonly options: Readonly<Record<string, Option>>
  run(args: Arguments, io: Io): Promise<void>
}

export type Option = NonNullable<ParseArgsConfig['options']>[string] & { readonly help: string }

export interface Arguments {
  readonly positionals: readonly string[]
  /** The value of a string option; `undefined` if it was not given and has no default. */
  text(option: string): string | undefined
  /** Whether a boolean option was given. */
  flag(option: string): boolean
}

export interface Io {
  readonly json: boolean
  readonly env: NodeJS.ProcessEnv
  /** The edge's clock, epoch milliseconds. */
  now(): number
  /** A line for people; silent with `--json`. */
  say(line: string): void
  /** The answer of the command: the value with `--json`, otherwise the text. */
  answer(value: unknown, text: string): void
  /** How far long work is, on standard error: in place on a terminal, else a line a tenth. */
  progress(what: string, done: number, of?: number): void
}

/** Options of every command that uses a data folder. */
export const dataOption = {
  data: { type: 'string', default: './data', help: 'the data folder (default ./data)' },
} as const satisfies Record<string, Option>
