import { choice, day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { chosen, dayText } from '../present.ts'
import { testKinds } from '../test-commission/document.ts'

/** 检测（检验、检疫、鉴定）期间告知书: untold days of a test count towards the seizure (强制法 25(3)). */
export const testTermNotice = document({
  kind: 'test-term-notice',
  title: words('检测（检验、检疫、鉴定）期间告知书', 'Notice of the term of a test'),
  volume: 'main',
  series: '检期',
  outward: true,
  partySigns: true,
  template: 'test-term-notice',
  version: 1,
  fields: payload({
    party: partyFields,
    test: choice(words('类别', 'Kind'), testKinds),
    institution: text(words('受委托机构', 'Institution'), { max: 100 }),
    from: day(words('开始日期', 'From')),
    by: optional(day(words('届满日期', 'Until'))),
    contact: contactFields,
  }),
  titleOf: ({ test }) => `${chosen(testKinds, test)}期间告知书`,
  view: (f) => {
    const [you, what] = [addressed(f.party), chosen(testKinds, f.test)]
    return letterView({
      to: f.party.name,
      body: [
        `本机关对${you}的有关物品采取了查封、扣押措施，现已委托${f.institution}对有关物品进行${what}，${what}期间自${dayText(f.from)}起${f.by ? `至${dayText(f.by)}止` : ''}。`,
        `根据《中华人民共和国行政强制法》第二十五条第三款的规定，查封、扣押的期间不包括${what}的期间；${what}费用由本机关承担。结果将另行告知${you}。`,
      ],
      contact: f.contact,
      foot: twoCopies('告知书'),
    })
  },
})
