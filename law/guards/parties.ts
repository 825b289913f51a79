import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import { guardianOrdersOwed, type PenaltyCase } from '../procedures/penalty-case.ts'
import type { Penalty } from '../procedures/penalty-decided.ts'
import type { PartyChange } from '../procedures/penalty-found.ts'
import { words } from '../words.ts'

/** R7: the change names whom it concerns, and the case still has a party after it. */
export const changeFits = guard<PenaltyCase, Partial<PartyChange>>(
  'party-change-fits',
  cite('行政处罚法', 40),
  {
    title: words('变更所涉当事人明确', 'The change names its parties'),
    cure: words('写明本案现有当事人和新当事人；没有当事人可以承受的，提请终止调查。', 'Name the present party and the new one; if nobody is left to answer, terminate the case.'),
  },
  ({ state, act: { payload } }) => {
    if (!payload) return
    const { change, party, to } = payload
    const present = (id: string | undefined) => state.parties.some((each) => each.id === id)
    if (change !== 'add' && !present(party)) return words('没有写明本案现有的当事人。', 'No present party of the case is named.')
    if (change === 'drop') return state.parties.length < 2 && words('本案只有一名当事人，不能退出。', 'The case has only this party; he cannot be dropped.')
    if (to === undefined) return words('没有写明新的当事人。', 'The new party is not named.')
    return present(to) && !(change === 'identify' && to === party) && words('新的当事人已经是本案当事人。', 'The new party is one already.')
  },
)

/** 处罚法 40, 46: who somebody is, or that he succeeds another, rests on usable evidence. */
export const changeProven = guard<PenaltyCase, Partial<PartyChange> & { readonly evidence?: readonly string[] }>(
  'party-change-proven',
  cite('行政处罚法', 40),
  {
    title: words('当事人身份有证据证明', 'The new party’s identity is proven'),
    cure: words('列出证明新当事人身份（承继关系）的证据；没有的，先收集。', 'Name the evidence of his identity or succession; collect it first if there is none.'),
  },
  ({ state, act: { payload } }) => {
    if (!payload || payload.change === 'drop') return
    const proven = (payload.evidence ?? []).some((id) => state.evidence.some((each) => each.id === id && each.proves.includes('identity') && !each.unusable))
    return !proven && words('没有列出证明新当事人身份的可采证据。', 'No usable evidence of the new party’s identity is named.')
  },
)

/** R7: once a decision stands, only a successor steps in; anybody else needs a decision of his own. */
export const changeInTime = guard<PenaltyCase, Partial<PartyChange>>(
  'party-change-in-time',
  cite('行政强制法', 39, 1),
  {
    title: words('决定后只能承继', 'After the decision only succession'),
    cure: words('对其他人的违法行为另案处理；当事人名称、号码有误的，登记当事人信息更正。', 'Deal with others in a case of their own; correct a wrong name or number as such.'),
  },
  ({ state, act: { payload } }) => payload !== undefined && payload.change !== 'succeed' && state.decision !== undefined && words('处罚决定已经作出，不能增加、减少或者更换当事人。', 'The decision is made; parties can no longer be added, dropped or exchanged.'),
)

/** R7: name and number are corrected of a party of this case, who stays the same. */
export const correctionFits = guard<PenaltyCase, { readonly party?: string; readonly to?: string }>(
  'correction-fits',
  cite('行政处罚法', 59, 1, 1),
  {
    title: words('更正本案当事人的信息', 'The corrected party is of this case'),
    cure: words('选择本案当事人，并选择或者登记更正后的信息。', 'Choose the party of this case and the corrected entry.'),
  },
  ({ state, act: { payload } }) =>
    payload !== undefined &&
    (!state.parties.some((each) => each.id === payload.party) || state.parties.some((each) => each.id === payload.to)) &&
    words('所更正的不是本案当事人，或者更正后的信息已属本案其他当事人。', 'Whom it corrects is no party here, or the corrected entry is another party of the case.'),
)

/** 民法典 165 asks for a written power; 处罚法 64(五) allows one or two agents at the hearing. */
export const agentAuthorised = guard<PenaltyCase, { readonly party?: string; readonly as?: string; readonly files?: readonly string[] }>(
  'agent-authorised',
  cite('行政处罚法', 64, undefined, 5),
  {
    title: words('代理人有授权委托书，不超过二人', 'Agents have a written power, two at most'),
    cure: words('上传当事人签名或者盖章的授权委托书；委托代理人以一至二人为限。', 'Upload the signed power of attorney; one or two agents may be named.'),
  },
  ({ state, act: { payload } }) => {
    if (payload?.as !== 'agent') return
    if ((payload.files ?? []).length === 0) return words('没有授权委托书。', 'There is no power of attorney.')
    return (state.parties.find((each) => each.id === payload.party)?.agents?.length ?? 0) >= 2 && words('该当事人已委托二名代理人。', 'The party has named two agents already.')
  },
)

