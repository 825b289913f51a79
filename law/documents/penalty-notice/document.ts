import { count, group, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields, contactView } from '../parts/people.ts'
import { penaltiesFields, penaltyLines } from '../parts/penalty.ts'
import { violationsFields, violationViews } from '../parts/violation.ts'
import { numeral, paragraphs, sentence } from '../present.ts'

/** 行政处罚告知书 (处罚法 44, 45; 63, 64 where a hearing is owed). */
export const penaltyNotice = document({
  kind: 'penalty-notice',
  title: words('行政处罚告知书', 'Notice of intended penalty'),
  volume: 'main',
  series: '罚告',
  outward: true,
  partySigns: true,
  template: 'penalty-notice',
  version: 1,
  fields: payload({
    party: partyFields,
    cause: text(words('案由', 'Cause'), { max: 400 }),
    violations: violationsFields,
    discretion: optional(text(words('裁量理由', 'Discretion'), { max: 8000 })),
    penalties: penaltiesFields,
    /** Working days to state and defend. */
    defenceDays: count(words('陈述申辩期限（工作日）', 'Days to defend')),
    hearing: optional(
      group(words('听证权', 'Right to a hearing'), {
        ground: text(words('听证事由', 'Ground'), { max: 400 }),
        days: count(words('申请期限（工作日）', 'Days to ask')),
      }),
    ),
    /** A new notice replaces an earlier one and opens full new terms (R11). */
    replaces: optional(text(words('替代的告知书文号', 'Replaces notice'), { max: 100 })),
    proposalHash: optional(text(words('拟处理意见校验值', 'Hash of the proposal'), { max: 128 })),
    contact: contactFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    return {
      to: f.party.name,
      opening: `${f.replaces ? `本告知书替代此前向${you}送达的《行政处罚告知书》（${f.replaces}），有关期限重新计算。` : ''}由本机关立案调查的${you}${f.cause.replace(/案$/, '')}一案，已经本机关调查终结。根据《中华人民共和国行政处罚法》第四十四条的规定，现将本机关拟作出行政处罚的内容及事实、理由、依据和${you}依法享有的权利告知如下：`,
      violations: violationViews(f.violations),
      you,
      discretion: paragraphs(f.discretion).map(sentence),
      penalties: penaltyLines(f.penalties),
      defence: `根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，${you}有权进行陈述和申辩。自收到本告知书之日起${numeral(f.defenceDays)}个工作日内，${you}可以向本机关书面或者口头提出陈述、申辩意见及有关证据；本机关将充分听取意见并进行复核，不会因陈述、申辩而给予更重的处罚。逾期未提出的，视为放弃此权利。`,
      hearing: f.hearing
        ? `因${f.hearing.ground.replace(/。$/, '')}，根据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，${you}有权要求举行听证，并可以亲自参加听证或者委托一至二人代理。要求听证的，应当自收到本告知书之日起${numeral(f.hearing.days)}个工作日内向本机关提出；逾期未提出的，视为放弃听证权利。听证由非本案调查人员主持，${you}不承担组织听证的费用。`
        : '',
      contact: contactView(f.contact),
    }
  },
})
