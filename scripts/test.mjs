import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { buildWeb } from './build-web.mjs'
import { child } from './child.mjs'
import { install, root } from './install.mjs'
import { step } from './step.mjs'

/**
 * Everything that must hold, from the packages to the browser. Each static check counts as one test.
 * `npm test -- server/cases` runs the tests of that folder alone.
 */
const counts = { passed: 0, failed: 0 }
const complaints = []

try {
  const node = await install()
  const env = { ...process.env, PATH: [join(node, '..'), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) }
  const program = (name, file) => join(root, 'node_modules', name, file)
  const check = (name, ...args) => checked(name, () => child(node, args, { quiet: true, cwd: root, env }))

  await check('lint', program('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings')
  await check('types', program('typescript', 'bin/tsc'), '-p', 'tsconfig.json')
  await check('types of the web', program('typescript', 'bin/tsc'), '-p', 'web/tsconfig.json')
  await check('types of e2e', program('typescript', 'bin/tsc'), '-p', 'e2e/tsconfig.json')
  await check('directions', 'scripts/directions.ts')
  await check('unused', program('knip', 'bin/knip.js'), '--no-progress', '--no-config-hints')
  await checked('web', async () => ({ code: 0, outcome: await buildWeb(node) }))
  await step('tests', () => runTests(node, program('vitest', 'vitest.mjs'), env))
} catch (error) {
  counts.failed += 1
  complaints.push(error.message)
}

for (const complaint of complaints) process.stdout.write(`\n${complaint.trim()}\n`)
const realData = existsSync(join(root, '..', 'shared', 'data'))
process.stdout.write(`\nreal data: ${realData ? '../shared/data present, its tests ran' : '../shared/data absent, its tests were skipped'}\n`)
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`)
process.exitCode = counts.failed > 0 ? 1 : 0

/** One static check: what it complains about is printed at the end. */
async function checked(name, work) {
  await step(name, async () => {
    const { code, output, outcome } = await work().catch((error) => ({ code: 1, output: error.message }))
    counts[code === 0 ? 'passed' : 'failed'] += 1
    if (code !== 0) complaints.push(`── ${name}\n${output}`)
    return code === 0 ? (outcome ?? 'passed') : 'failed'
  })
}

async function runTests(node, vitest, env) {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-results-'))
  const results = join(folder, 'results.json')
  try {
    const { code } = await child(node, [vitest, 'run', ...process.argv.slice(2), '--reporter=default', '--reporter=json', `--outputFile.json=${results}`], { cwd: root, env })
    const report = JSON.parse(readFileSync(results, 'utf8'))
    // A file that could not even be loaded has no tests to fail.
    const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
    const failed = report.numFailedTests + unloaded
    counts.passed += report.numPassedTests
    counts.failed += failed === 0 && code !== 0 ? 1 : failed
    return `${report.numPassedTests} passed, ${failed} failed`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
