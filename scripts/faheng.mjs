#!/usr/bin/env node
import { install } from './install.mjs'
import { runFaheng } from './run-faheng.mjs'

try {
  await runFaheng(await install(process.stderr), process.argv.slice(2))
} catch (error) {
  process.stderr.write(`faheng: ${error.message}\n`)
  process.exitCode = 1
}
