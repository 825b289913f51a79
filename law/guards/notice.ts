import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import { currentNotice, type PenaltyCase } from '../procedures/penalty-case.ts'
import { hearingOwed, type Penalty } from '../procedures/penalty-decided.ts'
import { isHeavier } from '../penalties/heavier.ts'
import { isOver } from '../time/period.ts'
import { words } from '../words.ts'
import { penaltiesAtHand } from './limits.ts'

const notify = cite('行政处罚法', 44)
const noNotice = cite('行政处罚法', 62)

/** 处罚法 44, 62: no decision unless facts, reasons, basis and rights were told to every party. */
export const noticeServed = guard<PenaltyCase>(
  'notice-served',
  noNotice,
  {
    title: words('已告知并送达', 'Notice served'),
    cure: words('制作并向每一当事人送达行政处罚告知书。', 'Issue the notice and serve it on every party.'),
  },
  ({ state, on }) => {
    const notice = currentNotice(state)
    if (!notice || notice.of !== state.report?.hash) return words('尚未就当前处理意见告知当事人。', 'The parties have not been told of this proposal.')
    return notice.parties.some((each) => !each.served || each.served > on) && words('告知书尚未送达全部当事人。', 'The notice is not yet served on every party.')
  },
)

/** 处罚法 45, 62: the term to state and defend has run out, or the party waived it. */
export const defenceTermOver = guard<PenaltyCase>(
  'defence-term-over',
  noNotice,
  {
    title: words('陈述申辩期满或者放弃', 'Defence term over or waived'),
    cure: words('等待期满，或者记录当事人书面放弃。', 'Wait for the term to end, or record the party’s waiver.'),
  },
  ({ state, act }) => {
    const running = (currentNotice(state)?.parties ?? []).some((each) => {
      if (each.waived || each.rechecked) return false
      const clock = state.clocks.findLast((one) => one.clock === 'defence' && one.subject === each.party)
      return !clock?.due || !isOver(clock.due, act.occurredAt)
    })
    return running && words('当事人陈述、申辩期限尚未届满，也没有放弃。', 'A party’s term to state and defend still runs and is not waived.')
  },
)

/** 处罚法 45(1): there must be something the party said. */
export const defenceStated = guard<PenaltyCase, { readonly party?: string }>(
  'defence-stated',
  cite('行政处罚法', 45, 1),
  {
    title: words('当事人已陈述、申辩', 'A defence was stated'),
    cure: words('先登记当事人的陈述、申辩。', 'Record first what the party stated.'),
  },
  ({ state, act: { payload } }) =>
    !(currentNotice(state)?.parties ?? []).some((each) => each.defended && (payload?.party === undefined || payload.party === each.party)) &&
    words('当事人没有提出陈述、申辩。', 'The party has stated no defence.'),
)

/** 处罚法 45(1): what the party says is checked again, and the answer recorded. */
export const defenceRechecked = guard<PenaltyCase>(
  'defence-rechecked',
  cite('行政处罚法', 45, 1),
  {
    title: words('陈述申辩已复核', 'Defence re-checked'),
    cure: words('对当事人提出的事实、理由和证据进行复核并记录。', 'Re-check the facts, reasons and evidence the party gave, and record it.'),
  },
  ({ state }) =>
    (currentNotice(state)?.parties ?? []).some((each) => each.defended && !each.rechecked) && words('当事人的陈述、申辩尚未复核。', 'A party’s defence has not been re-checked.'),
)

/** 处罚法 63, 64: a requested hearing is held before the decision. */
export const hearingHeld = guard<PenaltyCase>(
  'hearing-held',
  cite('行政处罚法', 63, 1),
  {
    title: words('依申请举行听证', 'Hearing held when requested'),
    cure: words('组织听证并提交听证报告；当事人书面撤回申请的，记录放弃。', 'Hold the hearing and report it; if the party withdraws the request in writing, record the waiver.'),
  },
  ({ state }) =>
    (currentNotice(state)?.parties ?? []).some(hearingOwed) && words('当事人已申请听证，听证尚未依法举行并提交报告。', 'A party has asked for a hearing that is not lawfully held and reported yet.'),
)

/** R11: parties, kinds and basis as last served; amounts equal or lighter (44, 62). */
export const decisionAsNotified = guard<PenaltyCase, { readonly penalties?: readonly Penalty[] }>(
  'decision-as-notified',
  notify,
  {
    title: words('决定与告知一致', 'Decision as notified'),
    cure: words('按告知的内容或者更轻决定；需要加重的，重新调查、报告、告知。', 'Decide as notified or lighter; to go beyond, report and notify anew with full terms.'),
  },
  (judged) => {
    const told = currentNotice(judged.state)?.penalties ?? []
    const beyond = penaltiesAtHand(judged).some((penalty) => {
      const same = told.find((each) => each.party === penalty.party && each.violation === penalty.violation && each.kind === penalty.kind)
      return !same || (penalty.amount ?? 0) > (same.amount ?? 0)
    })
    return beyond && words('拟决定的内容超出告知的当事人、种类或者数额。', 'The decision goes beyond the parties, kinds or amounts of the notice.')
  },
)

const of = (party: string, penalties: readonly Penalty[]): Penalty[] => penalties.filter((each) => each.party === party)

/** 处罚法 45(2): never heavier because the party defended himself, by kind first, then by amount (R11). */
export const notHeavierAfterDefence = guard<PenaltyCase, { readonly penalties?: readonly Penalty[]; readonly outcome?: string; readonly newFact?: readonly string[] }>(
  'not-heavier-after-defence',
  cite('行政处罚法', 45, 2),
  {
    title: words('不因申辩加重处罚', 'Not heavier for defending oneself'),
    cure: words('不得加重；有新事实、新证据的，写明并列出申辩之后取得的证据。', 'Do not go heavier; if there is a new fact, name the evidence gathered after the defence.'),
    needs: ['settings'],
  },
  ({ state, facts, act: { payload } }) => {
    const notice = currentNotice(state)
    const defended = notice?.parties.find((each) => each.defended)?.defended
    if (!payload || !notice || !defended || payload.outcome === 'no-penalty') return
    const proposed = payload.penalties ?? []
    const heavier = proposed.some(({ party }) => isHeavier(of(party, proposed), of(party, notice.penalties), facts.settings?.penaltyRanks))
    const later = (payload.newFact ?? []).some((id) => (state.evidence.find((each) => each.id === id)?.on ?? '') > defended)
    return heavier && !later && words('当事人陈述、申辩后，拟处罚加重，且没有新的事实和证据。', 'After the defence the proposal became heavier without a new fact and evidence.')
  },
)
