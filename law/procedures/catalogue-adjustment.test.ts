import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '../facts.ts'
import { step } from '../fold.ts'
import { isNormativeDocument, unlawfulBases, type Rested } from '../items/lawful-bases.ts'
import type { Act } from '../procedure.ts'
import { catalogueAdjustment } from './catalogue-adjustment.ts'
import { newCatalogueCase } from './catalogue-case.ts'

const at = '2026-03-02T01:00:00.000Z'
const act = (kind: string, payload: object, facts: Facts = {}): Act => ({ id: kind, kind, seq: 1, occurredAt: at, recordedAt: at, actor: 'li', payload, facts, hash: '' })
const begun = newCatalogueCase({ body: 'market', unit: 'squad' })
const fresh = {
  change: 'add', kind: 'penalty', title: '未按规定标示', field: '食品', basis: '《样例条例》第四十条第一款', text: '处一千元以上一万元以下罚款。', penalties: '罚款', range: '处一千元以上一万元以下罚款', subject: '县市场监督管理局', level: '县级',
}
const refusals = (entry: object, facts: Facts = {}): string[] => {
  const proposed = act('propose-adjustment', { entries: [entry] })
  return (catalogueAdjustment.acts['propose-adjustment']?.guards ?? []).filter((each) => each.unmet({ state: begun, act: proposed, facts, on: '2026-03-02' })).map(({ id }) => id)
}

test('a new item is read as an import would read it, and published it is version one of that day', () => {
  const proposed = step(catalogueAdjustment, begun, act('propose-adjustment', { ground: 'basis-changed', entries: [fresh] }))
  const [entry] = proposed.state.entries
  expect(entry).toMatchObject({ change: 'add', against: 0, content: { title: '未按规定标示', kinds: ['fine'], status: 'parsed', branches: [{ fine: { floor: 100_000, ceiling: 1_000_000 } }] } })
  expect(entry?.item).toMatch(/^market\.I[0-9A-Z]{13}$/)
  const { effects, state } = step(catalogueAdjustment, { ...proposed.state, stage: 'publication' }, act('publish-adjustment', { from: '2026-04-01', where: '县政府网站' }))
  expect(effects).toMatchObject([{ room: 'item', version: 1, body: 'market', validFrom: '2026-04-01', validUntil: null, published: true }])
  expect(state).toMatchObject({ stage: 'published', ended: true })
})

test('a change keeps what it does not name, a withdrawal is a version without a day', () => {
  const item = step(catalogueAdjustment, begun, act('propose-adjustment', { entries: [fresh] })).state.entries[0]
  if (!item) throw new Error('no item')
  const facts: Facts = { catalogue: { [item.item]: { version: 3, body: 'market', standing: true, from: '2024-01-01', content: item.content } } }
  const changed = step(catalogueAdjustment, begun, act('propose-adjustment', { entries: [{ change: 'change', item: item.item, range: '处二千元以上一万元以下罚款', text: '处二千元以上一万元以下罚款。' }] }, facts)).state.entries[0]
  expect(changed).toMatchObject({ against: 3, content: { title: '未按规定标示', field: '食品', branches: [{ fine: { floor: 200_000 } }], details: { subject: '县市场监督管理局', level: '县级' } } })
  const renamed = step(catalogueAdjustment, begun, act('propose-adjustment', { entries: [{ change: 'change', item: item.item, title: '标签不合规定' }] }, facts)).state.entries[0]
  expect(renamed?.content).toEqual({ ...item.content, title: '标签不合规定' })
  const withdrawn = step(catalogueAdjustment, begun, act('propose-adjustment', { entries: [{ change: 'withdraw', item: item.item }] }, facts)).state
  expect(step(catalogueAdjustment, { ...withdrawn, stage: 'publication' }, act('publish-adjustment', { from: '2026-04-01' }, facts)).effects)
    .toMatchObject([{ version: 4, validFrom: '2026-04-01', validUntil: '2026-04-01', title: '未按规定标示' }])
})

