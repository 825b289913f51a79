import type { Static } from 'typebox'
import { cite } from '../citation.ts'
import { categoryEligible, certificateIssued, noneHeldAlready, numberFits, termInOrder } from '../guards/certificate.ts'
import { trainedAndExamined, trainedOfYear } from '../guards/qualification.ts'
import { choice, day, payload, text, yes } from '../payload.ts'
import { actsOn, type Applied, type By, type JudgedAct, type Procedure } from '../procedure.ts'
import type { CertificateEndEffect } from '../effects.ts'
import { certificateRules } from '../rules/certificate.ts'
import { dayOf, endOfDay, type Instant, isDay, startOfDay } from '../time/day.ts'
import { workdays, years } from '../time/period.ts'
import { words } from '../words.ts'
import { categoryOf, outsideOf, trainedOf, verifiedFirst } from './certificate-application.ts'
import { certificateRow, newCertificate, type CertificateLife } from './certificate-life.ts'
import { apply, departures, issue, suspensions, verify } from './certificate-payloads.ts'
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
