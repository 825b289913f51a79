import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { legalReviewOpinion } from '@faheng/law/documents/legal-review-opinion/document.ts'
import { overlayNamed } from '@faheng/law/overlays/index.ts'
import { approval, returned } from '@faheng/law/procedures/penalty-fields.ts'
import { passReview } from '@faheng/law/procedures/penalty-decision-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldHere, toldIn, type CaseFile } from './file.ts'
import { noPenaltyText } from './no-penalty.ts'
import { filingNumber } from './numbers.ts'
import { causeOf, partyNames } from './party.ts'
import { penaltiesText, reportedPenalties } from './penalties.ts'
import { personName } from './people.ts'
import { reportOf } from './violations.ts'

/** 法制审核意见书 of a review that passed, or returned the report. */
export function composeReview(file: CaseFile): FieldsOf<typeof legalReviewOpinion> {
  const { state, read } = file
  const passed = file.act.kind === 'pass-review'
  const endorsed = toldIn(file, 'endorse-report', approval).findLast(({ told }) => told.proposal.act === state.report?.act)
  const rounds = file.acts.filter((each) => ['pass-review', 'return-review'].includes(each.kind) && each.seq < file.act.seq).length
  return {
    cause: causeOf(file),
    filingNumber: filingNumber(file),
    party: partyNames(file),
    unit: read.unit?.name ?? read.body.name,
    submittedOn: dayOf(endorsed?.act.occurredAt ?? state.report?.at ?? file.act.occurredAt),
    round: rounds + 1,
    ground: groundOf(file),
    proposal: proposalText(file),
    ...(state.report ? { proposalHash: state.report.hash } : {}),
    checks: passed ? toldHere(file, passReview).checklist.map((point) => ({ point: points[point], result: 'pass' as const })) : [],
    conclusion: passed ? 'agree' : 'correct',
    opinion: passed ? toldHere(file, passReview).opinion : toldHere(file, returned).reason,
    reviewer: personName(file, file.act.actor),
    on: file.day,
  }
}

/** What is proposed, in words: the matrix, or why nothing is imposed. */
export function proposalText(file: CaseFile): string {
  return reportOf(file)?.told.outcome === 'no-penalty' ? noPenaltyText(file) : penaltiesText(file, reportedPenalties(file))
}

/** 处罚法 58(1), or the sector's rule that every ordinary case is reviewed. */
function groundOf({ state }: CaseFile): string {
  const grounds = [
    ...(state.report?.major ? ['涉及重大公共利益，或者案件情况疑难复杂、涉及多个法律关系'] : []),
    ...(state.hearing?.reported ? ['经过听证程序'] : []),
  ]
  return grounds.join('；') || (overlayNamed(state.overlay).reviewAlways ? '适用普通程序办理的行政处罚案件' : '行政机关决定进行法制审核')
}

const points: Readonly<Record<ReturnType<typeof toldHere<typeof passReview>>['checklist'][number], string>> = {
  competence: '执法主体合法，具有管辖权',
  officers: '执法人员具备执法资格',
  facts: '事实清楚，证据合法充分',
  law: '适用法律、法规、规章准确，裁量适当',
  procedure: '程序合法',
  documents: '执法文书完备、规范',
  crime: '违法行为是否涉嫌犯罪、需要移送，已经审查',
}
