import { buildWeb } from './build-web.mjs'
import { install } from './install.mjs'
import { runFaheng } from './run-faheng.mjs'
import { step } from './step.mjs'

try {
  process.stdout.write('Faheng 法衡\n')
  const node = await install()
  await step('web', () => buildWeb(node))
  await runFaheng(node, ['start', ...process.argv.slice(2)])
} catch (error) {
  process.stderr.write(`faheng: ${error.message}\n`)
  process.exitCode = 1
}
