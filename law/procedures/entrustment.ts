import { cite } from '../citation.ts'
import { parseCitations } from '../citations/parse.ts'
import { coercionNotEntrusted, endsWithinTerm, entrustingNorm, letterPublished, notEntrustedAgain, notEntrustedYet, organisationOwn, organisationQualifies, ownPenalties, termStated } from '../guards/entrustment.ts'
import { casesListed } from '../guards/handover.ts'
import { allReceived } from '../guards/township.ts'
import { day, list, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn, type Applied, type By, type Procedure } from '../procedure.ts'
import { closedLate } from '../rules/closed-late.ts'
import { daysBetween, isDay } from '../time/day.ts'
import { ceiling, days, workdays } from '../time/period.ts'
import { words } from '../words.ts'
import { entrustmentRows, newEntrustment, type EntrustmentCase } from './entrustment-case.ts'
import { allReceivedIn, handingOverActs } from './handing-over.ts'
import { approval, files, opinion, reason, returned } from './penalty-fields.ts'

/**
 * 委托实施行政处罚 (处罚法 20, 21, R31): the organ writes the letter (委托书) with items, authority and term, the organisation
 * signs it, both publish it, and only then does it act, in the organ's name. Never coercion (强制法 17). Ended or run out, the
 * cases go back to the organ, which answers for them.
 */

const { power } = actsOn<EntrustmentCase>()

const drafter: By = { post: ['officer', 'unit-head', 'legal-reviewer'], of: 'body' }
/** 20(3): the organ answers for what is done in its name, so its head decides; no deputy by himself. */
const head: By = { post: 'head', of: 'body', not: ['proposer'], heads: 'chief' }
const otherSide: By = { post: ['head', 'unit-head'], of: 'counterpart', heads: 'any' }

const article = cite('行政处罚法', 20, 2)

const prepare = payload({
  organisation: ref('body', words('受委托组织', 'Organisation')),
  norm: text(words('可以委托的依据', 'Norm that provides for it'), { max: 600, hint: words('例：《山西省行政执法条例》第十二条；规范性文件不能作为依据', 'Statute and article; a document is no basis') }),
  items: list(words('委托的处罚事项', 'Penalties entrusted'), ref('item', words('事项', 'Item')), { min: 1, max: 60 }),
  authority: text(words('委托权限', 'Authority'), { max: 1000, rows: 3, hint: words('例：调查取证、当场处罚；五千元以上罚款由委托机关决定', 'What it may do itself, and what the organ keeps') }),
  from: day(words('委托期限自', 'From')),
  until: day(words('委托期限至（含当日）', 'To, the day included')),
  files,
})

const accept = payload({
  publicAffairs: yes(words('依法成立并具有管理公共事务职能', 'Set up by law, and manages public affairs')),
  technical: optional(text(words('需要技术检查、技术鉴定的，具备的条件', 'Where technical tests are needed: the means for them'), { max: 1000, rows: 2 })),
  opinion,
  files,
})

const publish = payload({ publishedOn: day(words('双方公布委托书的日期', 'The day both have published it')), where: text(words('公布载体', 'Published where'), { max: 200 }), files })

const end = payload({ on: day(words('终止日期（自该日起不再行使）', 'It ends on')), publishedOn: day(words('终止公布日期', 'The end was published on')), where: text(words('公布载体', 'Published where'), { max: 200 }), reason, files })

