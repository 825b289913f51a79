import { addDays } from '@faheng/law/time/day.ts'
import { workdaysBefore } from './clock.ts'
import { inMinutes } from './case-file.ts'
import type { Walk } from './walk.ts'

const [clerk, unitHead, officer, second, expired] = ['cheng.clerk', 'zhao.unit', 'chen.officer', 'li.officer', 'dong.expired'] as const
const [reviewer, trainee, chief, deputy] = ['cao.review', 'yuan.trainee', 'deng.chief', 'xu.deputy'] as const

/**
 * A complaint about food without a label, from the lead to the archive. On the way people try what the law forbids, each
 * attempt refused by the guard named, and three things happen that should not have: they are recorded and marked.
 */
export async function wholeCase(walk: Walk): Promise<void> {
  await takenIn(walk)
  await investigated(walk)
  await reported(walk)
  await notified(walk)
  await decided(walk)
  await closed(walk)
}

/** What one of the two entered, the other confirms, all at once (处罚法 42). */
async function confirmed({ does, state }: Walk, ...officers: readonly string[]): Promise<void> {
  for (const each of officers) await does(each, 'confirm-entries', { entries: Object.keys((await state()).unconfirmed ?? {}) })
}

async function takenIn({ does, mayNot, seat, party, today, matter }: Walk): Promise<void> {
  const team = [seat(officer).person, seat(second).person]
  const conduct = (over: object = {}) => ({
    id: 'v1', item: 'food-label', conduct: '销售未标明生产者名称、地址的预包装食品', place: '青河县人民路1号', from: addDays(today, -9), until: addDays(today, -1), parties: [party], harm: false, ...over,
  })
  const filing = (over: object = {}) => ({ parties: [party], team, violations: [conduct()], reason: '投诉属实，涉嫌违反食品安全法，建议立案。', ...over })
  await does(clerk, 'register-lead', {
    source: 'complaint', received: today, discoveredOn: today, summary: '投诉人称在该店购买的食品没有标签。', place: '青河县人民路1号', suspects: [party], realName: true, informant: `投诉人（${matter}）`,
  })
  await mayNot('by', clerk, 'assign', { team })
  await mayNot('certificate-valid', unitHead, 'assign', { team: [team[0], seat(expired).person] })
  await does(unitHead, 'assign', { team })
  await mayNot('two-officers', officer, 'propose-filing', filing({ team: [team[0]] }))
  await mayNot('competent-on-date', officer, 'propose-filing', filing({ violations: [conduct({ item: 'city-occupy' })] }))
  await mayNot('norm-in-force', officer, 'propose-filing', filing({ violations: [conduct({ from: '2009-01-01', until: '2009-02-01' })] }))
  await does(officer, 'propose-filing', filing())
  await mayNot('proposal-current', chief, 'approve-filing', { proposal: { act: 'another', hash: 'another' }, opinion: '同意立案。' })
  await does(chief, 'approve-filing', { opinion: '同意立案。' })
}

async function investigated({ does, mayNot, seat, party, now }: Walk): Promise<void> {
  const [first, other] = [seat(officer).person, seat(second).person]
  const shared = { party, certificateShown: true, recusalTold: true, signed: 'signed', until: now }
  const asked = { ...shared, whom: 'party', name: '何晓平', place: '本机关询问室', questions: [{ question: '这些食品是你们销售的吗？', answer: '是的。' }], proves: ['identity', 'circumstance'] }
  await mayNot('stage', officer, 'propose-closing', { summary: '建议结案。' })
  await does(officer, 'record-scene', {
    ...shared, evidence: 'scene', place: '青河县人民路1号', findings: '货架上有十二盒没有标明生产者名称和地址的糕点。', present: '何晓平', proves: ['conduct', 'amount'], officers: [first, other], until: inMinutes(now, 60),
  })
  // One officer alone: recorded as it was, and no evidence (处罚法 42, 46).
  await does(officer, 'interview', { ...asked, evidence: 'alone', officers: [first] })
  await does(officer, 'interview', { ...asked, evidence: 'interview', officers: [first, other] })
  // Written down six working days after it happened.
  await does(second, 'collect-evidence', {
    evidence: 'receipts', kind: 'documentary', title: '进货票据复印件', proves: ['amount'], origin: '由当事人提供，与原件核对一致', place: '青河县人民路1号', officers: [first, other],
  }, { occurredAt: workdaysBefore(now, 6), source: 'paper', lateReason: '现场没有网络，回单位后补录。' })
  await does(officer, 'order-to-correct', { party, conduct: '销售标签不合规定的预包装食品', basis: '《食品安全法》第一百二十五条第一款第（二）项', demands: '立即停止销售，清点下架。' })
}

const fine = (party: string, yuan: number) => ({ party, violation: 'v1', kind: 'fine', branch: 0, amount: yuan * 100, bases: { goodsValue: 300_000 } })

/** The lightest tier of the item’s benchmark holds the fine (R32). */
const ticks = [{ violation: 'v1', circumstance: 'food-label-1', evidence: ['interview'] }]

const report = (party: string, over: object = {}) => ({
  outcome: 'penalty', facts: '当事人销售没有标明生产者名称、地址的预包装食品，货值金额三千元。', relied: ['scene', 'interview', 'receipts'], reasons: '没有从重情节，配合调查，建议从轻。',
  penalties: [fine(party, 8_000)], ticks, circumstances: [], sameAct: [], major: true, ...over,
})

