import type { Static } from 'typebox'
import { cite } from '../citation.ts'
import type { QualificationFact } from '../facts.ts'
import { categoryEligible, certificateIssued, noneHeldAlready, numberFits, termInOrder } from '../guards/certificate.ts'
import { trainedAndExamined, trainedOfYear } from '../guards/qualification.ts'
import { choice, count, day, group, list, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn, type Applied, type By, type CertificateEndEffect, type JudgedAct, type Procedure } from '../procedure.ts'
import { certificateRules } from '../rules/certificate.ts'
import { dayOf, endOfDay, type Instant, isDay, startOfDay } from '../time/day.ts'
import { workdays, years } from '../time/period.ts'
import { words } from '../words.ts'
import { certificateRow, newCertificate, type CertificateLife, type StaffCategory } from './certificate-life.ts'
import { approval, files, reason, returned } from './penalty-fields.ts'

/**
 * 行政执法证件 (R34, measures 9–11): the body checks, the county bureau examines, it is sent up, the authority issues it; number,
 * dates and scan are entered as the card states them. From the minute it is suspended or ended nobody exercises power on it.
 */

const { power, fact } = actsOn<CertificateLife>()

const applicant: By = { post: ['officer', 'unit-head', 'receiving-clerk'], of: 'body' }
const bodyHead: By = { post: 'head', of: 'body', not: ['proposer'] }
/** 司法行政部门 of the county. */
const bureau: By = { post: 'supervisor', of: 'county', not: ['proposer'] }

const article = cite('行政处罚法', 55, 1)

const categories = {
  'civil-servant': words('公务员', 'Civil servant'),
  referenced: words('参照公务员法管理人员', 'Managed as a civil servant'),
  'public-institution': words('事业单位在编人员', 'Staff of a public institution'),
  seconded: words('借调人员', 'Seconded'),
  assistant: words('协管员、辅助人员', 'Assistant'),
  contract: words('劳动合同制人员', 'Contract staff'),
  'service-worker': words('工勤人员', 'Service worker'),
} as const

const suspensions = {
  investigated: words('因违法违纪被立案调查', 'Under investigation'),
  'not-verified': words('未参加或者未通过年度审验', 'Yearly verification missed or failed'),
  misused: words('违规使用证件', 'Misuse of the card'),
  untrained: words('未完成规定培训', 'Training not done'),
  other: words('其他依法应当暂扣的情形', 'Another lawful ground'),
} as const

const departures = {
  transferred: words('调离执法岗位', 'Moved from enforcement'),
  resigned: words('辞职', 'Resigned'),
  dismissed: words('辞退、开除', 'Dismissed'),
  retired: words('退休', 'Retired'),
  died: words('死亡', 'Died'),
  lost: words('遗失、损毁换发', 'Lost or damaged'),
  ineligible: words('不符合持证条件', 'Not eligible'),
} as const

/** What happened elsewhere is entered by hand, with its proof; what happened here is read from its own register (R34). */
const outside = optional(group(words('系统外的培训、考试', 'Training or exam outside the system'), {
  organiser: text(words('组织单位', 'Held by'), { max: 100 }),
  hours: optional(count(words('培训学时', 'Training hours'))),
  examOn: optional(day(words('资格考试合格日期', 'Exam passed on'))),
  files: list(words('证明材料', 'Proof'), ref('file', words('文件', 'File')), { min: 1, max: 20 }),
}))

const apply = payload({
  holder: ref('officer', words('申领人', 'Applicant')),
  category: optional(choice(words('编制类别', 'Staff category'), categories, { hint: words('人员登记已有编制类别的，以登记为准，不必填写。', 'Left out where the register of people has it: the register prevails.') })),
  fields: list(words('执法领域', 'Fields'), text(words('领域', 'Field'), { max: 40 }), { min: 1, max: 10 }),
  replaces: optional(yes(words('换证、补证', 'Replaces an earlier certificate'))),
  outside,
  files,
})

