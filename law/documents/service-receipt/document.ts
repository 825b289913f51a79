import { choice, group, list, moment, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { officersFields, officersText } from '../parts/people.ts'
import { momentText } from '../present.ts'

const methods = {
  direct: words('直接送达', 'Direct'),
  left: words('留置送达', 'Left with witness or recording'),
  post: words('邮寄送达', 'Post'),
  entrusted: words('委托送达', 'Entrusted'),
  forwarded: words('转交送达', 'Forwarded'),
  electronic: words('电子送达', 'Electronic'),
  announcement: words('公告送达', 'Announcement'),
} as const

/** 送达回证 (处罚法 61; 民事诉讼法 87: the date on the receipt is the date of service). */
export const serviceReceipt = document({
  kind: 'service-receipt',
  title: words('送达回证', 'Receipt of service'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 'service-receipt',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    addressee: text(words('受送达人', 'Addressee'), { personal: true, max: 200 }),
    documents: list(
      words('送达文书', 'Documents'),
      group(words('文书', 'Document'), {
        title: text(words('名称', 'Title'), { max: 200 }),
        number: optional(text(words('文号', 'Number'), { max: 100 })),
        copies: optional(text(words('份数', 'Copies'), { max: 20 })),
      }),
      { min: 1, max: 50 },
    ),
    method: choice(words('送达方式', 'Method'), methods),
    place: text(words('送达地点', 'Place'), { personal: true, max: 300 }),
    /** Absent while the paper is carried out to be signed. */
    at: optional(moment(words('送达时间', 'Served'))),
    recipient: optional(text(words('签收人', 'Received by'), { personal: true, max: 100 })),
    relation: optional(text(words('与受送达人的关系', 'Relation to the addressee'), { max: 100 })),
    refusal: optional(text(words('拒收理由', 'Reason for refusing'), { max: 1000 })),
    witness: optional(text(words('见证人', 'Witness'), { personal: true, max: 200 })),
    tracking: optional(text(words('邮件号', 'Postal number'), { max: 100 })),
    servers: officersFields,
    remark: optional(text(words('备注', 'Remark'), { max: 2000 })),
  }),
  view: (f) => ({
    cause: f.cause,
    addressee: f.addressee,
    documents: f.documents.map(({ title, number, copies }, i) => ({
      no: String(i + 1),
      title,
      number: number ?? '',
      copies: copies ?? '1份',
    })),
    methods: Object.entries(methods).map(([code, label]) => ({ label: label.zh, on: code === f.method })),
    place: f.place,
    at: momentText(f.at),
    recipient: f.recipient ? `${f.recipient}${f.relation ? `（${f.relation}）` : ''}` : '',
    refusal: f.refusal ?? '',
    witness: f.witness ?? '',
    servers: officersText(f.servers),
    remark: [...(f.tracking ? [`邮件号：${f.tracking}`] : []), ...(f.remark ? [f.remark] : [])],
  }),
})
