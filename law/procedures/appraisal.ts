import type { Static } from 'typebox'
import { cite } from '../citation.ts'
import { everyIndicatorScored, notOneself, noVolumeTarget, objectionAnswered, publicityOver, weightsWhole } from '../guards/appraisal.ts'
import { indicatorInputs } from '../guards/no-volume-target.ts'
import { choice, count, group, list, newId, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn, type By, type Procedure } from '../procedure.ts'
import { appraisalRules } from '../rules/appraisal.ts'
import { dayOf } from '../time/day.ts'
import { days, workdays } from '../time/period.ts'
import { words } from '../words.ts'
import { newAppraisal, type AppraisalLife, type Scores } from './appraisal-life.ts'
import { files, reason } from './penalty-fields.ts'

/**
 * 年度考核 (measure 12, 37; 公务员法 35–39): his own report, the unit, the body, publicity, objection, result. What may be
 * measured is how well work is done, never how much is inspected, filed or fined (R35).
 */

const { power, fact } = actsOn<AppraisalLife>()

const leader: By = { post: ['unit-head', 'head'], of: 'unit' }
const himself: By = { post: ['officer', 'unit-head', 'legal-reviewer', 'receiving-clerk', 'head'], of: 'team' }
/** Whom it is about does not judge: he is the team of this matter. */
const unitHead: By = { post: ['unit-head', 'head'], of: 'unit', not: ['handler'] }
const bodyHead: By = { post: 'head', of: 'body', not: ['handler'], heads: 'any' }

const article = cite('公务员法', 37)

export const gradeNames = {
  excellent: words('优秀', 'Excellent'),
  competent: words('称职', 'Competent'),
  basic: words('基本称职', 'Basically competent'),
  incompetent: words('不称职', 'Incompetent'),
} as const
const grade = choice(words('考核等次', 'Grade'), gradeNames)

const uses = {
  reward: words('奖励', 'Reward'),
  promotion: words('职务、职级调整', 'Post and rank'),
  training: words('培训', 'Training'),
  none: words('仅存档', 'Kept on file only'),
} as const

const indicator = group(words('指标', 'Indicator'), {
  id: newId(),
  title: text(words('指标名称', 'Indicator'), { max: 100 }),
  standard: optional(text(words('评分标准', 'Standard'), { rows: 2, max: 500 })),
  inputs: list(words('数据来源', 'Computed from'), choice(words('来源', 'Source'), indicatorInputs), { min: 1, max: 6 }),
  weight: count(words('权重（合计100）', 'Weight (100 in all)')),
})

/** What is measured unless the body sets otherwise; each may be altered when the appraisal is opened. */
const standard = [
  { id: 'integrity', title: '政治素质和廉洁自律', inputs: ['party-building'], weight: 20 },
  { id: 'terms', title: '法定期限内办结', inputs: ['clocks-kept'], weight: 20 },
  { id: 'files', title: '案卷质量', inputs: ['file-quality', 'findings-cured'], weight: 25 },
  { id: 'training', title: '培训学时达标和持证上岗', inputs: ['training', 'qualification'], weight: 15 },
  { id: 'service', title: '合规指导和服务', inputs: ['service', 'satisfaction'], weight: 10 },
  { id: 'openness', title: '执法公示和全过程记录', inputs: ['transparency'], weight: 10 },
] as const

const scores = list(words('评分', 'Scores'), group(words('评分', 'Score'), { indicator: ref('indicator', words('指标', 'Indicator')), points: count(words('分值（0—100）', 'Points (0–100)')) }), { min: 1, max: 40 })

const evidence = payload({
  id: newId(),
  indicator: ref('indicator', words('证明的指标', 'Indicator it speaks of')),
  title: text(words('材料', 'What it is'), { personal: true, max: 200 }),
  matter: optional(ref('matter', words('系统中的事项', 'Matter in the system'))),
  files,
})