const verify = payload({
  year: count(words('审验年度', 'Year verified')),
  passed: yes(words('审验合格', 'Passed')),
  outside: optional(group(words('系统外的培训', 'Training outside the system'), {
    organiser: text(words('组织单位', 'Held by'), { max: 100 }),
    hours: count(words('培训学时', 'Training hours')),
    files: list(words('证明材料', 'Proof'), ref('file', words('文件', 'File')), { min: 1, max: 20 }),
  })),
  files,
})

const issue = payload({
  number: text(words('证件编号', 'Number'), { max: 40 }),
  issuer: text(words('发证机关', 'Issuing authority'), { max: 80 }),
  validRegion: text(words('适用区域代码', 'Region code'), { max: 6 }),
  from: day(words('生效日期', 'Valid from')),
  until: day(words('有效期至', 'Valid until')),
  files,
})

const running = ['valid', 'suspended'] as const

export const certificate: Procedure<CertificateLife> = {
  name: 'certificate',
  title: words('行政执法证件', 'Enforcement certificate'),
  article,
  stages: {
    application: words('申领', 'Application'),
    check: words('单位审核', 'Checked by the body'),
    examination: words('县级审查', 'Examined by the bureau'),
    sent: words('报送发证机关', 'Sent up'),
    valid: words('有效', 'Valid'),
    suspended: words('暂扣', 'Suspended'),
    refused: words('不予发证', 'Not issued'),
    revoked: words('吊销', 'Revoked'),
    cancelled: words('注销', 'Cancelled'),
  },
  endings: ['refused', 'revoked', 'cancelled'],
  detours: ['suspended'],
  first: ['apply-certificate'],
  begin: newCertificate,
  asks: (state, act) => {
    const { holder } = (act.payload ?? {}) as { readonly holder?: string }
    const person = holder ?? state.holder
    return { certificates: person === undefined ? [] : [person], reviewers: [], items: [], parties: [], earlier: [] }
  },
  clocks: {
    check: { title: words('单位审核', 'Check by the body'), article, period: workdays(10), whose: 'head' },
    examination: { title: words('县级审查', 'Examination'), article, period: workdays(10), whose: 'body' },
    verification: { title: words('年度审验', 'Yearly verification'), article, period: years(1), whose: 'body' },
    'card-return': { title: words('收回证件', 'Card to be returned'), article, period: workdays(5), whose: 'body' },
  },
  lapses: {},
  rules: certificateRules,
  acts: {
    'apply-certificate': power({
      title: words('申领执法证件', 'Apply for a certificate'),
      article,
      from: 'application',
      to: 'check',
      by: applicant,
      payload: apply,
      proposes: true,
      needs: ['settings'],
      guards: [categoryEligible, trainedAndExamined, noneHeldAlready],
      opens: ['check'],
      awaited: (state) => state.stage === 'application',
      apply: (state, act) => ({
        ...state,
        holder: act.payload.holder,
        ...categoryOf(act),
        fields: act.payload.fields,
        trained: trainedOf(act),
        ...outsideOf(act.payload),
        ...(act.payload.replaces ? { replaces: true as const } : {}),
        parties: [{ id: act.payload.holder, role: 'holder' }],
      }),
    }),

    'approve-application': power({
      title: words('单位审核同意', 'Body approves the application'),
      article,
      from: 'check',
      to: 'examination',
      by: bodyHead,
      payload: approval,
      answers: 'apply-certificate',
      guards: [categoryEligible, trainedAndExamined],
      opens: ['examination'],
      closes: ['check'],
      awaited: (state) => state.stage === 'check',
    }),

    'return-application': power({
      title: words('单位退回申领', 'Body returns the application'),
      article,
      from: 'check',
      to: 'application',
      by: bodyHead,
      payload: returned,
      answers: 'apply-certificate',
      returns: true,
      closes: ['check'],
    }),

    'pass-examination': power({
      title: words('县级审查通过并报送', 'Bureau passes it and sends it up'),
      article,
      from: 'examination',
      to: 'sent',
      by: bureau,
      payload: payload({ opinion: text(words('审查意见', 'Opinion'), { personal: true, rows: 3, max: 1000 }), authority: text(words('报送的发证机关', 'Sent to'), { max: 80 }) }),
      guards: [categoryEligible, trainedAndExamined, noneHeldAlready],
      closes: ['examination'],
      awaited: (state) => state.stage === 'examination',
      apply: (state, act) => ({ ...state, sentOn: dayOf(act.occurredAt) }),
    }),

    'refuse-application': power({
      title: words('不予通过', 'Refuse the application'),
      article,
      from: ['examination', 'sent'],
      to: 'refused',
      by: bureau,
      payload: payload({ reason, files }),
      closes: ['examination'],
    }),

    /** The issuer's act, copied from the card; a second record of the same number corrects the first. */
    'record-issue': fact({
      title: words('登记发证', 'Record the certificate issued'),
      article,
      by: bureau,
      payload: issue,
      needs: ['held'],
      guards: [termInOrder, categoryEligible, numberFits],
      opens: ['verification'],
      suits: (state) => state.stage === 'sent',
      awaited: (state) => state.stage === 'sent',
      apply: withIssue,
    }),

    'verify-yearly': power({
      title: words('年度审验', 'Verify for the year'),
      article,
      from: 'valid',
      by: bureau,
      payload: verify,
      guards: [certificateIssued, trainedOfYear],
      prefill: ({ holder }, { qualification }) => verifiedFirst(holder === undefined ? undefined : qualification?.[holder]),
      closes: ['verification'],
      opens: ['verification'],
      awaited: (state) => state.stage === 'valid',
      apply: (state, act) => (act.payload.passed ? { ...state, verified: [...state.verified, dayOf(act.occurredAt)] } : state),
    }),

    'suspend-certificate': power({
      title: words('暂扣执法证件', 'Suspend the certificate'),
      article,
      from: 'valid',
      to: 'suspended',
      by: bureau,
      payload: payload({ ground: choice(words('事由', 'Ground'), suspensions), reason, heard: yes(words('已听取本人陈述申辩', 'The officer was heard')), files }),
      guards: [certificateIssued],
      apply: (state, act) => withTerm(state, { suspendedFrom: act.occurredAt }),
    }),

    'resume-certificate': power({
      title: words('恢复使用', 'Resume the certificate'),
      article,
      from: 'suspended',
      to: 'valid',
      by: bureau,
      payload: payload({ reason, files }),
      apply: (state, act) => withTerm(state, { suspendedUntil: act.occurredAt }),
    }),

    /** Revocation belongs to the issuer (R34); here it is recorded. */
    'record-revocation': fact({
      title: words('登记吊销', 'Record the revocation'),
      article,
      by: bureau,
      payload: payload({ decision: text(words('吊销决定文号', 'Number of the decision'), { max: 60 }), reason, files }),
      guards: [certificateIssued],
      opens: ['card-return'],
      closes: ['verification'],
      suits: (state) => running.some((each) => each === state.stage),
      apply: (state, act) => (state.issued ? written({ ...ended(state, act), stage: 'revoked' }) : state),
    }),

    'cancel-certificate': power({
      title: words('注销执法证件', 'Cancel the certificate'),
      article,
      from: running,
      to: 'cancelled',
      by: { post: ['supervisor', 'head'], of: 'county' },
      payload: payload({ ground: choice(words('事由', 'Ground'), departures), eventOn: day(words('事由发生日期', 'Happened on')), files }),
      guards: [certificateIssued],
      opens: ['card-return'],
      closes: ['verification'],
      apply: (state, act) => written({ ...ended(state, act), cancelledFor: act.payload.ground }),
    }),

    'return-card': fact({
      title: words('收回证件', 'Card returned'),
      article,
      by: { post: ['supervisor', 'head', 'unit-head', 'receiving-clerk'], of: 'county' },
      payload: payload({ returnedOn: day(words('收回日期', 'Returned on')), files }),
      closes: ['card-return'],
      suits: (state) => state.endedAt !== undefined,
      awaited: (state) => state.endedAt !== undefined && state.cardReturned === undefined,
      apply: (state, act) => ({ ...state, cardReturned: act.payload.returnedOn }),
    }),
  },
}

