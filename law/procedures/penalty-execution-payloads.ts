import { day, group, list, money, optional, payload, ref, text, yes } from '../payload.ts'
import { words } from '../words.ts'
import { files, opinion } from './penalty-fields.ts'

/** What postponement, surcharge, execution agreement and court application are told (处罚法 66, 72; 强制法 42, 53). */

export const fineItem = ref('performance', words('罚款项目', 'Fine'))
export const decidedItems = list(words('处罚内容', 'Items'), ref('performance', words('处罚内容', 'Item')), { min: 1, max: 60 })
const instalments = list(
  words('各期缴纳日期和金额（只填一期为延期）', 'Days and amounts (one alone is a postponement)'),
  group(words('分期', 'Instalment'), { due: day(words('缴纳日期', 'Due on')), amount: money(words('金额', 'Amount')) }),
  { min: 1, max: 36 },
)

export const grantPostponement = payload({
  item: fineItem,
  requestedOn: day(words('当事人申请日期', 'Requested by the party on')),
  instalments,
  reason: text(words('经济困难情况和批准意见', 'The hardship, and why it is granted'), { personal: true, rows: 3, max: 1000 }),
})

export const decideSurcharge = payload({ item: fineItem, amount: money(words('加处罚款数额', 'Surcharge')), reason: text(words('加处罚款的理由', 'Reasons'), { personal: true, rows: 3, max: 1000 }) })

export const enterAgreement = payload({
  item: fineItem,
  instalments,
  waiveSurcharge: yes(words('减免加处的罚款', 'The surcharge is waived')),
  remedied: yes(words('当事人已采取补救措施', 'The party has taken remedial measures')),
  terms: text(words('协议内容', 'Terms'), { personal: true, rows: 4 }),
  files,
})

export const applyToCourt = payload({
  items: decidedItems,
  court: text(words('人民法院', 'Court'), { max: 100 }),
  reason: text(words('申请理由和执行标的', 'Reasons, and what is to be enforced'), { personal: true, rows: 3, max: 2000 }),
  opinion: optional(opinion),
  files,
})
