import { act, firstItem, firstParty, inMinutes, isMinor, partyIds, recorder, someHead, type CaseFile, type Telling } from './case-file.ts'
import { workdaysBefore } from './clock.ts'
import * as tell from './telling.ts'

/** From the lead to the end of the investigation. */

export function* lead(file: CaseFile): Telling {
  const { cast, random, plot, clock, opened } = file
  const realName = ['complaint', 'report', 'hotline'].includes(plot.source) && random.percent(60)
  act(file, recorder(file), 'register-lead', {
    source: plot.source, received: opened, discoveredOn: opened, realName, place: firstParty(file).address,
    summary: tell.summary(plot.source, firstParty(file), firstItem(file)), suspects: partyIds(file).slice(0, 1),
    ...(realName ? { informant: `举报人（编号${random.between(1000, 9999)}），经12315平台联系` } : {}),
  })
  yield random.between(0, 1)
  act(file, cast.unitHead, 'assign', { team: cast.team })
  yield random.between(0, 3)
  act(file, cast.team[0], 'record-scene', {
    evidence: 'scene', party: firstParty(file).id, place: firstParty(file).address, until: inMinutes(clock.now(), 75), certificateShown: true, recusalTold: true,
    findings: tell.findings(firstParty(file), firstItem(file)), present: firstParty(file).representative ?? firstParty(file).name, signed: 'signed', proves: ['conduct', 'amount'], officers: cast.team,
  })
  if (plot.slips.has('unapproved-registration')) registerThings(file)
  if (plot.slips.has('filed-late')) yield random.between(19, 23)
}

export function* notFiled(file: CaseFile): Telling {
  yield file.random.between(1, 4)
  act(file, file.cast.team[0], 'propose-not-filing', { reason: '经核查，现有证据不能证明存在违法事实，或者违法行为轻微并已当场改正，建议不予立案。' })
  yield file.random.between(0, 2)
  act(file, someHead(file), 'decide-not-to-file', { opinion: '同意不予立案，对举报人依法告知。' })
  yield* informant(file, '已电话告知举报人：经核查不予立案。')
}

export function* filing(file: CaseFile): Telling {
  const { random, plot } = file
  yield random.between(0, 4)
  proposeFiling(file)
  if (plot.returned === 'filing') {
    yield random.between(0, 1)
    act(file, someHead(file), 'return-filing', { reason: '线索来源和初步证据叙述不清，请补充后再报。' })
    yield random.between(1, 2)
    proposeFiling(file)
  }
  yield random.between(0, 2)
  act(file, someHead(file), 'approve-filing', { opinion: '同意立案。' })
  yield* informant(file, '已电话告知举报人：本机关已经立案。')
}

/** A real-name informant is told where the sector's rules want it (R26). */
function* informant(file: CaseFile, how: string): Telling {
  if (!file.rehearsal.state().clocks.some((each) => each.clock === 'informant')) return
  yield file.random.between(0, 1)
  act(file, file.cast.team[0], 'tell-informant', { how })
}

function proposeFiling(file: CaseFile): void {
  const { cast, conducts } = file
  act(file, cast.team[0], 'propose-filing', {
    parties: partyIds(file), team: cast.team, reason: `${tell.summary(file.plot.source, firstParty(file), firstItem(file))}经初步核查属实，属于本机关管辖，建议立案调查。`,
    violations: conducts.map(({ id, item, from, until }) => ({ id, item: item.id, conduct: item.conduct, place: firstParty(file).address, from, until, parties: partyIds(file), harm: false })),
  })
}

export function* investigation(file: CaseFile): Telling {
  const { random, plot, cast } = file
  yield random.between(0, 3)
  for (const { id, name, address } of file.parties.filter((each) => isMinor(file, each)))
    act(file, recorder(file), 'name-guardian', { party: id, name: `${name.slice(0, 1)}建军`, relation: 'parent', contact: address })
  if (plot.slips.has('alone')) {
    interview(file, 'interview-alone', [cast.team[1]], true)
    yield 1
  }
  interview(file, 'interview', cast.team, !plot.slips.has('recusal-untold'))
  if (random.percent(45) || plot.slips.has('late-entry')) collect(file)
  if (plot.goods !== 'none' && (firstItem(file).thing || plot.slips.has('held-too-long')) && !plot.slips.has('unapproved-registration')) {
    act(file, cast.team[0], 'propose-registration', { party: firstParty(file).id, reason: '物品容易被转移、销售，以后难以取得。', things: [thing(file)] })
    act(file, someHead(file), 'approve-registration', { opinion: '同意先行登记保存。' })
    registerThings(file)
  }
  if (!plot.slips.has('no-order'))
    act(file, cast.team[0], 'order-to-correct', { party: firstParty(file).id, conduct: firstItem(file).conduct, basis: firstItem(file).bases[0]?.text ?? '', demands: tell.demands(firstItem(file)) })
  if (file.rehearsal.state().held.length > 0) yield* disposeOfThings(file)
  if (plot.slips.has('slow')) yield random.between(72, 88)
}

function interview(file: CaseFile, evidence: string, officers: readonly string[], recusalTold: boolean): void {
  const party = firstParty(file)
  act(file, file.cast.team[0], 'interview', {
    evidence, whom: 'party', party: party.id, name: party.representative ?? party.name, place: '本机关询问室', until: inMinutes(file.clock.now(), 90), certificateShown: true, recusalTold,
    questions: tell.questions(party, firstItem(file)), signed: 'signed', proves: ['identity', 'circumstance'], officers,
  })
}

function collect(file: CaseFile): void {
  const { cast, clock, plot } = file
  const late = plot.slips.has('late-entry') ? { occurredAt: workdaysBefore(clock.now(), 6), reason: '现场网络中断，原始记录随后补录。' } : undefined
  act(file, cast.team[1], 'collect-evidence', {
    evidence: 'licence', kind: 'documentary', title: '主体资格证明、进销货票据复印件', proves: ['identity', 'amount'], origin: '由当事人提供，经核对与原件一致', place: firstParty(file).address, officers: cast.team,
  }, late)
}

const thing = (file: CaseFile) => {
  const [name, unit] = firstItem(file).thing ?? ['涉案物品', '件']
  return { id: 'goods', name, unit, quantity: 12 + (Number(file.rehearsal.matter.slice(-2)) % 60) }
}

function registerThings(file: CaseFile): void {
  act(file, file.cast.team[0], 'register-evidence', { party: firstParty(file).id, place: '本机关物证室', custodian: '物证管理员', things: [thing(file)], officers: file.cast.team })
}

/** Within seven working days (处罚法 56): given back, or turned into a seizure until the decision. */
function* disposeOfThings(file: CaseFile): Telling {
  const { random, plot, cast } = file
  yield plot.slips.has('held-too-long') ? random.between(9, 12) : random.between(2, 4)
  const keep = plot.goods === 'confiscated' && plot.ending === 'penalty'
  act(file, someHead(file), 'dispose-registered', { disposals: [{ held: 'goods', disposal: keep ? 'seize' : 'return' }], reason: keep ? '物品拟予没收，依法转为扣押。' : '证据已经固定，物品无需继续保存。' })
  if (keep) return
  act(file, cast.team[0], 'carry-out-disposal', { held: ['goods'], how: '已返还当事人，当事人清点无误。', officers: cast.team })
}
