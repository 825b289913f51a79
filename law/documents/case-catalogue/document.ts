import { count, day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { volumeField, volumeNames } from '../parts/volume.ts'
import { chosen, countText, dayText } from '../present.ts'

/** 卷内目录: one row a document, with the page of the volume on which it begins. */
export const caseCatalogue = document({
  kind: 'case-catalogue',
  title: words('卷内文件目录', 'Catalogue of the file'),
  volume: 'main',
  outward: false,
  partySigns: false,
  template: 'case-catalogue',
  version: 1,
  fields: payload({
    volume: volumeField,
    cause: text(words('案由', 'Cause'), { max: 400 }),
    rows: list(
      words('文件', 'Documents'),
      group(words('文件', 'Document'), {
        title: text(words('题名', 'Title'), { max: 300 }),
        number: optional(text(words('文号', 'Number'), { max: 100 })),
        responsible: optional(text(words('责任者', 'Author'), { max: 200 })),
        date: optional(day(words('日期', 'Date'))),
        from: count(words('起始页号', 'First page')),
        to: count(words('截止页号', 'Last page')),
        remark: optional(text(words('备注', 'Remark'), { max: 200 })),
      }),
      { max: 2000 },
    ),
  }),
  // A document of which no page is bound has none here.
  view: (f) => ({
    volume: chosen(volumeNames, f.volume),
    cause: f.cause,
    rows: f.rows.map(({ title, number, responsible, date, from, to, remark }, i) => ({
      no: String(i + 1),
      title,
      number: number ?? '',
      responsible: responsible ?? '',
      date: date ? dayText(date) : '',
      pages: to < from ? '' : from === to ? countText(from) : `${countText(from)}–${countText(to)}`,
      remark: remark ?? '',
    })),
  }),
})
