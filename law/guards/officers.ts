import { cite } from '../citation.ts'
import type { CertificateFact, Facts } from '../facts.ts'
import { guard, type MatterState } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { words, type Words } from '../words.ts'

interface NamesOfficers {
  readonly officers?: readonly string[]
  readonly team?: readonly string[]
}

/** 处罚法 42: not fewer than two officers, unless a law says otherwise. */
export const twoOfficers = guard<MatterState, NamesOfficers>(
  'two-officers',
  cite('行政处罚法', 42, 1),
  {
    title: words('执法人员不少于两人', 'Two officers at least'),
    cure: words('由两名以上执法人员重新实施并制作记录。', 'Do it again with two officers and make a new record.'),
  },
  ({ act: { payload } }) => {
    if (!payload) return
    const named = new Set(payload.officers ?? payload.team ?? [])
    return named.size < 2 && words('执法人员少于两人。', 'Fewer than two officers took part.')
  },
)

const certificateTexts = {
  title: words('执法证件有效', 'Valid enforcement certificates'),
  cure: words('更换持有效执法证件的人员，或者先办理证件。', 'Let officers with valid certificates act, or have the certificate issued first.'),
  needs: ['certificates'] as const,
}

/** 处罚法 42, 55: enforcement certificates valid at the instant, in the region. */
export const certificatesValid = guard<MatterState, NamesOfficers>(
  'certificate-valid',
  cite('行政处罚法', 42, 1),
  certificateTexts,
  ({ state, act: { payload }, facts }) => {
    const people = payload ? (payload.officers ?? payload.team ?? state.team) : []
    return people.map((person) => lackOf(person, facts)).find((each) => each !== undefined) ?? jointlyOnly(people, facts)
  },
)

/** 处罚法 26, R4: an officer of another body takes part only under a recorded joint action or assistance that names him and the day. */
export const officersOfBody = guard<PenaltyCase, NamesOfficers>(
  'officer-of-body',
  cite('行政处罚法', 26),
  {
    title: words('其他机关的执法人员依联合执法、执法协助参加', 'Officers of another body under joint action or assistance'),
    cure: words('登记联合执法或者执法协助，写明参加的执法人员和期间，重新实施；或者由本机关执法人员实施。', 'Record the joint action or assistance with its officers and days and do it again, or let officers of the body do it.'),
    needs: ['posted'],
  },
  ({ state, act: { payload }, facts, on }) => {
    const covered = (person: string): boolean => state.joint?.some((each) => each.officers.includes(person) && each.from <= on && (each.until === undefined || on <= each.until)) === true
    const strangers = (payload?.officers ?? []).filter((person) => facts.posted?.[person]?.includes(state.body) === false && !covered(person))
    return strangers.length > 0 && words('有执法人员不属于本机关，当日没有登记其参加的联合执法、执法协助。', 'An officer belongs to another body, and no joint action or assistance of that day names him.')
  },
)

/** The handling team itself, when it exercises power. */
export const teamCertified = guard<MatterState>(
  'certificate-valid',
  cite('行政处罚法', 42, 1),
  certificateTexts,
  ({ state, facts }) => state.team.map((person) => lackOf(person, facts)).find((each) => each !== undefined) ?? jointlyOnly(state.team, facts),
)

function lackOf(person: string, facts: Facts): Words | undefined {
  const certificate = facts.certificates?.[person]
  return certificate?.valid ? undefined : wordsOfLack(certificate?.lack ?? 'none')
}

/** Why somebody's certificate does not do, or that he serves in the body no more. */
export const wordsOfLack = (lack: NonNullable<CertificateFact['lack']> | 'no-post'): Words => (lack === 'no-post' ? noPost : lacks[lack])

const noPost = words('执法人员在本机关已无职务。', 'An officer holds no post in the body any more.')

/** Seconded staff enforce beside an officer of the body's own (R34). */
const jointlyOnly = (people: readonly string[], facts: Facts): Words | undefined =>
  people.length > 0 && people.every((person) => facts.certificates?.[person]?.joint === true)
    ? words('借调人员应当与在编执法人员共同执法。', 'Seconded staff enforce only together with an officer on the establishment.')
    : undefined

const lacks = {
  none: words('执法人员没有行政执法证。', 'An officer holds no enforcement certificate.'),
  expired: words('执法人员的行政执法证已过有效期。', 'An officer’s enforcement certificate has expired.'),
  'not-yet': words('执法人员的行政执法证尚未生效。', 'An officer’s enforcement certificate is not yet valid.'),
  suspended: words('执法人员的行政执法证已被暂扣。', 'An officer’s enforcement certificate is suspended.'),
  ended: words('执法人员的行政执法证已被注销、吊销、撤销或者换发，或者本人已离岗。', 'An officer’s enforcement certificate was cancelled, revoked or replaced, or he has left.'),
  'other-region': words('执法人员的行政执法证不适用于本行政区域。', 'An officer’s enforcement certificate is not valid in this region.'),
}
