import { cite } from '../citation.ts'
import type { Procedure } from '../procedure.ts'
import { penaltyRules } from '../rules/penalty.ts'
import { words } from '../words.ts'
import { penaltyAsks } from './penalty-asks.ts'
import { newCase, type PenaltyCase } from './penalty-case.ts'
import { penaltyClocks } from './penalty-clocks.ts'
import { closingActs, paperActs } from './penalty-closing.ts'
import { correctionActs } from './penalty-corrections.ts'
import { decisionActs } from './penalty-decision.ts'
import { evidenceActs } from './penalty-evidence.ts'
import { executionActs } from './penalty-execution.ts'
import { hearingActs } from './penalty-hearing.ts'
import { measureActs } from './penalty-measures.ts'
import { heldActs } from './penalty-held.ts'
import { joinderActs } from './penalty-joinder.ts'
import { filingActs, leadActs } from './penalty-lead.ts'
import { jointActs } from './penalty-joint.ts'
import { defenceActs, noticeActs } from './penalty-notice.ts'
import { oldActs } from './penalty-old.ts'
import { movedActs } from './penalty-moved.ts'
import { normActs } from './penalty-norms.ts'
import { oversightActs } from './penalty-oversight.ts'
import { performanceActs } from './penalty-performance.ts'
import { partiesActs } from './penalty-parties.ts'
import { personsActs } from './penalty-persons.ts'
import { policeActs } from './penalty-police.ts'
import { recordingActs } from './penalty-recording.ts'
import { rectificationActs } from './penalty-rectification.ts'
import { redactionActs } from './penalty-redaction.ts'
import { remedyActs } from './penalty-remedies.ts'
import { reportActs } from './penalty-report.ts'
import { reviewerActs } from './penalty-reviewer.ts'
import { risksOf } from './penalty-risks.ts'
import { sampleActs } from './penalty-samples.ts'
import { serviceActs } from './penalty-service.ts'
import { confirmingActs, slipActs } from './penalty-slips.ts'
import { termActs } from './penalty-terms.ts'
import { verificationActs } from './penalty-verification.ts'
import { waysIn } from './penalty-ways-in.ts'
import { waysOut } from './penalty-ways-out.ts'

const stages = {
  lead: words('线索', 'Lead'),
  filing: words('立案审批', 'Filing'),
  investigation: words('调查', 'Investigation'),
  report: words('审查', 'Report'),
  review: words('法制审核', 'Legal review'),
  notice: words('告知', 'Notice'),
  decision: words('决定', 'Decision'),
  service: words('送达', 'Service'),
  performance: words('履行', 'Performance'),
  closing: words('结案审批', 'Closing'),
  closed: words('已结案', 'Closed'),
  archived: words('归档', 'Archived'),
  'not-filed': words('不予立案', 'Not filed'),
  suspended: words('中止', 'Suspended'),
  transferring: words('移送中', 'Being transferred'),
  'handing-over': words('向公安移送中', 'Being handed to the police'),
  'with-police': words('司法机关处理中', 'With the police'),
  terminated: words('终止', 'Terminated'),
  cancelled: words('撤销立案', 'Filing cancelled'),
  transferred: words('已移送', 'Transferred'),
  judged: words('司法机关已处理', 'Dealt with by the judiciary'),
  merged: words('已并案', 'Merged'),
  recorded: words('历史案件', 'Old case'),
}

/**
 * 行政处罚普通程序, from lead to archive, chapter by chapter in the order of a case. In a chapter each line is one act: who may
 * do it, at which stage, on what conditions, what term it opens, what paper it makes, with its article. Facts have no stage:
 * what happened is recorded at any time (R1, R2).
 */
export const penaltyOrdinary: Procedure<PenaltyCase> = {
  name: 'penalty-ordinary',
  title: words('行政处罚普通程序', 'Ordinary penalty procedure'),
  article: cite('行政处罚法', 54),
  stages,
  endings: ['archived', 'not-filed', 'terminated', 'cancelled', 'transferred', 'judged', 'merged', 'recorded'],
  detours: ['suspended', 'transferring', 'handing-over', 'with-police'],
  first: ['register-lead', 'record-legacy-case', 'take-over'],
  begin: newCase,
  asks: penaltyAsks,
  clocks: penaltyClocks,
  risks: risksOf,
  lapses: { registration: 'lapse-registration', seizure: 'lapse-seizure', 'seizure-extended': 'lapse-seizure', 'urgent-approval': 'lapse-urgent' },
  acts: {
    // 线索、指派
    ...leadActs,
    // 回避、更换办案人员
    ...personsActs,
    // 当事人、违法行为的变更，代理人，监护人（R7）
    ...partiesActs,
    // 证据：立案前后均可收集（R8）
    ...evidenceActs,
    ...verificationActs,
    ...correctionActs,
    ...jointActs,
    ...recordingActs,
    ...confirmingActs,
    ...heldActs,
    ...measureActs,
    ...sampleActs,
    // 立案
    ...filingActs,
    // 延长期限、告知举报人（R26）
    ...termActs,
    // 新旧规定比较（R14）
    ...normActs,
    // 调查终结、审查、法制审核
    ...reportActs,
    ...reviewerActs,
    // 告知、陈述申辩、听证
    ...noticeActs,
    ...hearingActs,
    ...defenceActs,
    // 决定
    ...decisionActs,
    // 送达、履行
    ...serviceActs,
    ...performanceActs,
    ...executionActs,
    // 复议、诉讼、自行撤销、重新办理、退款（R22）
    ...remedyActs,
    // 结案、归档
    ...closingActs,
    // 中止、终止、撤销立案、移送（R19、R20）
    ...waysOut,
    ...policeActs,
    ...waysIn,
    // 随职权移交（R30）
    ...movedActs,
    // 并案、分案（R7）
    ...joinderActs,
    ...paperActs,
    // 误录、笔误（R3）
    ...slipActs,
    ...rectificationActs,
    // 启封举报人信息、监督人员核查问题（R6、R19）
    ...oversightActs(Object.keys(stages)),
    // 删除个人信息（D9）
    ...redactionActs(Object.keys(stages), (kind) => penaltyOrdinary.acts[kind]?.payload),
    // 历史案件、在办案件接入（R29）
    ...oldActs,
  },
  rules: penaltyRules,
}
