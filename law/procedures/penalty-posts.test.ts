import { describe, expect, test } from 'vitest'
import { usualApproval } from '../approval.ts'
import type { ApprovalRule } from '../facts.ts'
import { waitingFor, type Actor } from '../judge.ts'
import type { Post, Refusal } from '../procedure.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory as Case, lawful, people, type Who } from './walk.test-data.ts'

const guardsOf = (refusals: Refusal[]) => refusals.map((each) => each.guard)
const body = 'market'

/** A case in which somebody holds other posts than usual. */
class Bureau extends Case {
  readonly posts: Partial<Record<Who, readonly Post[]>> = {}
  override actor(who: Who): Actor {
    return { ...people[who], posts: this.posts[who] ?? people[who].posts }
  }
}

const proposed = (team: readonly string[] = ['chen', 'li'], unit = 'squad'): Bureau => {
  const one = new Bureau()
  one.facts = { ...lawful, certificates: Object.fromEntries(['chen', 'li', 'unit'].map((each) => [each, { valid: true, fields: [] }])), approval: { rules: {}, fields: ['食品'] }, bodyReviewers: [{ person: 'reviewer', qualified: true }] }
  one.posts.unitHead = [...people.unitHead.posts, { kind: 'officer', body, unit }]
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team })
  one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team })
  return one
}

