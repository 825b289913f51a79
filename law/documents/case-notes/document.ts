import { count, day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { volumeField, volumeNames } from '../parts/volume.ts'
import { chosen, countText, dayText, paragraphs } from '../present.ts'

/** 卷内备考表: what the file holds, what is missing, who bound it and who checked it. */
export const caseNotes = document({
  kind: 'case-notes',
  title: words('卷内备考表', 'Notes on the file'),
  volume: 'main',
  outward: false,
  partySigns: false,
  template: 'case-notes',
  version: 1,
  fields: payload({
    volume: volumeField,
    documents: count(words('文件份数', 'Documents')),
    pages: count(words('页数', 'Pages')),
    photographs: optional(count(words('照片张数', 'Photographs'))),
    recordings: optional(count(words('音像资料件数', 'Recordings'))),
    notes: text(words('说明', 'Notes'), { max: 8000, rows: 6 }),
    binder: text(words('立卷人', 'Bound by'), { max: 60 }),
    boundOn: day(words('立卷日期', 'Bound on')),
    checker: optional(text(words('检查人', 'Checked by'), { max: 60 })),
    checkedOn: optional(day(words('检查日期', 'Checked on'))),
  }),
  view: (f) => ({
    volume: chosen(volumeNames, f.volume),
    content: `本卷（${chosen(volumeNames, f.volume)}）共有文件材料${countText(f.documents)}份，${countText(f.pages)}页${f.photographs ? `，其中照片${f.photographs}张` : ''}${f.recordings ? `；另附音像资料${f.recordings}件` : ''}。`,
    notes: paragraphs(f.notes),
    binder: f.binder,
    boundOn: dayText(f.boundOn),
    checker: f.checker ?? '',
    checkedOn: dayText(f.checkedOn),
  }),
})
