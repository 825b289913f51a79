import { choice, moment, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields, contactView } from '../parts/people.ts'
import { momentText } from '../present.ts'

/** 行政处罚听证通知书 (处罚法 64(2)): when, where, before whom, in public or not and why, seven working days before. */
export const hearingNotice = document({
  kind: 'hearing-notice',
  title: words('行政处罚听证通知书', 'Notice of hearing'),
  volume: 'main',
  series: '听通',
  outward: true,
  partySigns: false,
  template: 'hearing-notice',
  version: 1,
  fields: payload({
    party: partyFields,
    cause: text(words('案由', 'Cause'), { max: 400 }),
    at: moment(words('听证时间', 'Time')),
    place: text(words('听证地点', 'Place'), { max: 200 }),
    chair: text(words('听证主持人', 'Chair'), { max: 60 }),
    open: choice(words('是否公开', 'Public'), { public: words('公开举行', 'In public'), closed: words('不公开举行', 'Closed') }),
    closedFor: optional(text(words('不公开的事由', 'Ground for closing it'), { max: 60 })),
    shorterNotice: yes(words('当事人同意不足七个工作日即举行', 'Consent to less than seven workdays')),
    contact: contactFields,
  }),
  view: (f) => ({
    to: f.party.name,
    you: addressed(f.party),
    cause: f.cause,
    at: momentText(f.at),
    place: f.place,
    chair: f.chair,
    how: f.open === 'closed' ? `不公开举行${f.closedFor ? `（涉及${f.closedFor}）` : ''}` : '公开举行',
    shorter: f.shorterNotice,
    contact: contactView(f.contact),
  }),
})
