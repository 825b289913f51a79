import { words } from '../words.ts'
import type { Body } from './read.ts'
import { articleText, type Flaw } from './text.ts'

/** Numbering with gaps or repeats, a text that breaks off, contents and body that differ, characters that were lost. */
export function flawsOf({ articles, contents, headings, stray }: Body, lines: readonly string[]): Flaw[] {
  const flaws: Flaw[] = []
  for (const [i, article] of articles.entries()) {
    const before = articles[i - 1]
    const follows = before === undefined
      ? article.number === 1 && article.sub === undefined
      : article.sub === undefined ? article.number === before.number + 1 : article.number === before.number && article.sub === (before.sub ?? 0) + 1
    if (!follows)
      flaws.push({
        kind: 'numbering', place: article.label,
        words: words(`${before?.label ?? '文首'}之后是${article.label}，编号不连续`, `${article.label} comes after ${before?.label ?? 'the beginning'}: the numbering is broken`),
      })
    if (article.paragraphs.length === 0) flaws.push({ kind: 'cut', place: article.label, words: words(`${article.label}没有文字`, `${article.label} has no text`) })
  }
  const last = articles.at(-1)
  if (last !== undefined && !/施行|实施|生效|废止|解释/.test(articleText(last)) && !/[。！？”）)》]$/.test(articleText(last)))
    flaws.push({ kind: 'cut', place: last.label, words: words(`文本在${last.label}中断`, `the text breaks off in ${last.label}`) })
  for (const heading of contents)
    if (!headings.includes(heading))
      flaws.push({ kind: 'contents', place: heading, words: words(`目录中的“${heading}”在正文中没有`, `"${heading}" of the contents is not in the body`) })
  for (const line of stray) flaws.push({ kind: 'contents', place: line.slice(0, 20), words: words(`“${line}”不属于任何条`, `"${line}" belongs to no article`) })
  const lost = lines.findIndex((line) => line.includes('\uFFFD'))
  if (lost >= 0) flaws.push({ kind: 'characters', place: lines[lost]?.slice(0, 20) ?? '', words: words('有不能识别的字符', 'characters were lost') })
  return flaws
}
