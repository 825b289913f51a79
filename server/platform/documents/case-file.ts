import { PDFDocument, type PDFFont, PDFHexString, type PDFImage, PDFName, PDFNumber, type PDFPage, type PDFRef, rgb, StandardFonts } from 'pdf-lib'
import type { caseCover } from '@faheng/law/documents/case-cover/document.ts'
import type { caseNotes } from '@faheng/law/documents/case-notes/document.ts'
import type { FieldsOf, Frame, Volume } from '@faheng/law/documents/document.ts'
import type { DocumentEngine } from './engine.ts'

/** One document of the file: as it was rendered, or the signed paper in its place, scanned as JPEG, PNG or PDF (R28). */
interface CaseFileEntry {
  readonly title: string
  readonly volume: Volume
  readonly number?: string
  readonly responsible?: string
  readonly date?: string
  readonly remark?: string
  readonly pdf?: Uint8Array
  readonly scans?: readonly Uint8Array[]
}

type Counted = 'volume' | 'pages' | 'documents'

export interface CaseFile {
  readonly engine: Pick<DocumentEngine, 'render'>
  readonly body: Frame['body']
  /** The day of binding. */
  readonly date: string
  readonly cover: Omit<FieldsOf<typeof caseCover>, Counted>
  readonly notes: Omit<FieldsOf<typeof caseNotes>, Counted>
  readonly entries: readonly CaseFileEntry[]
  /** Only the main volume goes to the party and the court. Default: both, where they hold anything. */
  readonly volumes?: readonly Volume[]
}

interface Mark {
  readonly title: string
  readonly page: PDFPage
  readonly under: Mark[]
}

const A4 = [595.28, 841.89] as const
const MM = 72 / 25.4

/**
 * Binds a case as one PDF: for each volume cover, catalogue, the documents with running page numbers in the upper outer
 * corner, and the closing notes; bookmarks lead to each. Cover, catalogue and notes are not numbered, as archives count.
 * Throws naming the entry when one cannot be read (encrypted or broken).
 */
export async function bindCaseFile(file: CaseFile): Promise<Uint8Array> {
  const bound = await PDFDocument.create({ updateMetadata: false })
  bound.setTitle(`${file.cover.caseNumber} ${file.cover.cause}`)
  bound.setAuthor(file.body.name)
  bound.setLanguage('zh-CN')
  bound.setCreationDate(new Date(`${file.date}T00:00:00Z`))
  bound.setModificationDate(new Date(`${file.date}T00:00:00Z`))
  const digits = await bound.embedFont(StandardFonts.Helvetica)
  const marks: Mark[] = []
  for (const volume of file.volumes ?? (['main', 'inner'] as const)) {
    const entries = file.entries.filter((entry) => entry.volume === volume)
    if (entries.length > 0) marks.push(await bindVolume(bound, file, volume, entries, digits))
  }
  writeOutline(bound, marks)
  return bound.save()
}

async function bindVolume(bound: PDFDocument, file: CaseFile, volume: Volume, entries: readonly CaseFileEntry[], digits: PDFFont): Promise<Mark> {
  const loaded: { entry: CaseFileEntry; parts: Part[]; from: number; to: number }[] = []
  let pages = 0
  for (const entry of entries) {
    const parts = await Promise.all([...(entry.pdf ? [entry.pdf] : []), ...(entry.scans ?? [])].map(async (each): Promise<Part> => (isPdf(each) || each === entry.pdf ? load(entry.title, each) : each)))
    const length = parts.reduce((sum, each) => sum + (each instanceof PDFDocument ? each.getPageCount() : 1), 0)
    loaded.push({ entry, parts, from: pages + 1, to: pages + length })
    pages += length
  }
  const counted = { volume, pages, documents: entries.length }
  const rows = loaded.map(({ entry: { title, number, responsible, date, remark }, from, to }) => ({
    title,
    from,
    to,
    ...(number === undefined ? {} : { number }),
    ...(responsible === undefined ? {} : { responsible }),
    ...(date === undefined ? {} : { date }),
    ...(remark === undefined ? {} : { remark }),
  }))
  const own = (kind: string, fields: unknown) => file.engine.render({ kind, fields, frame: { body: file.body, date: file.date } })
  const [cover, catalogue, notes] = await Promise.all([
    own('case-cover', { ...file.cover, ...counted }),
    own('case-catalogue', { volume, cause: file.cover.cause, rows }),
    own('case-notes', { ...file.notes, ...counted }),
  ])

  const first = await append(bound, await PDFDocument.load(cover.pdf))
  const under: Mark[] = [{ title: '卷内文件目录', page: await append(bound, await PDFDocument.load(catalogue.pdf)), under: [] }]
  for (const { entry, parts, from } of loaded) {
    const start = bound.getPageCount()
    for (const part of parts) await (part instanceof PDFDocument ? append(bound, part) : appendScan(bound, entry.title, part))
    const added = bound.getPages().slice(start)
    added.forEach((page, i) => stamp(page, String(from + i), digits))
    if (added[0]) under.push({ title: entry.number ? `${entry.title}（${entry.number}）` : entry.title, page: added[0], under: [] })
  }
  under.push({ title: '卷内备考表', page: await append(bound, await PDFDocument.load(notes.pdf)), under: [] })
  return { title: volume === 'main' ? '正卷' : '副卷', page: first, under }
}

