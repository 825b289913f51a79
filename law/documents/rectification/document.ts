import { day, group, list, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields, contactView } from '../parts/people.ts'
import { dayText, ordinal, paragraphs } from '../present.ts'

/** 更正书: slips in a paper that was issued already (处罚法 75(2), R3). It takes nothing back and restarts no term unless it says so. */
export const rectification = document({
  kind: 'rectification',
  title: words('行政执法文书更正书', 'Rectification'),
  volume: 'main',
  series: '更正',
  outward: true,
  partySigns: false,
  template: 'rectification',
  version: 1,
  fields: payload({
    party: partyFields,
    title: text(words('被更正的文书', 'Document rectified'), { max: 100 }),
    number: optional(text(words('文号', 'Number'), { max: 100 })),
    on: day(words('作出日期', 'Made on')),
    corrections: list(words('更正内容', 'Corrections'), group(words('更正', 'Correction'), { place: text(words('位置', 'Where'), { personal: true, max: 200 }), wrong: text(words('原文', 'As issued'), { personal: true, max: 500 }), right: text(words('更正为', 'Corrected'), { personal: true, max: 500 }) }), { min: 1, max: 20 }),
    remedyTerm: yes(words('错误涉及救济途径或者期限', 'The slip concerned the remedies')),
    contact: contactFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    return {
      to: f.party.name,
      intro: `本机关于${dayText(f.on)}作出的《${f.title}》${f.number ? `（${f.number}）` : ''}存在笔误，现依法更正如下：`,
      corrections: f.corrections.map((each, i) => `${ordinal(i)}${paragraphs(each.place).join('')}原为“${paragraphs(each.wrong).join('')}”，更正为“${paragraphs(each.right).join('')}”。`),
      effect: f.remedyTerm
        ? `原文书的其他内容不变。本次更正涉及救济途径或者期限，${you}申请行政复议、提起行政诉讼的期限自收到本更正书之日起重新计算。`
        : '原文书的其他内容和效力不变，申请行政复议、提起行政诉讼的期限不因本次更正重新计算。',
      contact: contactView(f.contact),
    }
  },
})
