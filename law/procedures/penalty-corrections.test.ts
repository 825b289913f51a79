import { expect, test } from 'vitest'
import { CaseInMemory, toPerformance } from './walk.test-data.ts'

const looked = { evidence: 'again', proves: ['circumstance'], certificateShown: true, recusalTold: true, officers: ['chen', 'li'], result: 'corrected' }

test('an order with a day opens a term of the party, and the re-inspection closes it and is evidence', () => {
  const one = new CaseInMemory()
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  expect(one.do('chen', 'order-to-correct', { party: 'shop', by: '2026-03-20' })).toEqual([])
  expect(one.state.clocks.filter((each) => each.clock === 'correction')).toMatchObject([{ subject: 'shop', due: '2026-03-20' }])
  expect(one.do('li', 're-inspect', { ...looked, order: one.last('order-to-correct'), result: 'partly' })).toEqual([])
  expect(one.state.clocks.find((each) => each.clock === 'correction')?.closed).toBeDefined()
  expect(one.state.corrections).toMatchObject([{ party: 'shop', by: '2026-03-20', checked: { result: 'partly' } }])
  expect(one.state.evidence.at(-1)).toMatchObject({ id: 'again', kind: 'record' })
})

test('one officer alone, or without showing certificates: recorded, marked, and the order stays to be checked', () => {
  const one = toPerformance()
  one.do('chen', 're-inspect', { ...looked, officers: ['chen'] })
  one.do('chen', 're-inspect', { ...looked, certificateShown: false })
  expect(one.state.findings.map((each) => each.rule).filter((each) => each.startsWith('mark:'))).toEqual(['mark:two-officers', 'mark:rights-told'])
  expect(one.state.corrections).toEqual([{ act: one.last('order-to-correct'), party: 'shop' }])
})

test('a case closed without anybody having looked again is found', () => {
  const paid = () => {
    const one = toPerformance()
    one.do('chen', 'record-payment', { item: one.state.performance[0]?.id, amount: 1_000_000, channel: 'bank', paidOn: '2026-03-12', receipt: '1' })
    return one
  }
  const close = (one: ReturnType<typeof paid>) => {
    expect([...one.do('chen', 'propose-closing'), ...one.do('chief', 'approve-closing')]).toEqual([])
    return one.state.findings.filter((each) => each.rule === 'correction-not-checked').map((each) => each.subject)
  }
  expect(close(paid())).toEqual(['shop'])
  const checked = paid()
  checked.do('chen', 're-inspect', looked)
  expect(close(checked)).toEqual([])
})
