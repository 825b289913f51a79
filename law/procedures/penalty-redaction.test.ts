import { expect, test } from 'vitest'
import { waitingFor } from '../judge.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory } from './walk.test-data.ts'

/** 个人信息保护法 47, D9: what two heads may let be erased, and what nobody may. */

function leadTaken(): CaseInMemory {
  const one = new CaseInMemory()
  expect(one.do('clerk', 'register-lead', { source: 'report', received: '2026-03-02', discoveredOn: '2026-03-02', realName: true, suspects: ['shop'] })).toEqual([])
  return one
}

const proposed = (one: CaseInMemory, field: string, entry = one.last('register-lead')) =>
  one.do('chief', 'propose-redaction', { texts: [{ entry, field }], ground: 'unrelated', documents: [] }).map(({ guard }) => guard)

test('one head proposes and another approves; the state says what is gone, and it is not erased twice', () => {
  const one = leadTaken()
  const entry = one.last('register-lead')
  expect(one.do('chen', 'propose-redaction', { texts: [{ entry, field: 'summary' }], ground: 'unrelated', documents: [] }).map(({ guard }) => guard)).toEqual(['by'])
  expect(proposed(one, 'summary')).toEqual([])
  expect(waitingFor(penaltyOrdinary, one.state).filter(({ act }) => act === 'approve-redaction')).toMatchObject([{ post: 'head', except: ['chief'] }])
  expect(one.do('chief', 'approve-redaction').map(({ guard }) => guard)).toEqual(['by'])
  expect(one.state.redacted).toBeUndefined()
  expect(one.do('deputy', 'approve-redaction')).toEqual([])
  expect([one.state.redacted, one.state.toRedact]).toEqual([{ [entry]: ['/summary'] }, undefined])
  expect(proposed(one, 'summary')).toEqual(['texts-to-erase'])
})

test('what the law reads, what is in no file, and what was returned is not erased', () => {
  const one = leadTaken()
  for (const field of ['received', 'realName', 'suspects.0', 'nothing', 'summary.0']) expect([field, ...proposed(one, field)]).toEqual([field, 'texts-to-erase'])
  expect(proposed(one, 'summary', 'elsewhere')).toEqual(['texts-to-erase'])
  expect(proposed(one, 'informant')).toEqual([])
  expect(one.do('deputy', 'return-redaction')).toEqual([])
  expect([one.state.redacted, one.state.toRedact]).toEqual([undefined, undefined])
  expect(one.do('deputy', 'approve-redaction').map(({ guard }) => guard)).toContain('proposal-current')
})
