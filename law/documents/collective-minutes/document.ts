import { group, list, moment, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { paragraphs, periodText } from '../present.ts'

const seat = (label: [string, string]) =>
  list(
    words(...label),
    group(words(...label), { name: text(words('姓名', 'Name'), { max: 60 }), position: text(words('职务', 'Position'), { max: 100 }) }),
    { max: 30 },
  )

/** 集体讨论记录 (处罚法 57(2)): the heads present decide; others attend without a vote (R5). */
export const collectiveMinutes = document({
  kind: 'collective-minutes',
  title: words('行政处罚案件集体讨论记录', 'Minutes of collective discussion'),
  volume: 'inner',
  outward: false,
  partySigns: false,
  template: 'collective-minutes',
  version: 1,
  fields: payload({
    cause: text(words('案由', 'Cause'), { max: 400 }),
    filingNumber: text(words('立案文号', 'Filing number'), { max: 100 }),
    from: moment(words('开始时间', 'From')),
    to: moment(words('结束时间', 'To')),
    place: text(words('地点', 'Place'), { max: 300 }),
    chair: text(words('主持人', 'Chair'), { max: 100 }),
    members: seat(['出席人员', 'Members']),
    attending: seat(['列席人员', 'Attending without a vote']),
    recused: list(
      words('回避人员', 'Recused'),
      group(words('回避人员', 'Recused'), {
        name: text(words('姓名', 'Name'), { max: 60 }),
        reason: text(words('理由', 'Reason'), { max: 400 }),
      }),
      { max: 20 },
    ),
    reporter: text(words('汇报人', 'Reported by'), { max: 60 }),
    recorder: text(words('记录人', 'Recorder'), { max: 60 }),
    ground: text(words('讨论事由', 'Why it is discussed'), { max: 400 }),
    summary: text(words('案情汇报', 'Report of the case'), { personal: true, max: 20_000, rows: 8 }),
    proposal: text(words('拟处理意见', 'Proposal'), { max: 8000 }),
    proposalHash: optional(text(words('拟处理意见校验值', 'Hash of the proposal'), { max: 128 })),
    opinions: list(
      words('讨论意见', 'Opinions'),
      group(words('意见', 'Opinion'), {
        name: text(words('姓名', 'Name'), { max: 60 }),
        opinion: text(words('意见', 'Opinion'), { max: 8000 }),
      }),
      { max: 60 },
    ),
    conclusion: text(words('结论性意见', 'Conclusion'), { max: 8000, rows: 4 }),
  }),
  view: (f) => ({
    cause: f.cause,
    filingNumber: f.filingNumber,
    time: periodText(f.from, f.to),
    place: f.place,
    chair: f.chair,
    members: seated(f.members),
    attending: seated(f.attending),
    recused: f.recused.map(({ name, reason }) => `${name}（${reason}）`).join('、') || '无',
    reporter: f.reporter,
    recorder: f.recorder,
    ground: f.ground,
    summary: paragraphs(f.summary),
    proposal: paragraphs(f.proposal),
    proposalHash: f.proposalHash ?? '',
    opinions: f.opinions.map(({ name, opinion }) => ({ name, opinion: paragraphs(opinion) })),
    conclusion: paragraphs(f.conclusion),
    signers: f.members.map(({ name }) => name),
  }),
})

const seated = (people: readonly { name: string; position: string }[]): string =>
  people.map(({ name, position }) => `${name}（${position}）`).join('、') || '无'
