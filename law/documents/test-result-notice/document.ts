import { choice, day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { chosen, dayText, sentence } from '../present.ts'
import { testKinds } from '../test-commission/document.ts'

/** 检测（检验、检疫、鉴定）结果告知书 with the right to object (处罚法 45, 46). */
export const testResultNotice = document({
  kind: 'test-result-notice',
  title: words('检测（检验、检疫、鉴定）结果告知书', 'Notice of a test result'),
  volume: 'main',
  series: '检通',
  outward: true,
  partySigns: true,
  template: 'test-result-notice',
  version: 1,
  fields: payload({
    party: partyFields,
    test: choice(words('类别', 'Kind'), testKinds),
    institution: text(words('出具报告的机构', 'Institution'), { max: 100 }),
    reported: optional(day(words('报告日期', 'Report of'))),
    conclusion: text(words('结论', 'Conclusion'), { personal: true, max: 4000 }),
    until: optional(day(words('可以提出异议至', 'Objection until'))),
    contact: contactFields,
  }),
  titleOf: ({ test }) => `${chosen(testKinds, test)}结果告知书`,
  view: (f) => {
    const [you, what] = [addressed(f.party), chosen(testKinds, f.test)]
    return letterView({
      to: f.party.name,
      body: [
        `本机关委托${f.institution}对有关物品进行${what}，${f.reported ? `该机构于${dayText(f.reported)}出具报告，` : ''}结论如下：`,
        sentence(f.conclusion),
        `${you}对上述结果有异议的，${f.until ? `可以于${dayText(f.until)}前` : '可以'}向本机关书面提出，并可以申请复检；法律、法规对复检另有规定的，按照其规定办理。`,
      ],
      contact: f.contact,
      signers: ['当事人（签名或盖章）'],
      foot: twoCopies('告知书', '连同报告复制件送达当事人'),
    })
  },
})
