import type { ApprovalFact, ApprovalRule } from './facts.ts'
import { cite } from './citation.ts'
import type { By, Post, PostKind, Refusal } from './procedure.ts'
import { words, type Words } from './words.ts'

/** Who of the heads may approve what (R5): reserved by law, set by the body, or given by a written delegation. */

/** What stands where a body set nothing: the chief, who acts for him, or the deputy in charge of the field. */
export const usualApproval: ApprovalRule = { ranks: ['chief', 'acting', 'deputy'], inField: true }

/** Posts the law lets act here; `post` may name one or several. */
export const postsOf = (by: By): readonly PostKind[] => (typeof by.post === 'string' ? [by.post] : by.post)

/** Whether a body may set who of its heads does it; the chair of a hearing is appointed by name. */
export const isSetByBody = (by: By | 'system'): by is By =>
  by !== 'system' && (by.of === 'body' || by.of === 'unit') && by.heads === undefined && postsOf(by).includes('head')

/** Whether a written delegation may give it to a person of this post: reserved acts to nobody, a head's own to a deputy alone. */
export const mayDelegate = (by: By | 'system', to: 'deputy' | 'unit-head'): boolean =>
  isSetByBody(by) && (to === 'deputy' || by.delegable === 'unit-head')

/** Why this post of a head does not carry the act; undefined if it does. Posts of other kinds are not asked. */
export function lacksApproval(kind: string, by: By, post: Post, fact: ApprovalFact | undefined): Words | undefined {
  if (post.kind !== 'head' || by.of === 'chair') return undefined
  if (post.delegation) {
    const { acts, to } = post.delegation
    return acts.includes(kind) && mayDelegate(by, to) ? undefined : words('本事项不在授权范围内，或者依法不得授权。', 'This is outside the delegation, or the law lets nobody delegate it.')
  }
  const rank = post.rank ?? 'deputy'
  if (by.heads === 'any') return undefined
  if (by.heads === 'chief') return rank === 'deputy' ? words('本事项只能由正职负责人或者主持工作的负责人决定。', 'Only the chief or the acting chief may decide this.') : undefined
  const rule = fact?.rules[kind] ?? usualApproval
  if (!rule.ranks.includes(rank)) return words('本机关规定本事项由其他负责人审批。', 'The body has set that other heads approve this.')
  const beyond = rank === 'deputy' && rule.inField && post.fields !== undefined && (fact?.fields ?? []).some((field) => !post.fields?.includes(field))
  return beyond ? words('本案不属于本人分管的执法领域。', 'This case is outside the field you are in charge of.') : undefined
}

/** Nobody is left who may do it: the act stops, and this is what cures it (R5). */
export function cureOfNobody(post: PostKind): Pick<Refusal, 'article' | 'cure'> {
  if (post === 'legal-reviewer')
    return { article: cite('行政处罚法', 58, 2), cure: words('本机关没有可以审核的人员：商请县级统筹指派法制审核人员。', 'Nobody of the body may review: ask the county pool for a reviewer.') }
  if (post === 'head')
    return {
      article: cite('行政处罚法', 57, 1),
      cure: words('没有可以审批的负责人：以文件明确主持工作的负责人，或者依法书面授权副职；仍无人可以审批的，报请共同的上一级行政机关指定管辖（第二十五条第二款）。', 'No head is left who may approve: appoint an acting head by document or delegate to a deputy in writing; failing that, ask the common superior to designate another organ (art. 25(2)).'),
    }
  return { article: cite('行政处罚法', 42, 1), cure: words('没有可以办理的人员：先任命或者指定。', 'Nobody is left who may do it: appoint or designate somebody first.') }
}
