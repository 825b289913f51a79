import { cite } from '@faheng/law/citation.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { orderToCorrect as definition } from '@faheng/law/documents/order-to-correct/document.ts'
import { paragraphs } from '@faheng/law/documents/present.ts'
import type { reInspectionRecord } from '@faheng/law/documents/re-inspection-record/document.ts'
import { correctionResults, reInspect } from '@faheng/law/procedures/penalty-corrections.ts'
import { orderToCorrect } from '@faheng/law/procedures/penalty-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldBy, toldHere, type CaseFile } from './file.ts'
import { brokenIn, citationsIn, distinct, normsOf } from './norms.ts'
import { partyOf } from './party.ts'
import { contactOf, officersOf, remedyOf } from './people.ts'
import { violationsOfParty } from './violations.ts'

/** 责令改正通知书. The norms broken are those the officer names behind 违反, else those of the items filed. */
export function composeOrderToCorrect(file: CaseFile): FieldsOf<typeof definition> {
  const { party, conduct, basis, demands, by } = toldHere(file, orderToCorrect)
  const named = brokenIn(`${basis}\n${conduct}`)
  const filed = violationsOfParty(file, party).flatMap(({ item }) => normsOf(file.read.items[item]).broken)
  const rests = citationsIn(basis).filter((each) => !named.some((one) => JSON.stringify(one) === JSON.stringify(each)))
  const corrections = paragraphs(demands).map((each) => each.replace(/^(?:\d+|[一二三四五六七八九十]+)\s*[.．、,，)）]\s*/, ''))
  return {
    party: partyOf(file, file.subject || party),
    facts: conduct,
    violated: distinct(named.length > 0 ? named : filed),
    basis: rests.length > 0 ? rests : [cite('行政处罚法', 28, 1)],
    corrections: corrections.length > 0 ? corrections : [''],
    ...(by ? { by } : {}),
    contact: contactOf(file),
    remedy: remedyOf(file),
  }
}

/** 整改复查记录, beside the order it looks into. */
export function composeReInspection(file: CaseFile): FieldsOf<typeof reInspectionRecord> {
  const { order, place, certificateShown, recusalTold, found, result, present, signed, witness, officers, files = [] } = toldHere(file, reInspect)
  const ordered = toldBy(file, order, orderToCorrect)
  const number = file.read.documents.find((each) => each.act === order)?.number
  const { by, demands = '', party } = ordered?.told ?? {}
  return {
    at: file.act.occurredAt,
    place,
    party: partyOf(file, party ?? file.state.parties[0]?.id),
    ...(number ? { orderNumber: number } : {}),
    ...(ordered ? { orderedOn: dayOf(ordered.act.occurredAt) } : {}),
    ...(by ? { by } : {}),
    demands,
    officers: officersOf(file, officers),
    ...(present ? { attendant: present } : {}),
    ...(witness ? { witness } : {}),
    rightsTold: certificateShown && recusalTold,
    record: found,
    result: result in correctionResults ? correctionResults[result].zh : '',
    attachments: files.length > 0 ? [`照片、录音录像等材料${files.length}件`] : [],
    ...(signed === 'absent' ? {} : { signature: { state: signed, ...(witness && signed === 'refused' ? { witness } : {}) } }),
  }
}

/** 责令事项 of a decision: what the items' norms order beside the penalty; nothing where an order went out before (处罚法 28(1)). */
export function ordersOf(file: CaseFile, party: string): string[] {
  if (file.state.corrected) return []
  const named = violationsOfParty(file, party).flatMap(({ item }) => file.read.items[item]?.orders ?? [])
  const orders = named
    .map((each) => each.replace(/^责令/, '').replace(/^(?:立即|限期)/, ''))
    .filter((each) => /\p{Script=Han}{3,}/u.test(each) && !each.startsWith('改正'))
  return [...new Set(['立即改正上述违法行为', ...orders])]
}
