import { day, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView, twoCopies } from '../parts/letter.ts'
import { addressed, partyFields } from '../parts/party.ts'
import { contactFields } from '../parts/people.ts'
import { dayText } from '../present.ts'

/** 撤销立案告知书 to whom had heard of the case (R19). */
export const cancellationNotice = document({
  kind: 'cancellation-notice',
  title: words('撤销立案告知书', 'Notice that the filing was cancelled'),
  volume: 'main',
  series: '撤立',
  outward: true,
  partySigns: true,
  template: 'cancellation-notice',
  version: 1,
  fields: payload({
    party: partyFields,
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: optional(text(words('立案文号', 'Filing number'), { max: 100 })),
    filedOn: optional(day(words('立案日期', 'Filed on'))),
    cancelledOn: optional(day(words('撤销日期', 'Cancelled on'))),
    ground: optional(text(words('撤销事由', 'Ground'), { max: 400 })),
    held: text(words('涉案财物', 'Things held'), { max: 1000 }),
    contact: contactFields,
  }),
  view: (f) => {
    const you = addressed(f.party)
    return letterView({
      to: f.party.name,
      body: [
        `本机关${f.filedOn ? `于${dayText(f.filedOn)}` : ''}立案调查的${f.cause}${f.filingNumber ? `（${f.filingNumber}）` : ''}，${f.ground ? `因${f.ground}，` : ''}已${f.cancelledOn ? `于${dayText(f.cancelledOn)}` : ''}经本机关负责人批准撤销立案，对${you}不再进行调查。`,
        f.held,
      ].filter((each) => each !== ''),
      contact: f.contact,
      foot: twoCopies('告知书'),
    })
  },
})
