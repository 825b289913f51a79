import { day, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { dayText } from '../present.ts'

/** 行政执法证 to hold out where there is no phone: what the screen shows, and the code that says whether it is valid at that minute. */
export const enforcementCard = document({
  kind: 'enforcement-card',
  title: words('行政执法证', 'Enforcement certificate'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'enforcement-card',
  version: 1,
  fields: payload({
    name: text(words('姓名', 'Name'), { max: 80 }),
    body: text(words('执法主体', 'Body'), { max: 200 }),
    fields: list(words('执法领域', 'Fields'), text(words('领域', 'Field'), { max: 40 }), { max: 20 }),
    number: text(words('证件编号', 'Number'), { max: 40 }),
    issuer: text(words('发证机关', 'Issuing authority'), { max: 80 }),
    until: day(words('有效期至', 'Valid until')),
    printed: day(words('打印日期', 'Printed on')),
    photo: optional(text(words('照片', 'Photograph'), { max: 1_000_000 })),
  }),
  view: ({ name, body, fields, number, issuer, until, printed, photo = '' }) => ({
    name, photo: photo === '' ? '' : `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 25 35"><image width="25" height="35" preserveAspectRatio="xMidYMid slice" href="${photo}"/></svg>`,
    lines: [['单位', body], ['领域', fields.join('、') || '—'], ['编号', number], ['发证机关', issuer], ['有效期至', dayText(until)]],
    note: `本件于${dayText(printed)}由系统生成，是否有效以扫码结果为准。`,
  }),
})
