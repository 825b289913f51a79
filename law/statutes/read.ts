import type { Day } from '../time/day.ts'
import { words } from '../words.ts'
import { statedDays } from './days.ts'
import { flawsOf } from './flaws.ts'
import { cleanLine, readLine } from './lines.ts'
import { shortStatute } from './name.ts'
import type { Article, Layout, Paragraph, StatuteText } from './text.ts'

/** A file of a folder of statutes; `path` is relative, with `/`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** The files that make one text: a code in several files stands in a folder of its own. */
export interface Source {
  readonly name: string
  readonly layout: Layout
  readonly files: readonly SourceFile[]
}

/** Files of a folder by the text they belong to. The layout is recognised by what a file says, never declared. */
export function sourcesOf(files: readonly SourceFile[]): Source[] {
  const codes = new Map<string, SourceFile[]>()
  const sources: Source[] = []
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
    if (isPart(file.text)) codes.set(folder, [...(codes.get(folder) ?? []), file])
    else sources.push({ name: file.path, layout: /<!-- INFO END -->|^\uFEFF?\s*# /.test(file.text) ? 'markdown' : 'plain', files: [file] })
  }
  for (const [folder, parts] of codes)
    sources.push({ name: folder || (parts[0]?.path ?? ''), layout: 'code', files: [...parts].sort((a, b) => Number(isFront(b)) - Number(isFront(a))) })
  return sources
}

/** A part of a code has front matter, or begins with a 编 and has no title of its own. */
export const isPart = (text: string): boolean => /^\uFEFF?(?:---\r?\n[\s\S]*?\r?\n---|\s*#+\s*第[^\s]{1,4}编)/.test(text)

/** The file of a code that bears its title; the parts follow in the order of their names. */
const isFront = ({ path }: SourceFile) => /(?:^|\/)(?:readme|index)\.md$/i.test(path)

/** What cannot be taken for a statute: no title, no article, or no day of promulgation. */
export type Unread = { readonly unread: ReturnType<typeof words> }

/** One statute's text. Dates come from the text and the file's name; an official list of statuses may correct them afterwards. */
export function readStatute(source: Source): StatuteText | Unread {
  const lines = source.files.flatMap(({ text }) => text.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---/, '').replace(/<!--[\s\S]*?-->/g, '').split('\n')).map(cleanLine).filter((line) => line !== '')
  const body = readBody(lines)
  const title = titleOf(body.preamble)
  if (title === undefined) return { unread: words('没有标题', 'no title') }
  if (body.articles.length === 0) return { unread: words('没有条文', 'no article') }
  const days = statedDays(source.name, body.preamble, body.articles)
  if (days === undefined) return { unread: words('文件名和题注都没有公布日期', 'neither the file name nor the note under the title has a day of promulgation') }
  return {
    statute: shortStatute(title), title, layout: source.layout, promulgated: days.promulgated, inForce: days.inForce,
    preamble: body.preamble, articles: body.articles, flaws: [...flawsOf(body, lines), ...days.flaws],
  }
}

/** A statute's text in force on another day than the text says (an amendment's own decision sets it). */
export const inForceOn = (text: StatuteText, inForce: Day): StatuteText => ({ ...text, inForce, flaws: text.flaws.filter(({ kind }) => kind !== 'in-force-day') })

export interface Body {
  readonly preamble: readonly string[]
  readonly contents: readonly string[]
  readonly headings: readonly string[]
  readonly articles: readonly Article[]
  /** Lines between a heading and its first article: mostly the rest of a heading broken in two. */
  readonly stray: readonly string[]
}

function readBody(lines: readonly string[]): Body {
  const preamble: string[] = []
  const contents: string[] = []
  const headings: string[] = []
  const articles: { number: number; sub?: number; label: string; path: readonly string[]; paragraphs: { text: string; items: string[] }[] }[] = []
  let path: { level: number; text: string }[] = []
  const stray: string[] = []
  let inContents = false
  let underHeading = false
  for (const text of lines) {
    const last = articles.at(-1)
    const line = readLine(text, (last?.number ?? 0) + 1)
    if (line.kind === 'contents') inContents = articles.length === 0
    else if (line.kind === 'heading') {
      // The contents end where their first heading comes again.
      if (inContents && !contents.includes(line.text)) contents.push(line.text)
      else if (inContents && line.text !== contents[0]) contents.push(line.text)
      else {
        inContents = false
        path = [...path.filter(({ level }) => level < line.level), line]
        headings.push(line.text)
        underHeading = true
      }
    } else if (line.kind === 'article') {
      inContents = underHeading = false
      articles.push({
        number: line.number, ...(line.sub === undefined ? {} : { sub: line.sub }), label: line.label.replace(/\s/g, ''), path: path.map((each) => each.text),
        paragraphs: line.text === '' ? [] : [{ text: line.text, items: [] }],
      })
    } else if (last === undefined) {
      if (!inContents) preamble.push(line.text)
    } else if (underHeading) {
      stray.push(line.text)
    } else if (line.kind === 'item' && last.paragraphs.length > 0) last.paragraphs.at(-1)?.items.push(line.text)
    else last.paragraphs.push({ text: line.text, items: [] } satisfies Paragraph)
  }
  return { preamble, contents, headings, articles, stray }
}

const titleOf = (preamble: readonly string[]): string | undefined => {
  const first = preamble[0]?.replace(/\s+/g, '')
  return first !== undefined && first.length <= 120 && !/[。；]/.test(first) ? first : undefined
}
