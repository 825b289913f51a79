import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { filingApproval } from '@faheng/law/documents/filing-approval/document.ts'
import { paragraphs, sentence } from '@faheng/law/documents/present.ts'
import { leadSources, proposeFiling, proposeNotFiling, registerLead } from '@faheng/law/procedures/penalty-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { leadSource } from './course.ts'
import { toldBy, toldIn, type CaseFile } from './file.ts'
import { distinct, normsOf } from './norms.ts'
import { allParties, causeOf } from './party.ts'
import { headStep, officersOf, proposalBy, teamNames } from './people.ts'
import { filedConduct } from './violations.ts'

/** 立案审批表, or 不予立案审批表 where the head decided not to file. */
export function composeFiling(file: CaseFile): FieldsOf<typeof filingApproval> {
  const notFiled = file.act.kind === 'decide-not-to-file'
  const { state, read } = file
  const proposal = state.proposals[notFiled ? 'propose-not-filing' : 'propose-filing']
  const reason = toldBy(file, proposal?.act, notFiled ? proposeNotFiling : proposeFiling)?.told.reason ?? ''
  const norms = state.violations.map(({ item }) => normsOf(read.items[item]))
  const broken = norms.flatMap(({ broken: each, punishing }) => (each.length > 0 ? each : punishing))
  const opinion = notFiled ? '建议不予立案。' : `建议予以立案，由${teamNames(file)}承办。`
  return {
    outcome: notFiled ? 'not-file' : 'file',
    cause: causeOf(file),
    source: leadSources[leadSource(file)].zh,
    discoveredOn: state.lead?.discoveredOn ?? file.day,
    parties: state.parties.length > 0 ? allParties(file) : [],
    summary: summaryOf(file),
    suspected: distinct(broken),
    reason,
    team: notFiled ? [] : officersOf(file, state.team),
    proposal: proposalBy(file, opinion, proposal ? dayOf(proposal.at) : file.day),
    approvals: [headStep(file)],
  }
}

/** The suspected conduct of each violation as the officers put it; before any, what the lead says. */
function summaryOf(file: CaseFile): string {
  const conducts = file.state.violations.map(({ id }) => filedConduct(file, id)).filter((each) => each !== '')
  const lead = toldIn(file, 'register-lead', registerLead)[0]?.told.summary ?? ''
  return (conducts.length > 0 ? conducts : paragraphs(lead)).map(sentence).join('\n')
}
