import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { overlayNamed } from './index.ts'

const names = readdirSync(import.meta.dirname).map((file) => file.replace('.ts', '')).filter((name) => !['index', 'overlay', 'overlays.test'].includes(name))

test('every overlay in the folder is found under its name, has its article, and an unknown name gets the general rules', () => {
  expect(names.length).toBeGreaterThan(1)
  for (const name of names) expect(overlayNamed(name)).toMatchObject({ name, article: { article: expect.any(Number) as number } })
  expect(overlayNamed('never-released').name).toBe('general')
})

test('the example that contributors are shown is an overlay that compiles and is found', () => {
  const shown = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8'))?.[1]
  expect(shown).toBe(readFileSync(join(import.meta.dirname, 'market-supervision.ts'), 'utf8'))
})
