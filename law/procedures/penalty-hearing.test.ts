import { describe, expect, test } from 'vitest'
import { available, waitingFor } from '../judge.ts'
import type { Refusal } from '../procedure.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory as Case, lawful, people } from './walk.test-data.ts'

const guardsOf = (refusals: Refusal[]) => refusals.map((each) => each.guard)

/** A case in which the notice was served on 2026-03-02, a Monday, and gives the right to a hearing. */
const noticed = (overlay = 'market-supervision', parties = ['shop']): Case => {
  const one = new Case()
  one.facts = { ...lawful, settings: { ...lawful.settings, overlay, hearingThreshold: { person: 100, organisation: 100 } } as never, parties: Object.fromEntries(parties.map((each) => [each, { kind: 'legal-person' }])) as never }
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: parties })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  one.do('chen', 'propose-filing', { parties, violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties, harm: false }], team: ['chen', 'li'] })
  one.do('chief', 'approve-filing')
  one.do('chen', 'record-scene', { evidence: 'e1', proves: ['conduct', 'amount', 'identity', 'circumstance'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  expect(one.do('chen', 'submit-report', { relied: ['e1'], penalties: parties.map((party) => ({ party, violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 })) })).toEqual([])
  expect(one.do('unitHead', 'endorse-report')).toEqual([])
  if (overlay !== 'general') expect(one.do('reviewer', 'pass-review')).toEqual([])
  expect(one.do('chief', 'issue-notice')).toEqual([])
  for (const party of parties) one.do('chen', 'serve', { document: one.last('issue-notice'), party })
  return one
}

/** Arranged on 2026-03-03; a hearing on the 12th leaves seven workdays. */
const arranged = (one: Case, more: object = {}): Refusal[] => one.do('chief', 'arrange-hearing', { chair: 'deputy', at: '2026-03-12T01:00:00.000Z', place: '…', ...more })

const asked = (overlay?: string, parties?: string[]): Case => {
  const one = noticed(overlay, parties)
  one.do('chen', 'request-hearing', { party: 'shop' })
  one.days(1)
  return one
}

describe('a hearing', () => {
  test.each(['market-supervision', 'general'])('requested, arranged, held, reported, reviewed again, discussed, decided (%s)', (overlay) => {
    const one = asked(overlay)
    expect(waitingFor(penaltyOrdinary, one.state).map((each) => each.act)).toContain('arrange-hearing')
    expect(guardsOf(arranged(one, { chair: 'chen' }))).toEqual(['chair-no-investigator'])
    expect(guardsOf(arranged(one, { at: '2026-03-10T01:00:00.000Z' }))).toEqual(['hearing-told-in-time'])
    expect(guardsOf(arranged(one, { at: '2026-03-11T01:00:00.000Z' }))).toEqual(['hearing-told-in-time'])
    expect(guardsOf(arranged(one, { at: '2026-03-01T01:00:00.000Z', shorterNotice: true }))).toEqual(['hearing-told-in-time'])
    expect(guardsOf(arranged(one, { open: 'closed' }))).toEqual(['hearing-public'])
    expect(guardsOf(arranged(one, { parties: ['other'] }))).toEqual(['hearing-requested'])
    expect(guardsOf(one.do('chen', 'arrange-hearing', { chair: 'deputy', at: '2026-03-12T01:00:00.000Z' }))).toEqual(['by'])
    expect(arranged(one)).toEqual([])
    one.days(9)
    expect(guardsOf(one.do('chen', 'propose-decision'))).toContain('hearing-held')
    expect(guardsOf(one.do('deputy', 'report-hearing'))).toEqual(['lawfully-heard'])
    expect(one.do('chen', 'hold-hearing')).toEqual([])
    expect(one.state.findings).toEqual([])
    expect(guardsOf(one.do('chen', 'propose-decision'))).toContain('hearing-held')
    expect(waitingFor(penaltyOrdinary, one.state)).toContainEqual(expect.objectContaining({ act: 'report-hearing', person: 'deputy' }))
    expect(guardsOf(one.do('reviewer', 'report-hearing'))).toEqual(['by'])
    expect(one.do('deputy', 'report-hearing')).toEqual([])
    expect(one.state.stage).toBe('review')
    expect(guardsOf(one.do('chen', 'propose-decision'))).toEqual(['stage', 'review-passed'])
    expect(one.do('reviewer', 'pass-review')).toEqual([])
    expect(one.state.stage).toBe('notice')
    expect(one.do('chen', 'propose-decision')).toEqual([])
    expect(guardsOf(one.do('chief', 'decide-penalty'))).toEqual(['discussed-together'])
    expect(one.do('chief', 'discuss', { members: [{ person: 'chief', opinion: '' }, { person: 'deputy', opinion: '' }] })).toEqual([])
    expect(one.do('chief', 'decide-penalty')).toEqual([])
    expect(one.state.stage).toBe('service')
    expect(one.refolded()).toEqual(one.state)
  })

  test('chaired by an investigator it is recorded, marked and found, and a new one is owed', () => {
    const one = asked()
    arranged(one)
    one.days(9)
    expect(one.do('clerk', 'hold-hearing', { chair: 'li' })).toEqual([])
    expect(one.state.hearing?.held?.unlawful).toBe('chair-no-investigator')
    expect(one.state.findings.map((each) => each.rule)).toEqual(['mark:chair-no-investigator', 'mark:hearing-arranged', 'heard-unlawfully'])
    expect(guardsOf(one.do('deputy', 'report-hearing'))).toEqual(['lawfully-heard'])
    expect(guardsOf(one.do('chen', 'propose-decision'))).toContain('hearing-held')
    expect(arranged(one, { at: '2026-03-30T01:00:00.000Z' })).toEqual([])
    one.days(18)
    one.do('clerk', 'hold-hearing')
    expect(one.do('deputy', 'report-hearing')).toEqual([])
    expect(one.do('reviewer', 'pass-review')).toEqual([])
    expect(one.do('chen', 'propose-decision')).toEqual([])
  })

  test('held too early or never arranged it counts for nothing; consent to a shorter notice mends the first', () => {
    const never = asked()
    never.do('clerk', 'hold-hearing', { chair: 'deputy', attendance: [{ party: 'shop', came: 'absent' }] })
    expect(never.state.findings.map((each) => each.rule)).toEqual(['mark:hearing-arranged', 'heard-unlawfully'])
    expect(guardsOf(never.do('chen', 'propose-decision'))).toContain('hearing-held')
    const early = asked()
    arranged(early)
    early.days(3)
    early.do('clerk', 'hold-hearing', { attendance: [{ party: 'shop', came: 'absent' }] })
    expect(early.state.hearing?.held?.unlawful).toBe('hearing-not-too-early')
    expect(guardsOf(early.do('chen', 'propose-decision'))).toContain('hearing-held')
    const agreed = asked()
    expect(arranged(agreed, { at: '2026-03-05T01:00:00.000Z', shorterNotice: true })).toEqual([])
    agreed.days(2)
    agreed.do('clerk', 'hold-hearing')
    expect(agreed.state.findings).toEqual([])
    expect(agreed.do('deputy', 'report-hearing')).toEqual([])
  })

  test('who stays away without good reason has given it up, and of two parties each is owed his own', () => {
    const gone = asked('general')
    arranged(gone)
    gone.days(9)
    gone.do('clerk', 'hold-hearing', { attendance: [{ party: 'shop', came: 'absent' }] })
    expect(gone.do('chen', 'propose-decision')).toEqual([])
    const two = asked('market-supervision', ['shop', 'owner'])
    arranged(two)
    two.do('clerk', 'request-hearing', { party: 'owner' })
    two.days(9)
    two.do('clerk', 'hold-hearing')
    expect(two.do('deputy', 'report-hearing')).toEqual([])
    expect(two.do('reviewer', 'pass-review')).toEqual([])
    expect(guardsOf(two.do('chen', 'propose-decision'))).toEqual(['hearing-held'])
  })

  test('the page offers a hearing only where one was asked for', () => {
    const suits = (one: Case) => available(penaltyOrdinary, one.state, people.chief, one.facts, '2026-03-03T01:00:00.000Z').filter((each) => each.suits).map((each) => each.kind)
    expect(suits(noticed())).not.toContain('arrange-hearing')
    expect(suits(asked())).toContain('arrange-hearing')
  })
})

test('who waives only his defence keeps his hearing, and who withdraws the hearing may still state and defend', () => {
  const one = asked()
  one.do('chen', 'waive-defence', { party: 'shop', waived: ['defence'] })
  expect(guardsOf(one.do('chen', 'propose-decision'))).toEqual(['hearing-held'])
  const other = asked()
  other.do('chen', 'waive-defence', { party: 'shop', waived: ['hearing'] })
  expect(guardsOf(other.do('chen', 'propose-decision'))).toEqual(['defence-term-over'])
})

describe('asked for in vain', () => {
  const decline = (one: Case, more: object = {}) => one.do('chief', 'decline-hearing', { reason: '…', ...more })
  const awaited = (one: Case) => waitingFor(penaltyOrdinary, one.state).map((each) => each.act)

  test('too late, it is recorded, holds nothing up, and is declined in writing', () => {
    const one = noticed('general')
    expect(guardsOf(decline(one))).toEqual(['hearing-not-owed'])
    one.days(8)
    one.do('clerk', 'request-hearing')
    expect(one.state.findings.map((each) => each.rule)).toEqual(['mark:hearing-asked-in-time'])
    expect(awaited(one)).toContain('decline-hearing')
    expect(awaited(one)).not.toContain('arrange-hearing')
    expect(decline(one)).toEqual([])
    expect(one.acts.at(-1)?.payload).toMatchObject({ party: 'shop', ground: 'late' })
    expect(awaited(one)).not.toContain('decline-hearing')
    expect(one.do('chen', 'propose-decision')).toEqual([])
    expect(one.refolded()).toEqual(one.state)
  })

  test('on the fifth workday it is in time, and cannot be declined', () => {
    const one = noticed()
    one.now = Date.parse('2026-03-09T15:00:00.000Z')
    one.do('clerk', 'request-hearing')
    expect(one.state.findings).toEqual([])
    expect(guardsOf(decline(one, { party: 'shop', ground: 'late' }))).toEqual(['hearing-not-owed'])
  })

  test('without the right, the form begins with who has it, and the body may hear him all the same', () => {
    const one = noticed('general', ['shop', 'owner'])
    one.state = { ...one.state, notices: one.state.notices.map((each) => ({ ...each, hearing: ['owner'] })) }
    expect(penaltyOrdinary.acts['request-hearing']?.prefill(one.state, {})).toEqual({ party: 'owner' })
    one.do('clerk', 'request-hearing', { party: 'shop' })
    expect(one.state.findings.map((each) => each.rule)).toEqual(['mark:hearing-asked-by-right'])
    expect(arranged(one, { parties: ['shop'] })).toEqual([])
    expect(guardsOf(one.do('chen', 'propose-decision'))).toContain('hearing-held')
  })
})

describe('the term to decide', () => {
  const term = (one: Case) => one.state.clocks.find((each) => each.clock === 'decision')

  test('stands still from the arrangement to the report where the sector’s rules say so, and not elsewhere', () => {
    const one = asked()
    const before = term(one)?.due
    arranged(one)
    expect(term(one)?.due).toBeUndefined()
    one.days(9)
    one.do('chen', 'hold-hearing')
    expect(term(one)?.due).toBeUndefined()
    one.do('deputy', 'report-hearing')
    expect(term(one)).toMatchObject({ pauses: [{ from: '2026-03-03', until: '2026-03-12' }] })
    expect([before, term(one)?.due]).toEqual(['2026-06-01', '2026-06-09'])
    const general = asked('general')
    arranged(general)
    expect(term(general)?.due).toBeDefined()
  })

  test('counts on when nobody waits for the hearing any more', () => {
    const withdrawn = asked()
    arranged(withdrawn)
    withdrawn.do('clerk', 'waive-defence', { party: 'shop', waived: ['hearing'] })
    expect(term(withdrawn)?.due).toBeDefined()
    const away = asked()
    arranged(away)
    away.days(9)
    away.do('clerk', 'hold-hearing', { attendance: [{ party: 'shop', came: 'absent' }] })
    expect(term(away)?.due).toBeDefined()
  })
})
