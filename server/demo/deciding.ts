import { discussionOwed } from '@faheng/law/guards/decision.ts'
import { limitsOf } from '@faheng/law/penalties/branch.ts'
import { currentNotice } from '@faheng/law/procedures/penalty-case.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { act, firstItem, firstParty, isMinor, recorder, someHead, type CaseFile, type Telling } from './case-file.ts'
import { cellsOf, type Cell } from './fines.ts'
import { itemOn } from './items.ts'
import * as tell from './telling.ts'
import { weighingOf } from './weighing.ts'

/** From the report to the decision. */

export function* report(file: CaseFile): Telling {
  const { random, plot, cast, rehearsal } = file
  const proposed = proposalOf(file)
  yield random.between(2, 7)
  submit(file, proposed)
  if (plot.returned === 'report') {
    yield 1
    act(file, cast.unitHead, 'return-report', { reason: '裁量理由不充分，请对照裁量基准补充。' })
    yield random.between(1, 3)
    submit(file, proposed)
  }
  yield random.between(0, 2)
  act(file, cast.unitHead, 'endorse-report', { opinion: '事实清楚，同意处理意见。' })
  if (rehearsal.state().stage !== 'review') return
  yield random.between(1, 4)
  if (plot.returned === 'review') {
    act(file, cast.reviewer, 'return-review', { reason: '违法所得的计算依据不完整，退回补充证据后重新提交。' })
    yield random.between(2, 4)
    submit(file, proposed)
    act(file, cast.unitHead, 'endorse-report', { opinion: '已按审核意见补充，同意。' })
    yield random.between(1, 2)
  }
  act(file, cast.reviewer, 'pass-review', {
    checklist: ['competence', 'officers', 'facts', 'law', 'procedure', 'documents', 'crime'], opinion: '主体合法、事实清楚、证据充分、适用法律准确、程序合法，同意处理意见。',
    ...(firstItem(file).stated ? { limitsConfirmed: true } : {}),
  })
}

interface Proposed {
  readonly outcome: 'penalty' | 'no-penalty'
  readonly cells: readonly Cell[]
  readonly mitigated: boolean
}

function proposalOf(file: CaseFile): Proposed {
  const { plot, parties, conducts, random, rehearsal } = file
  if (plot.ending === 'no-penalty') return { outcome: 'no-penalty', cells: [], mitigated: false }
  const goods = plot.goods === 'confiscated' && rehearsal.state().held.some((each) => each.disposal === 'seize')
  const each = conducts.flatMap(({ id, item }, c) => parties.map((party, p) => cellsOf(random, item, party, id, { mitigate: plot.mitigate, goods: goods && c === 0 && p === 0 })))
  return { outcome: 'penalty', cells: each.flatMap(({ cells }) => cells), mitigated: each.some(({ mitigated }) => mitigated) }
}

function submit(file: CaseFile, { outcome, cells, mitigated }: Proposed): void {
  const { cast, plot, rehearsal, registers, conducts, parties, clock } = file
  const state = rehearsal.state()
  const relied = state.evidence.filter((each) => !each.unusable).map((each) => each.id)
  const earlier = registers.facts(['earlier'], {
    certificates: [], reviewers: [], items: [], parties: [], earlier: conducts.flatMap(({ from, until }) => parties.map(({ id }) => ({ party: id, from, until }))),
  }, { matter: rehearsal.matter, body: state.body, at: clock.now() }).earlier ?? []
  const circumstance = (effect: string, ground: string, reason: string) => ({ effect, ground, evidence: ['interview'], reason })
  const young = parties.some((each) => isMinor(file, each))
  compareNorms(file)
  act(file, cast.team[0], 'submit-report', {
    outcome, facts: tell.facts(firstParty(file), firstItem(file)), relied, reasons: tell.reasons(firstItem(file), outcome, mitigated), penalties: cells, major: plot.major,
    ...(outcome === 'no-penalty' ? { ground: plot.ground } : {}),
    circumstances: outcome === 'no-penalty' ? [] : [
      ...(mitigated ? [circumstance('mitigated', 'eliminated-harm', '案发后主动召回、改正，消除危害后果。')] : []),
      ...(young ? [circumstance('lighter', 'minor', '当事人行为时已满十四周岁不满十八周岁。')] : []),
    ],
    ...weighingOf(file, cells),
    sameAct: earlier.map(({ matter }) => ({ decision: matter, same: false, reason: '违法行为的性质、侵害的管理秩序和时间均不相同，不是同一违法行为。' })),
  })
}

/** 处罚法 37: where the norm changed since the conduct, the officer says which one applies before he reports. */
function compareNorms(file: CaseFile): void {
  const { cast, rehearsal, registers, conducts, clock } = file
  const state = rehearsal.state()
  const { items } = registers.facts(['items'], {
    certificates: [], reviewers: [], parties: [], earlier: [], items: conducts.map(({ item, until }) => ({ id: item.id, conduct: until })),
  }, { matter: rehearsal.matter, body: state.body, at: clock.now() })
  const changed = conducts.filter(({ id, item }) => items?.[item.id]?.changed && state.norms?.[id] === undefined)
  if (changed.length === 0) return
  act(file, cast.team[0], 'compare-norms', {
    comparisons: changed.map(({ id, item }) => ({ violation: id, old: item.bases[0]?.text ?? item.title, new: itemOn(item.id, dayOf(clock.now())).bases[0]?.text ?? item.title, result: 'old' })),
    reason: '经比较，新规定并不较轻，适用违法行为发生时的规定。',
  })
}

