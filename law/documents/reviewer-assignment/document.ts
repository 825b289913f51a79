import { day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { formView } from '../parts/form.ts'
import { dayText } from '../present.ts'

/** 指派法制审核人员单: the pool reviewer acts under it (R34); the county's supervision signs, not the body. */
export const reviewerAssignment = document({
  kind: 'reviewer-assignment',
  title: words('指派法制审核人员单', 'Assignment of a reviewer'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'reviewer-assignment',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: optional(text(words('立案文号', 'Filing number'), { max: 100 })),
    body: text(words('办案机关', 'Body'), { max: 200 }),
    asked: optional(text(words('商请理由', 'Why it was asked for'), { personal: true, max: 1000 })),
    askedOn: optional(day(words('商请日期', 'Asked on'))),
    reviewer: text(words('法制审核人员', 'Reviewer'), { max: 60 }),
    reason: text(words('指派理由', 'Why'), { personal: true, max: 1000 }),
    assigner: text(words('指派人', 'Assigned by'), { max: 60 }),
    on: day(words('指派日期', 'On')),
  }),
  view: (f) =>
    formView({
      lines: [
        ['案　　由', f.cause],
        ['立案文号', f.filingNumber],
        ['办案机关', f.body],
        ['商请日期', f.askedOn && dayText(f.askedOn)],
        ['指派的法制审核人员', f.reviewer],
      ],
      texts: [['商请理由', f.asked], ['审核依据', '《中华人民共和国行政处罚法》第五十八条。被指派人员只对本案进行法制审核，审核完毕后指派终止；有应当回避情形的，应当主动报告。']],
      signed: [{ role: '县司法行政部门意见', opinion: f.reason, name: f.assigner, on: f.on }],
    }),
})
