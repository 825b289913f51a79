import { choice, day, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { decidedFields, decidedText } from '../parts/decided.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { chosen, dayText, sentence } from '../present.ts'

const steps = {
  halted: words('中止执行', 'Halted'),
  resumed: words('恢复执行', 'Resumed'),
  ended: words('终结执行', 'Ended'),
} as const

const articles = { halted: '第三十九条第一款', resumed: '第三十九条第二款', ended: '第四十条' } as const

/** 中止（恢复、终结）执行通知书 (强制法 39, 40). */
export const executionNotice = document({
  kind: 'execution-notice',
  title: words('中止（恢复、终结）执行通知书', 'Execution halted, resumed or ended'),
  volume: 'main',
  series: '执通',
  outward: true,
  partySigns: true,
  template: 'execution-notice',
  version: 1,
  fields: payload({
    party: partyFields,
    decided: decidedFields,
    step: choice(words('事项', 'Step'), steps),
    threeYears: optional(day(words('中止执行日期（满三年不再执行的）', 'Halted since, where three years have passed'))),
    items: list(words('处罚内容', 'Items'), text(words('内容', 'Item'), { max: 400 }), { max: 60 }),
    ground: optional(text(words('事由', 'Ground'), { max: 400 })),
    reason: text(words('理由', 'Reason'), { personal: true, max: 1000 }),
    contact: contactFields,
  }),
  titleOf: ({ step }) => `${chosen(steps, step)}通知书`,
  view: (f) => {
    const you = addressed(f.party)
    const what = chosen(steps, f.step)
    const article = f.threeYears ? articles.resumed : (articles[f.step] ?? '')
    return letterView({
      to: f.party.name,
      body: [
        `本机关对${you}${decidedText(f.decided)}${f.items.length > 0 ? `，尚未履行的内容为：${sentence(f.items.join('、'))}` : '。'}`,
        `${f.ground ? `因${sentence(f.ground.replace(/（第[^）]*）$/, ''))}` : ''}${f.threeYears ? `本机关自${dayText(f.threeYears)}起中止执行，已满三年。` : ''}${sentence(f.reason)}根据《中华人民共和国行政强制法》${article}的规定，经本机关负责人批准，决定${what}。`,
        ...(f.step === 'halted' ? ['中止执行的情形消失后，本机关将恢复执行。'] : f.step === 'resumed' ? [`请${you}依法履行行政处罚决定；逾期不履行的，本机关将依法申请人民法院强制执行。`] : []),
      ],
      contact: f.contact,
      foot: twoCopies('通知书'),
    })
  },
})
