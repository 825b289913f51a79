import { buildWeb } from './build-web.mjs'
import { child } from './child.mjs'
import { install, root, withFirst } from './install.mjs'
import { withScratch } from './scratch.mjs'
import { step } from './step.mjs'

/** `node scripts/run.mjs PROGRAM.ts [argument …]`: one of ours with all that it needs, on a clone where nothing was installed or built. */
const node = await install()
await step('web', () => buildWeb(node))
const { code } = await withScratch((folders) => child(node, process.argv.slice(2), { cwd: root, env: { ...withFirst(node), ...folders } }))
process.exitCode = code
