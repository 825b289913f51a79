import { cite } from '../citation.ts'
import { type LeniencyRule, lookBackMonths, violatedBefore } from '../discretion/conditions.ts'
import type { Facts } from '../facts.ts'
import { guard, type Judged } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Circumstance } from '../procedures/penalty-decided.ts'
import { words } from '../words.ts'

/** 三张清单 (处罚法 32, 33; R33): a list spells the statute out and does not replace it. */

interface Proposes {
  readonly ground?: string
  readonly circumstances?: readonly Circumstance[]
  readonly spared?: readonly { readonly party: string; readonly ground: string }[]
}

type Case = Judged<PenaltyCase, Proposes>

const ruleOf = (facts: Facts, id: string | undefined): LeniencyRule | undefined => Object.values(facts.leniency ?? {}).flat().find((each) => each.id === id)

/** A rule that has expired, is of another item or another list does not apply; the statute behind it still does. */
export const listInForce = guard<PenaltyCase, Proposes>(
  'list-in-force',
  cite('行政处罚法', 33, 1),
  {
    title: words('清单有效且适用于本案事项', 'The list is in force and covers the item'),
    cure: words('清单已失效或者不适用的，不引用清单，依据法律写明事由、证据和理由。', 'Leave the list out and rest on the statute, with ground, evidence and reason.'),
    needs: ['leniency'],
  },
  ({ act: { payload }, facts }) =>
    (payload?.circumstances ?? []).some(({ rule, effect }) => rule !== undefined && ruleOf(facts, rule)?.list !== effect) &&
    words('所引用的清单条目当日无效，或者不适用于本案事项和该种情节。', 'The entry named is not in force that day, or is not for this item and effect.'),
)

/** 初次违法: the county's own records are asked, for the same item and as far back as the rule says (R33). */
export const firstViolation = guard<PenaltyCase, Proposes>(
  'first-violation',
  cite('行政处罚法', 33, 1),
  {
    title: words('初次违法经全县记录核实', 'First violation by the county’s records'),
    cure: words('期限内已有同类违法记录的，不按初次违法处理；符合其他法定事由的，写明该事由。', 'With a record of the same kind in the period it is no first violation; state another ground that holds.'),
    needs: ['leniency', 'record'],
  },
  ({ state, act: { payload }, facts, on }) => {
    if (!payload) return
    const byRule = (payload.circumstances ?? []).flatMap(({ rule }) => ruleOf(facts, rule)?.conditions.first?.months ?? [])
    const byStatute = [payload.ground, ...(payload.circumstances ?? []).map((each) => each.ground)].includes('first-minor') && byRule.length === 0
    const months = Math.max(0, ...byRule, byStatute ? lookBackMonths : 0)
    const spared = (payload.spared ?? []).filter(({ ground }) => ground === 'first-minor').map(({ party }) => party)
    const known = state.violations.some(({ parties, item }) => parties.some((party) =>
      (months > 0 && violatedBefore(facts.record ?? [], party, item, on, months)) || (spared.includes(party) && violatedBefore(facts.record ?? [], party, item, on, lookBackMonths))))
    return known && words('全县记录显示当事人在期限内已有同类违法，不是初次违法。', 'The county’s records show the same kind of violation in the period: it is not the first.')
  },
)

/** 处罚法 33(3): who is exempted by the list is educated, and it is recorded. Without a list its absence is a finding (R12). */
export const educatedWhenExempted = guard<PenaltyCase, { readonly education?: boolean }>(
  'educated-when-exempted',
  cite('行政处罚法', 33, 3),
  {
    title: words('免予处罚的已进行教育', 'Educated when exempted'),
    cure: words('对当事人进行教育并作记录后，再作出决定。', 'Educate the party, record it, then decide.'),
  },
  ({ state, act: { payload } }) =>
    payload !== undefined && !payload.education && (state.report?.circumstances ?? []).some(({ effect, rule }) => effect === 'exempt' && rule !== undefined) &&
    words('依据清单免予处罚，没有对当事人进行教育的记录。', 'The exemption rests on the list, and no education is recorded.'),
)

/** Leniency that no rule of a list in force supports: lawful by the statute alone, and shown to supervision (R33). */
export const outsideList = ({ state }: Pick<Case, 'state'>): boolean => {
  const { report } = state
  const lenient = (report?.circumstances ?? []).filter(({ effect }) => effect !== 'heavier')
  const exempt = report?.ground === 'first-minor' || report?.ground === 'minor-corrected'
  return lenient.some(({ rule }) => rule === undefined) || (exempt && lenient.length === 0)
}
