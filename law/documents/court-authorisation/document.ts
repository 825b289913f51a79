import { payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView } from '../parts/letter.ts'
import { officersFields, officersText } from '../parts/people.ts'

/** 授权委托书: who speaks for the organ before the court. */
export const courtAuthorisation = document({
  kind: 'court-authorisation',
  title: words('授权委托书', 'Power of attorney'),
  volume: 'main',
  outward: false,
  partySigns: false,
  template: 'court-authorisation',
  version: 1,
  fields: payload({
    court: text(words('人民法院', 'Court'), { max: 100 }),
    organ: text(words('委托人', 'Principal'), { max: 200 }),
    party: text(words('被申请人', 'Respondent'), { personal: true, max: 1000 }),
    agents: officersFields,
  }),
  view: (f) =>
    letterView({
      to: f.court,
      body: [
        `委托人：${f.organ}。`,
        `受委托人：${officersText(f.agents)}，均为委托人工作人员。`,
        `委托人因申请强制执行${f.party}一案，委托上列人员作为代理人办理申请、提交材料、参加听证和询问、签收法律文书等事项。未经委托人另行书面授权，代理人无权变更、放弃执行请求。`,
        '委托期限：自签发之日起至本案执行终结之日止。',
      ],
      signers: ['行政机关负责人（签名）'],
    }),
})
