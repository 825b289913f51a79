import { day, list, moment, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { partyFields, partyLines } from '../parts/party.ts'
import { officersFields, officersText, refusalText, signatureFields } from '../parts/people.ts'
import { dayText, line, momentText, paragraphs } from '../present.ts'

/** 整改复查记录 (处罚法 28(1), R23): what was ordered, and what was found when the officers came back. */
export const reInspectionRecord = document({
  kind: 're-inspection-record',
  title: words('整改复查记录', 'Re-inspection record'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 're-inspection-record',
  version: 1,
  fields: payload({
    at: moment(words('复查时间', 'When')),
    place: text(words('复查地点', 'Place'), { max: 300 }),
    party: partyFields,
    orderNumber: optional(text(words('责令改正通知书文号', 'Number of the order'), { max: 120 })),
    orderedOn: optional(day(words('责令改正日期', 'Ordered on'))),
    by: optional(day(words('改正期限', 'Correct by'))),
    demands: text(words('责令改正内容', 'What was ordered'), { personal: true, max: 8000 }),
    officers: officersFields,
    attendant: optional(text(words('在场人员', 'Persons present'), { personal: true, max: 200 })),
    witness: optional(text(words('见证人', 'Witness'), { personal: true, max: 200 })),
    rightsTold: yes(words('已表明身份并告知权利', 'Identity shown, rights told')),
    record: text(words('复查情况', 'What was found'), { personal: true, max: 20_000, rows: 8 }),
    result: text(words('改正情况', 'Result'), { max: 100 }),
    attachments: list(words('附件', 'Attachments'), text(words('附件', 'Attachment'), { max: 300 }), { max: 50 }),
    signature: optional(signatureFields),
  }),
  view: (f) => ({
    at: momentText(f.at),
    place: f.place,
    party: partyLines(f.party),
    people: [...line('在场人员', f.attendant), ...line('见证人', f.witness)],
    officers: officersText(f.officers),
    told: f.rightsTold ? '执法人员出示执法证件、表明身份，告知依法享有陈述、申辩和申请回避的权利。' : '执法人员出示执法证件、告知权利义务的情况未予记录。',
    ordered: `${f.orderedOn ? `${dayText(f.orderedOn)}，` : ''}本机关${f.orderNumber ? `以${f.orderNumber}责令改正通知书` : ''}责令当事人${f.by ? `于${dayText(f.by)}前` : ''}改正违法行为，内容为：`,
    demands: paragraphs(f.demands),
    record: paragraphs(f.record),
    result: f.result,
    attachments: f.attachments.map((each, i) => `${i + 1}．${each}`),
    refusal: refusalText(f.signature, '在场人员'),
  }),
})
