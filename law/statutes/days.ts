import { type Day, isDay } from '../time/day.ts'
import { words } from '../words.ts'
import { articleText, type Article, type Flaw } from './text.ts'

interface StatedDays {
  readonly promulgated: Day
  readonly inForce: Day
  readonly flaws: readonly Flaw[]
}

/**
 * Promulgated: the day in the file's name, else the last day in the note under the title. In force: the day the closing articles
 * or the note state. An amended law keeps the day of its first version there; the amendment's own decision is not in the text, so
 * the day of promulgation is taken and that is flagged.
 */
export function statedDays(name: string, preamble: readonly string[], articles: readonly Article[]): StatedDays | undefined {
  const promulgated = dayOfName(name) ?? preamble.flatMap(daysIn).at(-1)
  if (promulgated === undefined) return undefined
  const closing = articles.slice(-3).map(articleText)
  const stated = [
    ...closing.flatMap((text) => [...text.matchAll(/自(\d{4}年\d{1,2}月\d{1,2}日)起(?:施行|实施|生效)/g)].flatMap((match) => daysIn(match[1] ?? ''))),
    ...preamble.filter((line) => /日\s*起?施行$/.test(line)).flatMap(daysIn),
  ].filter((day) => day >= promulgated).sort().at(0)
  const atOnce = closing.some((text) => /自(?:公布|发布)之日起(?:施行|实施)/.test(text))
  return {
    promulgated,
    inForce: stated ?? promulgated,
    flaws: stated !== undefined || atOnce ? [] : [{
      kind: 'in-force-day', place: articles.at(-1)?.label ?? '',
      words: words('文本未写明本次修改的施行日期，暂按公布日期', 'the text does not state from when this version is in force; the day of promulgation is taken'),
    }],
  }
}

/** …_20250912.txt, …(2021-04-29).md */
function dayOfName(name: string): Day | undefined {
  const match = /[_(（](\d{4})-?(\d{2})-?(\d{2})[)）]?\.[a-z]+$/i.exec(name)
  const day = match ? `${match[1]}-${match[2]}-${match[3]}` : ''
  return isDay(day) ? day : undefined
}

const daysIn = (text: string): Day[] =>
  [...text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)].map((m) => `${m[1]}-${(m[2] ?? '').padStart(2, '0')}-${(m[3] ?? '').padStart(2, '0')}`).filter(isDay)
