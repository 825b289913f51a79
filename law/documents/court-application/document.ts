import { day, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { decidedFields, decidedText } from '../parts/decided.ts'
import { letterView } from '../parts/letter.ts'
import { partyFields, partyText } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { dayText, ordinal, paragraphs, sentence } from '../present.ts'

/** 强制执行申请书 (强制法 53–55): signed by the head, sealed and dated (55(2)). */
export const courtApplication = document({
  kind: 'court-application',
  title: words('强制执行申请书', 'Application to the court for enforcement'),
  volume: 'main',
  series: '强申',
  outward: true,
  partySigns: false,
  template: 'court-application',
  version: 1,
  fields: payload({
    court: text(words('人民法院', 'Court'), { max: 100 }),
    organ: text(words('申请人', 'Applicant'), { max: 200 }),
    address: optional(text(words('申请人住所', 'Its address'), { max: 300 })),
    head: optional(text(words('负责人', 'Head'), { max: 60 })),
    party: partyFields,
    decided: decidedFields,
    items: list(words('申请执行的内容', 'What is to be enforced'), text(words('内容', 'Item'), { max: 400 }), { max: 60 }),
    demandedOn: optional(day(words('催告书送达日期', 'Demand served on'))),
    remedy: text(words('复议、诉讼情况', 'Remedies'), { max: 400 }),
    reason: text(words('事实和理由', 'Facts and reasons'), { personal: true, max: 4000 }),
    contact: contactFields,
  }),
  view: (f) => {
    const served = f.decided.servedOn ? `，于${dayText(f.decided.servedOn)}依法送达被申请人` : ''
    const demanded = f.demandedOn ? `申请人催告被申请人履行义务，催告书于${dayText(f.demandedOn)}送达，已满十日，被申请人仍未履行。` : '申请人已依法催告，被申请人仍未履行。'
    return letterView({
      to: f.court,
      body: [
        `申请人：${f.organ}${f.address ? `，住所：${f.address}` : ''}${f.head ? `，负责人：${f.head}` : ''}。`,
        `被申请人：${partyText(f.party)}。`,
        '请求事项：依法强制执行下列内容：',
        ...f.items.map((each, i) => `${ordinal(i)}${sentence(each)}`),
        `事实和理由：申请人${decidedText(f.decided)}${served}。${sentence(f.remedy)}${demanded}`,
        ...paragraphs(f.reason).map(sentence),
        '根据《中华人民共和国行政处罚法》第七十二条第一款第（四）项、《中华人民共和国行政强制法》第五十三条、第五十四条的规定，特向你院申请强制执行。',
      ],
      contact: f.contact,
      signers: ['行政机关负责人（签名）'],
      foot: '附：申请强制执行材料清单及所列材料。',
    })
  },
})
