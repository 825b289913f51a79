import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from './difference.ts'

test('marks the words taken out and put in', () => {
  expect(difference('处一万元以下罚款。', '处三万元以上罚款。')).toEqual([
    { kind: 'same', text: '处' }, { kind: 'gone', text: '一' }, { kind: 'new', text: '三' }, { kind: 'same', text: '万元以' },
    { kind: 'gone', text: '下' }, { kind: 'new', text: '上' }, { kind: 'same', text: '罚款。' }])
  expect(difference('同', '同')).toEqual([{ kind: 'same', text: '同' }])
})

test('both texts are always whole', () => {
  const text = fc.string({ unit: fc.constantFrom('处', '罚', '款', '1', 'a', '，'), maxLength: 30 })
  fc.assert(fc.property(text, text, (before, after) => {
    const runs = difference(before, after)
    expect(runs.filter(({ kind }) => kind !== 'new').map((run) => run.text).join('')).toBe(before)
    expect(runs.filter(({ kind }) => kind !== 'gone').map((run) => run.text).join('')).toBe(after)
  }))
})
