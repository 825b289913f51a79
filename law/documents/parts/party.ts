import type { Static } from 'typebox'
import { choice, day, group, optional, text } from '../../payload.ts'
import { words } from '../../words.ts'
import type { View } from '../document.ts'
import { dayText, line } from '../present.ts'

/** 当事人 as documents name it (处罚法 59(1)(1): name, address). */
export const partyFields = group(words('当事人', 'Party'), {
  type: choice(words('类型', 'Type'), {
    person: words('自然人', 'Natural person'),
    'individual-business': words('个体工商户', 'Individual business'),
    'legal-person': words('法人', 'Legal person'),
    'other-organisation': words('非法人组织', 'Organisation without legal personality'),
  }),
  name: text(words('姓名或者名称', 'Name'), { personal: true, max: 200 }),
  idNumber: optional(text(words('证件号码', 'Identity or credit code'), { personal: true, max: 60 })),
  representative: optional(text(words('法定代表人（负责人、经营者）', 'Representative'), { personal: true, max: 100 })),
  gender: optional(text(words('性别', 'Gender'), { personal: true, max: 10 })),
  birth: optional(day(words('出生日期', 'Born'), { personal: true })),
  address: text(words('住所（住址）', 'Address'), { personal: true, max: 300 }),
  phone: optional(text(words('联系电话', 'Telephone'), { personal: true, max: 60 })),
})

export type PartyFields = Static<typeof partyFields>

/** The party as a block of labelled lines. */
export function partyLines(party: PartyFields): View[] {
  if (party.type === 'person')
    return [
      ...line('当事人', party.name),
      ...line('性别', party.gender),
      ...(party.birth ? line('出生日期', dayText(party.birth)) : []),
      ...line('身份证件号码', party.idNumber),
      ...line('住址', party.address),
      ...line('联系电话', party.phone),
    ]
  const business = party.type === 'individual-business'
  return [
    ...line('当事人', party.name),
    ...line('统一社会信用代码', party.idNumber),
    ...line(business ? '经营者' : party.type === 'legal-person' ? '法定代表人' : '负责人', party.representative),
    ...line(business ? '经营场所' : '住所', party.address),
    ...line('联系电话', party.phone),
  ]
}

/** The same as one run of text: `某公司，统一社会信用代码：…，住所：…`. */
export const partyText = (party: PartyFields): string => {
  const [named, ...others] = partyLines(party)
  return [String(named?.['value'] ?? ''), ...others.map((each) => `${String(each['label'])}：${String(each['value'])}`)].join('，')
}

/** How the document speaks to the party. */
export const addressed = ({ type }: PartyFields): string => forms[type] ?? '你（单位）'

const forms: Readonly<Record<string, string>> = { person: '你', 'individual-business': '你单位', 'legal-person': '你单位', 'other-organisation': '你单位' }
