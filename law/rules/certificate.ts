import { cite } from '../citation.ts'
import type { Rule } from '../procedure.ts'
import type { CertificateLife } from '../procedures/certificate-life.ts'
import { isDay } from '../time/day.ts'
import { isOver } from '../time/period.ts'
import { words } from '../words.ts'
import { closedLate } from './closed-late.ts'

/** What supervision has to say about a certificate (measures 9–11, R34). */
export const certificateRules: readonly Rule<CertificateLife>[] = [
  {
    id: 'verified-late',
    article: cite('行政处罚法', 55, 1),
    title: words('年度审验逾期', 'Yearly verification late'),
    severity: 'slight',
    finds: (after, act) => closedLate('verification', after, act.occurredAt, act.kind === 'verify-yearly'),
  },
  {
    id: 'card-returned-late',
    article: cite('行政处罚法', 55, 1),
    title: words('证件收回逾期', 'Card returned late'),
    severity: 'ordinary',
    finds: (after, act) => closedLate('card-return', after, act.occurredAt, act.kind === 'return-card'),
  },
  {
    id: 'suspended-unheard',
    article: cite('行政处罚法', 45, 1),
    title: words('暂扣前未听取本人陈述申辩', 'Suspended without hearing the officer'),
    severity: 'ordinary',
    finds: (_, act) => (act.kind === 'suspend-certificate' && (act.payload as { readonly heard?: boolean }).heard !== true ? [''] : []),
  },
  {
    id: 'cancelled-late',
    article: cite('行政处罚法', 42, 1),
    title: words('离岗后未当日注销证件', 'Not cancelled on the day he left'),
    severity: 'serious',
    finds: (_, act) => {
      const { eventOn } = act.payload as { readonly eventOn?: string }
      return act.kind === 'cancel-certificate' && eventOn !== undefined && isDay(eventOn) && isOver(eventOn, act.occurredAt) ? [''] : []
    },
  },
]
