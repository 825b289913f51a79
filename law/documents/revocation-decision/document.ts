import { choice, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { decidedFields, decidedText } from '../parts/decided.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { chosen, paragraphs, sentence } from '../present.ts'

export const faults = {
  facts: words('主要事实不清、证据不足', 'Facts or evidence lacking'),
  law: words('适用依据错误', 'Wrong law'),
  procedure: words('违反法定程序', 'Breach of procedure'),
  competence: words('超越职权', 'No power'),
  excessive: words('明显不当', 'Plainly unfit'),
} as const

/** 撤销行政处罚决定书: the organ takes back its own decision (处罚法 75(2)). */
export const revocationDecision = document({
  kind: 'revocation-decision',
  title: words('撤销行政处罚决定书', 'Decision to revoke a penalty'),
  volume: 'main',
  series: '撤',
  outward: true,
  partySigns: true,
  template: 'revocation-decision',
  version: 1,
  fields: payload({
    party: partyFields,
    decided: decidedFields,
    fault: choice(words('撤销原因', 'Fault'), faults),
    reason: text(words('理由', 'Reasons'), { personal: true, max: 1000 }),
    contact: contactFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    return letterView({
      to: f.party.name,
      body: [
        `经审查，本机关${decidedText(f.decided)}${chosen(faults, f.fault)}。`,
        ...paragraphs(f.reason).map(sentence),
        `根据《中华人民共和国行政处罚法》第七十五条第二款的规定，本机关决定撤销上述对${you}作出的行政处罚决定。已经缴纳的罚没款依法退还；已经公示的行政处罚信息在三日内撤回，并公开说明理由。`,
      ],
      contact: f.contact,
      foot: twoCopies('决定书'),
    })
  },
})