export const appraisal: Procedure<AppraisalLife> = {
  name: 'appraisal',
  title: words('年度考核', 'Yearly appraisal'),
  article,
  stages: {
    begun: words('确定指标', 'Indicators'),
    self: words('个人总结', 'Own report'),
    unit: words('机构评价', 'Unit'),
    body: words('机关确定等次', 'Grade'),
    publicity: words('公示', 'Publicity'),
    confirmed: words('结果确定', 'Result'),
    withdrawn: words('终止', 'Withdrawn'),
  },
  endings: ['confirmed', 'withdrawn'],
  first: ['open-appraisal'],
  begin: newAppraisal,
  asks: () => ({ certificates: [], reviewers: [], items: [], parties: [], earlier: [] }),
  clocks: {
    publicity: { title: words('公示', 'Publicity'), article, period: workdays(5), whose: 'body' },
    objection: { title: words('复核答复', 'Answer to the objection'), article: cite('公务员法', 95), period: days(30), whose: 'head' },
  },
  lapses: {},
  rules: appraisalRules,
  acts: {
    'open-appraisal': power({
      title: words('组织年度考核', 'Open the appraisal'),
      article: cite('公务员法', 35),
      from: 'begun',
      to: 'self',
      by: leader,
      payload: payload({ person: ref('officer', words('被考核人', 'Person appraised')), year: count(words('年度', 'Year')), indicators: list(words('考核指标', 'Indicators'), indicator, { min: 1, max: 40 }) }),
      guards: [noVolumeTarget, weightsWhole, notOneself],
      prefill: () => ({ indicators: standard }),
      awaited: (state) => state.stage === 'begun',
      apply: (state, { payload: told }) => ({
        ...state, person: told.person, year: told.year, team: [told.person], parties: [{ id: told.person, role: 'appraised' }],
        indicators: listed(told.indicators).map(({ id, inputs, weight }) => ({ id, inputs, weight })),
      }),
    }),

    'report-oneself': power({
      title: words('个人总结、自评', 'Own report and scores'),
      article,
      from: 'self',
      to: 'unit',
      by: himself,
      prefill: (state) => ({ scores: state.indicators.map(({ id }) => ({ indicator: id })) }),
      payload: payload({ summary: text(words('履职情况总结', 'Report'), { personal: true, rows: 6, max: 4000 }), scores, files }),
      guards: [everyIndicatorScored],
      awaited: (state) => state.stage === 'self',
      apply: (state, act) => ({ ...state, scores: { ...state.scores, self: scoresOf(act.payload.scores) } }),
    }),

    /** What the system or a paper shows; it names the indicator it speaks of, and there is none on volume. */
    'link-evidence': fact({
      title: words('提交佐证材料', 'Link evidence'),
      article,
      by: { ...leader, post: ['unit-head', 'head', 'officer'], of: 'body' },
      payload: evidence,
      suits: (state) => ['self', 'unit', 'body'].includes(state.stage),
      apply: (state, act) => (state.indicators.some(({ id }) => id === act.payload.indicator) ? { ...state, evidence: [...state.evidence, { id: act.payload.id, indicator: act.payload.indicator }] } : state),
    }),

    'evaluate-in-unit': power({
      title: words('机构评价', 'Evaluation by the unit'),
      article,
      from: 'unit',
      to: 'body',
      by: unitHead,
      prefill: (state) => ({ scores: state.indicators.map(({ id }) => ({ indicator: id, points: state.scores.self?.[id] })) }),
      payload: payload({ scores, heard: yes(words('已听取群众和服务对象意见', 'Colleagues and the public were heard')), proposed: grade, opinion: text(words('评价意见', 'Opinion'), { personal: true, rows: 4, max: 2000 }) }),
      guards: [everyIndicatorScored],
      awaited: (state) => state.stage === 'unit',
      apply: (state, act) => ({ ...state, scores: { ...state.scores, unit: scoresOf(act.payload.scores) } }),
    }),

    'return-report': power({
      title: words('退回补充', 'Return the report'),
      article,
      from: ['unit', 'body'],
      to: 'self',
      by: unitHead,
      payload: payload({ reason }),
      suits: (state) => state.stage === 'unit',
    }),

    'decide-grade': power({
      title: words('确定等次并公示', 'Decide the grade and publish it'),
      article,
      from: 'body',
      to: 'publicity',
      by: bodyHead,
      payload: payload({ grade, opinion: text(words('意见', 'Opinion'), { personal: true, rows: 3, max: 1000 }) }),
      opens: ['publicity'],
      awaited: (state) => state.stage === 'body',
      apply: (state, act) => ({ ...state, grade: act.payload.grade, publishedOn: dayOf(act.occurredAt) }),
    }),

    /** 不服的，可以申请复核 (公务员法 95). */
    object: fact({
      title: words('提出异议', 'Object'),
      article: cite('公务员法', 95),
      by: himself,
      payload: payload({ reason: text(words('异议及理由', 'Objection and reasons'), { personal: true, rows: 4, max: 4000 }), files }),
      opens: ['objection'],
      suits: (state) => state.stage === 'publicity' && state.objection === undefined,
      apply: (state, act) => (state.grade === undefined || (state.objection && state.objection.answered === undefined) ? state : { ...state, objection: { act: act.id } }),
    }),

    'answer-objection': power({
      title: words('复核并答复异议', 'Answer the objection'),
      article: cite('公务员法', 95),
      from: 'publicity',
      by: bodyHead,
      payload: payload({
        outcome: choice(words('复核结果', 'Outcome'), { upheld: words('维持', 'Upheld'), changed: words('变更等次', 'Grade changed') } as const),
        grade: optional(grade),
        answer: text(words('答复', 'Answer'), { personal: true, rows: 4, max: 2000 }),
      }),
      closes: ['objection'],
      suits: (state) => state.objection !== undefined && state.objection.answered === undefined,
      awaited: (state) => state.stage === 'publicity' && state.objection !== undefined && state.objection.answered === undefined,
      apply: (state, { payload: { outcome, grade: changed } }) => ({
        ...state, ...(outcome === 'changed' && changed !== undefined ? { grade: changed } : {}), ...(state.objection ? { objection: { ...state.objection, answered: outcome } } : {}),
      }),
    }),

    'confirm-result': power({
      title: words('确认考核结果并书面通知本人', 'Confirm the result and tell the person in writing'),
      article: cite('公务员法', 38),
      from: 'publicity',
      to: 'confirmed',
      by: bodyHead,
      payload: payload({ uses: list(words('结果运用', 'Used for'), choice(words('用途', 'Use'), uses), { min: 1, max: 4 }), files }),
      guards: [publicityOver, objectionAnswered],
      closes: ['publicity'],
      awaited: (state) => state.stage === 'publicity' && (state.objection === undefined || state.objection.answered !== undefined),
      apply: (state, act) => ({ ...state, confirmedOn: dayOf(act.occurredAt), uses: act.payload.uses }),
    }),

    'withdraw-appraisal': power({
      title: words('终止考核', 'Withdraw the appraisal'),
      article,
      from: ['self', 'unit', 'body'],
      to: 'withdrawn',
      by: unitHead,
      payload: payload({ reason }),
      suits: () => false,
    }),
  },
}

const scoresOf = (given: Static<typeof scores>): Scores => Object.fromEntries(listed(given).map(({ indicator: id, points }) => [id, points]))

const listed = <T>(given: readonly T[]): readonly T[] => (Array.isArray(given) ? given : [])
