import { cite } from '../citation.ts'
import { guard, type MatterState } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { dayOf, isDay } from '../time/day.ts'
import { words } from '../words.ts'

/** 送达 (处罚法 61; 民事诉讼法 87–95; R24). */

interface Paper {
  readonly document: string
  readonly party: string
  readonly method?: string
}

/** R2: a fact dated before what it depends on is recorded, and has no effect. */
export const afterItsDocument = guard<MatterState, { readonly document: string }>(
  'after-its-document',
  cite('行政处罚法', 61, 1),
  {
    title: words('不早于所送达的文书', 'Not before its document'),
    cure: words('核对日期；日期属实的，重新送达。', 'Check the date; if it is true, serve again.'),
  },
  ({ state, act }) => {
    if (!act.payload) return
    const made = Object.values(state.done).flat().find((each) => each.id === act.payload?.document)
    if (!made) return words('没有这份文书。', 'There is no such document.')
    return act.occurredAt < made.at && words('送达时间早于文书作出时间。', 'The service is dated before the document was made.')
  },
)

/** D8: a paper is made once and goes out only then; until it is there nothing can be sent or announced. */
export const paperRendered = guard<MatterState, Paper>(
  'paper-rendered',
  cite('行政处罚法', 61, 1),
  {
    title: words('送达的文书已经制成', 'The paper is there'),
    cure: words('文书正在制作，稍候再送达；久未制成的，请系统管理员查看。', 'It is being made: wait a moment; if it stays away, ask an administrator.'),
    needs: ['unrendered'],
  },
  ({ act: { payload }, facts }) => payload !== undefined && facts.unrendered?.includes(payload.document) && words('该文书尚未制成，不能发送或者公告。', 'That paper is not made yet; it cannot be sent or announced.'),
)

/** 民事诉讼法 89 (through 处罚法 61): left at the place only with a witness or a recording. */
export const leftWithWitness = guard<MatterState, { readonly method: string; readonly witness?: string; readonly recording?: string; readonly witnessed?: boolean }>(
  'left-with-witness',
  cite('民事诉讼法', 89),
  {
    title: words('留置送达有见证或者录像', 'Left with a witness or a recording'),
    cure: words('由见证人签名，或者全程拍照、录像后重新留置。', 'Leave it again with a witness or a full recording.'),
  },
  ({ act: { payload } }) =>
    payload?.method === 'left' && payload.witnessed !== true && !payload.recording && words('留置送达没有见证人，也没有录像。', 'It was left without a witness and without a recording.'),
)

/** 民事诉讼法 95 (through 处罚法 61): announced only when he cannot be found or every other way failed. */
export const announcedAfterAttempts = guard<PenaltyCase, Paper & { readonly untraceable?: string }>(
  'announced-after-attempts',
  cite('民事诉讼法', 95),
  {
    title: words('公告送达前已尝试其他方式', 'Other ways tried before announcement'),
    cure: words('先以其他方式送达并登记未能送达的情况，或者附下落不明的证据。', 'Try another way first and record the failure, or name evidence that he cannot be found.'),
  },
  ({ state, act: { kind, payload } }) => {
    if (!payload || (kind !== 'announce' && payload.method !== 'announcement')) return
    const tried = state.services.some((each) => each.of === payload.document && each.party === payload.party && each.failed && !each.marked)
    const untraceable = state.evidence.some((each) => each.id === payload.untraceable && !each.unusable)
    return !tried && !untraceable && words('没有登记过未能送达的尝试，也没有下落不明的证据。', 'No failed attempt is recorded, and no evidence that he cannot be found.')
  },
)

/** 处罚法 61(2): electronic service needs the party's consent, signed. */
export const electronicAgreed = guard<PenaltyCase, Paper & { readonly confirmation?: string }>(
  'electronic-agreed',
  cite('行政处罚法', 61, 2),
  {
    title: words('当事人签订电子送达确认书', 'Signed consent to electronic service'),
    cure: words('上传当事人签订的确认书后重新送达，或者以其他方式送达。', 'Have the consent signed and serve again, or serve in another way.'),
  },
  ({ state, act: { kind, payload } }) => {
    if (!payload || (kind !== 'serve-electronically' && payload.method !== 'electronic')) return
    const agreed = payload.confirmation !== undefined || state.addresses?.some((each) => each.electronic && each.party === payload.party)
    return !agreed && words('没有当事人签订的电子送达确认书。', 'The party has signed no consent to electronic service.')
  },
)

/** 民事诉讼法 90(2): the day it entered his system is the day of service; it lies between the paper and today. */
export const enteredInTime = guard<MatterState, Paper & { readonly entered?: string }>(
  'entered-in-time',
  cite('民事诉讼法', 90, 2),
  {
    title: words('到达日期属实', 'It entered his system that day'),
    cure: words('按送达信息到达受送达人特定系统的日期填写。', 'State the day on which it entered his system.'),
  },
  ({ state, act: { payload }, on }) => {
    const { document, entered } = payload ?? {}
    if (entered === undefined) return
    const made = Object.values(state.done).flat().find(({ id }) => id === document)?.at
    return (!isDay(entered) || entered > on || (made !== undefined && entered < dayOf(made))) && words('到达日期早于文书作出日期，或者晚于今日。', 'That day lies before the document, or after today.')
  },
)

/** 处罚法 61(2): a confirmation is one only when it is signed. */
export const confirmationSigned = guard<PenaltyCase, { readonly signed?: string }>(
  'confirmation-signed',
  cite('行政处罚法', 61, 2),
  {
    title: words('确认书经当事人签名', 'The party signed it'),
    cure: words('由当事人签名确认；拒绝的，以其他方式送达。', 'Let the party sign it; if he refuses, serve in another way.'),
  },
  ({ act: { payload } }) => payload !== undefined && payload.signed !== 'signed' && words('当事人没有在确认书上签名。', 'The party has not signed the confirmation.'),
)
