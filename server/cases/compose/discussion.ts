import type { collectiveMinutes } from '@faheng/law/documents/collective-minutes/document.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { HeadFact } from '@faheng/law/facts.ts'
import { currentNotice } from '@faheng/law/procedures/penalty-case.ts'
import { discuss } from '@faheng/law/procedures/penalty-decision-payloads.ts'
import { courseOf } from './course.ts'
import { toldHere, type CaseFile } from './file.ts'
import { hearingText } from './heard.ts'
import { filingNumber } from './numbers.ts'
import { causeOf } from './party.ts'
import { decidedPenalties, penaltiesText } from './penalties.ts'
import { personName } from './people.ts'
import { reportOf } from './violations.ts'

/** 集体讨论记录: the handlers report, the heads speak, whoever ranks highest takes the chair (处罚法 57(2)). */
export function composeMinutes(file: CaseFile): FieldsOf<typeof collectiveMinutes> {
  const { state, act } = file
  const { members, attending = [], place, conclusion } = toldHere(file, discuss)
  const rankOf = (person: string) => act.facts.heads?.find((head) => head.person === person)?.rank
  const seated = members.toSorted((a, b) => order(rankOf(a.person)) - order(rankOf(b.person)))
  const reporter = state.proposals['propose-decision']?.by ?? state.team[0]
  const proposal = state.proposals['propose-decision']
  return {
    cause: causeOf(file),
    filingNumber: filingNumber(file),
    from: act.occurredAt,
    to: act.occurredAt,
    place,
    chair: personName(file, seated[0]?.person),
    members: seated.map(({ person }) => ({ name: personName(file, person), position: positions[rankOf(person) ?? 'deputy'] })),
    attending: attending.map((person) => ({ name: personName(file, person), position: attendsAs(file, person) })),
    recused: (act.facts.heads ?? []).filter(({ person }) => state.recused?.includes(person)).map(({ person }) => ({ name: personName(file, person), reason: '已决定回避' })),
    reporter: personName(file, reporter),
    recorder: personName(file, state.team.find((person) => person !== reporter) ?? reporter),
    ground: groundOf(file),
    summary: [courseOf(file), reportOf(file)?.told.facts ?? '', ...state.parties.map(({ id }) => hearingText(file, id))].filter((each) => each !== '').join('\n'),
    proposal: penaltiesText(file, decidedPenalties(file)),
    ...(proposal ? { proposalHash: proposal.hash } : {}),
    opinions: seated.map(({ person, opinion }) => ({ name: personName(file, person), opinion })),
    conclusion,
  }
}

const attendsAs = (file: CaseFile, person: string): string =>
  file.state.team.includes(person) ? '承办人' : file.acts.some(({ kind, actor }) => kind === 'pass-review' && actor === person) ? '法制审核人员' : '列席人员'

function groundOf({ state }: CaseFile): string {
  const grounds = [
    ...((currentNotice(state)?.hearing.length ?? 0) > 0 ? ['拟给予的行政处罚达到听证标准'] : []),
    ...(state.report?.major ? ['案情复杂或者涉及重大公共利益'] : []),
    ...(state.report?.circumstances.some(({ effect }) => effect === 'mitigated') ? ['拟减轻处罚'] : []),
  ]
  return grounds.join('；') || '按照本机关规定应当集体讨论'
}

const order = (rank: HeadFact['rank'] | undefined): number => (rank === 'chief' ? 0 : rank === 'acting' ? 1 : 2)

const positions: Readonly<Record<HeadFact['rank'], string>> = { chief: '主要负责人', acting: '主持工作的负责人', deputy: '副职负责人' }
