import { cite } from '../citation.ts'
import { competentOnDate, normInForceOnConduct, withinEntrustment } from '../guards/competence.ts'
import { remedyConfigured } from '../guards/decision.ts'
import { identityProven } from '../guards/evidence.ts'
import { teamCertified } from '../guards/officers.ts'
import {
  agentAuthorised,
  changeFits,
  changeInTime,
  changeProven,
  correctionFits,
  guardianOrderOwed,
  supplementOfParties,
} from '../guards/parties.ts'
import { choice, list, optional, payload, ref, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import { guardianOrdersOwed, type PenaltyCase } from './penalty-case.ts'
import type { CaseParty } from './penalty-found.ts'
import { approval, files, party, reason, returned } from './penalty-fields.ts'
import { filedViolations } from './penalty-lead.ts'
import { withCorrectedParty, withPartyChange, withSupplement } from './penalty-party-effects.ts'
import { beforeDecision, handlers, head, headNotHandling, isOpen, recorder } from './penalty-people.ts'
import { violation } from './penalty-payloads.ts'

/** 当事人与违法行为的变更、代理人、监护人 (处罚法 30, 31, 40; R7, R12): who answers in this case, for what, and who stands beside him. */

const { power, fact } = actsOn<PenaltyCase>()

/** Needed in few cases: a page keeps it folded away. */
const rarely = () => false
const changeable = [...beforeDecision, 'service', 'performance'] as const
/** What ran for a report that is to be made anew runs no more. */
const anew = ['review', 'defence'].map((clock) => ({ clock, subjects: (state: PenaltyCase) => (state.stage === 'investigation' ? ['*'] : []) }))

const partyChanges = {
  add: words('增加当事人', 'Add a party'),
  drop: words('当事人退出', 'Drop a party'),
  identify: words('查明当事人身份', 'Identify a party'),
  succeed: words('当事人承继（死亡、合并、分立）', 'A successor steps in (death, merger, division)'),
} as const

const evidence = optional(list(words('证明身份、承继关系的证据', 'Evidence of identity or succession'), ref('evidence', words('证据', 'Evidence')), { max: 20 }))

export const proposePartyChange = payload({
  change: choice(words('变更事项', 'Change'), partyChanges),
  party: optional(ref('party', words('现当事人（增加当事人的，不填）', 'Present party (none when adding)'))),
  to: optional(ref('party', words('新当事人（当事人退出的，不填）', 'New party (none when dropping)'))),
  role: optional(
    choice(words('新当事人的身份', 'Standing of the new party'), { party: words('当事人', 'Party'), responsible: words('直接负责的主管人员或者其他直接责任人员', 'Directly responsible person') }, { only: { field: 'change', is: 'add' } }),
  ),
  answersFor: optional(list(words('涉及的违法行为（不填为全部）', 'Violations concerned (none: all)'), ref('violation', words('违法行为', 'Violation')), { max: 20 })),
  evidence,
  reason,
  files,
})

export const proposeViolations = payload({
  violations: list(words('补充的违法行为', 'Violations found later'), violation, { min: 1, max: 20 }),
  reason,
  files,
})

export const orderGuardian = payload({
  party,
  conduct: text(words('违法行为', 'Conduct'), { personal: true, rows: 3, max: 2000 }),
  demands: text(words('管教（看管和治疗）要求', 'What the guardian must do'), { personal: true, rows: 3, max: 2000 }),
})

export const nameGuardian = payload({
  party,
  name: text(words('监护人姓名', 'Guardian'), { personal: true, max: 60 }),
  relation: choice(words('与当事人的关系', 'Relation'), {
    parent: words('父母', 'Parent'),
    spouse: words('配偶', 'Spouse'),
    child: words('成年子女', 'Adult child'),
    relative: words('其他近亲属', 'Other close relative'),
    organisation: words('其他个人或者组织', 'Another person or organisation'),
  }),
  identity: optional(text(words('证件号码', 'Identity code'), { personal: true, max: 60 })),
  contact: text(words('住址和联系电话', 'Address and telephone'), { personal: true, max: 200 }),
  files,
})

export const partiesActs = {
  'propose-party-change': power({
    title: words('提请变更当事人', 'Propose a change of the parties'),
    article: cite('行政处罚法', 54, 1),
    from: changeable,
    by: handlers,
    payload: proposePartyChange,
    proposes: true,
    guards: [teamCertified, changeFits, changeProven, changeInTime],
    // A party nobody knows yet has to be identified before the notice.
    suits: (state) => state.parties.some((each) => each.role === 'unidentified'),
    prefill: (state) => {
      const unknown = state.parties.find((each) => each.role === 'unidentified')
      return unknown ? { change: 'identify', party: unknown.id } : {}
    },
    apply: (state, act) => {
      const { change, party: who, to, role, answersFor } = act.payload
      return { ...state, partyChange: { change, ...(who ? { party: who } : {}), ...(to ? { to } : {}), ...(role ? { role } : {}), ...(answersFor ? { answersFor } : {}) } }
    },
  }),

  'approve-party-change': power({
    title: words('批准变更当事人', 'Approve the change of the parties'),
    article: cite('行政处罚法', 54, 1),
    from: changeable,
    by: head,
    payload: approval,
    answers: 'propose-party-change',
    guards: [teamCertified],
    closes: anew,
    documents: [{ kind: 'change-approval' }],
    awaited: (state) => isOpen(state, 'propose-party-change'),
    apply: withPartyChange,
  }),

  'return-party-change': power({
    title: words('不批准变更当事人', 'Refuse the change of the parties'),
    article: cite('行政处罚法', 54, 1),
    from: changeable,
    by: head,
    payload: returned,
    answers: 'propose-party-change',
    returns: true,
    apply: ({ partyChange: _change, ...state }) => state,
  }),

  /** The same party under his right name or number: nothing begins anew (R7). */
  'correct-party': power({
    title: words('更正当事人信息', 'Correct a party’s particulars'),
    article: cite('行政处罚法', 59, 1, 1),
    from: ['lead', 'filing', ...changeable, 'suspended'],
    by: handlers,
    suits: rarely,
    payload: payload({
      party,
      to: ref('party', words('更正后的信息', 'Corrected entry')),
      what: choice(words('更正事项', 'What is corrected'), {
        renamed: words('更名', 'Renamed'),
        name: words('姓名、名称录入有误', 'Name entered wrongly'),
        number: words('证件号码录入有误', 'Number entered wrongly'),
        other: words('其他信息', 'Other particulars'),
      }),
      reason,
      files,
    }),
    guards: [teamCertified, correctionFits],
    apply: (state, act) => withCorrectedParty(state, act.payload.party, act.payload.to),
  }),

  'propose-violations': power({
    title: words('提请补充立案', 'Propose violations found later'),
    article: cite('行政处罚法', 54, 2),
    from: beforeDecision,
    by: handlers,
    suits: rarely,
    payload: proposeViolations,
    proposes: true,
    guards: [teamCertified, supplementOfParties, competentOnDate, withinEntrustment, normInForceOnConduct],
    apply: (state, act) => ({ ...state, supplement: filedViolations(act.payload.violations) }),
  }),

  'approve-violations': power({
    title: words('批准补充立案', 'Approve violations found later'),
    article: cite('行政处罚法', 54, 2),
    from: beforeDecision,
    by: head,
    payload: approval,
    answers: 'propose-violations',
    guards: [teamCertified, competentOnDate, withinEntrustment, normInForceOnConduct],
    closes: anew,
    documents: [{ kind: 'change-approval' }],
    awaited: (state) => isOpen(state, 'propose-violations'),
    apply: (state, act) => withSupplement(state, act.id),
  }),

  'return-violations': power({
    title: words('不批准补充立案', 'Refuse violations found later'),
    article: cite('行政处罚法', 54, 2),
    from: beforeDecision,
    by: head,
    payload: returned,
    answers: 'propose-violations',
    returns: true,
    apply: ({ supplement: _supplement, ...state }) => state,
  }),

  'name-representative': fact({
    title: words('登记委托代理人', 'Record an agent'),
    article: cite('行政处罚法', 64, undefined, 5),
    by: recorder,
    suits: rarely,
    payload: payload({
      party,
      as: choice(words('身份', 'Standing'), { agent: words('委托代理人', 'Agent'), legal: words('法定代表人（负责人）', 'Legal representative') }),
      name: text(words('姓名', 'Name'), { personal: true, max: 60 }),
      identity: optional(text(words('证件号码、单位', 'Identity code, employer'), { personal: true, max: 200 })),
      scope: optional(choice(words('代理权限', 'Scope'), { general: words('一般代理', 'General'), special: words('特别授权', 'With special powers') }, { only: { field: 'as', is: 'agent' } })),
      contact: optional(text(words('联系电话和地址', 'Telephone and address'), { personal: true, max: 200 })),
      files,
    }),
    guards: [agentAuthorised],
    prefill: (state) => ({ party: state.parties[0]?.id, as: 'agent', scope: 'general' }),
    apply: (state, act) => (act.marks.length > 0 || act.payload.as !== 'agent' ? state : changed(state, act.payload.party, (each) => ({ ...each, agents: [...(each.agents ?? []), act.id] }))),
  }),

  'name-guardian': fact({
    title: words('登记监护人', 'Record a guardian'),
    article: cite('民法典', 23),
    by: recorder,
    suits: (state) => guardianOrdersOwed(state).length > 0,
    payload: nameGuardian,
    prefill: (state) => ({ party: guardianUnnamed(state) ?? guardianOrdersOwed(state)[0] ?? state.parties[0]?.id, relation: 'parent' }),
    awaited: (state) => state.decision !== undefined && !state.ended && guardianUnnamed(state) !== undefined,
    apply: (state, act) => changed(state, act.payload.party, (each) => ({ ...each, guardian: dayOf(act.occurredAt) })),
  }),

  /** 处罚法 30, 31: not punished, but not left alone. */
  'order-guardian': power({
    title: words('责令监护人管教', 'Order the guardian'),
    article: cite('行政处罚法', 30),
    from: ['decision', 'service', 'performance'],
    by: headNotHandling,
    suits: (state) => guardianOrdersOwed(state).length > 0,
    payload: orderGuardian,
    guards: [guardianOrderOwed, identityProven, remedyConfigured],
    documents: [{ kind: 'guardian-order', each: (_, told) => [told.party] }],
    prefill: (state) => ({ party: guardianOrdersOwed(state)[0] }),
    awaited: (state) => state.decision !== undefined && ['service', 'performance'].includes(state.stage) && guardianOrdersOwed(state).length > 0,
    apply: (state, act) => changed(state, act.payload.party, (each) => ({ ...each, guardianOrdered: dayOf(act.occurredAt) })),
  }),
}

const changed = (state: PenaltyCase, party: string, change: (party: CaseParty) => CaseParty): PenaltyCase => ({
  ...state,
  parties: state.parties.map((each) => (each.id === party ? change(each) : each)),
})

/** 处罚法 30, 31: the first party whose guardian is to be ordered and is not known yet. */
const guardianUnnamed = (state: PenaltyCase): string | undefined =>
  guardianOrdersOwed(state).find((id) => !state.parties.find((each) => each.id === id)?.guardian)
