/** One calm line a step, with its seconds: `  packages            installed                       3.2 s`. */
export async function step(name, work, to = process.stdout) {
  const begun = performance.now()
  const outcome = await work()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  to.write(`  ${name.padEnd(18)}${String(outcome ?? 'done').padEnd(28)}${seconds.padStart(7)} s\n`)
  return outcome
}
