import { cite } from '../citation.ts'
import { parseCitations } from '../citations/parse.ts'
import type { EntrustedFact } from '../facts.ts'
import { standingRank } from '../items/lawful-bases.ts'
import { guard, type Judged } from '../procedure.ts'
import type { EntrustmentCase } from '../procedures/entrustment-case.ts'
import { addDays, isDay } from '../time/day.ts'
import { words } from '../words.ts'

/** 委托 (处罚法 20, 21; 强制法 17): what an organ may let an organisation do in its name, and to whom. */

export interface EntrustmentTold {
  readonly organisation?: string
  readonly norm?: string
  readonly items?: readonly string[]
  readonly from?: string
  readonly until?: string
  readonly publishedOn?: string
  readonly on?: string
  readonly publicAffairs?: boolean
}
type At = Judged<EntrustmentCase, EntrustmentTold>

const itemsAt = ({ state, act }: At): readonly string[] => act.payload?.items ?? state.entries.map(({ item }) => item)
const organisationAt = ({ state, act, facts }: At): EntrustedFact | undefined => facts.entrusted?.[act.payload?.organisation ?? state.organisation ?? '']
const told = ({ act }: At): boolean => act.payload !== undefined

/** 20(1): a law, a regulation or a rule lets the organ entrust it; a document does not. */
export const entrustingNorm = guard<EntrustmentCase, EntrustmentTold>(
  'entrusting-norm',
  cite('行政处罚法', 20, 1),
  {
    title: words('法律、法规、规章规定可以委托', 'A law, regulation or rule provides for entrusting'),
    cure: words('写明规定可以委托的法律、法规、规章及其条款；规范性文件不能作为委托依据。', 'Name article and statute that provide for it; a normative document is no basis.'),
    needs: ['statutes'],
  },
  ({ state, act, facts, on }) => {
    if (act.payload === undefined) return undefined
    const { read } = parseCitations(act.payload.norm ?? state.norm)
    const [norm] = read
    if (norm === undefined) return words('没有写明法规名称和条款。', 'It names no statute and article.')
    const unfit = read.find(({ statute }) => standingRank(statute, facts.statutes?.[statute]?.rank) === 'unknown')
    if (unfit) return words(`《${unfit.statute}》不是法律、法规、规章，或者层级不明。`, `${unfit.statute} is no law, regulation or rule, or its rank is not known.`)
    const given = act.payload.from ?? state.from
    const day = given !== undefined && given > on ? given : on
    const over = read.find(({ statute }) => facts.statutes?.[statute]?.inForce.some((each) => each.from <= day && (each.until === undefined || day < each.until)) === false)
    return over && words(`《${over.statute}》在${day}不是现行有效的。`, `${over.statute} is not in force on ${day}.`)
  },
)

/** 20(1), 21: to an organisation that is registered as entrusted by this organ. */
export const organisationOwn = guard<EntrustmentCase, EntrustmentTold>(
  'entrustment-organisation',
  cite('行政处罚法', 21),
  {
    title: words('受委托的是本机关登记的受委托组织', 'The organisation is registered as entrusted by this organ'),
    cure: words('先在执法主体中登记该组织，写明委托机关；不得委托其他组织或者个人。', 'Register the organisation under this organ first; nobody else is entrusted.'),
    needs: ['entrusted'],
  },
  (judged) => told(judged) && organisationAt(judged)?.principal !== judged.state.body && words('所选主体不是本机关登记的受委托组织。', 'It is not registered as an organisation entrusted by this organ.'),
)

/** 20(4): what was entrusted is not entrusted again. */
export const notEntrustedAgain = guard<EntrustmentCase>(
  'entrustment-not-again',
  cite('行政处罚法', 20, 4),
  {
    title: words('受委托组织不得再委托', 'The entrusted entrusts nobody'),
    cure: words('由有处罚权的行政机关办理委托。', 'The organ that holds the power entrusts it itself.'),
    needs: ['entrusted'],
  },
  ({ state, facts }) => facts.entrusted?.[state.body] !== undefined && words('本组织是受委托组织，不得再委托。', 'This organisation is itself entrusted.'),
)

/** 强制法 17(1): coercive measures are carried out by the organ the law names and are not entrusted. */
export const coercionNotEntrusted = guard<EntrustmentCase, EntrustmentTold>(
  'entrustment-no-coercion',
  cite('行政强制法', 17, 1),
  {
    title: words('行政强制措施权不得委托', 'Coercion is not entrusted'),
    cure: words('删除行政强制事项，由行政机关具备资格的执法人员自行实施。', 'Take the items of coercion out; the organ’s own qualified officers carry them out.'),
    needs: ['catalogue'],
  },
  (judged) => {
    const coercive = itemsAt(judged).map((item) => judged.facts.catalogue?.[item]).find((item) => item?.content.kind === 'coercion')
    return coercive && words(`“${coercive.content.title}”是行政强制事项。`, `"${coercive.content.title}" is an item of coercion.`)
  },
)

