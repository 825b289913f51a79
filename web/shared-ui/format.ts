import { fenToYuan } from '@faheng/law/identifiers/amount.ts'

/** The clock on the wall in China, wherever the browser stands: 2026-11-23 09:05. */
export function moment(instant: string | null | undefined): string {
  const at = Date.parse(instant ?? '')
  return Number.isNaN(at) ? '' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** Its day: 2026-11-23. Days pass through. */
export const dayOf = (instant: string | null | undefined): string =>
  instant === null || instant === undefined ? '' : /^\d{4}-\d{2}-\d{2}$/.test(instant) ? instant : moment(instant).slice(0, 10)

/** Of a term that ends at 24:00: the last day it covers. */
export const lastDay = (until: string): string => dayOf(new Date(Date.parse(until) - 1).toISOString())

export const yuan = (fen: number): string => `¥${fenToYuan(fen)}`

const weekdays = { zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'], en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] }
export const weekday = (day: string, language: 'zh' | 'en'): string => weekdays[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
