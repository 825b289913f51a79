import { parseArgs } from 'node:util'
import type { Arguments, Command, Option } from './command.ts'
import { commands } from './commands.ts'
import { terminal } from './io.ts'

const ofEveryCommand: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', help: 'answer as JSON' },
  help: { type: 'boolean', short: 'h', help: 'what the command does and takes' },
}

/** Exit code 0; 1 with one line on standard error when a command fails; 2 when it was not understood. */
async function main(words: readonly string[]): Promise<void> {
  const listed = commands
    .filter(({ name }) => name.split(' ').every((word, index) => words[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (listed === undefined) {
    const asked = words.length === 0 || words[0] === '--help' || words[0] === '-h' || words[0] === 'help'
    if (asked) return void process.stdout.write(overview())
    return fail(`there is no command "${words[0]}"; faheng --help lists them`, 2)
  }
  const { name, summary } = listed
  const command = await listed.load()
  let parsed: ReturnType<typeof understand>
  try {
    parsed = understand(command, words.slice(name.split(' ').length))
  } catch (error) {
    return fail(`${oneLine(error)}; faheng ${name} --help says what it takes`, 2)
  }
  if (parsed.flag('help')) return void process.stdout.write(manual(name, summary, command))
  try {
    await command.run(parsed, terminal(parsed.flag('json')))
  } catch (error) {
    if (process.env['FAHENG_DEBUG']) console.error(error)
    fail(error instanceof Error ? error.message : String(error), 1)
  }
}

function understand(command: Command, args: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args], options: { ...ofEveryCommand, ...command.options }, allowPositionals: true, strict: true,
  })
  return {
    positionals,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    flag: (option) => values[option] === true,
  }
}

function fail(message: string, code: number): void {
  process.stderr.write(`faheng: ${message}\n`)
  process.exitCode = code
}

const oneLine = (error: unknown): string => String((error as Error).message).split(/[\n.]/)[0] ?? ''

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  return [
    'Faheng 法衡: administrative law enforcement and its supervision', '',
    'faheng <command> [options]', '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`), '',
    'faheng <command> --help tells more. Every command takes --json.', '',
  ].join('\n')
}

function manual(name: string, summary: string, command: Command): string {
  const options = Object.entries({ ...command.options, ...ofEveryCommand }).map(
    ([option, { type, help }]) => `  ${`--${option}${type === 'string' ? ' …' : ''}`.padEnd(20)}${help}`)
  return [`faheng ${name} ${command.usage}`.trim(), '', summary, '', ...options, ''].join('\n')
}

await main(process.argv.slice(2))
