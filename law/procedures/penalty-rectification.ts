import type { Static } from 'typebox'
import { cite } from '../citation.ts'
import { onlySlipsRectified, paperIssued } from '../guards/slips.ts'
import { teamCertified } from '../guards/officers.ts'
import { choice, group, list, payload, ref, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { approval, reason, returned } from './penalty-fields.ts'
import { handlers, head, isOpen } from './penalty-people.ts'

/** 更正 (处罚法 75(2), R3): slips in a paper, proposed and approved like the paper itself, with a number of its own, served again. */

const { power } = actsOn<PenaltyCase>()

const from = ['lead', 'filing', 'investigation', 'report', 'review', 'notice', 'decision', 'service', 'performance', 'closing', 'closed', 'suspended'] as const

/** What may be rectified, and what is listed so that whoever tries it is told the right way. */
const slips = {
  name: words('姓名、名称的笔误', 'A slip in a name'),
  date: words('日期', 'A date'),
  figure: words('与理由矛盾的数字', 'A figure that contradicts the reasons'),
  clerical: words('其他文字笔误', 'Another clerical slip'),
  remedy: words('救济途径或者期限', 'The remedies or their terms'),
  facts: words('认定的事实', 'The facts'),
  basis: words('法律依据', 'The legal basis'),
  kind: words('处罚种类', 'The kind of penalty'),
  amount: words('处罚数额', 'The amount'),
  party: words('处罚对象', 'The party'),
} as const

export const rectify = payload({
  document: ref('act', words('更正的文书', 'Document rectified')),
  corrections: list(
    words('更正内容', 'Corrections'),
    group(words('更正', 'Correction'), {
      what: choice(words('更正事项', 'What'), slips),
      place: text(words('所在位置', 'Where'), { personal: true, max: 200 }),
      wrong: text(words('原文', 'As issued'), { personal: true, max: 500 }),
      right: text(words('更正为', 'Corrected'), { personal: true, max: 500 }),
    }),
    { min: 1, max: 20 },
  ),
  reason,
})

export const rectificationActs = {
  'propose-rectification': power({
    title: words('提请更正文书', 'Propose a rectification'),
    article: cite('行政处罚法', 75, 2),
    from,
    by: handlers,
    payload: rectify,
    proposes: true,
    guards: [teamCertified, paperIssued, onlySlipsRectified],
    prefill: (state) => ({ document: state.decision?.act ?? state.notices.at(-1)?.act }),
    // Needed in few cases: a page keeps it folded away.
    suits: () => false,
    apply: (state, act) => ({ ...state, rectifying: drafted(state, act.payload) }),
  }),

  'approve-rectification': power({
    title: words('批准更正文书', 'Approve the rectification'),
    article: cite('行政处罚法', 75, 2),
    from,
    by: head,
    payload: approval,
    answers: 'propose-rectification',
    documents: [{ kind: 'rectification', each: (state) => state.rectifications?.at(-1)?.parties ?? [] }],
    awaited: (state) => isOpen(state, 'propose-rectification'),
    apply: (state, act) => {
      const { rectifying, ...rest } = state
      return rectifying ? { ...rest, rectifications: [...(state.rectifications ?? []), { act: act.id, ...rectifying }] } : state
    },
  }),

  'return-rectification': power({
    title: words('退回更正提请', 'Return the rectification'),
    article: cite('行政处罚法', 75, 2),
    from,
    by: head,
    payload: returned,
    answers: 'propose-rectification',
    returns: true,
  }),
}

/** Only a slip in the remedies themselves lets their terms begin again. */
const drafted = (state: PenaltyCase, { document, corrections }: Static<typeof rectify>): NonNullable<PenaltyCase['rectifying']> =>
  ({ of: document, parties: gotPaper(state, document), remedyTerm: corrections?.some((each) => each.what === 'remedy') ?? false })

/** Whom the paper was addressed to; one that names nobody concerns all. */
function gotPaper({ done, parties, formerParties = [] }: PenaltyCase, act: string): string[] {
  const all = parties.map(({ id }) => id)
  const to = Object.values(done).flat().find(({ id }) => id === act)?.to?.filter((id) => all.includes(id) || formerParties.includes(id)) ?? []
  return to.length > 0 ? to : all
}