const guardian = cite('民法典', 23)
const guardianTexts = {
  title: words('未成年当事人的监护人已登记', 'The guardian of a minor is named'),
  cure: words('登记监护人，由其到场或者签收。', 'Record the guardian, who attends or receives.'),
  needs: ['parties'] as const,
}
const withoutGuardian = words('当事人未满十八周岁，尚未登记监护人。', 'The party is under eighteen and no guardian is recorded.')

/** 民法典 23: the guardian is a minor's legal agent; asked without him, the statement proves nothing. */
export const guardianNamed = guard<PenaltyCase, { readonly whom?: string; readonly party?: string }>(
  'guardian-named',
  guardian,
  guardianTexts,
  ({ state, act: { payload }, facts }) =>
    payload?.whom === 'party' &&
    payload.party !== undefined &&
    facts.parties?.[payload.party]?.minor === true &&
    !state.parties.find((each) => each.id === payload.party)?.guardian &&
    withoutGuardian,
)

/** 民法典 23, 处罚法 44: a minor is told through his guardian. */
export const guardiansNamed = guard<PenaltyCase>(
  'guardian-named',
  guardian,
  guardianTexts,
  ({ state, facts }) =>
    (state.report?.penalties ?? []).some(({ party }) => facts.parties?.[party]?.minor === true && !state.parties.find((each) => each.id === party)?.guardian) && withoutGuardian,
)

/** 处罚法 30, 31: the order goes to the guardian of one who is not punished for his age or his state of mind. */
export const guardianOrderOwed = guard<PenaltyCase, { readonly party?: string }>(
  'guardian-order-owed',
  cite('行政处罚法', 30),
  {
    title: words('对应当责令监护人的当事人作出', 'The guardian of such a party'),
    cure: words('先以第三十条、第三十一条为由作出不予处罚决定，并登记监护人。', 'Decide first under article 30 or 31 not to punish him, and record the guardian.'),
  },
  ({ state, act: { payload } }) => {
    const owed = guardianOrdersOwed(state)
    if (owed.length === 0 || (payload !== undefined && !owed.includes(payload.party ?? ''))) return words('没有因年龄或者精神状况不予处罚、尚未责令监护人的当事人。', 'No party spared for age or state of mind waits for this order.')
    return owed.some((id) => (payload === undefined || payload.party === id) && !state.parties.find((each) => each.id === id)?.guardian) && words('尚未登记该当事人的监护人。', 'His guardian is not recorded.')
  },
)

/** 处罚法 30, 31, R12: no closing while a guardian has not been ordered. */
export const guardiansOrdered = guard<PenaltyCase>(
  'guardians-ordered',
  cite('行政处罚法', 30),
  {
    title: words('已责令监护人管教', 'Guardians ordered'),
    cure: words('作出责令监护人管教（看管和治疗）通知并送达。', 'Issue and serve the order to the guardian.'),
  },
  ({ state }) => guardianOrdersOwed(state).length > 0 && words('对不予处罚的未成年人（精神障碍者）尚未责令其监护人管教（看管和治疗）。', 'A party was spared for age or state of mind and his guardian was not ordered.'),
)

/** 处罚法 57(1), R7: a report says of every party what becomes of him. */
export const everyPartyAnswered = guard<PenaltyCase, { readonly outcome?: string; readonly penalties?: readonly Penalty[]; readonly spared?: readonly { readonly party: string }[] }>(
  'every-party-answered',
  cite('行政处罚法', 57, 1),
  {
    title: words('每一当事人均有处理意见', 'Every party is answered'),
    cure: words('对每一当事人写明拟处罚内容，或者列为不予处罚并写明事由；不应作为当事人的，提请退出。', 'State a penalty for every party, or list him as not punished with the ground; drop who is no party.'),
  },
  ({ state, act: { payload } }) => {
    if (payload?.outcome !== 'penalty' || !payload.penalties?.length) return
    const { penalties, spared = [] } = payload
    const both = spared.some(({ party }) => penalties.some((each) => each.party === party))
    if (both) return words('同一当事人既拟处罚，又列为不予处罚。', 'A party is both punished and listed as not punished.')
    // Of a case opened again only those parties are decided anew (R22).
    const open = state.parties.filter(({ id }) => (state.reopened?.parties.includes(id) ?? true) && ![...penalties, ...spared].some((each) => each.party === id))
    return open.length > 0 && words(`有 ${open.length} 名当事人没有处理意见。`, `${open.length} party or parties are left without an answer.`)
  },
)

/** R7: violations found later are of this case's parties. */
export const supplementOfParties = guard<PenaltyCase, { readonly violations?: readonly { readonly parties: readonly string[] }[] }>(
  'supplement-of-parties',
  cite('行政处罚法', 54, 2),
  {
    title: words('补充的违法行为属于本案当事人', 'Later violations are of the parties'),
    cure: words('先提请增加当事人，或者另案处理。', 'Propose adding the party first, or open a case of its own.'),
  },
  ({ state, act: { payload } }) =>
    (payload?.violations ?? []).some((each) => each.parties.some((id) => !state.parties.some((party) => party.id === id))) &&
    words('补充的违法行为涉及本案以外的人。', 'A violation names somebody who is no party of the case.'),
)
