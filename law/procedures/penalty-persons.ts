import { cite } from '../citation.ts'
import { certificatesValid, twoOfficers } from '../guards/officers.ts'
import { notRecused, recusalAsked, recusalDecidedByOthers } from '../guards/recusal.ts'
import { choice, list, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { opinion } from './penalty-fields.ts'

/** 回避、更换办案人员 (处罚法 43, R5, R21): of everybody, from the officer to the chief, at any stage until the file is closed. */

const { power, fact } = actsOn<PenaltyCase>()

const person = ref('officer', words('被申请回避的人员', 'Person asked to withdraw'))
const running = ['lead', 'filing', 'investigation', 'report', 'review', 'notice', 'decision', 'service', 'performance', 'closing'] as const

/** Until the file is archived somebody has to be there to archive it. */
const unarchived = [...running, 'closed'] as const

/** 处罚法 43(1). */
export const recusalGrounds = { interest: words('与案件有直接利害关系', 'A direct interest in the case'), other: words('有其他关系可能影响公正执法', 'Another relation that may affect fairness') } as const

export const askRecusal = payload({
  person,
  asker: choice(words('申请人', 'Who asks'), { party: words('当事人', 'The party'), himself: words('本人自行回避', 'The person himself') }),
  ground: choice(words('事由', 'Ground'), recusalGrounds),
  reason: text(words('理由', 'Reason'), { personal: true, rows: 3, max: 1000 }),
})

export const decideRecusal = payload({
  person,
  granted: yes(words('同意回避', 'He withdraws')),
  reason: text(words('理由', 'Reason'), { personal: true, rows: 2, max: 1000 }),
  agreed: optional(list(words('共同决定的其他负责人', 'Other heads who decided'), ref('officer', words('负责人', 'Head')), { max: 20 })),
})

export const replaceOfficers = payload({
  team: list(words('办案人员', 'Handling officers'), ref('officer', words('执法人员', 'Officer')), { min: 1, max: 10 }),
  reason: text(words('更换理由', 'Why'), { personal: true, rows: 2, max: 500 }),
  opinion: optional(opinion),
})

export const personsActs = {
  'ask-recusal': fact({
    title: words('登记回避申请', 'Record a request for recusal'),
    article: cite('行政处罚法', 43, 2),
    by: { post: ['officer', 'receiving-clerk', 'unit-head', 'legal-reviewer', 'head'], of: 'body', awaits: 'team' },
    payload: askRecusal,
    prefill: (state) => ({ person: state.team[0], asker: 'party', ground: 'interest' }),
    // Possible at any time and needed in few cases: a page keeps it folded away.
    suits: () => false,
    apply: (state, act) => {
      const asked = state.recusalAsked ?? []
      return asked.includes(act.payload.person) || state.recused?.includes(act.payload.person) ? state : { ...state, recusalAsked: [...asked, act.payload.person] }
    },
  }),

  'decide-recusal': power({
    title: words('决定是否回避', 'Decide on recusal'),
    article: cite('行政处罚法', 43, 3),
    from: running,
    by: { post: 'head', of: 'body', heads: 'any' },
    payload: decideRecusal,
    documents: [{ kind: 'recusal-decision' }],
    guards: [recusalAsked, recusalDecidedByOthers],
    prefill: (state) => ({ person: state.recusalAsked?.[0], granted: true }),
    suits: (state) => (state.recusalAsked?.length ?? 0) > 0,
    awaited: (state) => (state.recusalAsked?.length ?? 0) > 0,
    // What he did before he was told to withdraw keeps its effect (43(3): the inquiry does not stop).
    apply: (state, act) => {
      const recusalAsked = (state.recusalAsked ?? []).filter((each) => each !== act.payload.person)
      if (!act.payload.granted) return { ...state, recusalAsked }
      return { ...state, recusalAsked, recused: [...(state.recused ?? []), act.payload.person], team: state.team.filter((each) => each !== act.payload.person) }
    },
  }),

  'replace-officers': power({
    title: words('更换办案人员', 'Replace the officers'),
    article: cite('行政处罚法', 42, 1),
    from: unarchived,
    by: { post: ['unit-head', 'head'], of: 'unit' },
    payload: replaceOfficers,
    documents: [{ kind: 'matter-approval' }],
    guards: [twoOfficers, certificatesValid, notRecused],
    prefill: (state) => ({ team: state.team }),
    suits: (state) => state.filedOn !== undefined && state.team.length < 2,
    awaited: (state) => state.filedOn !== undefined && !state.ended && state.team.length < 2,
    // Earlier records stay valid (R21).
    // A case that came with a power has no unit yet: it falls to the unit whose head takes it up (R30).
    apply: (state, act) => ({ ...state, team: act.payload.team ?? state.team, unit: state.unit || (act.post?.unit ?? '') }),
  }),
}
