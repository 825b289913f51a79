import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import { currentNotice, type PenaltyCase } from '../procedures/penalty-case.ts'
import { hearingOwed } from '../procedures/penalty-decided.ts'
import { overlayNamed } from '../overlays/index.ts'
import { words } from '../words.ts'

/** Whether legal review is owed: the sector reviews every ordinary case, or 处罚法 58(1) applies, always after a hearing. */
export const reviewOwed = (state: PenaltyCase): boolean =>
  overlayNamed(state.overlay).reviewAlways ||
  state.report?.major === true ||
  state.hearing?.reported !== undefined ||
  (currentNotice(state)?.parties.some(hearingOwed) ?? false)

/** 处罚法 58: without a passed review of this very proposal no decision is made; a return has no override (R10). */
export const reviewPassed = guard<PenaltyCase>(
  'review-passed',
  cite('行政处罚法', 58, 1),
  {
    title: words('法制审核通过', 'Legal review passed'),
    cure: words('提交法制审核；被退回的，修改报告后重新审核。', 'Submit to legal review; if returned, revise the report and have it reviewed again.'),
  },
  ({ state }) => {
    if (!reviewOwed(state)) return
    if (!state.review?.passed || state.review.of !== state.report?.hash) return words('当前处理意见未经法制审核或者审核未通过。', 'This proposal has not passed legal review.')
    const reported = state.hearing?.reported
    return reported !== undefined && state.review.at < reported.at && words('听证之后尚未进行法制审核。', 'It has not been reviewed after the hearing.')
  },
)

/** 处罚法 58(2): first-time reviewers have passed the national legal qualification. */
export const reviewerQualified = guard<PenaltyCase>(
  'reviewer-qualified',
  cite('行政处罚法', 58, 2),
  {
    title: words('审核人员具备法律职业资格', 'Qualified reviewer'),
    cure: words('由具备法律职业资格的审核人员审核，可以商请县级统筹。', 'Have a qualified reviewer do it; the county pool can help.'),
    needs: ['reviewers'],
  },
  ({ act, facts }) =>
    facts.reviewers?.[act.actor]?.qualified === false &&
    words('初次从事法制审核的人员未取得国家统一法律职业资格。', 'The reviewer has not passed the national legal qualification.'),
)

/** R17: limits stated by the officer need the reviewer's confirmation beside the statute's text. */
export const statedLimitsConfirmed = guard<PenaltyCase, { readonly limitsConfirmed?: boolean }>(
  'stated-limits-confirmed',
  cite('行政处罚法', 58, 1),
  {
    title: words('手工填写的幅度经核对', 'Stated limits confirmed'),
    cure: words('对照法条原文核对承办人填写的幅度并勾选确认。', 'Compare the stated limits with the statute and confirm them.'),
  },
  ({ state, act: { payload } }) =>
    payload !== undefined &&
    payload.limitsConfirmed !== true &&
    (state.report?.penalties.some((each) => each.stated) ?? false) &&
    words('承办人填写的罚款幅度未经核对确认。', 'The limits the officer stated are not confirmed.'),
)

/** R5, R10: the pool helps where nobody of the body may review: it has no qualified reviewer, or he handled or proposed. */
export const noReviewerLeft = guard<PenaltyCase>(
  'no-reviewer-left',
  cite('行政处罚法', 58, 1),
  {
    title: words('本机关没有可以审核的人员', 'Nobody of the body may review'),
    cure: words('由本机关具备资格且没有参与办案的审核人员审核。', 'Have the body’s own qualified reviewer, who did not handle the case, review it.'),
    needs: ['bodyReviewers'],
  },
  ({ state, facts }) =>
    (facts.bodyReviewers ?? []).some(({ person, qualified }) => qualified && !involved(state).includes(person)) &&
    words('本机关尚有可以审核的人员。', 'The body has a reviewer who may do it.'),
)

/** 处罚法 58(2): whoever is lent is qualified and had no part in the case. */
export const reviewerFromPool = guard<PenaltyCase, { readonly reviewer?: string }>(
  'reviewer-from-pool',
  cite('行政处罚法', 58, 2),
  {
    title: words('被指派人员具备资格且未参与办案', 'The reviewer is qualified and uninvolved'),
    cure: words('指派取得法律职业资格、没有参与本案且无需回避的审核人员。', 'Assign a qualified reviewer who neither handled the case nor must withdraw.'),
    needs: ['reviewers'],
  },
  ({ state, act: { payload }, facts }) => {
    const reviewer = payload?.reviewer
    if (reviewer === undefined) return
    if (involved(state).includes(reviewer)) return words('该人员参与过本案或者应当回避。', 'That person took part in the case or must withdraw.')
    return facts.reviewers?.[reviewer]?.qualified !== true && words('该人员不是具备法律职业资格的法制审核人员。', 'That person is no qualified legal reviewer.')
  },
)

const involved = (state: PenaltyCase): readonly (string | undefined)[] => [...state.team, ...(state.recused ?? []), state.report?.by]