export function* notice(file: CaseFile): Telling {
  const { random, plot, cast, rehearsal } = file
  yield random.between(0, 2)
  const document = act(file, someHead(file), 'issue-notice', { opinion: '同意，依法告知当事人。' })
  yield random.between(0, 2)
  if (plot.slips.has('unwitnessed')) {
    act(file, cast.team[0], 'serve', { document, party: firstParty(file).id, method: 'left', place: firstParty(file).address, outcome: 'refused', witnessed: false, officers: cast.team })
    yield 1
  }
  for (const { party } of currentNotice(rehearsal.state())?.parties ?? [])
    act(file, cast.team[0], 'serve', { document, party, method: 'direct', place: '当事人住所', receiver: '本人（负责人）签收', outcome: 'received', officers: cast.team })
  yield* response(file)
}

/** What the parties do in their five working days. */
function* response(file: CaseFile): Telling {
  const { random, plot, cast, rehearsal } = file
  const parties = currentNotice(rehearsal.state())?.parties.map((each) => each.party) ?? []
  const first = parties[0] ?? ''
  const waive = (party: string) => act(file, cast.team[0], 'waive-defence', { party, waived: currentNotice(rehearsal.state())?.hearing.includes(party) ? ['defence', 'hearing'] : ['defence'] })
  const mayBeHeard = currentNotice(rehearsal.state())?.hearing.includes(first) && rehearsal.state().overlay === 'market-supervision'
  if (plot.response.startsWith('hearing') && mayBeHeard) {
    yield random.between(1, 3)
    act(file, recorder(file), 'request-hearing', { party: first, reason: '对拟处罚数额有异议，申请听证。' })
    if (plot.response === 'hearing-owed') yield 'never'
    yield random.between(2, 5)
    for (const party of parties) waive(party)
  } else if (plot.response === 'waived') {
    yield random.between(0, 2)
    for (const party of parties) waive(party)
  } else if (plot.response === 'defended' || plot.response === 'adopted') {
    yield random.between(1, 3)
    act(file, recorder(file), 'state-defence', { party: first, form: random.pick(['written', 'oral']), statement: '违法行为属初犯，已经全部改正，请求从轻处罚。' })
    yield random.between(1, 2)
    const adopted = plot.response === 'adopted'
    act(file, cast.team[0], 'recheck-defence', { party: first, adopted: adopted ? 'partly' : 'not-adopted', reasons: adopted ? '经复核，改正情况属实，部分采纳，适当减少罚款数额。' : '经复核，已在裁量中考虑，不再采纳。' })
    for (const party of parties.slice(1)) waive(party)
  } else {
    const due = rehearsal.state().clocks.filter((each) => each.clock === 'defence').map((each) => each.due ?? '').sort().at(-1)
    if (due) yield { after: due }
  }
}

export function* decision(file: CaseFile): Telling {
  const { random, plot, cast, rehearsal } = file
  const penalties = decidedCells(file)
  yield random.between(0, 3)
  propose(file, penalties)
  if (plot.returned === 'decision') {
    yield 1
    act(file, cast.chief, 'return-decision', { reason: '请补充说明与类似案件处理的一致性。' })
    yield random.between(1, 2)
    propose(file, penalties)
  }
  if (discussionOwed(rehearsal.state())) {
    yield random.between(1, 4)
    act(file, cast.chief, 'discuss', {
      members: cast.heads.map((person) => ({ person, opinion: '同意承办机构意见。' })), attending: rehearsal.state().team, place: '三楼会议室', conclusion: '会议一致同意按拟处罚意见作出决定。', agreed: true,
    })
  }
  yield random.between(0, 2)
  act(file, someHead(file), 'decide-penalty', { opinion: '同意作出行政处罚决定。' })
}

function propose(file: CaseFile, penalties: readonly Cell[]): void {
  const { cast, plot, rehearsal } = file
  const seized = rehearsal.state().held.some((each) => each.disposal === 'seize')
  act(file, cast.team[0], 'propose-decision', {
    penalties, ...weighingOf(file, penalties), education: !plot.slips.has('no-education'), reasons: '当事人的权利已依法告知和保障，建议按告知内容作出决定。', ...(seized ? { disposals: [{ held: 'goods', disposal: 'confiscate' }] } : {}),
  })
}

/** As notified; a defence that was adopted takes a tenth off, not below the floor. */
function decidedCells({ plot, rehearsal, conducts }: CaseFile): readonly Cell[] {
  const told = (currentNotice(rehearsal.state())?.penalties ?? []) as readonly Cell[]
  if (plot.response !== 'adopted') return told
  return told.map((cell) => {
    const branch = conducts.find(({ id }) => id === cell.violation)?.item.branches[cell.branch ?? 0]
    const limits = cell.stated ?? (branch ? limitsOf(branch, cell.bases ?? {}) : 'no-fine')
    if (cell.kind !== 'fine' || cell.amount === undefined || typeof limits === 'string' || cell.amount <= limits.floor) return cell
    return { ...cell, amount: Math.max(limits.floor, Math.round((cell.amount * 0.9) / 1000) * 1000) }
  })
}

export function* noPenalty(file: CaseFile): Telling {
  yield file.random.between(0, 3)
  act(file, someHead(file), 'decide-no-penalty', { opinion: '同意不予行政处罚，责令改正并进行教育。', education: !file.plot.slips.has('no-education') })
  if (file.plot.ground === 'under-14')
    act(file, someHead(file), 'order-guardian', { party: firstParty(file).id, conduct: firstItem(file).conduct, demands: '加强法治教育，加以管教，防止再次违法。' })
}
