import { day, group, list, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { letterView } from '../parts/letter.ts'
import { contactFields } from '../parts/people.ts'
import { dayText } from '../present.ts'

/** 送达公告 (处罚法 61; 民事诉讼法 95): what is served and from when it counts; no facts of the case beyond what the party must know. */
export const serviceAnnouncement = document({
  kind: 'service-announcement',
  title: words('送达公告', 'Announcement of service'),
  volume: 'main',
  series: '公送',
  outward: true,
  partySigns: false,
  template: 'service-announcement',
  version: 1,
  fields: payload({
    party: text(words('受送达人', 'Addressee'), { personal: true, max: 200 }),
    cause: text(words('案由', 'Cause'), { max: 400 }),
    documents: list(
      words('送达文书', 'Documents'),
      group(words('文书', 'Document'), { title: text(words('名称', 'Title'), { max: 200 }), number: optional(text(words('文号', 'Number'), { max: 100 })) }),
      { min: 1, max: 50 },
    ),
    completed: optional(day(words('视为送达日期', 'Served on'))),
    notice: yes(words('告知书', 'It is the penalty notice')),
    contact: contactFields,
  }),
  view: (f) => {
    const papers = f.documents.map(({ title, number }) => `《${title}》${number ? `（${number}）` : ''}`).join('、')
    return letterView({
      to: f.party,
      body: [
        `因采用其他方式无法送达，根据《中华人民共和国行政处罚法》第六十一条第一款、《中华人民共和国民事诉讼法》第九十五条的规定，现就${f.cause}向你（单位）公告送达本机关作出的${papers}。`,
        `请你（单位）自本公告发布之日起到本机关领取上述文书。自发布本公告之日起经过三十日${f.completed ? `（即${dayText(f.completed)}）` : ''}，即视为送达。`,
        ...(f.notice ? ['你（单位）可以自视为送达之日起五个工作日内向本机关提出陈述、申辩；依法可以要求听证的，可以在同一期限内提出。逾期未提出的，视为放弃上述权利。'] : []),
      ],
      contact: f.contact,
    })
  },
})
