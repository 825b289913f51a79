import { chosen, dayText, paragraphs, sentence } from '@faheng/law/documents/present.ts'
import type { Notice } from '@faheng/law/procedures/penalty-decided.ts'
import { declineHearing, refusedFor } from '@faheng/law/procedures/penalty-hearing.ts'
import { recheckDefence, requestHearing, stateDefence, waiveDefence } from '@faheng/law/procedures/penalty-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldIn, type CaseFile, type Said } from './file.ts'

/** 告知及陈述申辩情况 of one party (处罚法 44, 45, 62–64): each notice with what was said to it, as it went. */
export const hearingText = (file: CaseFile, party: string): string =>
  noticesTo(file, party).map((notice) => noticeServed(file, party, notice) + answerTo(file, party, notice)).join('')

/** 告知情况 alone. */
export const noticeText = (file: CaseFile, party: string): string => noticesTo(file, party).map((notice) => noticeServed(file, party, notice)).join('')

/** 陈述申辩及听证情况 alone. */
export const defenceText = (file: CaseFile, party: string): string => noticesTo(file, party).map((notice) => answerTo(file, party, notice)).join('')

const noticesTo = ({ state }: CaseFile, party: string): Notice[] => state.notices.filter(({ parties }) => parties.some((each) => each.party === party))

/** By which paper, when and how it was served. */
function noticeServed(file: CaseFile, party: string, notice: Notice): string {
  const paper = file.read.documents.find((each) => each.kind === 'penalty-notice' && each.act === notice.act && each.subject === party)
  const served = notice.parties.find((each) => each.party === party)?.served
  const service = file.state.services.findLast((each) => each.of === notice.act && each.party === party && each.completed)
  const how = service && served ? `${dayText(served)}，本机关以${methods[service.method] ?? ''}方式` : '本机关依法'
  const again = noticesTo(file, party).indexOf(notice) > 0 ? '重新' : ''
  const rights = notice.hearing.includes(party) ? '陈述、申辩和要求举行听证' : '陈述、申辩'
  return `${how}${again}向当事人送达《行政处罚告知书》${paper?.number ? `（${paper.number}）` : ''}，告知拟作出行政处罚的内容及事实、理由、依据，以及依法享有的${rights}的权利。`
}

const methods: Readonly<Record<string, string>> = { direct: '直接送达', left: '留置送达', post: '邮寄送达', electronic: '电子送达', entrusted: '委托送达', forwarded: '转交送达', announcement: '公告送达' }

/** What the party said to a notice until the next, and what became of it; silence is told of the last notice only. */
function answerTo(file: CaseFile, party: string, notice: Notice): string {
  const notices = noticesTo(file, party)
  const at = notices.indexOf(notice)
  const from = at === 0 ? '' : momentOf(file, notice)
  const next = notices[at + 1]
  const until = next && momentOf(file, next)
  const of = <T extends { readonly party: string }>(all: readonly Said<T>[]): Said<T>[] =>
    all.filter(({ act, told }) => told.party === party && act.occurredAt >= from && (until === undefined || act.occurredAt < until))
  const stated = of(toldIn(file, 'state-defence', stateDefence))
  const rechecked = of(toldIn(file, 'recheck-defence', recheckDefence)).at(-1)
  const requested = of(toldIn(file, 'request-hearing', requestHearing))
  const waived = of(toldIn(file, 'waive-defence', waiveDefence)).at(-1)
  const lines = [
    ...stated.map(({ act, told }) => `${dayText(dayOf(act.occurredAt))}，当事人以${told.form === 'written' ? '书面' : '口头'}方式提出陈述、申辩：${sentence(joined(told.statement))}`),
    ...(rechecked && stated.length > 0 ? [recheckText(rechecked.told)] : []),
    ...requested.map(({ act }) => `${dayText(dayOf(act.occurredAt))}，当事人要求举行听证。`),
    ...of(toldIn(file, 'decline-hearing', declineHearing)).map(({ act, told }) => `${dayText(dayOf(act.occurredAt))}，本机关因${chosen(refusedFor, told.ground)}，书面告知当事人不予听证。`),
    ...(waived ? [`${dayText(dayOf(waived.act.occurredAt))}，当事人明确表示放弃${waived.told.waived.map((each) => (each === 'hearing' ? '要求举行听证' : '陈述、申辩')).join('、')}的权利。`] : []),
  ]
  if (next) return lines.join('')
  const silent = stated.length === 0 && !waived?.told.waived.includes('defence')
  const unheard = notice.hearing.includes(party) && requested.length === 0 && !waived?.told.waived.includes('hearing')
  if (silent) lines.push(`当事人在规定期限内未${at > 0 ? '再' : ''}提出陈述、申辩意见${unheard ? '，也未要求举行听证' : ''}。`)
  else if (unheard) lines.push('当事人在规定期限内未要求举行听证。')
  return lines.join('')
}

const momentOf = (file: CaseFile, notice: Notice): string => file.acts.find(({ id }) => id === notice.act)?.occurredAt ?? ''

export const recheckText = ({ adopted, reasons }: { readonly adopted: keyof typeof results; readonly reasons: string }): string =>
  `经复核，${reasons ? sentence(joined(reasons).replace(/^经复核[，,：:]?/, '')) : ''}${Object.hasOwn(results, adopted) ? results[adopted] : ''}`

const results = {
  adopted: '对当事人的陈述、申辩意见，本机关予以采纳。',
  partly: '对当事人的陈述、申辩意见，本机关部分予以采纳。',
  'not-adopted': '对当事人的陈述、申辩意见，本机关不予采纳，也未因其陈述、申辩而给予更重的处罚。',
} as const

/** Text as typed, in one line. */
export const joined = (text: string): string => paragraphs(text).join('')
