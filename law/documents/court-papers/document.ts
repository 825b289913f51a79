import { choice, day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { dayText } from '../present.ts'

/** The five kinds of material of 强制法 55(1). */
export const courtMaterials = {
  application: words('强制执行申请书', 'Application'),
  decision: words('行政决定书及作出决定的事实、理由和依据', 'Decision with facts, reasons and basis'),
  demand: words('当事人的意见及行政机关催告情况', 'What the party said, and the demand'),
  subject: words('申请强制执行标的情况', 'What is to be enforced'),
  other: words('法律、行政法规规定的其他材料', 'Other material'),
} as const

/** 申请强制执行材料清单 with room for the court's receipt (强制法 55, 56). */
export const courtPapers = document({
  kind: 'court-papers',
  title: words('申请强制执行材料清单', 'Papers for the court'),
  volume: 'main',
  outward: false,
  partySigns: false,
  template: 'court-papers',
  version: 1,
  fields: payload({
    court: text(words('人民法院', 'Court'), { max: 100 }),
    organ: text(words('申请人', 'Applicant'), { max: 200 }),
    party: text(words('被申请人', 'Respondent'), { personal: true, max: 200 }),
    applicationNumber: optional(text(words('申请书文号', 'Number of the application'), { max: 100 })),
    rows: list(
      words('材料', 'Papers'),
      group(words('材料', 'Paper'), {
        material: choice(words('类别', 'Kind'), courtMaterials),
        title: text(words('名称', 'Title'), { max: 200 }),
        number: optional(text(words('文号', 'Number'), { max: 100 })),
        on: optional(day(words('日期', 'Date'))),
      }),
      { max: 300 },
    ),
  }),
  view: (f) => ({
    intro: `${f.court}：现将${f.organ}申请强制执行${f.party}一案${f.applicationNumber ? `（${f.applicationNumber}）` : ''}的材料送交你院，请予查收。`,
    rows: f.rows.map(({ material, title, number, on }, i) => ({ no: String(i + 1), material: courtMaterials[material]?.zh ?? '', title, number: number ?? '', on: on ? dayText(on) : '' })),
  }),
})
