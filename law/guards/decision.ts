import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { BodySettings } from '../facts.ts'
import { currentNotice, type PenaltyCase } from '../procedures/penalty-case.ts'
import type { Penalty } from '../procedures/penalty-decided.ts'
import { counted, words } from '../words.ts'

/** When the heads must discuss together: the hearing threshold is met, the case is major, the penalty mitigated (R26), or the body set so. */
export const discussionOwed = (state: PenaltyCase): boolean =>
  (currentNotice(state)?.hearing.length ?? 0) > 0 ||
  (state.report?.major ?? false) ||
  state.draftDecision?.discuss === true ||
  (state.report?.circumstances.some((each) => each.effect === 'mitigated') ?? false)

/** What a body set beyond the law: every case, or fines that together reach an amount (R5). */
export const bodyDiscusses = (penalties: readonly Penalty[], settings: BodySettings | undefined): boolean =>
  settings !== undefined &&
  (settings.discussionAlways ||
    penalties.reduce((sum, each) => sum + (each.kind === 'fine' ? (each.amount ?? 0) : 0), 0) >= (settings.discussionFrom ?? Infinity))

/** 处罚法 57(2): complex or grave cases are discussed collectively by the heads before the decision. */
export const discussedTogether = guard<PenaltyCase>(
  'discussed-together',
  cite('行政处罚法', 57, 2),
  {
    title: words('集体讨论决定', 'Collective discussion'),
    cure: words('召开负责人集体讨论，记录每人意见和结论。', 'Hold the collective discussion and record each opinion and the conclusion.'),
    needs: ['settings'],
  },
  ({ state, facts }) => {
    if (!discussionOwed(state) && !bodyDiscusses(state.draftDecision?.penalties ?? [], facts.settings)) return
    const current = state.proposals['propose-decision']
    return state.discussion?.of !== current?.hash && words('本案应当由机关负责人集体讨论决定，尚未讨论当前意见。', 'The heads must decide together; this proposal has not been discussed.')
  },
)

/** Heads who handled, proposed or must withdraw are listed and have no vote (R5). */
const mayNotVote = (state: PenaltyCase): readonly (string | undefined)[] => [...(state.recused ?? []), ...state.team, state.proposals['propose-decision']?.by]

/** R5: at least two heads, and more than half of those in office who may vote. */
export const enoughMembers = guard<PenaltyCase, { readonly members: readonly { readonly person: string }[] }>(
  'enough-members',
  cite('行政处罚法', 57, 2),
  {
    title: words('参加讨论的负责人达到人数', 'Quorum of heads'),
    cure: words('由两名以上且过半数的机关负责人参加讨论。', 'Two heads at least, and more than half of them, must take part.'),
    needs: ['heads', 'settings'],
  },
  ({ state, act: { payload }, facts }) => {
    if (!payload) return
    const { least, share } = facts.settings?.discussionQuorum ?? { least: 2, share: 0.5 }
    const heads = (facts.heads ?? []).filter(({ person }) => !mayNotVote(state).includes(person))
    const members = new Set(payload.members.map((each) => each.person).filter((person) => heads.some((head) => head.person === person)))
    return (members.size < least || members.size <= heads.length * share) && words(`参加集体讨论、有表决资格的机关负责人为 ${members.size} 人，没有达到规定人数。`, `Only ${counted(members.size, 'head')} with a vote took part, too few.`)
  },
)

/** R5: only heads vote; reviewer and officers attend, recused heads are listed; each member's opinion is recorded. */
export const membersVote = guard<PenaltyCase, { readonly members: readonly { readonly person: string }[] }>(
  'members-vote',
  cite('行政处罚法', 57, 2),
  {
    title: words('参加表决的均为有表决资格的负责人', 'Only heads with a vote are members'),
    cure: words('审核、承办人员列入列席人员；回避的负责人不参加讨论。', 'List reviewer and officers as attending; recused heads take no part.'),
    needs: ['heads'],
  },
  ({ state, act: { payload }, facts }) => {
    if (!payload) return
    const persons = payload.members.map((each) => each.person)
    if (persons.some((person) => mayNotVote(state).includes(person))) return words('参加人员中有承办、提请或者应当回避的人员。', 'A member handled or proposed the case, or must withdraw.')
    return persons.some((person) => !facts.heads?.some((head) => head.person === person)) && words('参加人员中有不是本机关负责人的人员。', 'A member is no head of the body.')
  },
)

