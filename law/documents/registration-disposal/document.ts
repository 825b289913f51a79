import { choice, day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields, contactView } from '../parts/people.ts'
import { chosen, dayText } from '../present.ts'

const disposals = {
  release: words('解除先行登记保存，予以返还', 'Released and returned'),
  lapse: words('期限届满，先行登记保存自动解除，予以返还', 'Lapsed and returned'),
  evidence: words('作为证据附卷', 'Kept in the file as evidence'),
  copy: words('采取记录、复制、拍照、录像等证据保全措施后返还', 'Returned after recording and copying'),
  appraise: words('送交鉴定', 'Sent for appraisal'),
  seize: words('依法查封、扣押', 'Sealed or seized'),
  transfer: words('移送有关部门处理', 'Handed to another organ'),
  confiscate: words('依法没收', 'Confiscated'),
  destroy: words('依法销毁', 'Destroyed'),
  sell: words('依法拍卖、变卖', 'Auctioned or sold'),
  'used-up': words('检验耗用', 'Used up by the test'),
} as const

/** 先行登记保存证据处理通知书 (处罚法 56). */
export const registrationDisposal = document({
  kind: 'registration-disposal',
  title: words('先行登记保存证据处理通知书', 'Disposal of registered evidence'),
  volume: 'main',
  series: '登保处',
  outward: true,
  partySigns: true,
  template: 'registration-disposal',
  version: 1,
  fields: payload({
    party: partyFields,
    noticeNumber: text(words('先行登记保存证据通知书文号', 'Number of the notice'), { max: 100 }),
    noticeDate: day(words('通知书日期', 'Date of the notice')),
    rows: list(
      words('处理', 'Disposals'),
      group(words('物品处理', 'Disposal'), {
        name: text(words('物品名称', 'Goods'), { max: 300 }),
        quantity: text(words('数量', 'Quantity'), { max: 60 }),
        disposal: choice(words('处理方式', 'Disposal'), disposals),
        remark: optional(text(words('备注', 'Remark'), { max: 300 })),
      }),
      { min: 1, max: 500 },
    ),
    contact: contactFields,
  }),
  view: (f) => ({
    to: f.party.name,
    reason: `本机关于${dayText(f.noticeDate)}以《先行登记保存证据通知书》（${f.noticeNumber}）对${addressed(f.party)}的有关证据予以先行登记保存。根据《中华人民共和国行政处罚法》第五十六条的规定，现对上述证据作出如下处理：`,
    rows: f.rows.map(({ name, quantity, disposal, remark }, i) => ({
      no: String(i + 1),
      name,
      quantity,
      disposal: chosen(disposals, disposal),
      remark: remark ?? '',
    })),
    returned: f.rows.some(({ disposal }) => disposal === 'release' || disposal === 'copy' || disposal === 'lapse')
      ? '对予以返还的物品，请当场清点核对并签收。'
      : '',
    contact: contactView(f.contact),
  }),
})
