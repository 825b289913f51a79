import { list, moment, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { partyFields, partyLines } from '../parts/party.ts'
import { officersFields, officersText, refusalText, signatureFields } from '../parts/people.ts'
import { line, paragraphs, periodText } from '../present.ts'

/** 现场笔录 (处罚法 42, 55: two officers, certificates shown, recusal right told). */
export const sceneRecord = document({
  kind: 'scene-record',
  title: words('现场笔录', 'Scene record'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 'scene-record',
  version: 1,
  fields: payload({
    from: moment(words('开始时间', 'From')),
    to: moment(words('结束时间', 'To')),
    place: text(words('检查地点', 'Place'), { max: 300 }),
    party: partyFields,
    attendant: optional(text(words('现场人员', 'Person on the scene'), { personal: true, max: 200 })),
    attendantRole: optional(text(words('与当事人的关系', 'Relation to the party'), { max: 100 })),
    attendantId: optional(text(words('证件号码', 'Identity number'), { personal: true, max: 60 })),
    officers: officersFields,
    recorder: text(words('记录人', 'Recorder'), { max: 60 }),
    witness: optional(text(words('见证人', 'Witness'), { personal: true, max: 200 })),
    rightsTold: yes(words('已表明身份并告知权利', 'Identity shown, rights told')),
    recusal: optional(text(words('回避情况', 'Recusal'), { max: 200 })),
    record: text(words('现场情况', 'What was found'), { personal: true, max: 50_000, rows: 14 }),
    attachments: list(words('附件', 'Attachments'), text(words('附件', 'Attachment'), { max: 300 }), { max: 50 }),
    signature: optional(signatureFields),
  }),
  view: (f) => ({
    time: periodText(f.from, f.to),
    place: f.place,
    party: partyLines(f.party),
    attendant: [
      ...line('现场人员', f.attendant),
      ...line('与当事人的关系', f.attendantRole),
      ...line('证件号码', f.attendantId),
      ...line('见证人', f.witness),
    ],
    officers: officersText(f.officers),
    recorder: f.recorder,
    told: f.rightsTold
      ? `执法人员向现场人员出示执法证件、表明身份，说明检查事由，并告知依法享有陈述、申辩和申请回避的权利，负有如实提供情况、配合检查的义务。${f.recusal ?? '现场人员表示听清楚，不申请回避。'}`
      : '执法人员出示执法证件、告知权利义务的情况未予记录。',
    record: paragraphs(f.record),
    attachments: f.attachments.map((each, i) => `${i + 1}．${each}`),
    refusal: refusalText(f.signature, '现场人员'),
  }),
})
