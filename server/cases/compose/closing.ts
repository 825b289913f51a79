import type { closingApproval } from '@faheng/law/documents/closing-approval/document.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import { dayText, sentence, yuanText } from '@faheng/law/documents/present.ts'
import { penaltyKind } from '@faheng/law/penalties/kinds.ts'
import type { PerformanceItem } from '@faheng/law/procedures/penalty-owed.ts'
import { proposeClosing, recordPayment, recordPerformance } from '@faheng/law/procedures/penalty-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldBy, toldIn, type CaseFile } from './file.ts'
import { filingNumber, servedOn } from './numbers.ts'
import { causeOf, partyName, partyNames } from './party.ts'
import { decidedPenalties, penaltiesText } from './penalties.ts'
import { headStep, proposalBy } from './people.ts'
import { goodsOf } from './things.ts'
import { proposalText } from './review.ts'

/** 结案审批表: every item of the decision with how it was performed, every thing held with its end (R9, R23). */
export function composeClosing(file: CaseFile): FieldsOf<typeof closingApproval> {
  const { state } = file
  const penalty = state.decision?.outcome !== 'no-penalty'
  const numbers = file.read.documents.flatMap(({ kind, number }) => (number && ['penalty-decision', 'no-penalty-decision'].includes(kind) ? [number] : []))
  const served = servedOn(file, state.decision?.act)
  const goods = goodsOf(file).map(sentence).join('\n')
  const proposal = toldBy(file, state.proposals['propose-closing']?.act, proposeClosing)
  return {
    cause: causeOf(file),
    filingNumber: filingNumber(file),
    filedOn: state.filedOn ?? file.day,
    parties: partyNames(file),
    ...(numbers.length > 0 ? { decisionNumber: numbers.join('、') } : {}),
    ...(state.decision ? { decidedOn: state.decision.on } : {}),
    ...(served ? { servedOn: served } : {}),
    ground: penalty ? 'performed' : 'no-penalty',
    decision: penalty ? penaltiesText(file, decidedPenalties(file)) : proposalText(file),
    performance: state.performance.map((item) => performed(file, item)),
    ...(goods ? { goods } : {}),
    proposal: proposalBy(file, proposal?.told.summary || '案件已执行完毕，建议结案。', dayOf(proposal?.act.occurredAt ?? file.act.occurredAt)),
    approvals: [headStep(file)],
  }
}

function performed(file: CaseFile, { id, party, kind, owed, paid, done, released }: PerformanceItem): FieldsOf<typeof closingApproval>['performance'][number] {
  const payments = toldIn(file, 'record-payment', recordPayment).filter(({ told }) => told.item === id)
  const how = toldIn(file, 'record-performance', recordPerformance).findLast(({ told }) => told.item === id)?.told.how
  const paidTexts = payments.map(({ told }) => `${dayText(told.paidOn)}缴纳${yuanText(told.amount)}（票据号码：${told.receipt}）`)
  const result = [
    ...(paidTexts.length > 0 ? [`${paidTexts.join('；')}${released ? '' : paid >= owed ? '，已缴清' : `，尚欠${yuanText(owed - paid)}`}`] : []),
    ...(released ? [`${dayText(released)}已撤销，不再执行`] : []),
    ...(how ? [how.replace(/。$/, '')] : []),
  ]
  const words = `${penaltyKind(kind).words.zh}${owed > 0 ? yuanText(owed) : ''}`
  return {
    item: file.state.parties.length > 1 ? `${partyName(file, party)}：${words}` : words,
    result: result.join('；') || (done ? '已执行' : '尚未执行'),
    ...(done ? { on: done } : {}),
  }
}