/** 编制类别 as the register of people has it; what the form says where it has none. */
function categoryOf({ payload: { holder, category }, facts }: JudgedAct<Static<typeof apply>>): { category?: StaffCategory } {
  const registered = facts.qualification?.[holder]?.category ?? category
  return typeof registered === 'string' && Object.hasOwn(categories, registered) ? { category: registered as StaffCategory } : {}
}

function outsideOf({ outside: told }: Static<typeof apply>): Pick<CertificateLife, 'outside'> {
  if (!told) return {}
  const { hours, examOn } = told
  return { outside: { ...(hours === undefined ? {} : { hours }), ...(examOn === undefined ? {} : { examOn }) } }
}

function trainedOf({ payload: { holder, outside: elsewhere }, facts }: JudgedAct<Static<typeof apply>>): NonNullable<CertificateLife['trained']> {
  const known = facts.qualification?.[holder]
  const exam = known?.exam?.passed ? { examOn: known.exam.on, exam: known.exam.id } : elsewhere?.examOn !== undefined ? { examOn: elsewhere.examOn } : {}
  return { hours: (known?.hours ?? 0) + (elsewhere?.hours ?? 0), ...exam }
}

/** This year, and passed if its hours are there. */
function verifiedFirst(known: QualificationFact | undefined): Readonly<Record<string, unknown>> {
  const year = Object.keys(known?.years ?? {}).sort().at(-1)
  const of = year === undefined ? undefined : known?.years[year]
  return year === undefined ? {} : { year: Number(year), passed: of !== undefined && of.hours >= of.needed }
}

