import { join } from 'node:path'
import { child } from './child.mjs'
import { install, root, withFirst } from './install.mjs'

/** Random lawful lives of cases: 10,000 in the law alone, 200 through PostgreSQL with rebuild. `npm run lives -- 50000 1000` lives more. */
const [inLaw = '10000', stored = '200'] = process.argv.slice(2)
const node = await install()
const env = { ...withFirst(node), FAHENG_LIVES: inLaw, FAHENG_STORED_LIVES: stored }
const { code } = await child(node, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', 'law/procedures/lives.test.ts', 'server/lives.test.ts'], { cwd: root, env })
process.exitCode = code
