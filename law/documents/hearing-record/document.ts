import { choice, group, list, moment, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { refusalText, signatureFields } from '../parts/people.ts'
import { chosen, line, momentText, paragraphs } from '../present.ts'

/** How a party attended (处罚法 64(5), (6)). */
export const attendances = {
  present: words('本人到场', 'Present'),
  agent: words('委托代理人到场', 'By an agent'),
  absent: words('无正当理由拒不到场', 'Absent without good reason'),
  left: words('未经许可中途退场', 'Left without permission'),
} as const

/** 听证笔录 (处罚法 64(8)): read by the parties and signed; who refuses is noted by the chair. */
export const hearingRecord = document({
  kind: 'hearing-record',
  title: words('听证笔录', 'Record of the hearing'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 'hearing-record',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    at: moment(words('听证时间', 'Time')),
    place: text(words('听证地点', 'Place'), { personal: true, max: 200 }),
    open: choice(words('是否公开', 'Public'), { public: words('公开', 'In public'), closed: words('不公开', 'Closed') }),
    chair: text(words('主持人', 'Chair'), { max: 60 }),
    investigators: text(words('调查人员', 'Investigators'), { personal: true, max: 200 }),
    attendance: list(
      words('当事人到场情况', 'Attendance'),
      group(words('当事人', 'Party'), {
        party: text(words('当事人', 'Party'), { personal: true, max: 200 }),
        came: choice(words('到场情况', 'Attendance'), attendances),
        agents: optional(text(words('代理人', 'Agents'), { personal: true, max: 200 })),
      }),
      { max: 20 },
    ),
    others: optional(text(words('其他参加人员', 'Others'), { personal: true, max: 300 })),
    recusalTold: yes(words('已告知申请回避等权利', 'Rights told')),
    course: text(words('听证过程', 'Course'), { personal: true, max: 50_000, rows: 12 }),
    signature: signatureFields,
  }),
  view: (f) => ({
    lines: [
      ...line('案由', f.cause),
      ...line('听证时间', momentText(f.at)),
      ...line('听证地点', f.place),
      ...line('听证方式', chosen({ public: words('公开', ''), closed: words('不公开', '') }, f.open)),
      ...line('主持人', f.chair),
      ...line('调查人员', f.investigators),
      ...f.attendance.flatMap(({ party, came, agents }) => line('当事人', `${party}（${chosen(attendances, came)}${agents ? `，代理人：${agents}` : ''}）`)),
      ...line('其他参加人员', f.others),
    ],
    told: f.recusalTold,
    course: paragraphs(f.course),
    refusal: refusalText(f.signature),
  }),
})
