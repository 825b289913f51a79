import type { MatterRow } from '@faheng/api/matters.ts'
import type { Static } from 'typebox'
import type { TextKey } from '../../shared-ui/texts/texts.ts'

/** Saves exactly the rows that are shown. The mark at the start lets spreadsheets read Chinese. */
export function saveCsv(rows: readonly Static<typeof MatterRow>[], name: string, t: (key: TextKey) => string): void {
  const head = ['common.number', 'common.party', 'common.stage', 'common.body', 'matters.filed', 'common.due'] as const
  const lines = [head.map((key) => t(key)), ...rows.map((row) => [row.number ?? '', row.parties.join('、'), row.stage, row.bodyName, row.filed, row.due ?? ''])]
  const text = `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(url)
}

/** A text that a spreadsheet would take for a formula is kept as text. */
const cell = (value: string): string => `"${(/^[=+\-@\t]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