type Part = PDFDocument | Uint8Array

const isPdf = (content: Uint8Array): boolean => Buffer.from(content.subarray(0, 5)).toString('latin1') === '%PDF-'

async function load(title: string, pdf: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(pdf, { updateMetadata: false })
  } catch (cause) {
    throw new Error(`"${title}" cannot be bound: its PDF cannot be read`, { cause })
  }
}

/** Appends all pages and gives the first. */
async function append(bound: PDFDocument, source: PDFDocument): Promise<PDFPage> {
  const pages = await bound.copyPages(source, source.getPageIndices())
  for (const page of pages) bound.addPage(page)
  return pages[0] ?? bound.addPage([...A4])
}

/** A scanned page fills A4, upright or across as it was taken. */
async function appendScan(bound: PDFDocument, title: string, scan: Uint8Array): Promise<void> {
  let image: PDFImage
  try {
    image = scan[0] === 0x89 ? await bound.embedPng(scan) : await bound.embedJpg(scan)
  } catch (cause) {
    throw new Error(`"${title}" cannot be bound: a scanned page is neither JPEG nor PNG`, { cause })
  }
  const [width, height] = image.width > image.height ? [A4[1], A4[0]] : A4
  const { width: w, height: h } = image.scaleToFit(width, height)
  bound.addPage([width, height]).drawImage(image, { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h })
}

function stamp(page: PDFPage, number: string, font: PDFFont): void {
  const { x, y, width, height } = page.getCropBox()
  const size = 11
  page.drawText(number, {
    x: x + width - 10 * MM - font.widthOfTextAtSize(number, size),
    y: y + height - 10 * MM,
    size,
    font,
    color: rgb(0.1, 0.1, 0.1),
  })
}

/** Bookmarks (PDF 32000-1 §12.3.3); pdf-lib has no call for them. */
function writeOutline(bound: PDFDocument, marks: readonly Mark[]): void {
  if (marks.length === 0) return
  const { context } = bound
  const write = (siblings: readonly Mark[], parent: PDFRef): { first: PDFRef; last: PDFRef; count: number } => {
    const refs = siblings.map(() => context.nextRef())
    let count = siblings.length
    siblings.forEach((mark, i) => {
      const self = refs[i] as PDFRef
      const below = mark.under.length > 0 ? write(mark.under, self) : undefined
      count += below?.count ?? 0
      const item = context.obj({ Parent: parent, Dest: [mark.page.ref, PDFName.of('Fit')] })
      item.set(PDFName.of('Title'), PDFHexString.fromText(mark.title))
      const before = refs[i - 1]
      const after = refs[i + 1]
      if (before) item.set(PDFName.of('Prev'), before)
      if (after) item.set(PDFName.of('Next'), after)
      if (below) {
        item.set(PDFName.of('First'), below.first)
        item.set(PDFName.of('Last'), below.last)
        item.set(PDFName.of('Count'), PDFNumber.of(below.count))
      }
      context.assign(self, item)
    })
    return { first: refs[0] as PDFRef, last: refs.at(-1) as PDFRef, count }
  }
  const root = context.nextRef()
  const { first, last, count } = write(marks, root)
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }))
  bound.catalog.set(PDFName.of('Outlines'), root)
  bound.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