/** 处罚法 59(1)(五), R27: the document names review organ and court, configured for the body on that day. */
export const remedyConfigured = guard<PenaltyCase>(
  'remedy-configured',
  cite('行政处罚法', 59, 1, 5),
  {
    title: words('已配置复议机关和管辖法院', 'Review organ and court configured'),
    cure: words('由系统管理员配置本机关的复议机关和管辖法院。', 'Have the body’s review organ and court configured.'),
    needs: ['settings'],
  },
  ({ facts }) => facts.settings?.remedy === null && words('本机关没有配置复议机关和管辖法院，文书不能载明救济途径。', 'The body has no review organ and court configured, so the document cannot name the remedies.'),
)

/** R9: a decision names what becomes of every thing still held. */
export const disposalsNamed = guard<PenaltyCase, { readonly disposals?: readonly { readonly held: string }[] }>(
  'disposals-named',
  cite('行政处罚法', 56),
  {
    title: words('登记保存、查封、扣押的物品已明确处理', 'Disposal of things held is named'),
    cure: words('对每件物品写明返还、没收、销毁、拍卖或者移送。', 'Name a disposal for every thing: return, confiscate, destroy, sell or hand over.'),
  },
  ({ state, act: { payload } }) =>
    state.held.some((thing) => !thing.disposal && !payload?.disposals?.some((each) => each.held === thing.id)) &&
    words('仍有登记保存、查封、扣押或者抽取的物品没有明确处理意见。', 'Something held still has no disposal named.'),
)

/** 处罚法 57(1), 59: the outcome the head signs is the outcome that was reported. */
export const outcomeIs = (outcome: 'penalty' | 'no-penalty') =>
  guard<PenaltyCase>(
    'outcome-as-reported',
    cite('行政处罚法', 57, 1),
    {
      title: words('决定种类与处理意见一致', 'The decision is of the reported kind'),
      cure: words('按处理意见作出相应决定，或者退回修改。', 'Make the decision that was proposed, or return it.'),
    },
    ({ state }) => state.report !== undefined && state.report.outcome !== outcome && words('处理意见不是这种决定。', 'The proposal is not for this kind of decision.'),
  )

/** 处罚法 33, 30, 31, 57(1)(三), 36: why nothing is imposed must be said. */
export const groundOfNoPenalty = guard<PenaltyCase, { readonly outcome?: string; readonly ground?: string }>(
  'ground-of-no-penalty',
  cite('行政处罚法', 57, 1),
  {
    title: words('不予处罚写明法定事由', 'Ground of no penalty'),
    cure: words('选择不予处罚的法定事由。', 'Choose the statutory ground.'),
  },
  ({ act: { payload } }) =>
    payload?.outcome === 'no-penalty' && !payload.ground && words('没有写明不予行政处罚的法定事由。', 'The ground for not punishing is missing.'),
)

/** 处罚法 57(1)(一): a proposal of a penalty proposes one. */
export const penaltyProposed = guard<PenaltyCase, { readonly outcome?: string; readonly penalties?: readonly unknown[] }>(
  'penalty-proposed',
  cite('行政处罚法', 57, 1, 1),
  {
    title: words('写明处罚种类和数额', 'A penalty is proposed'),
    cure: words('对每一当事人写明处罚种类和数额。', 'State kinds and amounts for every party.'),
  },
  ({ act: { payload } }) =>
    payload?.outcome === 'penalty' && (payload.penalties?.length ?? 0) === 0 && words('没有写明拟处罚的种类和数额。', 'No kind or amount is proposed.'),
)
