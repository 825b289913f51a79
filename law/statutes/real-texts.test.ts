import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { changedArticles } from './changes.ts'
import { shortStatute } from './name.ts'
import { readStatute, sourcesOf } from './read.ts'
import type { StatuteText } from './text.ts'

const folder = fileURLToPath(new URL('../../../shared/data/laws/', import.meta.url))
const present = existsSync(folder)
if (!present) console.log('real statutes: not run, ../shared/data/laws is absent')

const filesOf = (under: string) =>
  readdirSync(folder + under).filter((name) => /\.(?:txt|md)$/.test(name)).map((name) => ({ path: `${under}/${name}`, text: readFileSync(`${folder}${under}/${name}`, 'utf8') }))
const read = present ? sourcesOf(['flk', 'lawrefbook', 'code/ecological-environment-code'].flatMap(filesOf)).map((source) => ({ source, text: readStatute(source) })) : []
const texts = read.flatMap(({ text }): StatuteText[] => ('unread' in text ? [] : [text]))
interface Expected {
  readonly law: string
  readonly promulgated: string
  readonly articles: readonly { readonly no: number; readonly sub: number | null; readonly label: string; readonly path: readonly string[]; readonly paragraphs: unknown }[]
}

test.runIf(present)('165 texts and 11,602 articles, each as it is expected', () => {
  expect(read.filter(({ text }) => 'unread' in text).map(({ source, text }) => [source.name, text])).toEqual([])
  const expected = readdirSync(`${folder}expected`).map((name) => JSON.parse(readFileSync(`${folder}expected/${name}`, 'utf8')) as Expected)
  let articles = 0
  for (const { law, promulgated, articles: wanted } of expected) {
    const ofDay = texts.filter((text) => text.promulgated.replaceAll('-', '') === promulgated)
    // A file's name may differ from the title in it; then the count of articles tells which it is.
    const found = ofDay.find((text) => text.statute === shortStatute(law)) ?? ofDay.find((text) => text.articles.length === wanted.length)
    const seen = found?.articles.map(({ number, sub, label, path, paragraphs }) => ({ no: number, sub: sub ?? null, label, path, paragraphs }))
    expect(seen, law).toEqual(wanted)
    articles += wanted.length
  }
  expect([expected.length, articles]).toEqual([165, 11_602])
})

test.runIf(present)('which articles changed from version to version', () => {
  const pairs = JSON.parse(readFileSync(`${folder}version-pairs.json`, 'utf8')) as { law: string; from: string; to: string; identical_article_texts: number }[]
  const version = (law: string, day: string) => texts.find((text) => text.statute === law && text.promulgated.replaceAll('-', '') === day)
  const table = pairs.map(({ law, from, to, identical_article_texts: identical }) => {
    const [before, after] = [version(law, from), version(law, to)]
    const changes = changedArticles(before?.articles ?? [], after?.articles ?? [])
    return { law, from, to, identical, changed: changes.filter(({ kind }) => kind === 'changed').length, gone: changes.filter(({ kind }) => kind === 'gone').length, added: changes.filter(({ kind }) => kind === 'new').length }
  })
  console.table(table)
  const food = changedArticles(version('食品安全法', '20210429')?.articles ?? [], version('食品安全法', '20250912')?.articles ?? [])
  expect(food.map(({ article, kind }) => [article, kind])).toEqual([41, 81, 82, 124, 132].map((article) => [article, 'changed']))
})
