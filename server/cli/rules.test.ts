import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { procedures } from '@faheng/law/procedures/index.ts'
import { ruleBook } from '@faheng/law/rule-book.ts'
import { rulesPage } from './rules.ts'

test('docs/rules.md is what the code says', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/rules.md'), 'utf8')
  expect(rulesPage(ruleBook(Object.values(procedures)))).toBe(page)
})

test('every rule has an article, and every refusal a cure in both languages', () => {
  for (const rule of ruleBook(Object.values(procedures))) {
    expect(rule.article.article).toBeGreaterThan(0)
    expect(rule.title.zh && rule.title.en).toBeTruthy()
    if (rule.kind === 'guard') expect(rule.cure?.zh && rule.cure.en).toBeTruthy()
  }
})
