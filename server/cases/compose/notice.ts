import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { defenceRecord } from '@faheng/law/documents/defence-record/document.ts'
import type { penaltyNotice } from '@faheng/law/documents/penalty-notice/document.ts'
import { overlayNamed } from '@faheng/law/overlays/index.ts'
import { penaltyKind } from '@faheng/law/penalties/kinds.ts'
import { currentNotice } from '@faheng/law/procedures/penalty-case.ts'
import { confiscatedFrom, finesOf } from '@faheng/law/procedures/penalty-decided.ts'
import { recheckDefence, stateDefence } from '@faheng/law/procedures/penalty-payloads.ts'
import { discretionOf } from './discretion.ts'
import { toldHere, toldIn, type CaseFile } from './file.ts'
import { recheckText } from './heard.ts'
import { conductsOf } from './norms.ts'
import { numberOf } from './numbers.ts'
import { causeOf, partyName, partyOf } from './party.ts'
import { penaltiesOn, reportedPenalties } from './penalties.ts'
import { contactOf, officersOf, recorderOf } from './people.ts'
import { violationsFieldsOf } from './violations.ts'

/** 处罚法 64(1). */
const hearingDays = 5

/** 行政处罚告知书 to one party. */
export function composeNotice(file: CaseFile): FieldsOf<typeof penaltyNotice> {
  const { state, subject } = file
  const hearing = currentNotice(state)?.hearing.includes(subject) ? hearingGround(file) : undefined
  const replaced = numberOf(file, 'penalty-notice', subject)
  return {
    party: partyOf(file, subject),
    cause: `涉嫌${conductsOf(file, subject)}`,
    violations: violationsFieldsOf(file, subject),
    discretion: discretionOf(file),
    penalties: penaltiesOn(file, subject, reportedPenalties(file)),
    defenceDays: overlayNamed(state.overlay).defence.value,
    ...(hearing ? { hearing: { ground: hearing, days: hearingDays } } : {}),
    ...(replaced ? { replaces: replaced } : {}),
    ...(state.report ? { proposalHash: state.report.hash } : {}),
    contact: contactOf(file),
  }
}

/** Which penalties of 处罚法 63(1) give the right to a hearing. */
function hearingGround({ state, subject, act }: CaseFile): string {
  const penalties = state.report?.penalties ?? []
  const thresholds = act.facts.settings?.hearingThreshold
  const natural = ['person', 'individual-business'].includes(act.facts.parties?.[subject]?.kind ?? 'person')
  const threshold = (natural ? thresholds?.person : thresholds?.organisation) ?? 0
  const others = ['lower-grade', 'revoke-licence', 'stop-business', 'close-down', 'restrict-practice'] as const
  const grounds = [
    ...(finesOf(penalties, subject) >= threshold ? ['较大数额罚款'] : []),
    ...(confiscatedFrom(penalties, subject) >= threshold && confiscatedFrom(penalties, subject) > 0 ? ['没收较大数额违法所得、没收较大价值非法财物'] : []),
    ...others.filter((kind) => penalties.some((each) => each.party === subject && each.kind === kind)).map((kind) => penaltyKind(kind).words.zh),
  ]
  return `本机关拟作出${grounds.join('、') || '较重'}的行政处罚`
}

/** 陈述申辩笔录 (or 意见登记表) with the re-check, made when the re-check is done. */
export function composeDefence(file: CaseFile): FieldsOf<typeof defenceRecord> {
  const recheck = toldHere(file, recheckDefence)
  const party = partyOf(file, file.subject || recheck.party)
  const stated = toldIn(file, 'state-defence', stateDefence).filter(({ told }) => told.party === (file.subject || recheck.party))
  const last = stated.at(-1)
  const at = last?.act.occurredAt ?? file.act.occurredAt
  const { team } = file.state
  const claims = stated.map(({ told }) => told.statement)
  const files = stated.reduce((sum, { told }) => sum + (told.files?.length ?? 0), 0)
  return {
    form: last?.told.form ?? 'written',
    from: at,
    to: at,
    place: file.read.body.name,
    cause: causeOf(file),
    party: partyName(file, file.subject || recheck.party),
    speaker: party.representative ?? party.name,
    ...(party.phone ? { phone: party.phone } : {}),
    officers: officersOf(file, team),
    recorder: recorderOf(file, team),
    statements: claims.join('\n'),
    materials: files > 0 ? [`当事人提交的材料${files}件`] : [],
    recheck: {
      claims: (claims.length > 0 ? claims : ['']).map((claim) => ({ claim, finding: recheck.reasons, accepted: recheck.adopted !== 'not-adopted' })),
      conclusion: recheckText({ adopted: recheck.adopted, reasons: '' }),
      officers: officersOf(file, team),
      on: file.day,
    },
  }
}
