import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { itemNamed, openItems } from '../procedures/penalty-dues.ts'
import { halted } from '../procedures/penalty-redress.ts'
import { addYears } from '../time/day.ts'
import { words } from '../words.ts'

/** 中止、终结执行 (强制法 39, 40; R23). */

/** 强制法 39(1): what is open and runs can be halted. */
export const haltable = guard<PenaltyCase, { readonly party?: string }>(
  'haltable',
  cite('行政强制法', 39, 1),
  {
    title: words('有正在执行的处罚内容', 'Something is being enforced'),
    cure: words('选择尚有未履行处罚内容、且没有中止执行的当事人。', 'Choose a party with something left to perform that is not halted already.'),
  },
  ({ state, act: { payload } }) => {
    const running = openItems(state).some((each) => (payload === undefined || each.party === payload.party) && !halted(state, each.party))
    return !running && words('该当事人没有可以中止执行的处罚内容。', 'There is nothing of this party’s to halt.')
  },
)

/** 强制法 39(2): what was halted is resumed. */
export const somethingHalted = guard<PenaltyCase, { readonly party?: string }>(
  'something-halted',
  cite('行政强制法', 39, 2),
  {
    title: words('已经中止执行', 'Execution was halted'),
    cure: words('选择已中止执行的当事人；复议、诉讼期间停止执行的，登记恢复执行。', 'Choose a party whose execution was halted; the end of a stay is recorded by itself.'),
  },
  ({ state, act: { payload } }) => !halted(state, payload?.party) && words('没有对该当事人中止执行。', 'Nothing was halted for this party.'),
)

/** 强制法 39: while it is halted, nothing is demanded, added or brought before the court. */
export const notHalted = guard<PenaltyCase, { readonly party?: string; readonly item?: string; readonly items?: readonly string[] }>(
  'not-halted',
  cite('行政强制法', 39, 2),
  {
    title: words('没有中止执行', 'Execution is not halted'),
    cure: words('中止执行的情形消失后，恢复执行，再办理。', 'When the reason is gone, resume execution and go on.'),
  },
  ({ state, act: { payload } }) => {
    const ids = payload?.items ?? (payload?.item === undefined ? undefined : [payload.item])
    const parties = payload?.party === undefined ? (ids?.map((id) => itemNamed(state, id)?.party ?? '') ?? openItems(state).map((each) => each.party)) : [payload.party]
    const waiting = parties.filter((party) => halted(state, party))
    return waiting.length > 0 && (payload !== undefined || waiting.length === parties.length) && words('已中止执行。', 'Execution is halted.')
  },
)

/** 强制法 53, 56: what lies with the court is ended by the court. */
export const leftToTheBody = guard<PenaltyCase, { readonly items?: readonly string[] }>(
  'left-to-the-body',
  cite('行政强制法', 53),
  {
    title: words('未由人民法院执行', 'Not with the court'),
    cure: words('已申请人民法院强制执行的，登记法院终结执行的裁定；不予受理或者不准予执行的，登记后再终结。', 'Record that the court ended it; where it refused the application, record that first.'),
  },
  ({ state, act: { payload } }) => {
    const before = (payload?.items ?? []).some((id) => {
      const court = itemNamed(state, id)?.court
      return court !== undefined && court.outcome !== 'rejected'
    })
    return before && words('所列内容已申请人民法院强制执行。', 'The court was asked to enforce this.')
  },
)

/** 强制法 39(2): unable to perform, and halted for three years. */
export const longHalted = guard<PenaltyCase, { readonly items?: readonly string[]; readonly ground?: string }>(
  'long-halted',
  cite('行政强制法', 39, 2),
  {
    title: words('中止执行满三年', 'Halted for three years'),
    cure: words('中止执行满三年未恢复执行的，再以此事由终结；有其他法定事由的，选择该事由。', 'End it on this ground after three years, or on the ground that applies.'),
  },
  ({ state, act: { payload }, on }) => {
    if (payload?.ground !== 'three-years') return
    const parties = [...new Set((payload.items ?? []).map((id) => itemNamed(state, id)?.party ?? ''))]
    const long = (party: string) => state.halts?.some((each) => each.party === party && each.until === undefined && addYears(each.from, 3) <= on)
    return !parties.every(long) && words('中止执行未满三年，或者没有中止执行。', 'It was not halted, or not for three years.')
  },
)
