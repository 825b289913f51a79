import type { DocumentDefinition } from './document.ts'
import { cancellationNotice } from './cancellation-notice/document.ts'
import { caseCatalogue } from './case-catalogue/document.ts'
import { caseCover } from './case-cover/document.ts'
import { caseNotes } from './case-notes/document.ts'
import { changeApproval } from './change-approval/document.ts'
import { closingApproval } from './closing-approval/document.ts'
import { collectiveMinutes } from './collective-minutes/document.ts'
import { courtApplication } from './court-application/document.ts'
import { courtAuthorisation } from './court-authorisation/document.ts'
import { courtPapers } from './court-papers/document.ts'
import { criminalTransfer } from './criminal-transfer/document.ts'
import { decisionApproval } from './decision-approval/document.ts'
import { defenceRecord } from './defence-record/document.ts'
import { demand } from './demand/document.ts'
import { entrustmentLetter } from './entrustment-letter/document.ts'
import { evidenceList } from './evidence-list/document.ts'
import { executionAgreement } from './execution-agreement/document.ts'
import { filingApproval } from './filing-approval/document.ts'
import { guardianOrder } from './guardian-order/document.ts'
import { handoverList } from './handover-list/document.ts'
import { hearingNotice } from './hearing-notice/document.ts'
import { hearingRecord } from './hearing-record/document.ts'
import { hearingReport } from './hearing-report/document.ts'
import { informantNotice } from './informant-notice/document.ts'
import { interviewRecord } from './interview-record/document.ts'
import { investigationReport } from './investigation-report/document.ts'
import { legalReviewOpinion } from './legal-review-opinion/document.ts'
import { matterApproval } from './matter-approval/document.ts'
import { enforcementCard } from './enforcement-card/document.ts'
import { planReport } from './plan-report/document.ts'
import { noPenaltyDecision } from './no-penalty-decision/document.ts'
import { orderToCorrect } from './order-to-correct/document.ts'
import { penaltyDecision } from './penalty-decision/document.ts'
import { penaltyNotice } from './penalty-notice/document.ts'
import { postponementDecision } from './postponement-decision/document.ts'
import { publicityWithdrawal } from './publicity-withdrawal/document.ts'
import { reInspectionRecord } from './re-inspection-record/document.ts'
import { rectification } from './rectification/document.ts'
import { recusalDecision } from './recusal-decision/document.ts'
import { refundNotice } from './refund-notice/document.ts'
import { registrationDisposal } from './registration-disposal/document.ts'
import { registrationNotice } from './registration-notice/document.ts'
import { reviewerAssignment } from './reviewer-assignment/document.ts'
import { revocationDecision } from './revocation-decision/document.ts'
import { sampleRecord } from './sample-record/document.ts'
import { sceneRecord } from './scene-record/document.ts'
import { seizureDecision } from './seizure-decision/document.ts'
import { seizureExtension } from './seizure-extension/document.ts'
import { seizureList } from './seizure-list/document.ts'
import { seizureRelease } from './seizure-release/document.ts'
import { serviceReceipt } from './service-receipt/document.ts'
import { sourceRegistration } from './source-registration/document.ts'
import { surchargeDecision } from './surcharge-decision/document.ts'
import { testCommission } from './test-commission/document.ts'
import { testResultNotice } from './test-result-notice/document.ts'
import { testTermNotice } from './test-term-notice/document.ts'
import { transferLetter } from './transfer-letter/document.ts'
import { hearingRefusal } from './hearing-refusal/document.ts'
import { serviceAnnouncement } from './service-announcement/document.ts'
import { serviceConfirmation } from './service-confirmation/document.ts'
import { executionNotice } from './execution-notice/document.ts'

/** Every kind of document, in the order a case meets them. A new one is a folder and a line here. */
const all = [
  sourceRegistration,
  filingApproval,
  informantNotice,
  changeApproval,
  sceneRecord,
  interviewRecord,
  evidenceList,
  orderToCorrect,
  reInspectionRecord,
  registrationNotice,
  registrationDisposal,
  seizureDecision,
  seizureList,
  seizureExtension,
  seizureRelease,
  sampleRecord,
  testCommission,
  testTermNotice,
  testResultNotice,
  investigationReport,
  legalReviewOpinion,
  reviewerAssignment,
  penaltyNotice,
  defenceRecord,
  hearingNotice,
  hearingRefusal,
  hearingRecord,
  hearingReport,
  collectiveMinutes,
  decisionApproval,
  penaltyDecision,
  noPenaltyDecision,
  rectification,
  guardianOrder,
  serviceConfirmation,
  serviceReceipt,
  serviceAnnouncement,
  postponementDecision,
  demand,
  surchargeDecision,
  executionAgreement,
  executionNotice,
  courtApplication,
  courtPapers,
  courtAuthorisation,
  revocationDecision,
  refundNotice,
  publicityWithdrawal,
  recusalDecision,
  matterApproval,
  cancellationNotice,
  transferLetter,
  criminalTransfer,
  handoverList,
  closingApproval,
  caseCatalogue,
  caseNotes,
  caseCover,
] as const

/** Papers of other procedures. */
const others = [entrustmentLetter] as const

/** What is made by asking for it, not by an act. */
const reports = [planReport, enforcementCard] as const

export type DocumentKind = (typeof all)[number]['kind']

export const documents: Readonly<Record<string, DocumentDefinition>> = Object.fromEntries([...all, ...others, ...reports].map((each) => [each.kind, each]))

export function documentOf(kind: string): DocumentDefinition {
  const found = documents[kind]
  if (!found) throw new RangeError(`no document kind ${kind}`)
  return found
}
