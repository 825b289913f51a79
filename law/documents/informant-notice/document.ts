import { choice, day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView } from '../parts/letter.ts'
import { contactFields } from '../parts/people.ts'
import { dayText } from '../present.ts'

/**
 * 举报处理告知书 to an informant who gave his name. Who he is stays sealed (处罚法 50): the paper leaves room for his name, which is
 * written in by hand, and it goes into the inner volume.
 */
export const informantNotice = document({
  kind: 'informant-notice',
  title: words('举报处理结果告知书', 'Notice to the informant'),
  volume: 'inner',
  series: '举告',
  outward: true,
  partySigns: false,
  template: 'informant-notice',
  version: 1,
  fields: payload({
    received: optional(day(words('收到举报日期', 'Received on'))),
    leadNumber: optional(text(words('举报登记编号', 'Number of the lead'), { max: 100 })),
    outcome: choice(words('结果', 'Outcome'), { filed: words('立案', 'Filed'), 'not-filed': words('不予立案', 'Not filed') }),
    on: optional(day(words('决定日期', 'Decided on'))),
    contact: contactFields,
  }),
  titleOf: ({ outcome }) => (outcome === 'not-filed' ? '不予立案告知书' : '立案告知书'),
  view: (f) =>
    letterView({
      to: '＿＿＿＿＿＿',
      body: [
        `你${f.received ? `于${dayText(f.received)}` : ''}反映的违法线索${f.leadNumber ? `（登记编号：${f.leadNumber}）` : ''}收悉。`,
        `经核查，本机关${f.on ? `于${dayText(f.on)}` : ''}决定${f.outcome === 'not-filed' ? '对该线索不予立案' : '对该线索所涉违法行为立案调查'}，现予告知。感谢你对行政执法工作的支持；本机关依法对你的个人信息予以保密。`,
      ],
      contact: f.contact,
      foot: '受送达人姓名由受理登记人员手工填写。',
    }),
})
