import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusedImport, wrongDirections } from './directions.ts'

test.each([
  ['law/time/day.ts', 'node:fs'],
  ['law/time/day.ts', '@faheng/api/act.ts'],
  ['api/act.ts', '../server/main.ts'],
  ['web/workbench/desk.tsx', '@faheng/server/cases/list.ts'],
  ['server/cases/list.ts', '../people/list.ts'],
  ['server/cases/list.ts', '../main.ts'],
  ['server/acts/perform.ts', '../cases/index.ts'],
  ['server/platform/ledger/log.ts', '../../acts/perform.ts'],
])('%s may not import %s', (file, specifier) => {
  expect(refusedImport(file, specifier)).toEqual(expect.any(String))
})

test.each([
  ['law/time/day.ts', './period.ts'],
  ['law/act.ts', 'typebox/value'],
  ['law/time/day.test.ts', 'node:fs'],
  ['api/act.ts', '@faheng/law/words.ts'],
  ['web/workbench/desk.tsx', '@faheng/api/act.ts'],
  ['server/cases/list.ts', '../people/index.ts'],
  ['server/cases/list.ts', '../platform/database/run.ts'],
  ['server/cases/list.ts', '../acts/perform.ts'],
  ['server/main.ts', './cases/list.ts'],
  ['server/cli/start.ts', '../main.ts'],
])('%s may import %s', (file, specifier) => {
  expect(refusedImport(file, specifier)).toBeUndefined()
})

test('the project keeps its directions', () => {
  expect(wrongDirections(join(import.meta.dirname, '..'))).toEqual([])
})