/** The state, and the certificate's row in the register as it now stands. */
const written = (state: CertificateLife): Applied<CertificateLife> => ({ state, effects: certificateRow(state) })

/** From the first minute of its first day to the last of its last. What cannot be dated waits for its correction. */
function withIssue(state: CertificateLife, act: JudgedAct<Static<typeof issue>>): Applied<CertificateLife> {
  const { number, issuer, validRegion, from, until } = act.payload
  if (state.holder === undefined || !isDay(from) || !isDay(until) || until < from) return { state }
  const issued = { number, issuer, validRegion, fields: state.fields, from: startOfDay(from), until: endOfDay(until) }
  const after = { ...state, issued, stage: state.stage === 'sent' ? 'valid' : state.stage }
  return { state: after, effects: [...certificateRow(after), ...(state.replaces ? replacedRows(state.holder, issued, act) : [])] }
}

/** 换证、补证: what he held before ends when the new one is in force and known; nobody holds two. */
function replacedRows(holder: string, issued: { readonly issuer: string; readonly number: string; readonly from: Instant }, { facts, occurredAt }: JudgedAct<unknown>): CertificateEndEffect[] {
  const endedAt = occurredAt < issued.from ? issued.from : occurredAt
  return (facts.held?.[holder] ?? []).filter(({ issuer, number }) => issuer !== issued.issuer || number !== issued.number)
    .map(({ issuer, number }) => ({ room: 'certificate_end', issuer, number, ground: 'replaced', endedAt }))
}

function withTerm(state: CertificateLife, change: Partial<CertificateLife['issued']>): Applied<CertificateLife> {
  return state.issued ? written({ ...state, issued: { ...state.issued, ...change } }) : { state }
}

/** It ends that instant; a term that had run out before keeps its own end. */
function ended(state: CertificateLife, act: JudgedAct<unknown>): CertificateLife {
  if (!state.issued) return state
  const until = act.occurredAt < state.issued.until ? act.occurredAt : state.issued.until
  return { ...state, issued: { ...state.issued, until }, endedAt: act.occurredAt }
}
