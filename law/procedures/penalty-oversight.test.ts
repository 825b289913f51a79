import { expect, test } from 'vitest'
import { judge, waitingFor } from '../judge.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { ticksOwed } from './penalty-oversight.ts'
import { CaseInMemory, people } from './walk.test-data.ts'

function cancelled(): CaseInMemory {
  const one = new CaseInMemory()
  one.do('clerk', 'register-lead', { source: 'report', received: '2026-03-02', discoveredOn: '2026-03-02', realName: true, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })
  one.do('chief', 'approve-filing')
  expect(one.do('chief', 'cancel-mistaken-filing', { ground: 'duplicate', reason: '重复立案' })).toEqual([])
  return one
}

const waits = (one: CaseInMemory) => waitingFor(penaltyOrdinary, one.state).filter(({ act }) => act === 'acknowledge-finding')

test('a cancelled filing waits for a supervisor of the county until he has looked into it', () => {
  const one = cancelled()
  expect(waits(one)).toMatchObject([{ post: 'supervisor', place: '*' }])
  expect(one.do('chief', 'acknowledge-finding', { result: 'justified' }).map((each) => each.guard)).toEqual(['by'])
  expect(one.do('supervisor', 'acknowledge-finding', { result: 'justified', opinion: '确系重复立案' })).toEqual([])
  expect(one.state.acknowledged).toMatchObject([{ of: one.last('cancel-mistaken-filing'), by: 'supervisor', result: 'justified' }])
  expect([ticksOwed(one.state), waits(one)]).toEqual([[], []])
})

test('the informant is unsealed by a head of the body, at whatever stage, and by nobody else', () => {
  const one = cancelled()
  const asks = (who: keyof typeof people) => judge(penaltyOrdinary, one.state, { id: 'x', kind: 'unseal-informant', occurredAt: new Date(one.now).toISOString(), recordedAt: new Date(one.now).toISOString(), actor: people[who].person, payload: { reason: '核实奖励' }, hash: 'h' }, people[who], one.facts).map((each) => each.guard)
  expect([asks('chief'), asks('deputy'), asks('chen'), asks('unitHead'), asks('reviewer'), asks('supervisor')]).toEqual([[], [], ['by'], ['by'], ['by'], ['by']])
})
