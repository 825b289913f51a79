import { choice, day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { contactFields } from '../parts/people.ts'
import { chosen, dayText, sentence } from '../present.ts'

export const testKinds = { test: words('检测', 'Test'), inspection: words('检验', 'Inspection'), quarantine: words('检疫', 'Quarantine'), appraisal: words('鉴定', 'Appraisal') } as const

/** 检测（检验、检疫、鉴定）委托书; its cost is borne by the organ (强制法 25(3)). */
export const testCommission = document({
  kind: 'test-commission',
  title: words('检测（检验、检疫、鉴定）委托书', 'Commission of a test'),
  volume: 'main',
  series: '检委',
  outward: true,
  partySigns: false,
  template: 'test-commission',
  version: 1,
  fields: payload({
    test: choice(words('类别', 'Kind'), testKinds),
    institution: text(words('受委托机构', 'Institution'), { max: 100 }),
    cause: text(words('案由', 'Cause'), { max: 400 }),
    question: text(words('委托事项', 'What is asked'), { personal: true, max: 2000 }),
    things: list(
      words('送检物品', 'Things sent'),
      group(words('物品', 'Thing'), { name: text(words('名称', 'Name'), { max: 300 }), quantity: text(words('数量', 'Quantity'), { max: 60 }) }),
      { max: 200 },
    ),
    by: optional(day(words('期限', 'By'))),
    again: optional(text(words('复检所针对的报告', 'Re-test of'), { max: 200 })),
    contact: contactFields,
  }),
  titleOf: ({ test }) => `${chosen(testKinds, test)}委托书`,
  view: (f) => {
    const what = chosen(testKinds, f.test)
    return letterView({
      to: f.institution,
      body: [
        `本机关因办理${f.cause}，${f.again ? `对${f.again}有异议需要复检，` : ''}现委托你单位就下列事项进行${what}：`,
        sentence(f.question),
        `请${f.by ? `于${dayText(f.by)}前` : '在约定期限内'}出具书面报告，由${what}人员签名并加盖单位公章，附资质证明和所依据的标准、方法。${what}费用由本机关承担。`,
      ],
      ...(f.things.length > 0 ? { table: { headers: ['序号', '送检物品', '数量'], rows: f.things.map(({ name, quantity }, i) => [String(i + 1), name, quantity]) } } : {}),
      contact: f.contact,
      signers: ['送检人（签名）', '接收人（签名）'],
      foot: twoCopies('委托书', '交受委托机构'),
    })
  },
})