/** 20(1): within its own powers. */
export const ownPenalties = guard<EntrustmentCase, EntrustmentTold>(
  'entrustment-own-penalties',
  cite('行政处罚法', 20, 1),
  {
    title: words('委托的是本机关现行的处罚事项', 'Penalties that the organ itself holds'),
    cure: words('只选择本机关目录中现行有效的行政处罚事项；其他权力依照各自的法律办理。', 'Choose penalties standing in the organ’s own catalogue; other powers follow their own laws.'),
    needs: ['catalogue'],
  },
  (judged) => {
    if (!told(judged)) return undefined
    const items = itemsAt(judged).map((item) => judged.facts.catalogue?.[item])
    if (items.some((item) => !item?.standing || item.body !== judged.state.body)) return words('有事项不在本机关的现行目录中。', 'An item does not stand in the organ’s own catalogue.')
    const other = items.find((item) => item && item.content.kind !== 'penalty' && item.content.kind !== 'coercion')
    return other && words(`“${other.content.title}”不是行政处罚。`, `"${other.content.title}" is no penalty.`)
  },
)

/** 20(2): the letter states its term. */
export const termStated = guard<EntrustmentCase, EntrustmentTold>(
  'entrustment-term',
  cite('行政处罚法', 20, 2),
  {
    title: words('委托期限明确', 'The term is stated'),
    cure: words('写明起止日期，届满日不早于生效日，也没有过去。', 'Give the first and the last day, in order and not over.'),
  },
  ({ state, act: { payload }, on }) => {
    if (payload === undefined) return undefined
    const [from, until] = [payload.from ?? state.from, payload.until ?? state.until]
    if (from === undefined || until === undefined || !isDay(from) || !isDay(until)) return words('没有这一天。', 'There is no such day.')
    if (until < from) return words('期限届满早于生效。', 'It would end before it begins.')
    return until < on && words('委托期限已经届满。', 'The term is over.')
  },
)

/** One letter for an item at a time: a renewal begins where the letter before it ends. */
export const notEntrustedYet = guard<EntrustmentCase, EntrustmentTold>(
  'entrustment-not-yet',
  cite('行政处罚法', 20, 2),
  {
    title: words('事项在期限内未重复委托', 'No item is entrusted twice for the same days'),
    cure: words('续期的，自原委托届满之次日起；或者先终止原委托。', 'Renew from the day after the term before, or end that first.'),
    needs: ['entrusted'],
  },
  (judged) => {
    const from = judged.act.payload?.from ?? judged.state.from
    if (!told(judged) || from === undefined) return undefined
    const items = itemsAt(judged)
    return (organisationAt(judged)?.items ?? []).some(({ item, until }) => items.includes(item) && from < until) && words('有事项已经委托给该组织，期限未满。', 'An item is entrusted to it already, and the term is not over.')
  },
)

/** 21: set up by law and managing public affairs; with people who know the law and hold certificates. */
export const organisationQualifies = guard<EntrustmentCase, EntrustmentTold>(
  'entrustment-qualified',
  cite('行政处罚法', 21),
  {
    title: words('受委托组织符合法定条件', 'The organisation qualifies'),
    cure: words('依法成立并具有管理公共事务职能，至少两名持证执法人员；不具备的，不得委托。', 'It is set up by law, manages public affairs, and has two certified officers at least; else it is not entrusted.'),
    needs: ['entrusted'],
  },
  (judged) => {
    const certified = organisationAt(judged)?.certified ?? 0
    if (certified < 2) return words(`该组织现有持证执法人员${certified}名。`, `It has ${certified} certified officers.`)
    return judged.act.payload?.publicAffairs === false && words('该组织不是依法成立并具有管理公共事务职能的组织。', 'It is not set up by law to manage public affairs.')
  },
)

/** 20(2): both publish the letter; before that nobody outside can know that the organisation may act. */
export const letterPublished = guard<EntrustmentCase, EntrustmentTold>(
  'entrustment-published',
  cite('行政处罚法', 20, 2),
  {
    title: words('双方已将委托书向社会公布', 'Both have published the letter'),
    cure: words('公布后再登记，写明公布日期。', 'Publish it first, then enter the day.'),
  },
  ({ act: { payload }, on }) => payload?.publishedOn !== undefined && (!isDay(payload.publishedOn) || payload.publishedOn > on) && words('委托书尚未公布。', 'The letter is not published yet.'),
)

/** It ends on a day of its term or as it runs out. */
export const endsWithinTerm = guard<EntrustmentCase, EntrustmentTold>(
  'entrustment-end',
  cite('行政处罚法', 20, 2),
  {
    title: words('终止日期在委托期限内', 'It ends within its term'),
    cure: words('终止日期填写期限内的日期；期限届满的，填写届满之次日。', 'Give a day of the term, or the day after its last.'),
  },
  ({ state, act: { payload } }) => {
    if (payload?.on === undefined || state.until === undefined) return undefined
    return (!isDay(payload.on) || payload.on < (state.entries[0]?.from ?? '') || payload.on > addDays(state.until, 1)) && words('终止日期不在委托期限内。', 'That day is not within its term.')
  },
)