export const entrustment: Procedure<EntrustmentCase> = {
  name: 'entrustment',
  title: words('委托实施行政处罚', 'Entrusting penalties to an organisation'),
  article,
  stages: {
    preparation: words('拟定委托书', 'Letter being written'),
    approval: words('待负责人批准', 'Before the head'),
    acceptance: words('待受委托组织签署', 'Before the organisation'),
    publication: words('待公布', 'To be published'),
    entrusted: words('委托生效', 'In force'),
    'handing-over': words('终止交接', 'Ended, handing over'),
    ended: words('已终止', 'Ended'),
    dropped: words('未委托', 'Not entrusted'),
  },
  endings: ['ended', 'dropped'],
  first: ['prepare-entrustment'],
  begin: newEntrustment,
  asks: (state, act) => {
    const told = (act.payload ?? {}) as { readonly organisation?: string; readonly items?: readonly string[]; readonly norm?: string }
    const organisation = told.organisation ?? state.organisation
    const items = told.items ?? state.entries.map(({ item }) => item)
    return {
      certificates: [], reviewers: [], items: [], parties: [], earlier: [],
      catalogue: [...new Set(items)].sort(),
      statutes: [...new Set(parseCitations(told.norm ?? state.norm).read.map(({ statute }) => statute))].sort(),
      entrusted: [state.body, ...(organisation === undefined ? [] : [organisation])],
      ...(organisation === undefined ? {} : { openCases: { body: organisation, items } }),
    }
  },
  clocks: {
    term: { title: words('委托期限', 'Term of the entrustment'), article, period: ({ from, until }) => (from === undefined || until === undefined ? undefined : ceiling(days(daysBetween(from, until)))), whose: 'body' },
    'hand-over': { title: words('案件交回', 'Handing the cases back'), article, period: workdays(15), whose: 'body' },
  },
  lapses: {},
  rules: [
    {
      id: 'entrustment-hand-over-late',
      article,
      title: words('委托终止案件交回逾期', 'Cases handed back late'),
      severity: 'slight',
      finds: (after, act) => closedLate('hand-over', after, act.occurredAt, act.kind === 'receive-cases'),
    },
  ],
  acts: {
    'prepare-entrustment': power({
      title: words('拟定委托书', 'Write the letter'),
      article,
      from: 'preparation',
      to: 'approval',
      by: drafter,
      payload: prepare,
      proposes: true,
      guards: [notEntrustedAgain, organisationOwn, entrustingNorm, coercionNotEntrusted, ownPenalties, termStated, notEntrustedYet],
      awaited: (state) => state.stage === 'preparation',
      // Sent back, the form keeps what it said.
      prefill: ({ organisation, norm, authority, from, until, entries }) => (organisation === undefined ? {} : { organisation, norm, authority, from, until, items: entries.map(({ item }) => item) }),
      apply: (state, act) => {
        const { organisation, norm, authority, from, until, items } = act.payload
        return isDay(from) && isDay(until) ? { ...state, organisation, norm, authority, from, until, entries: [...new Set(items)].map((item) => ({ item, from })) } : state
      },
    }),

    'approve-entrustment': power({
      title: words('批准委托', 'Approve the entrustment'),
      article: cite('行政处罚法', 20, 3),
      from: 'approval',
      to: 'acceptance',
      by: head,
      payload: approval,
      answers: 'prepare-entrustment',
      guards: [notEntrustedAgain, coercionNotEntrusted, ownPenalties],
      awaited: (state) => state.stage === 'approval',
      apply: (state) => (state.organisation === undefined ? state : { ...state, counterpart: state.organisation }),
    }),

    'return-entrustment': power({
      title: words('退回重拟', 'Return the letter'),
      article: cite('行政处罚法', 20, 3),
      from: 'approval',
      to: 'preparation',
      by: head,
      payload: returned,
      answers: 'prepare-entrustment',
      returns: true,
    }),

    'accept-entrustment': power({
      title: words('受委托组织签署委托书', 'The organisation signs'),
      article: cite('行政处罚法', 21),
      from: 'acceptance',
      to: 'publication',
      by: otherSide,
      payload: accept,
      needs: ['catalogue'],
      guards: [organisationQualifies],
      documents: [{ kind: 'entrustment-letter' }],
      awaited: (state) => state.stage === 'acceptance',
    }),

    'decline-entrustment': power({
      title: words('受委托组织反馈不具备条件', 'The organisation is not able to'),
      article: cite('行政处罚法', 21),
      from: 'acceptance',
      to: 'preparation',
      by: otherSide,
      payload: payload({ reason, files }),
    }),

    'publish-entrustment': power({
      title: words('登记委托书公布', 'Enter its publication'),
      article,
      from: 'publication',
      to: 'entrusted',
      by: { post: ['officer', 'unit-head', 'legal-reviewer', 'head'], of: 'body', heads: 'any' },
      payload: publish,
      guards: [letterPublished, termStated, coercionNotEntrusted, ownPenalties, notEntrustedYet],
      opens: [{ clock: 'term', subjects: () => [''], from: ({ from }) => from }],
      awaited: (state) => state.stage === 'publication',
      apply: (state, act) => {
        const { publishedOn, where } = act.payload
        if (!isDay(publishedOn)) return state
        // Agreed for an earlier day, it begins when everybody can know of it.
        const entries = state.entries.map((each) => ({ ...each, from: each.from < publishedOn ? publishedOn : each.from }))
        return written({ ...state, publishedOn, where, entries, inForceBy: act.id })
      },
    }),

    'end-entrustment': power({
      title: words('终止委托', 'End the entrustment'),
      article,
      from: 'entrusted',
      to: 'handing-over',
      by: { post: 'head', of: 'body', heads: 'any' },
      payload: end,
      guards: [endsWithinTerm, letterPublished],
      opens: [{ clock: 'hand-over', subjects: (after) => (after.organisation === undefined ? [] : [after.organisation]) }],
      closes: [{ clock: 'term', subjects: () => ['*'] }],
      apply: (state, act) => {
        const { on } = act.payload
        if (!isDay(on) || state.organisation === undefined) return state
        return written({
          ...state, counterpart: state.organisation, handingOver: { from: state.organisation, to: state.body, items: state.entries.map(({ item }) => item) },
          entries: state.entries.map((each) => ({ ...each, until: on })),
        })
      },
    }),

    ...handingOverActs<EntrustmentCase>({ article, listComplete: casesListed, open: (_, { openCases = [] }) => [...new Set(openCases.map(({ matter }) => matter))] }),

    'close-entrustment': power({
      title: words('办结终止', 'Close the entrustment'),
      article,
      from: 'handing-over',
      to: 'ended',
      by: { post: ['officer', 'unit-head', 'legal-reviewer', 'head'], of: 'body', heads: 'any' },
      payload: payload({ files }),
      guards: [allReceived],
      awaited: (state) => state.stage === 'handing-over' && allReceivedIn(state),
    }),

    'drop-entrustment': power({
      title: words('不再委托', 'Drop the entrustment'),
      article,
      from: ['preparation', 'approval', 'acceptance', 'publication'],
      to: 'dropped',
      by: { post: ['head', 'unit-head'], of: 'body', heads: 'any' },
      payload: payload({ reason }),
    }),
  },
}

const written = (state: EntrustmentCase): Applied<EntrustmentCase> => ({ state, effects: entrustmentRows(state) })