test('a proposal is refused for what it lacks', () => {
  expect(refusals(fresh)).toEqual([])
  expect(refusals({ ...fresh, basis: '暂无' })).toContain('entries-read')
  expect(refusals({ change: 'withdraw', item: 'nowhere' })).toContain('entries-read')
  expect(refusals({ ...fresh, basis: '《关于加强标示管理的通知》第三条' })).toContain('bases-lawful')
  expect(refusals({ ...fresh, kind: 'coercion' })).toContain('coercion-named')
  expect(refusals(fresh, { statutes: { 样例条例: { rank: 'local-regulation', inForce: [{ from: '2010-01-01', until: '2026-01-01' }] } } })).toContain('bases-in-force')
  const found = step(catalogueAdjustment, begun, act('propose-adjustment', { entries: [fresh] })).state.entries[0]
  if (found) expect(refusals(fresh, { catalogue: { [found.item]: { version: 1, body: 'market', standing: true, from: '2020-01-01', content: found.content } } })).toEqual(['entries-own'])
})

const rested = (kind: Rested['kind'], rank: Rested['norms'][number]['rank'], more: Partial<Rested> = {}): Rested => ({ kind, kinds: [], norms: [{ statute: '某规定', rank }], temporary: false, ...more })

test.each<[string, Rested, string | undefined]>([
  ['a penalty by a rule', rested('penalty', 'departmental-rule', { kinds: ['fine'] }), undefined],
  ['a revocation by a rule alone', rested('penalty', 'departmental-rule', { kinds: ['revoke-licence'] }), '行政处罚法 13'],
  ['the same with a law beside it', rested('penalty', 'law', { kinds: ['revoke-licence'], norms: [{ statute: '甲法', rank: 'law' }, { statute: '某办法', rank: 'departmental-rule' }] }), undefined],
  ['a licence by a departmental rule', rested('licence', 'departmental-rule'), '行政许可法 17'],
  ['a lasting licence by a local rule', rested('licence', 'local-rule'), '行政许可法 17'],
  ['a temporary one', rested('licence', 'local-rule', { temporary: true }), undefined],
  ['sealing by a local regulation', rested('coercion', 'local-regulation', { coercion: 'seal' }), undefined],
  ['freezing by a local regulation', rested('coercion', 'local-regulation', { coercion: 'freeze' }), '行政强制法 10'],
  ['execution by an administrative regulation', rested('coercion', 'administrative-regulation', { coercion: 'execution' }), '行政强制法 13'],
  ['a requisition by an administrative regulation', rested('requisition', 'administrative-regulation'), '立法法 11'],
  ['a levy by a rule', rested('levy', 'departmental-rule'), '立法法 91'],
  ['an inspection by a rule', rested('inspection', 'local-rule'), undefined],
  ['what nobody knows', rested('reward', 'unknown'), '立法法 91'],
])('%s', (_, given, article) => {
  const against = unlawfulBases(given)
  expect(against && `${against.article.statute} ${against.article.article}`).toBe(article)
})

test('a document by its name', () => {
  expect(['关于某事的通知', '某行业监管意见（试行）', '市级权力清单'].every(isNormativeDocument)).toBe(true)
  expect(['食品安全法', '城市市容和环境卫生管理条例', '行政处罚程序规定', '网络交易监督管理办法'].some(isNormativeDocument)).toBe(false)
})

test('no act fails, whatever it is told', () => {
  const entry = fc.dictionary(fc.constantFrom('change', 'item', 'kind', 'title', 'basis', 'text', 'range', 'until', 'coercion'), fc.oneof(fc.anything(), fc.constantFrom('add', 'change', 'withdraw', 'penalty', 'coercion')))
  fc.assert(fc.property(fc.constantFrom(...Object.keys(catalogueAdjustment.acts)), fc.oneof(fc.record({ entries: fc.array(entry) }), fc.dictionary(fc.string({ maxLength: 8 }), fc.anything())), (kind, payload) => {
    expect(() => step(catalogueAdjustment, begun, act(kind, payload))).not.toThrow()
  }))
})
