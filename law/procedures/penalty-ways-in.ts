import { cite } from '../citation.ts'
import { disposalsCarriedOut } from '../guards/closing.ts'
import { transferReceived } from '../guards/ways-in.ts'
import { choice, day, optional, payload, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { files, motion, party } from './penalty-fields.ts'
import { beforeDecision, headNotHandling, recorder } from './penalty-people.ts'

/** 移送受理、指定管辖 (处罚法 25; R20), and telling whom a cancelled filing concerned (R19). */

const { power, fact } = actsOn<PenaltyCase>()

const rarely = () => false
const sentBack = (state: PenaltyCase): string[] => (state.received?.answer === 'sent-back' ? ['*'] : [])

export const waysIn = {
  'receive-transfer': fact({
    title: words('登记收到的移送', 'Record a transfer received'),
    article: cite('行政处罚法', 25, 2),
    by: recorder,
    suits: (state) => state.stage === 'lead' && state.lead?.source === 'transfer' && !state.received,
    payload: payload({
      from: text(words('移送机关', 'Transferring organ'), { max: 100 }),
      letter: text(words('移送函文号', 'Letter'), { max: 100 }),
      on: day(words('收到日期', 'Received on')),
      materials: optional(text(words('随案材料和物品', 'Papers and things'), { personal: true, rows: 3, max: 2000 })),
      files,
    }),
    awaited: (state) => state.stage === 'lead' && state.lead?.source === 'transfer' && !state.received,
    prefill: (state) => ({ on: state.lead?.received }),
    apply: (state, act) => (state.received ? state : { ...state, received: { on: dayOf(act.occurredAt) } }),
  }),

  'answer-transfer': power({
    title: words('答复移送', 'Answer the transfer'),
    article: cite('行政处罚法', 25, 2),
    from: 'lead',
    to: (state) => (state.received?.answer === 'sent-back' ? 'transferred' : 'lead'),
    suits: (state) => state.received !== undefined && state.received.answer === undefined,
    by: headNotHandling,
    payload: payload({ answer: choice(words('答复', 'Answer'), { accepted: words('属于本机关管辖，予以接收', 'Accepted: within our jurisdiction'), 'sent-back': words('不属于本机关管辖，退回', 'Sent back: not ours') }), ...motion }),
    documents: [{ kind: 'matter-approval' }],
    guards: [transferReceived, disposalsCarriedOut],
    closes: ['verification', 'registration', 'seizure', 'seizure-extended', 'urgent-approval', 'correction'].map((clock) => ({ clock, subjects: sentBack })),
    awaited: (state) => state.stage === 'lead' && state.received !== undefined && state.received.answer === undefined,
    apply: (state, act) => (state.received ? { ...state, received: { ...state.received, answer: act.payload.answer === 'sent-back' ? 'sent-back' : 'accepted' } } : state),
  }),

  'ask-designation': power({
    title: words('报请指定管辖', 'Ask for jurisdiction to be designated'),
    article: cite('行政处罚法', 25, 2),
    from: ['lead', 'filing', ...beforeDecision],
    suits: rarely,
    by: headNotHandling,
    payload: payload({ organ: text(words('共同的上一级行政机关', 'Common superior'), { max: 100 }), ...motion, files }),
    documents: [{ kind: 'matter-approval' }],
    apply: (state) => ({ ...state, designation: 'asked' }),
  }),

  'record-designation': fact({
    title: words('登记指定管辖', 'Record the designation'),
    article: cite('行政处罚法', 25, 2),
    by: recorder,
    suits: (state) => state.designation === 'asked',
    payload: payload({
      organ: text(words('指定机关', 'Designating organ'), { max: 100 }),
      number: text(words('文号', 'Number'), { max: 100 }),
      to: choice(words('指定由谁管辖', 'Designated'), { here: words('由本机关管辖', 'This body'), elsewhere: words('由其他机关管辖', 'Another body') }),
      on: day(words('文书日期', 'Dated')),
      files,
    }),
    awaited: (state) => state.designation === 'asked',
    apply: (state, act) => ({ ...state, designation: act.payload.to === 'elsewhere' ? 'elsewhere' : 'here' }),
  }),

  'tell-cancellation': fact({
    title: words('告知撤销立案', 'Tell that the filing was cancelled'),
    article: cite('行政处罚法', 75, 2),
    by: recorder,
    suits: (state) => (state.cancellationOwed?.length ?? 0) > 0,
    payload: payload({ party, how: text(words('告知方式和内容', 'How and what he was told'), { personal: true, rows: 2, max: 1000 }), files }),
    documents: [{ kind: 'cancellation-notice', each: (_, told) => [told.party] }],
    awaited: (state) => (state.cancellationOwed?.length ?? 0) > 0,
    prefill: (state) => ({ party: state.cancellationOwed?.[0] }),
    apply: (state, act) => ({ ...state, cancellationOwed: (state.cancellationOwed ?? []).filter((each) => each !== act.payload.party) }),
  }),
}
