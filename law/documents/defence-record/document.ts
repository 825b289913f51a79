import { choice, day, group, list, moment, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { officersFields, officersText, refusalText, signatureFields } from '../parts/people.ts'
import { dayText, line, paragraphs, periodText } from '../present.ts'

/** 陈述申辩笔录, and the re-check of what was brought forward (处罚法 45). */
export const defenceRecord = document({
  kind: 'defence-record',
  title: words('陈述申辩笔录', 'Record of statement and defence'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 'defence-record',
  version: 1,
  fields: payload({
    form: choice(words('方式', 'Form'), { oral: words('口头', 'Oral'), written: words('书面', 'Written') }),
    from: moment(words('开始时间', 'From')),
    to: moment(words('结束时间', 'To')),
    place: text(words('地点', 'Place'), { max: 300 }),
    cause: text(words('案由', 'Cause'), { max: 400 }),
    party: text(words('当事人', 'Party'), { personal: true, max: 200 }),
    speaker: text(words('陈述申辩人', 'Who speaks'), { personal: true, max: 100 }),
    speakerRole: optional(text(words('与当事人的关系', 'Relation to the party'), { max: 100 })),
    speakerId: optional(text(words('证件号码', 'Identity number'), { personal: true, max: 60 })),
    phone: optional(text(words('联系电话', 'Telephone'), { personal: true, max: 60 })),
    officers: officersFields,
    recorder: text(words('记录人', 'Recorder'), { max: 60 }),
    statements: text(words('陈述申辩内容', 'Statement and defence'), { personal: true, max: 50_000, rows: 12 }),
    materials: list(words('提交的证据材料', 'Materials handed in'), text(words('材料', 'Material'), { max: 300 }), { max: 50 }),
    recheck: optional(
      group(words('复核意见', 'Re-check'), {
        claims: list(
          words('复核', 'Claims'),
          group(words('主张', 'Claim'), {
            claim: text(words('陈述申辩理由', 'Claim'), { personal: true, max: 4000 }),
            finding: text(words('复核情况', 'Finding'), { max: 4000 }),
            accepted: yes(words('采纳', 'Accepted')),
          }),
          { min: 1, max: 50 },
        ),
        conclusion: text(words('复核结论', 'Conclusion'), { max: 4000 }),
        officers: officersFields,
        on: day(words('复核日期', 'Date')),
      }),
    ),
    signature: optional(signatureFields),
  }),
  titleOf: (f) => (f.form === 'oral' ? '陈述申辩笔录' : '陈述申辩意见登记表'),
  view: (f) => ({
    oral: f.form === 'oral',
    time: periodText(f.from, f.to),
    place: f.place,
    cause: f.cause,
    people: [
      ...line('当事人', f.party),
      ...line('陈述申辩人', f.speaker),
      ...line('与当事人的关系', f.speakerRole),
      ...line('证件号码', f.speakerId),
      ...line('联系电话', f.phone),
    ],
    officers: officersText(f.officers),
    recorder: f.recorder,
    statements: paragraphs(f.statements),
    materials: f.materials.map((each, i) => `${i + 1}．${each}`),
    recheck: f.recheck
      ? {
          claims: f.recheck.claims.map(({ claim, finding, accepted }, i) => ({
            no: String(i + 1),
            claim: paragraphs(claim),
            finding: paragraphs(finding),
            accepted: accepted ? '采纳' : '不采纳',
          })),
          conclusion: paragraphs(f.recheck.conclusion),
          officers: officersText(f.recheck.officers),
          on: dayText(f.recheck.on),
        }
      : null,
    refusal: refusalText(f.signature, '陈述申辩人'),
  }),
})
