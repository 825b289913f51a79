import { Check, Errors } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { fillBlanks } from '@faheng/law/documents/blank.ts'
import { documentOf } from '@faheng/law/documents/index.ts'
import { present } from '@faheng/law/documents/present.ts'
import type { Act } from '@faheng/law/procedure.ts'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import { documentsFrom } from '../../acts/index.ts'
import { startDocumentEngine } from '../../platform/documents/engine.ts'
import { DrivenCase } from './drive.test-data.ts'
import * as paths from './paths.test-data.ts'
import { penaltyDocuments } from './index.ts'

const papers = documentsFrom([penaltyDocuments])

const driven = Object.entries(paths).map(([name, drive]) => [name, drive] as const)

describe('every document of a case fits its own schema and reads well', () => {
  test.each(driven)('%s', (_, drive) => {
    const one = drive(new DrivenCase())
    expect(misfits(one)).toEqual([])
    for (const { kind, text } of texts(one)) {
      expect(text, kind).not.toMatch(/undefined|NaN|null|\[object/)
      expect(text, kind).not.toMatch(/[。；，、：！？][。；，、：！？]|的的|案案|涉嫌涉嫌|证明证明|了的规定|〔〕|（）/)
    }
  })

  test.each(driven)('%s, with the personal fields erased', (_, drive) => {
    const one = drive(new DrivenCase({ erased: true }))
    expect(misfits(one)).toEqual([])
    for (const { kind, text } of texts(one)) expect(text, kind).not.toMatch(/undefined|NaN|null|\[object/)
  })

  test('together the paths make every kind of document', () => {
    const kinds = new Set(driven.flatMap(([, drive]) => drive(new DrivenCase()).made.map(({ kind }) => kind)))
    expect(Object.keys(penaltyDocuments.composers).filter((kind) => !kinds.has(kind))).toEqual([])
  })
})

describe('what was entered once', () => {
  const fieldsOf = (one: DrivenCase, kind: string) => one.made.findLast((each) => each.kind === kind)?.fields as never

  test('the decision states the six elements from the file', () => {
    const one = paths.mainPath(new DrivenCase())
    expect(fieldsOf(one, 'penalty-decision')).toMatchObject({
      party: { name: '云岭县鲜满仓商贸有限公司', address: '云岭县城关镇迎宾大道118号' },
      violations: [{ conduct: '经营超过保质期的食品', violated: [{ statute: '食品安全法', article: 34, item: 10 }], basis: [{ article: 124, paragraph: 1, item: 5 }] }],
      penalties: [{ kind: 'confiscate-goods' }, { kind: 'fine', amount: 5_000_000 }],
      payment: { bank: '云岭县农村商业银行城关支行', days: 15 },
      remedy: { reviewOrgan: '云岭县人民政府', court: '云岭县人民法院' },
      orders: [],
    })
    expect((fieldsOf(one, 'penalty-decision') as { hearingOfParty: string }).hearingOfParty).toMatch(/云市监罚告〔2026〕\d+号.*口头方式提出陈述、申辩.*经复核.*部分予以采纳/)
  })

  test('approvals carry every step with its name', () => {
    const approvals = (fieldsOf(paths.mainPath(new DrivenCase()), 'decision-approval') as { approvals: { role: string; name: string }[] }).approvals
    expect(approvals.map(({ role, name }) => `${role} ${name}`)).toEqual(['办案机构负责人意见 李建国', '法制审核意见 吴晓峰', '行政机关负责人意见 王振华'])
  })

  test('the informant is in no document', () => {
    expect(JSON.stringify(paths.mainPath(new DrivenCase()).made)).not.toContain('匿名提供人甲')
  })

  test('a second notice replaces the first, and the third review is the third', () => {
    const one = paths.twice(new DrivenCase())
    const first = one.made.find(({ kind }) => kind === 'penalty-notice')?.number
    expect(fieldsOf(one, 'penalty-notice')).toMatchObject({ replaces: first, penalties: [{ kind: 'fine', amount: 4_000_000 }] })
    expect(one.made.filter(({ kind }) => kind === 'legal-review-opinion').map(({ fields }) => fields as { round: number; conclusion: string }))
      .toMatchObject([{ round: 1, conclusion: 'agree' }, { round: 2, conclusion: 'correct' }, { round: 3, conclusion: 'agree' }])
  })

  test('what was said to the first notice stands before the second', () => {
    const { hearingOfParty } = fieldsOf(paths.twice(new DrivenCase()), 'penalty-decision') as { hearingOfParty: string }
    expect(hearingOfParty).toMatch(/送达.*请求减轻处罚。.*予以采纳。.*重新向当事人送达.*未再提出陈述、申辩意见。$/)
  })

  test('each party reads of its own conduct alone', () => {
    const decisions = paths.severalParties(new DrivenCase()).made.filter(({ kind }) => kind === 'penalty-decision')
    expect(decisions).toHaveLength(2)
    expect(JSON.stringify(decisions[1]?.fields)).not.toContain('进货查验')
  })

  test('the norm broken is read from the punishing text where it names one', () => {
    const { violations } = fieldsOf(paths.severalParties(new DrivenCase()), 'investigation-report') as { violations: { violated: unknown }[] }
    expect(violations[1]?.violated).toEqual([{ statute: '食品安全法', article: 53, paragraph: 2 }])
  })
})

test('a preview of an empty form is composed and laid out', () => {
  const one = paths.mainPath(new DrivenCase())
  for (const [kind, { documents: uses }] of Object.entries(penaltyOrdinary.acts))
    for (const use of uses) {
      const at = '2026-12-01T01:00:00.000Z'
      const act: Act = { id: 'preview', kind, seq: 0, occurredAt: at, recordedAt: at, actor: 'chen', payload: {}, facts: {}, hash: '' }
      for (const state of [one.state, penaltyOrdinary.begin({ body: 'market', unit: 'squad' })]) {
        const fields = fillBlanks(documentOf(use.kind).fields, papers.draft(use.kind, { ...one.context(act, ''), state }))
        expect(JSON.stringify(present(documentOf(use.kind), fields, { body: { name: '', short: '' } })), use.kind).not.toMatch(/undefined|NaN/)
      }
    }
})

test('names the matter by its lead, then by its filing', () => {
  expect(papers.kindOf('filing-approval')).toEqual({ version: 1, outward: false, series: '立', namesMatter: true })
  expect(papers.kindOf('penalty-decision')).toEqual({ version: 1, outward: true, series: '罚' })
  expect(() => papers.kindOf('letter')).toThrow(RangeError)
})

test('all of them render', async () => {
  const engine = startDocumentEngine()
  try {
    for (const { kind, fields, day, number } of paths.withRegistration(new DrivenCase()).made) {
      const { pages } = await engine.render({ kind, fields, frame: { body: { name: '云岭县市场监督管理局', short: '云市监' }, date: day, ...(number ? { number } : {}) } })
      expect(pages, kind).toBeGreaterThan(0)
    }
  } finally {
    await engine.close()
  }
})

const misfits = (one: DrivenCase) =>
  one.made.flatMap(({ kind, fields }) => {
    const schema = documentOf(kind).fields
    return Check(schema, fields) ? [] : [{ kind, errors: [...Errors(schema, fields)].map((each) => `${each.instancePath} ${each.message}`) }]
  })

/** All strings a template is given. */
const texts = (one: DrivenCase) =>
  one.made.map(({ kind, fields }) => {
    const strings: string[] = []
    const walk = (value: unknown): void => {
      if (typeof value === 'string') strings.push(value)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
    }
    walk(present(documentOf(kind), fields as never, { body: { name: '云岭县市场监督管理局', short: '云市监' } }).view)
    return { kind, text: strings.join('\n') }
  })
