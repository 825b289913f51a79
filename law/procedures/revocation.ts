import { cite } from '../citation.ts'
import { holderHeard } from '../guards/revocation.ts'
import { choice, day, payload, ref, text } from '../payload.ts'
import { actsOn, type By, type Procedure } from '../procedure.ts'
import { dayOf, endOfDay, isDay } from '../time/day.ts'
import { workdays } from '../time/period.ts'
import { words } from '../words.ts'
import { files, reason } from './penalty-fields.ts'
import { certificateEndRow, newRevocation, type RevocationLife } from './revocation-life.ts'

/**
 * 撤销不符合条件的执法证件 (R34): ineligible or double holders, whichever way the certificate came into the register. The county hears
 * the holder and sends it up; the issuer decides, and from that instant nobody enforces on it.
 */

const { power, fact } = actsOn<RevocationLife>()

const bureau: By = { post: 'supervisor', of: 'county' }
const article = cite('行政处罚法', 42, 1)

const grounds = {
  ineligible: words('编制类别不符合持证条件', 'Staff category may hold none'),
  duplicate: words('重复持证', 'Held twice'),
  fraud: words('以欺骗等手段取得', 'Obtained by deceit'),
  other: words('其他不应持证的情形', 'Another reason why he should hold none'),
} as const

export const revocation: Procedure<RevocationLife> = {
  name: 'certificate-revocation',
  title: words('撤销执法证件', 'Revocation of a certificate'),
  article,
  stages: {
    found: words('发现', 'Found'),
    hearing: words('听取意见', 'Hearing the holder'),
    sent: words('报发证机关', 'Sent to the issuer'),
    revoked: words('已撤销', 'Revoked'),
    kept: words('不予撤销', 'Kept'),
  },
  endings: ['revoked', 'kept'],
  first: ['open-revocation'],
  begin: newRevocation,
  asks: () => ({ certificates: [], reviewers: [], items: [], parties: [], earlier: [] }),
  clocks: {
    revocation: { title: words('清理不符合条件的证件', 'Clearing the certificate'), article, period: workdays(20), whose: 'body' },
  },
  lapses: {},
  rules: [],
  acts: {
    'open-revocation': power({
      title: words('启动撤销', 'Open the revocation'),
      article,
      from: 'found',
      to: 'hearing',
      by: bureau,
      payload: payload({
        holder: ref('officer', words('持证人', 'Holder')),
        issuer: text(words('发证机关', 'Issuing authority'), { max: 80 }),
        number: text(words('证件编号', 'Number'), { max: 40 }),
        ground: choice(words('事由', 'Ground'), grounds),
        reason,
        files,
      }),
      opens: ['revocation'],
      awaited: (state) => state.stage === 'found',
      apply: (state, act) => {
        const { holder, issuer, number, ground } = act.payload
        return { ...state, holder, issuer, number, ground, parties: [{ id: holder, role: 'holder' }] }
      },
    }),

    'hear-holder': fact({
      title: words('听取本人陈述申辩', 'Hear the holder'),
      article: cite('行政处罚法', 45, 1),
      by: bureau,
      payload: payload({ heardOn: day(words('听取日期', 'On')), said: text(words('陈述申辩内容（没有的写“无”）', 'What he said, or “nothing”'), { personal: true, rows: 3, max: 2000 }), files }),
      suits: (state) => state.stage === 'hearing',
      awaited: (state) => state.stage === 'hearing' && state.heardOn === undefined,
      apply: (state, act) => ({ ...state, heardOn: act.payload.heardOn }),
    }),

    'send-revocation-up': power({
      title: words('报发证机关撤销', 'Send it to the issuer'),
      article,
      from: 'hearing',
      to: 'sent',
      by: bureau,
      payload: payload({ opinion: text(words('县级意见', 'The bureau’s opinion'), { personal: true, rows: 3, max: 1000 }), files }),
      guards: [holderHeard],
      awaited: (state) => state.stage === 'hearing' && state.heardOn !== undefined,
    }),

    /** The issuer's decision, as it was given; the day it names, or this instant. */
    'record-issuers-revocation': fact({
      title: words('登记发证机关撤销决定', 'Record the issuer’s decision'),
      article,
      by: bureau,
      payload: payload({ decision: text(words('决定文号', 'Number of the decision'), { max: 60 }), decidedOn: day(words('决定日期', 'Decided on')), files }),
      guards: [holderHeard],
      closes: ['revocation'],
      suits: (state) => state.stage === 'sent',
      awaited: (state) => state.stage === 'sent',
      apply: (state, act) => {
        const { decidedOn } = act.payload
        if (state.number === undefined || typeof decidedOn !== 'string' || !isDay(decidedOn)) return state
        const endedAt = decidedOn < dayOf(act.occurredAt) ? endOfDay(decidedOn) : act.occurredAt
        const after = { ...state, stage: 'revoked', endedAt }
        return { state: after, effects: certificateEndRow(after) }
      },
    }),

    'keep-certificate': power({
      title: words('不予撤销', 'Keep the certificate'),
      article,
      from: ['hearing', 'sent'],
      to: 'kept',
      by: bureau,
      payload: payload({ reason, files }),
      guards: [holderHeard],
      closes: ['revocation'],
    }),
  },
}
