import { cite } from '../citation.ts'
import { guard, type MatterState } from '../procedure.ts'
import { currentNotice, type PenaltyCase } from '../procedures/penalty-case.ts'
import { awaitingHim, isUnconfirmed } from '../second-officer.ts'
import { counted, words } from '../words.ts'

/** 处罚法 42(1), R4: what only one of two officers stands for yet cannot be relied on. */

const article = cite('行政处罚法', 42, 1)
const cure = words(
  '由记录载明的另一名执法人员登录确认，或者上传有其签名的纸质件。',
  'Let the second officer named in the record confirm it on his own sign-in, or attach the paper that he signed.',
)
const title = words('记录已经第二名执法人员确认', 'Confirmed by the second officer')

export const evidenceConfirmed = guard<MatterState, { readonly relied?: readonly string[] }>('evidence-confirmed', article, { title, cure }, ({ state, act: { payload } }) => {
  const waiting = Object.values(state.unconfirmed ?? {}).filter(({ gives }) => gives !== undefined && payload?.relied?.includes(gives))
  return waiting.length > 0 && words(`所依据的证据有 ${waiting.length} 份等待第二名执法人员确认。`, `Of the evidence relied on, the second officer has yet to confirm ${counted(waiting.length, 'piece')}.`)
})

/** Served by a record that stands: of several services of the same paper one is enough. */
const servedByOneAlone = (state: PenaltyCase, document: string | undefined): boolean =>
  state.parties.some(({ id }) => {
    const services = state.services.filter((each) => each.of === document && each.party === id && each.completed)
    return services.length > 0 && services.every((each) => isUnconfirmed(state, each.act))
  })

const serviceWaits = words('送达记录等待第二名执法人员确认。', 'The record of service waits for the second officer.')

export const noticeServiceConfirmed = guard<PenaltyCase>('notice-service-confirmed', article, { title, cure }, ({ state }) => servedByOneAlone(state, currentNotice(state)?.act) && serviceWaits)

export const decisionServiceConfirmed = guard<PenaltyCase>('decision-service-confirmed', article, { title, cure }, ({ state }) => servedByOneAlone(state, state.decision?.act) && serviceWaits)

/** 56: what was registered, and what became of it. */
export const thingsConfirmed = guard<PenaltyCase>(
  'things-confirmed',
  article,
  { title, cure },
  ({ state }) =>
    Object.values(state.unconfirmed ?? {}).some(({ kind }) => kind === 'register-evidence' || kind === 'carry-out-seizure' || kind === 'take-sample' || kind === 'carry-out-disposal') &&
    words('登记保存或者物品处理的记录等待第二名执法人员确认。', 'A record of registration or disposal waits for the second officer.'),
)

/** Nobody confirms what does not name him; a second tap changes nothing. */
export const namedInEntries = guard<MatterState, { readonly entries?: readonly string[] }>(
  'named-in-entries',
  article,
  {
    title: words('确认本人参与的记录', 'He took part in what he confirms'),
    cure: words('由记录载明的执法人员确认。', 'Let an officer named in the record confirm it.'),
  },
  ({ state, act: { actor, payload } }) => {
    const his = awaitingHim(state, actor)
    return payload !== undefined && !payload.entries?.some((each) => his.includes(each) || state.struck?.[each]) && words('所列记录没有等待本人确认的。', 'None of these records waits for him.')
  },
)
