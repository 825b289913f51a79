import { cite } from '../citation.ts'
import type { ItemFact } from '../facts.ts'
import { guard, type Judged } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Violation } from '../procedures/penalty-found.ts'
import { addYears } from '../time/day.ts'
import { words } from '../words.ts'

interface NamesViolations {
  readonly violations?: readonly Violation[]
  readonly outcome?: string
}

/** R14: does the body hold this power on the day of the act? A question apart from the norm's own validity. */
export const competentOnDate = guard<PenaltyCase, NamesViolations>(
  'competent-on-date',
  cite('行政处罚法', 17),
  {
    title: words('在法定职权范围内实施', 'Within the body’s powers on that day'),
    cure: words('移送有管辖权的机关；职权已依法调整的，先更新执法事项目录。', 'Transfer to the competent body; if powers have changed lawfully, bring the item catalogue up to date first.'),
    needs: ['items'],
  },
  (judged) => {
    // 25(2): a designation settles it, whatever the catalogue says.
    if (judged.state.designation === 'here') return
    if (isEntrusted(judged)) return
    if (judged.state.designation === 'elsewhere') return words('上级机关已指定其他机关管辖。', 'The superior has designated another body.')
    // R30: what was filed before the power ended may be finished where the document that moved it says so.
    const { filedOn } = judged.state
    return itemsAtHand(judged).some(([, item]) => !item?.competent && !(item?.finishing && filedOn !== undefined && filedOn < item.finishing)) &&
    words('本机关在该日对此事项没有处罚权。', 'On that day the body holds no power over this item.')
  },
)

/** 处罚法 20(4): an organisation acts within what it was entrusted with, on that day; what is over goes back to its principal (20(3)). */
export const withinEntrustment = guard<PenaltyCase, NamesViolations>(
  'within-entrustment',
  cite('行政处罚法', 20, 4),
  {
    title: words('在委托的事项和期限内实施', 'Within items and term of the entrustment'),
    cure: words('由委托机关办理；需要继续委托的，先签订委托书并向社会公布。', 'Let the principal act; to go on, sign and publish a letter of entrustment first.'),
    needs: ['items', 'entrusted'],
  },
  (judged) =>
    isEntrusted(judged) && judged.state.designation !== 'here' && itemsAtHand(judged).some(([, item]) => !item?.competent) &&
    words('该事项不在本组织当日有效的委托范围内。', 'On that day no entrustment of this organisation covers the item.'),
)

const isEntrusted = ({ state, facts }: Judged<PenaltyCase, NamesViolations>): boolean => facts.entrusted?.[state.body] !== undefined

/** 处罚法 38: without a norm in force when the conduct happened there is no penalty. */
export const normInForceOnConduct = guard<PenaltyCase, NamesViolations>(
  'norm-in-force',
  cite('行政处罚法', 38, 1),
  {
    title: words('行为时有法定依据', 'A norm in force at the conduct date'),
    cure: words('核对违法行为发生时间与依据；没有依据的，不得处罚。', 'Check the date of the conduct and the basis; without a basis there is no penalty.'),
    needs: ['items'],
  },
  (judged) =>
    itemsAtHand(judged).some(([, item]) => item && !item.normInForce) &&
    words('违法行为发生时，该依据未施行或者已经废止。', 'When the conduct happened the basis was not in force.'),
)

/** 处罚法 36: undiscovered for two years, five where life, health or financial safety was harmed: no penalty. */
export const discoveredInTime = guard<PenaltyCase, NamesViolations>(
  'discovered-in-time',
  cite('行政处罚法', 36, 1),
  {
    title: words('违法行为在追责期限内被发现', 'Discovered within the limitation'),
    cure: words('依照第三十六条作出不予行政处罚决定。', 'Decide “no penalty” under article 36.'),
    needs: ['items'],
  },
  (judged) => {
    if (judged.act.payload?.outcome === 'no-penalty') return
    const discovered = judged.state.lead?.discoveredOn
    const late = itemsAtHand(judged).some(([violation, item]) => {
      const years = violation.harm ? (item?.harmYears ?? 5) : (item?.limitationYears ?? 2)
      return discovered !== undefined && addYears(violation.until, years) < discovered
    })
    return late && words('违法行为终了之日至发现之日已超过追责期限。', 'From the end of the conduct to its discovery the limitation has run out.')
  },
)

const itemsAtHand = ({ state, act, facts }: Judged<PenaltyCase, NamesViolations>): [Violation, ItemFact | undefined][] =>
  (act.payload?.violations ?? [...state.violations, ...(state.supplement ?? [])])
    .filter((violation) => act.payload !== undefined || facts.items?.[violation.item] !== undefined)
    .map((violation) => [violation, facts.items?.[violation.item]])
