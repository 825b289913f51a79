import { cite } from '@faheng/law/citation.ts'
import type { decisionApproval } from '@faheng/law/documents/decision-approval/document.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { noPenaltyDecision } from '@faheng/law/documents/no-penalty-decision/document.ts'
import type { penaltyDecision } from '@faheng/law/documents/penalty-decision/document.ts'
import { decideNoPenalty, type noPenaltyGrounds, proposeDecision } from '@faheng/law/procedures/penalty-decision-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { ordersOf } from './correction.ts'
import { courseOf, discussionText, reviewText } from './course.ts'
import { discretionOf } from './discretion.ts'
import { toldBy, toldHere, type CaseFile } from './file.ts'
import { defenceText, hearingText, noticeText } from './heard.ts'
import { citationsIn } from './norms.ts'
import { filingNumber } from './numbers.ts'
import { allParties, causeOf, partyName, partyOf } from './party.ts'
import { decidedPenalties, penaltiesOn, penaltiesOnAll, performanceOf, punished } from './penalties.ts'
import { headStep, proposalBy, remedyOf, settingOf, stepsOnReport } from './people.ts'
import { noPenaltyText } from './no-penalty.ts'
import { goodsOf } from './things.ts'
import { reportOf, violationsFieldsOf } from './violations.ts'

/** 处罚法 67(3). */
const payingDays = 15

/** 行政处罚（不予行政处罚）决定审批表: every step so far, and the head's answer. */
export function composeDecisionApproval(file: CaseFile): FieldsOf<typeof decisionApproval> {
  const { state } = file
  const penalty = file.act.kind !== 'decide-no-penalty'
  const penalties = penalty ? decidedPenalties(file) : []
  const proposed = toldBy(file, state.draftDecision?.act, proposeDecision)
  const about = penalty ? punished(penalties) : []
  const each = (text: (party: string) => string) =>
    about.map((party) => (about.length > 1 ? `${partyName(file, party)}：` : '') + text(party)).join('\n')
  const texts = { review: reviewText(file), notice: each((party) => noticeText(file, party)), defence: each((party) => defenceText(file, party)), discussion: discussionText(file) }
  const hash = penalty ? state.proposals['propose-decision']?.hash : state.report?.hash
  return {
    outcome: penalty ? 'penalty' : 'no-penalty',
    cause: causeOf(file),
    filingNumber: filingNumber(file),
    filedOn: state.filedOn ?? file.day,
    parties: allParties(file),
    violations: violationsFieldsOf(file),
    ...(texts.review ? { review: texts.review } : {}),
    ...(texts.notice ? { notice: texts.notice } : {}),
    ...(texts.defence ? { defence: texts.defence } : {}),
    ...(texts.discussion ? { discussion: texts.discussion } : {}),
    discretion: discretionOf(file),
    penalties: penaltiesOnAll(file, penalties),
    ...(hash ? { proposalHash: hash } : {}),
    proposal: penalty
      ? proposalBy(file, proposed?.told.reasons || '建议按上述意见作出行政处罚决定。', dayOf(proposed?.act.occurredAt ?? file.act.occurredAt))
      : proposalBy(file, `建议${noPenaltyText(file)}`, dayOf(state.report?.at ?? file.act.occurredAt)),
    approvals: [...stepsOnReport(file), headStep(file)],
  }
}

/** 行政处罚决定书 to one party, with the six elements of 处罚法 59(1). */
export function composePenaltyDecision(file: CaseFile): FieldsOf<typeof penaltyDecision> {
  const { subject } = file
  const own = decidedPenalties(file).filter(({ party }) => party === subject)
  const { bank, accountName, account, electronic } = settingOf(file, 'payment')
  const performance = performanceOf(own)
  return {
    party: partyOf(file, subject),
    course: courseOf(file, subject),
    violations: violationsFieldsOf(file, subject),
    hearingOfParty: hearingText(file, subject),
    discretion: discretionOf(file, subject),
    penalties: penaltiesOn(file, subject, own),
    orders: ordersOf(file, subject),
    goods: goodsOf(file, subject),
    ...(own.some(({ amount }) => (amount ?? 0) > 0)
      ? {
          payment: {
            bank: bank ?? '指定银行',
            ...(accountName ? { accountName } : {}),
            ...(account ? { account } : {}),
            ...(electronic ? { electronic } : {}),
            days: payingDays,
          },
        }
      : {}),
    ...(performance ? { performance } : {}),
    remedy: remedyOf(file),
  }
}

/** 不予行政处罚决定书, with education (33(3)) and what 30 and 31 demand of a guardian. */
export function composeNoPenaltyDecision(file: CaseFile): FieldsOf<typeof noPenaltyDecision> {
  const { subject } = file
  const told = reportOf(file)?.told
  // Beside others who are punished each has his own ground (R12).
  const ground = told?.spared?.find(({ party }) => party === subject)?.ground ?? told?.ground ?? 'not-established'
  const named = citationsIn(told?.reasons ?? '').filter(({ statute }) => statute !== '行政处罚法')
  const guardian = guardians[ground]
  const unlawful = !['not-established', 'too-late', 'lighter-new-law'].includes(ground)
  return {
    party: partyOf(file, subject),
    course: courseOf(file, subject),
    violations: violationsFieldsOf(file, subject),
    ground: grounds[ground],
    basis: ground !== 'other-law' ? [] : named.length > 0 ? named : [cite('行政处罚法', 57, 1, 2)],
    reason: discretionOf(file),
    ...(toldHere(file, decideNoPenalty).education && unlawful ? { education } : {}),
    ...(guardian ? { guardian } : {}),
    orders: unlawful && !['minor-corrected', 'first-minor'].includes(ground) ? ordersOf(file, subject) : [],
    goods: goodsOf(file, subject),
    remedy: remedyOf(file),
  }
}

const education = '当事人应当认真学习有关法律、法规、规章，认识违法行为的危害，增强守法意识，自觉守法经营和活动，防止违法行为再次发生。'

const guardians: Partial<Record<keyof typeof noPenaltyGrounds, string>> = {
  'under-14': '责令监护人对当事人加以管教。',
  'no-capacity': '责令监护人对当事人严加看管和治疗。',
}

const grounds = {
  'minor-corrected': 'slight',
  'first-minor': 'first',
  'no-fault': 'faultless',
  'under-14': 'minor',
  'no-capacity': 'incapable',
  'not-established': 'unfounded',
  'too-late': 'late',
  'lighter-new-law': 'lighter-norm',
  'other-law': 'other',
} as const
