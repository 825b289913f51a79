import type { Tone } from '../../shared-ui/components/pieces.tsx'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

export type Status = 'done' | 'on-course' | 'at-risk' | 'overdue' | 'not-measurable'

/** Each status has a colour and a sign of its own: who sees no colours reads the sign. */
export const signs: Readonly<Record<Status, { readonly sign: string; readonly tone: Tone }>> = {
  done: { sign: '✓', tone: 'jade' },
  'on-course': { sign: '→', tone: 'indigo' },
  'at-risk': { sign: '!', tone: 'amber' },
  overdue: { sign: '×', tone: 'seal' },
  'not-measurable': { sign: '–', tone: 'plain' },
}
export const statuses = Object.keys(signs) as Status[]

export function StatusTag({ status }: { readonly status: Status }) {
  const { t } = useTexts()
  const { sign, tone } = signs[status]
  return (
    <Tag tone={tone}>
      <span aria-hidden="true">{sign} </span>
      {t(`plan.${status}`)}
    </Tag>
  )
}
