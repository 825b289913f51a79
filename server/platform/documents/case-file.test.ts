import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { sampleFrame, samples } from '@faheng/law/documents/samples.test-data.ts'
import { bindCaseFile, type CaseFile } from './case-file.ts'
import { startDocumentEngine } from './engine.ts'

const engine = startDocumentEngine()
afterAll(() => engine.close())

const frame = { ...sampleFrame, date: '2026-11-23' }
const rendered = async (kind: string, size: 'least' | 'most') => (await engine.render({ kind, fields: samples[kind]?.[size], frame })).pdf

// A white point: the smallest PNG there is.
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64')

const file = async (): Promise<CaseFile> => ({
  engine,
  body: frame.body,
  date: '2026-11-23',
  cover: { cause: '涉嫌销售超过保质期的食品', caseNumber: '云市监立〔2026〕31号', parties: '某店', handlers: '周立群、何思敏', retention: '30年' },
  notes: { notes: '无。', binder: '何思敏', boundOn: '2026-11-23' },
  entries: [
    { title: '行政处罚决定书', volume: 'main', number: '云市监罚〔2026〕12号', date: '2026-11-05', pdf: await rendered('penalty-decision', 'most') },
    { title: '送达回证', volume: 'main', scans: [png, png] },
    { title: '立案审批表', volume: 'inner', pdf: await rendered('filing-approval', 'least') },
  ],
})

test('binds both volumes with cover, catalogue, notes and a bookmark for each document', async () => {
  const bound = await PDFDocument.load(await bindCaseFile(await file()))
  const decision = (await PDFDocument.load(await rendered('penalty-decision', 'most'))).getPageCount()
  expect(bound.getPageCount()).toBe(3 + decision + 2 + 3 + 1)
  expect(outline(bound)).toEqual([
    { title: '正卷', page: 0 },
    { title: '卷内文件目录', page: 1 },
    { title: '行政处罚决定书（云市监罚〔2026〕12号）', page: 2 },
    { title: '送达回证', page: 2 + decision },
    { title: '卷内备考表', page: 4 + decision },
    { title: '副卷', page: 5 + decision },
    { title: '卷内文件目录', page: 6 + decision },
    { title: '立案审批表', page: 7 + decision },
    { title: '卷内备考表', page: 8 + decision },
  ])
})

test('the party and the court get the main volume alone', async () => {
  const bound = await PDFDocument.load(await bindCaseFile({ ...(await file()), volumes: ['main'] }))
  expect(outline(bound).map(({ title }) => title)).not.toContain('副卷')
})

test('a signed paper scanned as PDF is bound with its own pages', async () => {
  const given = await file()
  const notice = await rendered('penalty-notice', 'most')
  const pages = (await PDFDocument.load(notice)).getPageCount()
  const entries = [{ title: '行政处罚告知书', volume: 'main' as const, scans: [png, notice] }]
  expect((await PDFDocument.load(await bindCaseFile({ ...given, entries }))).getPageCount()).toBe(3 + 1 + pages)
})

test('binding twice gives the same bytes', async () => {
  const given = await file()
  expect(Buffer.compare(await bindCaseFile(given), await bindCaseFile(given))).toBe(0)
})

test('an entry that cannot be read is named', async () => {
  const given = await file()
  await expect(bindCaseFile({ ...given, entries: [{ title: '现场笔录', volume: 'main', pdf: new Uint8Array([1, 2]) }] })).rejects.toThrow('"现场笔录" cannot be bound')
  await expect(bindCaseFile({ ...given, entries: [{ title: '送达回证', volume: 'main', scans: [new Uint8Array([9])] }] })).rejects.toThrow('"送达回证" cannot be bound')
})

function outline(bound: PDFDocument): { title: string; page: number }[] {
  const pages = bound.getPages().map((page) => page.ref)
  const found: { title: string; page: number }[] = []
  const walk = (ref: PDFRef | undefined): void => {
    if (!ref) return
    const item = bound.context.lookup(ref, PDFDict)
    const page = item.lookup(PDFName.of('Dest'), PDFArray).get(0)
    found.push({ title: item.lookup(PDFName.of('Title'), PDFHexString).decodeText(), page: pages.findIndex((each) => each === page) })
    walk(item.get(PDFName.of('First')) as PDFRef | undefined)
    walk(item.get(PDFName.of('Next')) as PDFRef | undefined)
  }
  walk(bound.catalog.lookup(PDFName.of('Outlines'), PDFDict).get(PDFName.of('First')) as PDFRef | undefined)
  return found
}
