import { cite } from '../citation.ts'
import type { ReleaseFact } from '../facts.ts'
import { guard, type Judged } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { words } from '../words.ts'

const article = cite('行政处罚法', 54, 1)

interface Joins {
  readonly kind?: string
  readonly matter?: string
  readonly partiesGoing?: readonly string[]
  readonly violationsGoing?: readonly string[]
}

/** R7: matters are joined and parted between cases of one body, and the receiving case has accepted it. */
export const joinderAccepted = guard<PenaltyCase, Joins>(
  'joinder-accepted',
  article,
  {
    title: words('接收的案件已同意接收', 'The receiving case has accepted'),
    cure: words('先在接收的案件中由机关负责人同意接收本案。', 'Let a head accept it in the receiving case first.'),
    needs: ['released'],
  },
  (judged) => {
    const { kind, matter } = judged.act.payload ?? judged.state.joinder ?? {}
    if (!matter) return
    const accepted = fromMatter(judged, matter).some(({ release }) => release.kind === 'accept' && release.body === judged.state.body && release.of === kind)
    return !accepted && words('接收的案件尚未同意接收，或者不属于本机关。', 'The receiving case has not accepted, or belongs to another body.')
  },
)

/** R19: a case is not emptied by division; what goes whole is merged. */
export const somethingRemains = guard<PenaltyCase, Joins>(
  'something-remains',
  article,
  {
    title: words('分案后本案仍有当事人和违法行为', 'A party and a violation remain'),
    cure: words('只分出部分当事人或者违法行为；全部移交的，提请并案。', 'Part with some of them only; if all go, merge the case.'),
  },
  ({ state, act: { payload } }) => {
    if (payload?.kind !== 'split') return
    const { partiesGoing: parties = [], violationsGoing: violations = [] } = payload
    if (parties.length + violations.length === 0) return words('没有写明分出的当事人或者违法行为。', 'Neither a party nor a violation to part with is named.')
    const left = state.violations.filter((each) => !violations.includes(each.id) && each.parties.some((id) => !parties.includes(id)))
    return left.length === 0 && words('分案后本案没有当事人或者违法行为。', 'Nothing would remain in this case.')
  },
)

/** Nothing is taken in that was not released to this case, and nothing twice. */
export const releasedToUs = guard<PenaltyCase, Joins>(
  'released-to-us',
  article,
  {
    title: words('对方案件已移交', 'The other case has released it'),
    cure: words('等待对方案件的机关负责人批准并案（分案）。', 'Wait until the merger or division is approved in the other case.'),
    needs: ['released'],
  },
  (judged) => {
    const { matter } = judged.act.payload ?? {}
    return matter !== undefined && newReleases(judged, matter).length === 0 && words('对方案件没有向本案移交，或者已经接收。', 'The other case has released nothing to this one, or it was taken in already.')
  },
)

type Case = Pick<Judged<PenaltyCase>, 'state' | 'facts'>

const fromMatter = ({ facts }: Case, matter: string): ReleaseFact[] => (facts.released ?? []).filter((each) => each.matter === matter)

/** What that matter released to this one and is not taken in yet. */
export const newReleases = (judged: Case, matter: string): ReleaseFact[] =>
  fromMatter(judged, matter).filter(({ release }) => release.kind !== 'accept' && !judged.state.takenIn?.includes(release.act))
