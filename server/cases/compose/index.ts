import type { DocumentKind as Kind } from '@faheng/law/documents/index.ts'
import type { DocumentContext } from '../../acts/index.ts'
import { composeCatalogue, composeCover, composeNotes } from './archive.ts'
import { composeChange } from './change.ts'
import { composeClosing } from './closing.ts'
import { composeOrderToCorrect, composeReInspection } from './correction.ts'
import { composeCourtApplication, composeCourtAuthorisation, composeCourtPapers } from './court.ts'
import { composeDecisionApproval, composeNoPenaltyDecision, composePenaltyDecision } from './decision.ts'
import { composeDemand } from './demand.ts'
import { composeMinutes } from './discussion.ts'
import { composeEvidence, composeInterview, composeScene } from './evidence.ts'
import { composeAgreement, composeExecutionNotice, composePostponement, composeSurcharge } from './execution.ts'
import { openFile, type CaseFile } from './file.ts'
import { composeFiling } from './filing.ts'
import { composeGuardianOrder } from './guardian.ts'
import { composeHearingNotice, composeHearingRecord, composeHearingRefusal, composeHearingReport } from './hearing.ts'
import { composeSource } from './lead.ts'
import { composeSeizureDecision, composeSeizureExtension, composeSeizureList, composeSeizureRelease } from './measures.ts'
import { composeDefence, composeNotice } from './notice.ts'
import { composeRectification } from './rectification.ts'
import { composePublicityWithdrawal, composeRefund, composeRevocation } from './redress.ts'
import { composeDisposal, composeRegistration } from './registration.ts'
import { composeReport } from './report.ts'
import { composeReview } from './review.ts'
import { composeCommission, composeSamples, composeTestResult, composeTestTerm } from './samples.ts'
import { composeAnnouncement, composeConfirmation, composeReceipt } from './service.ts'
import { composeCancellation, composeInformantNotice, composeReviewerAssignment } from './told.ts'
import { composeCriminalTransfer, composeHandoverList, composeMatterApproval, composeRecusalDecision, composeTransferLetter } from './ways-out.ts'

/** The matter goes by its lead number until it is filed. */
const naming: readonly string[] = ['source-registration', 'filing-approval']

const composers: Readonly<Record<Kind, (file: CaseFile) => unknown>> = {
  'source-registration': composeSource,
  'filing-approval': composeFiling,
  'change-approval': composeChange,
  'scene-record': composeScene,
  'interview-record': composeInterview,
  'evidence-list': composeEvidence,
  'order-to-correct': composeOrderToCorrect,
  're-inspection-record': composeReInspection,
  'registration-notice': composeRegistration,
  'registration-disposal': composeDisposal,
  'investigation-report': composeReport,
  'legal-review-opinion': composeReview,
  'penalty-notice': composeNotice,
  'defence-record': composeDefence,
  'collective-minutes': composeMinutes,
  'decision-approval': composeDecisionApproval,
  'penalty-decision': composePenaltyDecision,
  'no-penalty-decision': composeNoPenaltyDecision,
  rectification: composeRectification,
  'guardian-order': composeGuardianOrder,
  'service-receipt': composeReceipt,
  'service-announcement': composeAnnouncement,
  'service-confirmation': composeConfirmation,
  'hearing-notice': composeHearingNotice,
  'hearing-refusal': composeHearingRefusal,
  'hearing-record': composeHearingRecord,
  'hearing-report': composeHearingReport,
  'matter-approval': composeMatterApproval,
  'transfer-letter': composeTransferLetter,
  'criminal-transfer': composeCriminalTransfer,
  'handover-list': composeHandoverList,
  'recusal-decision': composeRecusalDecision,
  demand: composeDemand,
  'informant-notice': composeInformantNotice,
  'seizure-decision': composeSeizureDecision,
  'seizure-list': composeSeizureList,
  'seizure-extension': composeSeizureExtension,
  'seizure-release': composeSeizureRelease,
  'sample-record': composeSamples,
  'test-commission': composeCommission,
  'test-term-notice': composeTestTerm,
  'test-result-notice': composeTestResult,
  'reviewer-assignment': composeReviewerAssignment,
  'postponement-decision': composePostponement,
  'surcharge-decision': composeSurcharge,
  'execution-agreement': composeAgreement,
  'execution-notice': composeExecutionNotice,
  'court-application': composeCourtApplication,
  'court-papers': composeCourtPapers,
  'court-authorisation': composeCourtAuthorisation,
  'revocation-decision': composeRevocation,
  'refund-notice': composeRefund,
  'publicity-withdrawal': composePublicityWithdrawal,
  'cancellation-notice': composeCancellation,
  'closing-approval': composeClosing,
  'case-catalogue': composeCatalogue,
  'case-notes': composeNotes,
  'case-cover': composeCover,
}

/** The documents of the ordinary penalty procedure: what an officer has entered once is in all of them. */
export const penaltyDocuments = {
  composers: Object.fromEntries(Object.entries(composers).map(([kind, composer]) => [kind, (context: DocumentContext) => composer(openFile(context))])),
  naming,
}