async function reported(walk: Walk): Promise<void> {
  const { does, mayNot, party } = walk
  await mayNot('penalty-proposed', officer, 'submit-report', report(party, { penalties: [] }))
  await mayNot('ground-of-no-penalty', officer, 'submit-report', report(party, { outcome: 'no-penalty', penalties: [] }))
  await mayNot('every-element-proven', officer, 'submit-report', report(party, { relied: ['scene'] }))
  await mayNot('relies-on-lawful-evidence', officer, 'submit-report', report(party, { relied: ['scene', 'interview', 'alone'] }))
  await mayNot('not-above-maximum', officer, 'submit-report', report(party, { penalties: [fine(party, 60_000)] }))
  await mayNot('not-below-minimum', officer, 'submit-report', report(party, { penalties: [fine(party, 1_000)] }))
  await mayNot('benchmark-applied', officer, 'submit-report', report(party, { ticks: [] }))
  await mayNot('kind-in-norm', officer, 'submit-report', report(party, { penalties: [{ party, violation: 'v1', kind: 'detention' }] }))
  await mayNot('evidence-confirmed', officer, 'submit-report', report(party))
  await confirmed(walk, second, officer)
  await does(officer, 'submit-report', report(party))
  await does(unitHead, 'endorse-report', { opinion: '事实清楚，同意。' })
  const passed = { checklist: ['competence', 'officers', 'facts', 'law', 'procedure', 'documents', 'crime'], opinion: '同意处理意见。' }
  await mayNot('reviewer-qualified', trainee, 'pass-review', passed)
  await does(reviewer, 'pass-review', passed)
}

async function notified(walk: Walk): Promise<void> {
  const { does, mayNot, seat, party, today } = walk
  const officers = [seat(officer).person, seat(second).person]
  const proposed = { penalties: [fine(party, 8_000)], ticks, education: true, reasons: '按告知内容作出决定。' }
  const document = await does(chief, 'issue-notice', { opinion: '同意告知。' })
  const served = { document, party, place: '青河县人民路1号', officers }
  // Left at the door without a witness or a recording: recorded, and without effect (民事诉讼法 89).
  await does(officer, 'serve', { ...served, method: 'left', outcome: 'refused', witnessed: false })
  await mayNot('notice-served', officer, 'propose-decision', proposed)
  await does(officer, 'serve', { ...served, method: 'direct', outcome: 'received', receiver: '何晓平（负责人）' })
  await mayNot('defence-term-over', officer, 'propose-decision', proposed)
  await does(clerk, 'state-defence', { party, form: 'written', statement: '已经全部下架，请求从轻。' })
  await mayNot('not-heavier-after-defence', officer, 'submit-report', report(party, { penalties: [fine(party, 9_000)] }))
  // The party waives what is left of its term, so that nobody has to wait for five working days here.
  await does(officer, 'waive-defence', { party, waived: ['defence'] })
  await mayNot('defence-rechecked', officer, 'propose-decision', proposed)
  await does(officer, 'recheck-defence', { party, adopted: 'partly', reasons: `经复核，${today}前已全部下架，予以考虑。` })
  await mayNot('notice-service-confirmed', officer, 'propose-decision', proposed)
  await confirmed(walk, second)
  await mayNot('decision-as-notified', officer, 'propose-decision', { ...proposed, penalties: [fine(party, 8_100)] })
  await does(officer, 'propose-decision', proposed)
}

async function decided({ does, mayNot, seat }: Walk): Promise<void> {
  const heads = [chief, deputy, 'fu.deputy', 'shen.deputy'].map((username) => ({ person: seat(username).person, opinion: '同意。' }))
  const discussed = { place: '三楼会议室', conclusion: '一致同意。', agreed: true }
  await mayNot('discussed-together', chief, 'decide-penalty', { opinion: '同意。' })
  await mayNot('enough-members', chief, 'discuss', { ...discussed, members: heads.slice(0, 1) })
  await does(chief, 'discuss', { ...discussed, members: heads })
  await mayNot('outcome-as-reported', deputy, 'decide-no-penalty', { opinion: '不予处罚。', education: true })
  await does(deputy, 'decide-penalty', { opinion: '同意作出处罚决定。' })
}

async function closed(walk: Walk): Promise<void> {
  const { does, mayNot, seat, party, state, today } = walk
  const { decision: made, corrections = [] } = await state()
  const decision = made?.act ?? ''
  const [ordered] = corrections
  await does(officer, 'serve', { document: decision, party, method: 'direct', outcome: 'received', receiver: '何晓平（负责人）', place: '青河县人民路1号', officers: [seat(officer).person, seat(second).person] })
  await mayNot('all-performed', officer, 'propose-closing', { summary: '建议结案。' })
  for (const { id, owed } of (await state()).performance.filter((each) => !each.done))
    // Collected by the officers without a ground: recorded, marked, and paid all the same (处罚法 67).
    await does(officer, 'record-payment', { item: id, amount: owed, channel: 'on-the-spot', receipt: 'SJ-0001', paidOn: today })
  await does(officer, 're-inspect', { certificateShown: true, recusalTold: true, signed: 'signed', proves: ['circumstance'], order: ordered?.act, evidence: 'again', place: '青河县人民路1号', found: '标签不合规定的食品已全部下架，货架上未再发现。', result: 'corrected', officers: [seat(officer).person, seat(second).person] })
  await confirmed(walk, second)
  await does(officer, 'propose-closing', { summary: '罚款已缴纳，建议结案。' })
  await does(chief, 'approve-closing', { opinion: '同意结案。' })
  await does(officer, 'archive', { retention: 'thirty-years', notes: '卷内文书齐全。' })
}
