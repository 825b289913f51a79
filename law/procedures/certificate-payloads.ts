import { choice, count, day, group, list, optional, payload, ref, text, yes } from '../payload.ts'
import { words } from '../words.ts'
import { files } from './penalty-fields.ts'

export const categories = {
  'civil-servant': words('公务员', 'Civil servant'),
  referenced: words('参照公务员法管理人员', 'Managed as a civil servant'),
  'public-institution': words('事业单位在编人员', 'Staff of a public institution'),
  seconded: words('借调人员', 'Seconded'),
  assistant: words('协管员、辅助人员', 'Assistant'),
  contract: words('劳动合同制人员', 'Contract staff'),
  'service-worker': words('工勤人员', 'Service worker'),
} as const

export const suspensions = {
  investigated: words('因违法违纪被立案调查', 'Under investigation'),
  'not-verified': words('未参加或者未通过年度审验', 'Yearly verification missed or failed'),
  misused: words('违规使用证件', 'Misuse of the card'),
  untrained: words('未完成规定培训', 'Training not done'),
  other: words('其他依法应当暂扣的情形', 'Another lawful ground'),
} as const

export const departures = {
  transferred: words('调离执法岗位', 'Moved from enforcement'),
  resigned: words('辞职', 'Resigned'),
  dismissed: words('辞退、开除', 'Dismissed'),
  retired: words('退休', 'Retired'),
  died: words('死亡', 'Died'),
  lost: words('遗失、损毁换发', 'Lost or damaged'),
  ineligible: words('不符合持证条件', 'Not eligible'),
} as const

/** What happened elsewhere is entered by hand, with its proof; what happened here is read from its own register (R34). */
const outside = optional(group(words('系统外的培训、考试', 'Training or exam outside the system'), {
  organiser: text(words('组织单位', 'Held by'), { max: 100 }),
  hours: optional(count(words('培训学时', 'Training hours'))),
  examOn: optional(day(words('资格考试合格日期', 'Exam passed on'))),
  files: list(words('证明材料', 'Proof'), ref('file', words('文件', 'File')), { min: 1, max: 20 }),
}))

export const apply = payload({
  holder: ref('officer', words('申领人', 'Applicant')),
  category: optional(choice(words('编制类别', 'Staff category'), categories, { hint: words('人员登记已有编制类别的，以登记为准，不必填写。', 'Left out where the register of people has it: the register prevails.') })),
  fields: list(words('执法领域', 'Fields'), text(words('领域', 'Field'), { max: 40 }), { min: 1, max: 10 }),
  replaces: optional(yes(words('换证、补证', 'Replaces an earlier certificate'))),
  outside,
  files,
})

export const verify = payload({
  year: count(words('审验年度', 'Year verified')),
  passed: yes(words('审验合格', 'Passed')),
  outside: optional(group(words('系统外的培训', 'Training outside the system'), {
    organiser: text(words('组织单位', 'Held by'), { max: 100 }),
    hours: count(words('培训学时', 'Training hours')),
    files: list(words('证明材料', 'Proof'), ref('file', words('文件', 'File')), { min: 1, max: 20 }),
  })),
  files,
})

export const issue = payload({
  number: text(words('证件编号', 'Number'), { max: 40 }),
  issuer: text(words('发证机关', 'Issuing authority'), { max: 80 }),
  validRegion: text(words('适用区域代码', 'Region code'), { max: 6 }),
  from: day(words('生效日期', 'Valid from')),
  until: day(words('有效期至', 'Valid until')),
  files,
})
