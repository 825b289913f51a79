import { zip } from '../platform/tables/zip.ts'
import { barPng, linePng } from './report-pictures.ts'
import type { paperOf } from './report.ts'

type Paper = ReturnType<typeof paperOf>

/**
 * The report as a text document that offices open and edit: the same fields as the PDF, with tables and pictures. Written by
 * hand, since it needs headings, paragraphs, tables and pictures of WordprocessingML (ISO/IEC 29500) and nothing else.
 */
export function reportDocx(paper: Paper): Buffer {
  const pictures: Buffer[] = []
  const picture = (png: Buffer, width: number, height: number, said: string): string => {
    pictures.push(png)
    return drawing(pictures.length, width, height, said)
  }
  const title = `${paper.county}行政执法质量提升行动计划${paper.year}年度报告`
  const { county, on, states, parts, bodies, tasks } = paper
  const said = states.map((each) => `${each.title}${each.count}项`).join('，')
  const body = [
    heading(title, 'Title'),
    paragraph(`${county}，截至${on}。检查、办案、罚款的数量不作为目标，也不用于考核。`),
    block(picture(barPng(states.map(({ count }) => count)), 450, 18, said)),
    paragraph(`${said}。`),
    ...parts.flatMap((part) => [
      heading(part.title, 'Heading1'),
      table([600, 2600, 1000, 1100, 3700], ['序号', '举措', '进展', '完成比例', '依据和指标'], part.rows.map((row) => [
        cell(String(row.number)), cell(row.title), cell(row.state), cell(row.value === undefined ? '—' : `${row.value}%`),
        cell(row.rule, ...row.indicators.map((each) => `${each.title}：${each.figure}${each.before ? `；上年${each.before}` : ''}`)),
      ])),
      ...part.rows.flatMap(({ number, indicators }) => indicators.flatMap((each) => each.series.length > 1 ? [
        paragraph(`${number}　${each.title}：各月${each.series.map(({ month, share }) => `${month}月${share}%`).join('，')}${each.before ? `；上年末${each.before}` : ''}。`),
        block(picture(linePng(each.series, each.earlier), 300, 60, `${each.title}各月比例`)),
      ] : [])),
    ]),
    ...(bodies.length > 0 ? [heading('各单位情况', 'Heading1'), paragraph('按登记顺序列出，不排名。'), table([600, 3600, 3000, 1800], ['序号', '指标', '单位', '数值'], bodies.map((row) => [cell(String(row.number)), cell(row.indicator), cell(row.body), cell(row.figure)]))] : []),
    ...(tasks.length > 0 ? [heading('任务与证明', 'Heading1'), table([600, 4200, 1500, 1500, 1200], ['序号', '单位', '期限', '进展', '报送'], tasks.map((row) => [cell(String(row.number)), cell(row.body), cell(row.due), cell(row.state), cell(row.submitted)]))] : []),
  ].join('')
  return zip({
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/>${pictures.map((_, i) => `<Relationship Id="p${i + 1}" Type="${relations}/image" Target="media/p${i + 1}.png"/>`).join('')}</Relationships>`,
    'word/styles.xml': styles,
    'word/document.xml': `${xml}<w:document xmlns:w="${main}" xmlns:r="${relations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    ...Object.fromEntries(pictures.map((png, i) => [`word/media/p${i + 1}.png`, png])),
  })
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
const block = (runs: string, style?: string): string => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`
const paragraph = (text: string): string => block(run(text))
const heading = (text: string, style: 'Title' | 'Heading1'): string => block(run(text), style)
const cell = (...lines: readonly string[]): string => lines.map((line) => block(run(line), 'Cell')).join('')

/** Widths in twentieths of a point, 9026 in all: an A4 page within its margins. */
function table(widths: readonly number[], head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], header: boolean) =>
    `<w:tr>${header ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map((each, i) => `<w:tc><w:tcPr><w:tcW w:w="${widths[i] ?? 0}" w:type="dxa"/></w:tcPr>${each}</w:tc>`).join('')}</w:tr>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:color="999999"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>${row(head.map((each) => cell(each)), true)}${rows.map((each) => row(each, false)).join('')}</w:tbl>${block('')}`
}

/** Sizes in points. */
function drawing(n: number, width: number, height: number, said: string): string {
  const size = `cx="${width * 12_700}" cy="${height * 12_700}"`
  return `<w:r><w:drawing><wp:inline><wp:extent ${size}/><wp:docPr id="${n}" name="p${n}" descr="${escaped(said)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${n}" name="p${n}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="p${n}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

const font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/>'
const styles = `${xml}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="24"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/><w:spacing w:after="240"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="19"/></w:rPr></w:style></w:styles>`
