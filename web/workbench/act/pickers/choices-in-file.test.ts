import { expect, test } from 'vitest'
import type { FileAtHand } from '../file-context.ts'
import { choicesInFile } from './choices-in-file.ts'

test('evidence and things taken in from another file are named by kind and day, not by their ids', () => {
  const state = {
    evidence: [
      { id: 'own', kind: 'documentary', proves: ['identity'], on: '2026-03-02' },
      { id: 'act-9.their', kind: 'testimony', proves: ['conduct', 'amount'], on: '2026-02-11' },
      { id: 'marked', kind: 'statement', proves: [], on: '2026-02-12', unusable: 'two-officers' },
    ],
    held: [{ id: 'h1', quantity: 3, measure: 'seized', since: '2026-02-11T20:00:00.000Z' }],
  }
  const acts = [{ id: 'a1', title: { zh: '收集证据', en: 'Collect evidence' }, payload: { evidence: 'own', title: '营业执照' }, marks: [] }]
  const file = { matter: { state, parties: [], items: {}, documents: [], findings: [] }, acts, body: 'scjg', names: {}, learnName: () => undefined } as unknown as FileAtHand
  const zh = (text: { zh: string }): string => text.zh
  expect(choicesInFile('evidence', file, zh).map(({ value, label }) => [value, label])).toEqual([['own', '收集证据：营业执照'], ['act-9.their', '证人证言 2026-02-11'], ['marked', '当事人陈述 2026-02-12']])
  expect(choicesInFile('evidence', file, zh).map(({ under }) => under)).toEqual([undefined, '原始记录在接收的案卷或者纸质案卷中 · 违法行为 · 金额、数量', '已标记为不得作为依据'])
  expect(choicesInFile('held', file, zh).map(({ label }) => label)).toEqual(['扣押的物品 2026-02-12 × 3'])
})
