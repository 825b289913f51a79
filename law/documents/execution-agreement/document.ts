import { money, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { decidedFields, decidedText } from '../parts/decided.ts'
import { instalmentsFields, instalmentTable } from '../parts/instalments.ts'
import { letterView } from '../parts/letter.ts'
import { partyFields, partyText } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { moneyText, ordinal, paragraphs, sentence } from '../present.ts'

/** 执行协议 (强制法 42): in stages; the surcharge is given up only against remedial measures, the principal never. */
export const executionAgreement = document({
  kind: 'execution-agreement',
  title: words('执行协议', 'Execution agreement'),
  volume: 'main',
  series: '执协',
  outward: true,
  partySigns: true,
  template: 'execution-agreement',
  version: 1,
  fields: payload({
    organ: text(words('行政机关', 'Organ'), { max: 200 }),
    party: partyFields,
    decided: decidedFields,
    fine: money(words('罚款', 'Fine')),
    unpaid: money(words('尚未缴纳的罚款', 'Unpaid')),
    instalments: instalmentsFields,
    waiver: yes(words('减免加处的罚款', 'Surcharge waived')),
    terms: text(words('协议内容', 'Terms'), { personal: true, max: 4000 }),
    contact: contactFields,
  }),
  view: (f) => {
    const clauses = [
      `乙方确认尚未缴纳罚款${moneyText(f.unpaid)}，并按下表所列期限和金额履行。`,
      f.waiver ? '乙方已经采取补救措施，甲方减免加处的罚款；罚款本金不予减免。' : '加处的罚款依法计算，本协议不予减免。',
      ...paragraphs(f.terms).map(sentence),
      '本协议不损害公共利益和他人合法权益。乙方不履行本协议的，甲方恢复强制执行，并可以依法申请人民法院强制执行。',
    ]
    return letterView({
      to: '',
      body: [
        `甲方（行政机关）：${f.organ}`,
        `乙方（当事人）：${partyText(f.party)}`,
        `甲方${decidedText(f.decided)}，对乙方处以罚款${moneyText(f.fine)}，乙方未在规定期限内全部履行。根据《中华人民共和国行政强制法》第四十二条的规定，双方达成如下协议：`,
        ...clauses.map((each, i) => `${ordinal(i)}${each}`),
      ],
      ...(f.instalments.length > 0 ? { table: instalmentTable(f.instalments) } : {}),
      contact: f.contact,
      signers: ['甲方代表（签名）', '乙方（签名或盖章）'],
      foot: '本协议一式二份，双方各执一份，自双方签名或者盖章之日起生效。',
    })
  },
})
