import { cite } from '../citation.ts'
import { enoughMembers } from '../guards/decision.ts'
import { teamCertified } from '../guards/officers.ts'
import { extensionProvided, firstExtension, furtherExtension, verificationExtensible } from '../guards/terms.ts'
import { count, payload, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { dayOf, type Day } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { approval, files, motion, proposal, reason, returned } from './penalty-fields.ts'
import { beforeDecision, handlers, head, headNotHandling, isOpen, recorder } from './penalty-people.ts'
import { members } from './penalty-decision-payloads.ts'

/** 延长期限、告知举报人 (处罚法 60, R26): terms a sector's rules lengthen, and whom they want told. */

const { power, fact } = actsOn<PenaltyCase>()

/** Needed in few cases: a page keeps it folded away. */
const rarely = () => false

/** A longer term counts on from where the running one began; its pauses stay. */
const sinceBegin = (clock: string) => ({
  clock,
  subjects: () => [''],
  from: (state: PenaltyCase): Day | undefined => {
    const running = state.clocks.find((each) => each.clock === clock && each.closed === undefined)
    return running && (running.from ?? dayOf(running.opened))
  },
})

/** Only a term that runs is lengthened. */
const running = (clock: string) => {
  const use = sinceBegin(clock)
  return { ...use, subjects: (state: PenaltyCase) => (use.from(state) === undefined ? [] : ['']) }
}

const withDays = (state: PenaltyCase, days: number): PenaltyCase => ({ ...state, terms: { ...state.terms, decision: [...(state.terms?.decision ?? []), days] } })

/** By a head thirty days (市场监督管理行政处罚程序规定 64). */
const byHead = 30

export const proposeExtension = payload({ reason })

export const discussExtension = payload({
  proposal,
  members,
  days: count(words('继续延长的日数', 'Days more')),
  conclusion: text(words('结论', 'Conclusion'), { personal: true, rows: 3, max: 2000 }),
})

export const termActs = {
  'extend-verification': power({
    title: words('延长核查期限', 'Extend the verification'),
    article: cite('市场监督管理行政处罚程序规定', 18),
    from: ['lead', 'filing'],
    suits: rarely,
    by: headNotHandling,
    payload: payload(motion),
    documents: [{ kind: 'matter-approval' }],
    guards: [verificationExtensible],
    opens: [running('verification')],
    apply: (state) => ({ ...state, terms: { ...state.terms, verification: true as const } }),
  }),

  'propose-extension': power({
    title: words('提请延长办案期限', 'Propose to extend the term to decide'),
    article: cite('市场监督管理行政处罚程序规定', 64, 1),
    from: beforeDecision,
    suits: rarely,
    by: handlers,
    payload: proposeExtension,
    proposes: true,
    guards: [teamCertified, extensionProvided],
  }),

  'approve-extension': power({
    title: words('批准延长三十日', 'Extend by thirty days'),
    article: cite('市场监督管理行政处罚程序规定', 64, 1),
    from: beforeDecision,
    by: head,
    payload: approval,
    documents: [{ kind: 'matter-approval' }],
    answers: 'propose-extension',
    guards: [extensionProvided, firstExtension],
    opens: [running('decision')],
    awaited: (state) => isOpen(state, 'propose-extension') && !state.terms?.decision?.length,
    apply: (state) => withDays(state, byHead),
  }),

  'discuss-extension': power({
    title: words('集体讨论决定继续延期', 'Extend further after collective discussion'),
    article: cite('市场监督管理行政处罚程序规定', 64, 1),
    from: beforeDecision,
    by: { post: 'head', of: 'body' },
    payload: discussExtension,
    documents: [{ kind: 'matter-approval' }],
    answers: 'propose-extension',
    guards: [extensionProvided, furtherExtension, enoughMembers],
    opens: [running('decision')],
    awaited: (state) => isOpen(state, 'propose-extension') && (state.terms?.decision?.length ?? 0) > 0,
    apply: (state, act) => withDays(state, Math.max(1, act.payload.days || 0)),
  }),

  'return-extension': power({
    title: words('不批准延长办案期限', 'Refuse the extension'),
    article: cite('市场监督管理行政处罚程序规定', 64, 1),
    from: beforeDecision,
    by: head,
    payload: returned,
    answers: 'propose-extension',
    returns: true,
  }),

  /** A real-name informant hears whether a case was filed; who he is stays sealed (处罚法 50). */
  'tell-informant': fact({
    title: words('告知举报人是否立案', 'Tell the informant'),
    article: cite('市场监督管理投诉举报处理暂行办法', 31),
    by: recorder,
    suits: (state) => state.clocks.some((each) => each.clock === 'informant' && each.closed === undefined),
    payload: payload({ how: text(words('告知方式和内容', 'How and what he was told'), { personal: true, rows: 2, max: 1000 }), files }),
    documents: [{ kind: 'informant-notice' }],
    closes: ['informant'],
    awaited: (state) => state.clocks.some((each) => each.clock === 'informant' && each.closed === undefined),
  }),
}

/** Opened by the decision to file or not, for a report under a real name. */
export const informantOwed = { clock: 'informant', subjects: (state: PenaltyCase) => (state.lead?.realName && state.lead.source === 'report' ? [''] : []) }
