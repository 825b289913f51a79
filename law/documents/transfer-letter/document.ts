import { day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { contactFields, contactView } from '../parts/people.ts'
import { dayText, paragraphs } from '../present.ts'

/** 案件移送函 with its receipt to send back (处罚法 25(2)). */
export const transferLetter = document({
  kind: 'transfer-letter',
  title: words('案件移送函', 'Letter of transfer'),
  volume: 'main',
  series: '移',
  outward: true,
  partySigns: false,
  template: 'transfer-letter',
  version: 1,
  fields: payload({
    to: text(words('接收机关', 'Receiving organ'), { max: 100 }),
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filedOn: optional(day(words('立案日期', 'Filed on'))),
    reason: text(words('移送理由', 'Reason'), { personal: true, max: 4000 }),
    papers: text(words('移送材料', 'Papers'), { max: 2000 }),
    contact: contactFields,
  }),
  view: (f) => ({
    to: f.to,
    cause: f.cause,
    begun: f.filedOn ? `本机关于${dayText(f.filedOn)}立案调查的` : '本机关受理的',
    reason: paragraphs(f.reason),
    papers: paragraphs(f.papers),
    contact: contactView(f.contact),
  }),
})
