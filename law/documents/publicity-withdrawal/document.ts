import { choice, day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { formView } from '../parts/form.ts'
import { chosen, dayText } from '../present.ts'

const published = { withdrawn: words('已撤回', 'Withdrawn'), never: words('未曾公示', 'Never published') } as const

/** 行政处罚公示信息撤下单 (处罚法 48(2)): within three days, the reason made public. */
export const publicityWithdrawal = document({
  kind: 'publicity-withdrawal',
  title: words('行政处罚公示信息撤下单', 'Withdrawal of a publication'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'publicity-withdrawal',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    parties: text(words('当事人', 'Parties'), { personal: true, max: 1000 }),
    decisionNumber: optional(text(words('决定书文号', 'Decision'), { max: 100 })),
    ground: text(words('撤下事由', 'Ground'), { max: 400 }),
    published: choice(words('公示情况', 'Publication'), published),
    on: day(words('办理日期', 'On')),
    explanation: text(words('公开说明的理由', 'Reason given in public'), { max: 1000 }),
    handler: text(words('经办人', 'Done by'), { max: 60 }),
    entered: day(words('登记日期', 'Entered on')),
  }),
  view: (f) =>
    formView({
      lines: [
        ['案　　由', f.cause],
        ['当事人', f.parties],
        ['处罚决定书文号', f.decisionNumber],
        ['撤下事由', f.ground],
        ['公示情况', `${chosen(published, f.published)}（${dayText(f.on)}）`],
        ['依　　据', '《中华人民共和国行政处罚法》第四十八条第二款'],
      ],
      texts: [['公开说明的理由', f.explanation]],
      signed: [{ role: '经办人', name: f.handler, on: f.entered }],
    }),
})
