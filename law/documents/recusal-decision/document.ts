import { choice, day, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { dayText, paragraphs, sentence } from '../present.ts'

/** 回避决定书 (处罚法 43): of an officer the head decides, of the head all heads together. */
export const recusalDecision = document({
  kind: 'recusal-decision',
  title: words('回避决定书', 'Decision on recusal'),
  volume: 'main',
  series: '回避',
  outward: true,
  partySigns: false,
  template: 'recusal-decision',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    person: text(words('被申请回避的人员', 'Person'), { max: 60 }),
    asker: choice(words('申请人', 'Who asked'), { party: words('当事人', 'The party'), himself: words('本人自行回避', 'Himself') }),
    party: text(words('当事人', 'Party'), { personal: true, max: 1000 }),
    askedOn: optional(day(words('申请日期', 'Asked on'))),
    ground: text(words('事由', 'Ground'), { max: 200 }),
    granted: yes(words('同意回避', 'Granted')),
    reason: optional(text(words('理由', 'Reason'), { personal: true, max: 2000 })),
  }),
  view: (f) => ({
    to: f.asker === 'himself' ? f.person : f.party,
    asked: `${f.askedOn ? dayText(f.askedOn) : ''}，${f.asker === 'himself' ? '你' : '你（单位）'}以${f.asker === 'himself' ? '本人' : `本机关${f.person}`}${f.ground}为由，就${f.cause}提出回避申请。`.replace(/^，/, ''),
    reason: paragraphs(f.reason).map(sentence),
    decision: `根据《中华人民共和国行政处罚法》第四十三条的规定，本机关决定：${f.granted ? `${f.person}回避，不再参与本案的办理。` : `驳回申请，${f.person}不予回避。`}`,
  }),
})
