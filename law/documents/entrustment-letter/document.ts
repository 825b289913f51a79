import { day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView } from '../parts/letter.ts'
import { dayText, ordinal, paragraphs, sentence } from '../present.ts'

/** 行政处罚委托书 (处罚法 20(2)): items, authority and term; signed by both and published. */
export const entrustmentLetter = document({
  kind: 'entrustment-letter',
  title: words('行政处罚委托书', 'Letter of entrustment'),
  volume: 'main',
  series: '委',
  outward: true,
  partySigns: true,
  template: 'entrustment-letter',
  version: 1,
  fields: payload({
    organ: text(words('委托机关', 'Principal'), { max: 200 }),
    organisation: text(words('受委托组织', 'Organisation'), { max: 200 }),
    norm: text(words('委托依据', 'Norm that provides for it'), { max: 600 }),
    items: list(words('委托事项', 'Items'), group(words('事项', 'Item'), { title: text(words('事项', 'Item'), { max: 400 }), basis: text(words('处罚依据', 'Basis'), { max: 600 }) }), { max: 60 }),
    authority: text(words('委托权限', 'Authority'), { max: 1000 }),
    from: optional(day(words('委托期限自', 'From'))),
    until: optional(day(words('委托期限至', 'To'))),
  }),
  view: (f) => {
    const clauses = [
      `委托期限自${dayText(f.from)}至${dayText(f.until)}（含当日）。`,
      '乙方在委托的事项、权限和期限内，以甲方名义实施行政处罚，使用甲方的文书和文号；不得再委托其他组织或者个人实施行政处罚。',
      '行政强制措施权不在委托范围之内，需要实施的，由甲方具备资格的行政执法人员实施。',
      '甲方对乙方实施行政处罚的行为负责监督，并对该行为的后果承担法律责任。',
      '委托期限届满或者委托终止的，乙方停止实施，并将未办结案件及案卷、证据、涉案财物交回甲方。',
      '甲乙双方将本委托书向社会公布，自公布之日起生效；约定的起始日期在公布之后的，自该日起生效。',
    ]
    return letterView({
      to: '',
      body: [
        `甲方（委托机关）：${f.organ}`,
        `乙方（受委托组织）：${f.organisation}`,
        `根据《中华人民共和国行政处罚法》第二十条、第二十一条和${f.norm}的规定，甲方委托乙方实施下列行政处罚：`,
      ],
      table: { headers: ['序号', '委托事项', '处罚依据'], rows: f.items.map(({ title, basis }, i) => [String(i + 1), title, basis]) },
      after: [`${ordinal(0)}委托权限：${paragraphs(f.authority).map(sentence).join('')}`, ...clauses.map((each, i) => `${ordinal(i + 1)}${each}`)],
      signers: ['甲方负责人（签名）', '乙方负责人（签名、盖章）'],
      foot: '本委托书一式三份，甲乙双方各执一份，报同级司法行政部门一份。',
    })
  },
})
