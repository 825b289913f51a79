import { cite } from '../citation.ts'
import { overlayNamed } from '../overlays/index.ts'
import type { ClockDefinition } from '../procedure.ts'
import { ceiling, days, extend, hours, workdays, type Period } from '../time/period.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** 复议法 42, 行政诉讼法 56; 强制法 39. */
const underStay = () => ['stay', 'halted']

/** The terms of the main path; a sector's overlay sets those the general law leaves open (R25, R26). */
export const penaltyClocks: Readonly<Record<string, ClockDefinition<PenaltyCase>>> = {
  verification: {
    title: words('核查期限', 'Verification'),
    article: cite('市场监督管理行政处罚程序规定', 18),
    period: (state) => {
      const { verification, verificationExtension } = overlayNamed(state.overlay)
      return verification && verificationExtension && state.terms?.verification ? extend(verification, verificationExtension) : verification
    },
    whose: 'body',
    pausedBy: () => ['with-police'],
  },
  informant: {
    title: words('告知举报人期限', 'Telling the informant'),
    article: cite('市场监督管理投诉举报处理暂行办法', 31),
    period: (state) => overlayNamed(state.overlay).informant,
    whose: 'body',
  },
  decision: {
    title: words('办案期限', 'Decision'),
    article: cite('行政处罚法', 60),
    period: (state) => (state.terms?.decision ?? []).reduce((period, more) => extend(period, days(more)), overlayNamed(state.overlay).decision),
    whose: 'body',
    pausedBy: (state) => Object.keys(overlayNamed(state.overlay).pauses),
  },
  registration: {
    title: words('先行登记保存处理期限', 'Registered things'),
    article: cite('行政处罚法', 56),
    period: ceiling(workdays(7)),
    whose: 'body',
  },
  'urgent-approval': {
    title: words('补办批准期限', 'Approval afterwards'),
    article: cite('行政强制法', 19),
    period: hours(24),
    whose: 'head',
  },
  seizure: {
    title: words('查封、扣押期限', 'Sealing or seizure'),
    article: cite('行政强制法', 25, 1),
    period: ceiling(days(30)),
    whose: 'body',
    pausedBy: () => ['testing'],
  },
  'seizure-extended': {
    title: words('延长后的查封、扣押期限', 'Sealing or seizure, extended'),
    article: cite('行政强制法', 25, 1),
    period: ceiling(extend(days(30), days(30))),
    whose: 'body',
    pausedBy: () => ['testing'],
  },
  review: {
    title: words('法制审核期限', 'Legal review'),
    article: cite('市场监督管理行政处罚程序规定', 53),
    period: (state) => overlayNamed(state.overlay).review,
    whose: 'reviewer',
  },
  defence: {
    title: words('陈述、申辩期限', 'Defence'),
    article: cite('行政处罚法', 44),
    period: (state) => overlayNamed(state.overlay).defence,
    whose: 'party',
  },
  service: {
    title: words('送达期限', 'Service'),
    article: cite('行政处罚法', 61, 1),
    period: workdays(7),
    whose: 'body',
  },
  payment: {
    title: words('缴纳罚款期限', 'Payment'),
    article: cite('行政处罚法', 67, 3),
    period: days(15),
    whose: 'party',
    pausedBy: underStay,
  },
  correction: {
    title: words('责令改正期限', 'To be corrected'),
    article: cite('行政处罚法', 28, 1),
    period: days(1),
    whose: 'party',
  },
  // Counted from the day before the day that was granted, so that a day off moves on.
  instalment: {
    title: words('延期、分期缴纳日期', 'Instalment'),
    article: cite('行政处罚法', 66, 2),
    period: days(1),
    whose: 'party',
    pausedBy: underStay,
  },
  demand: {
    title: words('催告期限', 'Demand'),
    article: cite('行政强制法', 54),
    period: workdays(10),
    whose: 'party',
    pausedBy: underStay,
  },
  're-decision': {
    title: words('重新作出决定期限', 'Decision made again'),
    article: cite('行政复议法', 64, 1),
    period: (state): Period => (state.reopened?.days ? days(state.reopened.days) : overlayNamed(state.overlay).decision),
    whose: 'body',
    pausedBy: (state) => Object.keys(overlayNamed(state.overlay).pauses),
  },
  publicity: {
    title: words('撤回公示期限', 'Withdrawal of publication'),
    article: cite('行政处罚法', 48, 2),
    period: workdays(3),
    whose: 'body',
  },
  refund: {
    title: words('退还罚没款期限', 'Refund'),
    article: cite('行政处罚法', 74, 3),
    period: (state) => overlayNamed(state.overlay).refund,
    whose: 'body',
  },
  'crime-answer': {
    title: words('移送涉嫌犯罪案件的决定期限', 'Answer to suspected crime'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 2),
    period: days(3),
    whose: 'head',
  },
  'hand-over': {
    title: words('向公安机关移送期限', 'Hand-over to the police'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 2),
    period: hours(24),
    whose: 'body',
  },
  contest: {
    title: words('提请复议、建议立案监督期限', 'Contesting that the police did not file'),
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 9, 1),
    period: days(3),
    whose: 'body',
  },
}
