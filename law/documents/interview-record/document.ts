import { count, day, group, list, moment, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { officersFields, officersText, refusalText, signatureFields } from '../parts/people.ts'
import { countText, dayText, line, paragraphs, periodText } from '../present.ts'

/** 询问笔录 (处罚法 55: two officers, certificates shown; the person reads it and signs every page). */
export const interviewRecord = document({
  kind: 'interview-record',
  title: words('询问笔录', 'Interview record'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 'interview-record',
  version: 1,
  fields: payload({
    from: moment(words('开始时间', 'From')),
    to: moment(words('结束时间', 'To')),
    times: count(words('第几次询问', 'Interview no.')),
    place: text(words('询问地点', 'Place'), { max: 300 }),
    matter: text(words('询问事项', 'Matter'), { max: 400 }),
    person: group(words('被询问人', 'Person interviewed'), {
      name: text(words('姓名', 'Name'), { personal: true, max: 100 }),
      gender: optional(text(words('性别', 'Gender'), { personal: true, max: 10 })),
      birth: optional(day(words('出生日期', 'Born'), { personal: true })),
      idNumber: optional(text(words('身份证件号码', 'Identity number'), { personal: true, max: 60 })),
      employer: optional(text(words('工作单位', 'Employer'), { personal: true, max: 200 })),
      position: optional(text(words('职务', 'Position'), { personal: true, max: 100 })),
      address: optional(text(words('住址', 'Address'), { personal: true, max: 300 })),
      phone: optional(text(words('联系电话', 'Telephone'), { personal: true, max: 60 })),
      relation: optional(text(words('与本案关系', 'Relation to the case'), { max: 100 })),
    }),
    officers: officersFields,
    recorder: text(words('记录人', 'Recorder'), { max: 60 }),
    rightsTold: yes(words('已告知权利义务', 'Rights told')),
    dialogue: list(
      words('询问内容', 'Questions and answers'),
      group(words('问答', 'Question and answer'), {
        question: text(words('问', 'Question'), { personal: true, max: 4000 }),
        answer: text(words('答', 'Answer'), { personal: true, max: 20_000 }),
      }),
      { max: 500 },
    ),
    corrections: optional(text(words('更正', 'Corrections'), { personal: true, max: 4000 })),
    signature: optional(signatureFields),
  }),
  view: (f) => ({
    time: periodText(f.from, f.to),
    times: `第${countText(f.times)}次询问`,
    place: f.place,
    matter: f.matter,
    person: [
      ...line('被询问人', f.person.name),
      ...line('性别', f.person.gender),
      ...(f.person.birth ? line('出生日期', dayText(f.person.birth)) : []),
      ...line('身份证件号码', f.person.idNumber),
      ...line('联系电话', f.person.phone),
      ...line('工作单位', f.person.employer),
      ...line('职务', f.person.position),
      ...line('住址', f.person.address),
      ...line('与本案关系', f.person.relation),
    ],
    officers: officersText(f.officers),
    recorder: f.recorder,
    told: f.rightsTold
      ? '我们是本机关执法人员，已向你出示执法证件，请你确认。现依法就有关问题向你询问。你有权进行陈述、申辩；认为执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避。你应当如实回答询问，并协助调查，不得阻挠；作虚假陈述应当承担相应法律责任。'
      : '',
    dialogue: f.dialogue.map(({ question, answer }) => ({ question: paragraphs(question), answer: paragraphs(answer) })),
    corrections: paragraphs(f.corrections),
    refusal: refusalText(f.signature, '被询问人'),
  }),
})
