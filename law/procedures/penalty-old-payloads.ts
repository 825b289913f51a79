import { choice, day, group, list, money, newId, optional, payload, ref, text, yes } from '../payload.ts'
import { penaltyKinds } from '../penalties/kinds.ts'
import { words, type Words } from '../words.ts'
import { external, files, party } from './penalty-fields.ts'

/** What is told of a case that was handled on paper or elsewhere (R29): what an import's rows say, and no more. */

const number = text(words('原案号', 'Number it had'), { max: 120 })

const parties = list(words('当事人', 'Parties'), party, { min: 1, max: 20 })

const violations = list(
  words('违法行为', 'Violations'),
  group(words('违法行为', 'Violation'), {
    id: newId(),
    item: ref('item', words('执法事项', 'Item')),
    from: day(words('开始日期', 'From')),
    until: day(words('终了日期', 'Until')),
    parties: list(words('涉及当事人', 'Parties'), party, { min: 1, max: 20 }),
    harm: yes(words('涉及公民生命健康安全、金融安全且有危害后果', 'Harm to life, health or financial safety')),
  }),
  { min: 1, max: 20 },
)

const kinds = Object.fromEntries(penaltyKinds.kinds.map((each) => [each.code, each.words])) as Record<(typeof penaltyKinds.kinds)[number]['code'], Words>

const penalties = list(
  words('处罚内容', 'Penalties'),
  group(words('处罚', 'Penalty'), {
    party,
    violation: ref('violation', words('违法行为', 'Violation')),
    kind: choice(words('处罚种类', 'Kind'), kinds),
    amount: optional(money(words('金额', 'Amount'))),
    paid: optional(money(words('已缴金额', 'Paid'))),
    done: optional(day(words('履行完毕日期', 'Performed on'))),
  }),
  { max: 60 },
)

const servedOn = (label: Words) => optional(list(label, group(label, { party, on: day(words('送达日期', 'Served on')) }), { max: 20 }))

const dates = {
  received: day(words('线索收到日期', 'Lead received on')),
  discoveredOn: day(words('违法行为发现日期', 'Discovered on')),
  filedOn: optional(day(words('立案日期', 'Filed on'))),
  noticeServed: servedOn(words('告知书送达', 'Notice served')),
  decidedOn: optional(day(words('决定日期', 'Decided on'))),
  decisionNumber: optional(text(words('决定书文号', 'Number of the decision'), { max: 120 })),
  decisionServed: servedOn(words('决定书送达', 'Decision served')),
}

const remarks = optional(text(words('备注', 'Remarks'), { personal: true, rows: 3, max: 2000 }))

export const recordOldCase = payload({
  number,
  external,
  outcome: choice(words('处理结果', 'Outcome'), {
    penalty: words('行政处罚', 'Penalty'),
    'no-penalty': words('不予行政处罚', 'No penalty'),
    'not-filed': words('不予立案', 'Not filed'),
    other: words('移送、终止等', 'Transferred, terminated or the like'),
  }),
  parties,
  violations,
  penalties,
  ...dates,
  closedOn: optional(day(words('结案日期', 'Closed on'))),
  remarks,
  files,
})

const elements = {
  identity: words('当事人身份', 'Identity'),
  conduct: words('违法行为', 'Conduct'),
  circumstance: words('情节', 'Circumstance'),
  amount: words('金额、数量', 'Amount'),
} as const

export const takeOver = payload({
  number,
  external,
  at: choice(words('现处阶段', 'Stage'), {
    lead: words('线索', 'Lead'),
    investigation: words('调查', 'Investigation'),
    notice: words('告知', 'Notice'),
    service: words('送达', 'Service'),
    performance: words('履行', 'Performance'),
  }),
  parties,
  violations,
  team: list(words('承办人', 'Handling team'), ref('officer', words('执法人员', 'Officer')), { min: 1, max: 10 }),
  proven: list(words('纸质案卷已证明的事项', 'What the paper file proves'), choice(words('证明事项', 'What it proves'), elements), { max: 4 }),
  penalties,
  ...dates,
  reviewedOn: optional(day(words('法制审核通过日期', 'Legal review passed on'))),
  remarks,
  files,
})