const reported = (team?: readonly string[]): Bureau => {
  const one = proposed(team)
  expect(one.do('chief', 'approve-filing')).toEqual([])
  one.do('chen', 'record-scene', { evidence: 'e1', proves: ['conduct', 'amount', 'identity', 'circumstance'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  expect(one.do('chen', 'submit-report', { relied: ['e1'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }] })).toEqual([])
  return one
}

const setTo = (one: Bureau, act: string, rule: ApprovalRule) => void (one.facts = { ...one.facts, approval: { rules: { [act]: rule }, fields: ['食品'] } })

describe('who approves', () => {
  test.each<[string, readonly Post[], boolean]>([
    ['a deputy in charge of everything', [{ kind: 'head', body, rank: 'deputy' }], true],
    ['a deputy in charge of the field', [{ kind: 'head', body, rank: 'deputy', fields: ['食品', '药品'] }], true],
    ['a deputy in charge of another field', [{ kind: 'head', body, rank: 'deputy', fields: ['药品'] }], false],
    ['an acting chief', [{ kind: 'head', body, rank: 'acting' }], true],
    ['a head of another body', [{ kind: 'head', body: 'other', rank: 'chief' }], false],
    ['a unit head without delegation', [{ kind: 'unit-head', body, unit: 'squad' }], false],
    ['a unit head with a delegation', [{ kind: 'head', body, delegation: { id: 'd', to: 'unit-head', acts: ['approve-filing'] } }], true],
    ['a unit head delegated something else', [{ kind: 'head', body, delegation: { id: 'd', to: 'unit-head', acts: ['return-filing'] } }], false],
  ])('by default: %s', (_, posts, may) => {
    const one = proposed()
    one.posts.deputy = posts
    expect(guardsOf(one.do('deputy', 'approve-filing'))).toEqual(may ? [] : ['by'])
  })

  test('as the body set it, on the day of the act', () => {
    const one = proposed()
    setTo(one, 'approve-filing', { ranks: ['chief', 'acting'], inField: false })
    const [refusal] = one.do('deputy', 'approve-filing')
    expect([refusal?.guard, refusal?.cure.zh]).toEqual(['by', expect.stringContaining('书面授权')])
    setTo(one, 'approve-filing', { ranks: ['deputy'], inField: false })
    one.posts.deputy = [{ kind: 'head', body, rank: 'deputy', fields: ['药品'] }]
    expect(guardsOf(one.do('chief', 'approve-filing'))).toEqual(['by'])
    expect(one.do('deputy', 'approve-filing')).toEqual([])
  })

  test('the penalty is a head’s own: a unit head gets it by no delegation, a deputy does', () => {
    const one = reported()
    const given = (to: 'deputy' | 'unit-head'): readonly Post[] => [{ kind: 'head', body, delegation: { id: 'd', to, acts: ['issue-notice', 'decide-criminal-transfer'] } }]
    one.do('unitHead', 'endorse-report')
    one.do('reviewer', 'pass-review')
    setTo(one, 'issue-notice', { ranks: ['chief'], inField: false })
    one.posts.deputy = given('unit-head')
    expect(guardsOf(one.do('deputy', 'issue-notice'))).toEqual(['by'])
    one.posts.deputy = given('deputy')
    expect(one.do('deputy', 'issue-notice')).toEqual([])
    one.do('chen', 'report-suspected-crime', { reason: '' })
    expect(guardsOf(one.do('deputy', 'decide-criminal-transfer'))).toContain('by')
    expect(usualApproval.ranks).toContain('acting')
  })
})

test('a township with three certified officers: the leader handles the case, so a head takes his step', () => {
  const one = reported(['chen', 'li', 'unit'])
  expect(guardsOf(one.do('unitHead', 'endorse-report'))).toEqual(['by'])
  const waits = waitingFor(penaltyOrdinary, one.state).filter(({ act }) => act === 'endorse-report')
  expect(waits).toEqual([
    { act: 'endorse-report', post: 'unit-head', place: 'squad', except: ['chen', 'li', 'unit'] },
    { act: 'endorse-report', post: 'head', place: body, except: ['chen', 'li', 'unit'], standsFor: { post: 'unit-head', place: 'squad' } },
  ])
  expect(one.do('deputy', 'endorse-report')).toEqual([])
  expect(one.do('reviewer', 'pass-review')).toEqual([])
  expect(one.do('chief', 'issue-notice')).toEqual([])
  one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' })
  one.days(10)
  expect(one.do('unitHead', 'propose-decision')).toEqual([])
  expect(one.do('deputy', 'decide-penalty')).toEqual([])
  expect(one.refolded()).toEqual(one.state)
})

describe('the county pool', () => {
  test('lends a reviewer where the body has none left, who reads this matter', () => {
    const one = reported()
    one.do('unitHead', 'endorse-report')
    expect(guardsOf(one.do('unitHead', 'ask-pool-reviewer', { reason: '' }))).toEqual(['no-reviewer-left'])
    one.facts = { ...one.facts, bodyReviewers: [{ person: 'trainee', qualified: false }, { person: 'chen', qualified: true }] }
    expect(one.do('unitHead', 'ask-pool-reviewer', { reason: '' })).toEqual([])
    expect(waitingFor(penaltyOrdinary, one.state)).toContainEqual({ act: 'assign-reviewer', post: 'supervisor', place: '*', except: [] })
    one.posts.deputy = [{ kind: 'supervisor', body: 'justice' }]
    one.posts.reviewer = [{ kind: 'legal-reviewer', body: 'justice' }]
    expect(guardsOf(one.do('reviewer', 'pass-review'))).toEqual(['by'])
    expect(guardsOf(one.do('deputy', 'assign-reviewer', { reviewer: 'chen', reason: '' }))).toEqual(['reviewer-from-pool'])
    expect(guardsOf(one.do('deputy', 'assign-reviewer', { reviewer: 'nobody', reason: '' }))).toEqual(['reviewer-from-pool'])
    expect(one.do('deputy', 'assign-reviewer', { reviewer: 'reviewer', reason: '' })).toEqual([])
    expect(one.state.readers['reviewer']).toBeNull()
    expect(waitingFor(penaltyOrdinary, one.state)).toContainEqual(expect.objectContaining({ act: 'pass-review', person: 'reviewer' }))
    expect(one.do('reviewer', 'pass-review')).toEqual([])
    expect(one.refolded()).toEqual(one.state)
  })
})

test('collective discussion: heads vote, recused ones do not and do not count, others attend; the body may ask for it', () => {
  const one = reported()
  one.facts = { ...one.facts, settings: { ...lawful.settings, discussionFrom: 1_000_000 } as never, heads: [...(lawful.heads ?? []), { person: 'third', rank: 'deputy' }, { person: 'fourth', rank: 'deputy' }] }
  one.do('unitHead', 'endorse-report')
  one.do('reviewer', 'pass-review')
  one.do('chief', 'issue-notice')
  one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' })
  one.days(10)
  one.do('chen', 'propose-decision')
  expect(waitingFor(penaltyOrdinary, one.state).map(({ act }) => act)).toContain('discuss')
  const seats = (...persons: string[]) => ({ members: persons.map((person) => ({ person, opinion: '' })), attending: ['reviewer', 'chen'] })
  expect(guardsOf(one.do('chief', 'decide-penalty'))).toEqual(['discussed-together'])
  expect(guardsOf(one.do('chief', 'discuss', seats('chief', 'deputy')))).toEqual(['enough-members'])
  expect(guardsOf(one.do('chief', 'discuss', seats('chief', 'deputy', 'third', 'reviewer')))).toEqual(['members-vote'])
  one.do('clerk', 'ask-recusal', { person: 'fourth', reason: '' })
  expect(one.do('chief', 'decide-recusal', { person: 'fourth', granted: true, reason: '' })).toEqual([])
  expect(guardsOf(one.do('chief', 'discuss', seats('chief', 'deputy', 'fourth')))).toEqual(['members-vote'])
  expect(one.do('chief', 'discuss', seats('chief', 'deputy'))).toEqual([])
  expect(one.do('chief', 'decide-penalty')).toEqual([])
})
