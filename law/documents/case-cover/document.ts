import { count, day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { volumeField, volumeNames } from '../parts/volume.ts'
import { chosen, countText, dayText } from '../present.ts'

/** 案卷封面. */
export const caseCover = document({
  kind: 'case-cover',
  title: words('行政处罚案卷', 'Penalty case file'),
  volume: 'main',
  outward: false,
  partySigns: false,
  template: 'case-cover',
  version: 1,
  fields: payload({
    volume: volumeField,
    cause: text(words('题名（案由）', 'Title'), { max: 600 }),
    caseNumber: text(words('案号', 'Case number'), { max: 100 }),
    parties: text(words('当事人', 'Parties'), { personal: true, max: 1000 }),
    handlers: text(words('办案人员', 'Officers'), { max: 200 }),
    filedOn: optional(day(words('立案日期', 'Filed on'))),
    decidedOn: optional(day(words('决定日期', 'Decided on'))),
    closedOn: optional(day(words('结案日期', 'Closed on'))),
    outcome: optional(text(words('处理结果', 'Outcome'), { max: 2000 })),
    boundOn: optional(day(words('归档日期', 'Archived on'))),
    archiveNumber: optional(text(words('档号', 'Archive number'), { max: 100 })),
    retention: text(words('保管期限', 'Retention'), { max: 60 }),
    pages: count(words('页数', 'Pages')),
    documents: count(words('件数', 'Documents')),
  }),
  view: (f) => ({
    volume: chosen(volumeNames, f.volume),
    rows: [
      { label: '案　　由', value: f.cause },
      { label: '案　　号', value: f.caseNumber },
      { label: '当 事 人', value: f.parties },
      { label: '办案人员', value: f.handlers },
      { label: '立案日期', value: f.filedOn ? dayText(f.filedOn) : '' },
      { label: '决定日期', value: f.decidedOn ? dayText(f.decidedOn) : '' },
      { label: '结案日期', value: f.closedOn ? dayText(f.closedOn) : '' },
      { label: '处理结果', value: f.outcome ?? '' },
    ],
    boundOn: f.boundOn ? dayText(f.boundOn) : '',
    archiveNumber: f.archiveNumber ?? '',
    retention: f.retention,
    extent: `本卷共${countText(f.documents)}件${countText(f.pages)}页`,
  }),
})
