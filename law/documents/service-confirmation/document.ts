import { optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView } from '../parts/letter.ts'
import { partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { sentence } from '../present.ts'

/** 送达地址（电子送达）确认书 (处罚法 61(2)): what the party signs before anything is sent to him electronically. */
export const serviceConfirmation = document({
  kind: 'service-confirmation',
  title: words('送达地址确认书', 'Confirmation of the address for service'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 'service-confirmation',
  version: 1,
  fields: payload({
    party: partyFields,
    cause: text(words('案由', 'Cause'), { max: 400 }),
    address: text(words('送达地址', 'Address'), { personal: true, max: 300 }),
    recipient: optional(text(words('代收人', 'Who may receive'), { personal: true, max: 60 })),
    phone: optional(text(words('联系电话', 'Telephone'), { personal: true, max: 60 })),
    electronic: yes(words('同意电子送达', 'Agrees to electronic service')),
    account: optional(text(words('电子送达方式', 'Account'), { personal: true, max: 200 })),
    contact: contactFields,
  }),
  titleOf: ({ electronic }) => (electronic ? '送达地址和电子送达确认书' : '送达地址确认书'),
  view: (f) =>
    letterView({
      to: '',
      body: [
        `案由：${sentence(f.cause)}`,
        `受送达人：${sentence(f.party.name)}`,
        `送达地址：${sentence(f.address)}`,
        ...(f.recipient ? [`代收人：${sentence(f.recipient)}`] : []),
        ...(f.phone ? [`联系电话：${sentence(f.phone)}`] : []),
        f.electronic ? `电子送达：同意采用传真、电子邮件等方式送达行政处罚决定书等${f.account ? `，接收方式为${sentence(f.account)}` : '。'}` : '电子送达：不同意采用。',
      ],
      after: [
        '告知事项：一、文书送达至上述地址，因地址不准确、变更后未及时告知或者拒绝签收，致使文书未能被实际接收的，由受送达人承担由此产生的后果。二、同意电子送达的，以送达信息到达受送达人特定系统的日期为送达日期。三、送达地址变更的，应当及时书面告知本机关。',
        '本人（本单位）已经阅读并理解上述告知事项，确认填写内容真实、有效。',
      ],
      contact: f.contact,
      signers: ['受送达人（签名或者盖章）'],
    }),
})
