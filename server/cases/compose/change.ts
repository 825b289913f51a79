import type { changeApproval } from '@faheng/law/documents/change-approval/document.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import { sentence } from '@faheng/law/documents/present.ts'
import { proposeJoinder } from '@faheng/law/procedures/penalty-joinder.ts'
import { proposePartyChange, proposeViolations } from '@faheng/law/procedures/penalty-parties.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { evidenceNames } from './evidence-named.ts'
import { toldBy, type CaseFile } from './file.ts'
import { conductOf } from './norms.ts'
import { filingNumber } from './numbers.ts'
import { causeOf, partyName, partyNames } from './party.ts'
import { headStep, proposalBy } from './people.ts'
import { filedConduct } from './violations.ts'

type Fields = FieldsOf<typeof changeApproval>

/** 当事人变更审批表, 补充立案审批表: what was proposed, and the head's answer. */
export const composeChange = (file: CaseFile): Fields => (file.act.kind === 'approve-violations' ? ofViolations(file) : file.act.kind === 'approve-joinder' ? ofJoinder(file) : ofParties(file))

function ofParties(file: CaseFile): Fields {
  const proposed = toldBy(file, file.state.proposals['propose-party-change']?.act, proposePartyChange)
  const change = proposed?.told.change ?? 'add'
  const { party, to, evidence, reason } = proposed?.told ?? {}
  const names = (id: string | undefined) => [partyName(file, id)].filter((each) => each !== '')
  return {
    ...common(file, proposed?.act.occurredAt, reason),
    change,
    before: change === 'add' ? [] : names(party),
    after: change === 'drop' ? [] : names(to),
    evidence: evidenceNames(file, evidence ?? []),
  }
}

function ofViolations(file: CaseFile): Fields {
  const proposed = toldBy(file, file.state.proposals['propose-violations']?.act, proposeViolations)
  const after = (proposed?.told.violations ?? []).map(({ conduct, item, parties }) => `${parties.map((id) => partyName(file, id)).filter((each) => each !== '').join('、')}：${sentence(conduct || conductOf(file.read.items[item]))}`)
  return { ...common(file, proposed?.act.occurredAt, proposed?.told.reason), change: 'violations', before: [], after, evidence: [] }
}

/** What went over: parties, violations, evidence and things, each by name. */
function ofJoinder(file: CaseFile): Fields {
  const proposed = toldBy(file, file.state.proposals['propose-joinder']?.act, proposeJoinder)
  const release = file.state.released?.find(({ act }) => act === file.act.id)
  const number = (release?.to ?? proposed?.told.matter ?? '').slice(0, 80)
  return {
    ...common(file, proposed?.act.occurredAt, proposed?.told.reason),
    change: release?.kind === 'split' ? 'split' : 'merge',
    before: number ? [`接收案件编号：${number}`] : [],
    after: [
      ...(release?.parties ?? []).map(({ id }) => `当事人：${partyName(file, id) || id}`),
      ...(release?.violations ?? []).map(({ id, item }) => `违法行为：${sentence(filedConduct(file, id) || conductOf(file.read.items[item]))}`),
      ...evidenceNames(file, (release?.evidence ?? []).map(({ id }) => id)).map((each) => `证据：${each}`),
      ...((release?.held.length ?? 0) > 0 ? [`涉案物品：${release?.held.length ?? 0}项`] : []),
    ],
    evidence: [],
  }
}

const common = (file: CaseFile, at: string | undefined, reason: string | undefined) => ({
  cause: causeOf(file),
  filingNumber: filingNumber(file),
  filedOn: file.state.filedOn ?? file.day,
  parties: partyNames(file),
  reason: reason ?? '',
  proposal: proposalBy(file, '建议按上述内容变更。', dayOf(at ?? file.act.occurredAt)),
  approvals: [headStep(file)],
})
