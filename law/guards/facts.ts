import { cite } from '../citation.ts'
import { guard, type MatterState } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { words } from '../words.ts'

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
export const announcedAfterAttempts = guard<PenaltyCase, { readonly method: string; readonly document: string; readonly party: string; readonly untraceable?: string }>(
  'announced-after-attempts',
  cite('民事诉讼法', 95),
  {
    title: words('公告送达前已尝试其他方式', 'Other ways tried before announcement'),
    cure: words('先以其他方式送达并登记未能送达的情况，或者附下落不明的证据。', 'Try another way first and record the failure, or name evidence that he cannot be found.'),
  },
  ({ state, act: { payload } }) => {
    if (payload?.method !== 'announcement') return
    const tried = state.services.some((each) => each.of === payload.document && each.party === payload.party && each.failed)
    const untraceable = state.evidence.some((each) => each.id === payload.untraceable && !each.unusable)
    return !tried && !untraceable && words('没有登记过未能送达的尝试，也没有下落不明的证据。', 'No failed attempt is recorded, and no evidence that he cannot be found.')
  },
)

/** 处罚法 61(2): electronic service needs the party's consent, signed. */
export const electronicAgreed = guard<MatterState, { readonly method: string; readonly confirmation?: string }>(
  'electronic-agreed',
  cite('行政处罚法', 61, 2),
  {
    title: words('当事人签订电子送达确认书', 'Signed consent to electronic service'),
    cure: words('上传当事人签订的确认书后重新送达，或者以其他方式送达。', 'Have the consent signed and serve again, or serve in another way.'),
  },
  ({ act: { payload } }) => payload?.method === 'electronic' && !payload.confirmation && words('没有当事人签订的电子送达确认书。', 'The party has signed no consent to electronic service.'),
)

/** 处罚法 55(1): certificates are shown and the right of recusal is told. */
export const rightsTold = guard<MatterState, { readonly certificateShown: boolean; readonly recusalTold: boolean }>(
  'rights-told',
  cite('行政处罚法', 55, 1),
  {
    title: words('出示证件并告知权利', 'Certificates shown, rights told'),
    cure: words('重新询问或者检查，出示证件并告知申请回避等权利。', 'Do it again: show the certificates and tell the right of recusal.'),
  },
  ({ act: { payload } }) => payload !== undefined && !payload.certificateShown && words('没有出示行政执法证件。', 'The enforcement certificates were not shown.'),
)

/** 处罚法 67(3): the party pays the bank; officers collect themselves only on the grounds of 68 and 69. */
export const paidToTheBank = guard<MatterState, { readonly channel: string; readonly ground?: string }>(
  'paid-to-the-bank',
  cite('行政处罚法', 67, 1),
  {
    title: words('罚缴分离', 'Fine and collection separated'),
    cure: words('写明当场收缴的法定事由，或者退还后由当事人到银行缴纳。', 'State the ground of on-the-spot collection, or return it and let the party pay the bank.'),
  },
  ({ act: { payload } }) => payload?.channel === 'on-the-spot' && !payload.ground && words('执法人员当场收缴罚款，没有法定事由。', 'An officer collected money without a statutory ground.'),
)
