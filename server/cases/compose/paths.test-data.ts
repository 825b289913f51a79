import type { DrivenCase } from './drive.test-data.ts'

/** The ways a case of the ordinary procedure may go; each ends as far as the law lets it. A refused power is an error of the test. */
type Drive = (one: DrivenCase) => DrivenCase

const must = (one: DrivenCase) => (who: string, kind: string, told: object = {}): void => {
  const refusals = one.do(who, kind, told)
  if (refusals.length > 0) throw new Error(`${kind}: ${refusals.map(({ guard, message }) => `${guard} ${message.zh}`).join('; ')}`)
}

const goods = [
  { id: 'g1', name: '“山泉牌”纯牛奶', model: '250毫升×12盒，批号20260110', quantity: 18, unit: '箱', state: '已过保质期' },
  { id: 'g2', name: '“田园牌”低温火腿肠', quantity: 46, unit: '袋' },
]
const later = (one: DrivenCase) => ({ until: new Date(Date.parse(one.state.done['register-lead']?.[0]?.at ?? '2026-08-31T02:00:00.000Z') + 7_200_000).toISOString() })
const found = '2026年8月31日，执法人员对当事人经营场所检查时，在其冷藏货架上发现待售的“山泉牌”纯牛奶18箱、“田园牌”低温火腿肠46袋，均已超过保质期。'
const all = { files: ['f1', 'f2'], officers: ['chen', 'li'] }
const checklist = ['competence', 'officers', 'facts', 'law', 'procedure', 'documents', 'crime']

const lead = (one: DrivenCase): void => {
  must(one)('clerk', 'register-lead', {
    source: 'report', received: '2026-08-31', discoveredOn: '2026-08-31', realName: true, suspects: ['shop'], informant: '匿名提供人甲 13900000000',
    summary: '反映云岭县鲜满仓商贸有限公司销售过期牛奶', place: '城关镇迎宾大道118号', files: ['f0'],
  })
  must(one)('unitHead', 'assign', { team: ['chen', 'li'] })
}

const violation = { id: 'v1', item: 'expired', conduct: '当事人在其经营场所待售超过保质期的纯牛奶、火腿肠', place: '城关镇迎宾大道118号', from: '2026-07-11', until: '2026-08-31', parties: ['shop'], harm: false }

const filed = (one: DrivenCase, more: object = {}): void => {
  must(one)('chen', 'propose-filing', { parties: ['shop'], violations: [violation], team: ['chen', 'li'], reason: '有初步证据证明当事人涉嫌经营超过保质期的食品，属于本机关管辖，且在处罚时效内。', ...more })
  must(one)('chief', 'approve-filing', { opinion: '同意立案。' })
}

const investigated = (one: DrivenCase): void => {
  must(one)('chen', 'record-scene', { evidence: 'e1', place: '城关镇迎宾大道118号', ...later(one), findings: found, present: '孙晓梅（店长）', signed: 'refused', witness: '张国庆', proves: ['conduct', 'amount'], ...all })
  must(one)('li', 'interview', {
    evidence: 'e2', name: '郑明远', identity: '身份证号530000198402290011，执行董事', place: '本局询问室', ...later(one),
    questions: [{ question: '请介绍你的基本情况。', answer: '我是公司法定代表人。' }, { question: '上述食品何时购进？', answer: '2026年6月5日。' }], proves: ['identity', 'circumstance'], ...all,
  })
  must(one)('chen', 'collect-evidence', { evidence: 'e3', kind: 'documentary', title: '营业执照、食品经营许可证复印件各1份', origin: '由当事人提供，与原件核对一致', place: '城关镇迎宾大道118号', proves: ['identity'], officers: ['chen', 'li'] })
}

const order = (one: DrivenCase): void =>
  must(one)('chen', 'order-to-correct', {
    party: 'shop', conduct: '当事人待售超过保质期的食品', basis: '违反《中华人民共和国食品安全法》第三十四条第（十）项，依据《中华人民共和国行政处罚法》第二十八条第一款', demands: '1. 立即下架全部超过保质期的食品\n2. 健全进货查验记录制度。', by: '2026-09-10',
  })

const fine = (amount: number) => ({ party: 'shop', violation: 'v1', kind: 'fine', amount, branch: 0 })

const reported = (one: DrivenCase, more: object = {}): void => {
  must(one)('chen', 'submit-report', {
    facts: `${found}自2026年7月11日至检查当日已售出12箱，货值金额共计2526元。`, relied: ['e1', 'e2', 'e3'],
    reasons: '当事人的行为违反了《中华人民共和国食品安全法》第三十四条第（十）项的规定，涉案货值较小，积极配合调查', penalties: [{ party: 'shop', violation: 'v1', kind: 'confiscate-goods', detail: '“山泉牌”纯牛奶18箱' }, fine(5_000_000)],
    circumstances: [{ effect: 'lighter', ground: 'eliminated-harm', evidence: ['e2'], reason: '当事人主动下架、召回涉案食品' }], ...more,
  })
  must(one)('unitHead', 'endorse-report', { opinion: '事实清楚，同意承办人意见。' })
  must(one)('reviewer', 'pass-review', { checklist, opinion: '事实清楚、证据确凿、定性准确、程序合法，同意。' })
}

const noticed = (one: DrivenCase, parties = ['shop']): void => {
  must(one)('chief', 'issue-notice', { opinion: '同意告知。' })
  for (const party of parties) must(one)('chen', 'serve', { document: one.last('issue-notice'), party, place: '城关镇迎宾大道118号', receiver: '郑明远（法定代表人）', officers: ['chen', 'li'] })
}

const closed = (one: DrivenCase): void => {
  for (const { id, owed } of one.state.performance)
    if (owed > 0) must(one)('chen', 'record-payment', { item: id, amount: owed, channel: 'bank', receipt: '2026111800321', paidOn: '2026-09-25' })
    else must(one)('chen', 'record-performance', { item: id, how: '没收的食品已依法销毁。', doneOn: '2026-09-26' })
  must(one)('chen', 'propose-closing', { summary: '处罚决定已全部履行完毕，建议结案归档。' })
  must(one)('chief', 'approve-closing', { opinion: '同意结案。' })
  must(one)('chen', 'archive', { notes: '本卷材料齐全，无缺损。' })
}

const left = { method: 'left', outcome: 'refused', witnessed: true, witness: '张国庆（城关社区居委会）', place: '城关镇迎宾大道118号', officers: ['chen', 'li'] }

export const mainPath: Drive = (one) => {
  lead(one)
  order(one)
  filed(one)
  investigated(one)
  reported(one)
  noticed(one)
  must(one)('clerk', 'state-defence', { party: 'shop', form: 'oral', statement: '我公司已主动下架，没有造成危害，\n请求从轻处罚', files: ['f9'] })
  must(one)('chen', 'recheck-defence', { party: 'shop', adopted: 'partly', reasons: '经复核，当事人主动下架属实，已在裁量中考虑' })
  one.days(9)
  must(one)('chen', 'propose-decision', { reasons: '当事人的申辩已经复核，建议按告知内容作出处罚决定。' })
  must(one)('chief', 'decide-penalty', { opinion: '同意。' })
  must(one)('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop', ...left })
  must(one)('chen', 're-inspect', { evidence: 'again', place: '城关镇迎宾大道118号', found: '货架上未见超过保质期的食品，进货查验记录已补齐。', result: 'corrected', present: '孙晓梅（店长）', ...all })
  closed(one)
  return one
}

export const withRegistration: Drive = (one) => {
  lead(one)
  must(one)('chen', 'propose-registration', { party: 'shop', reason: '涉案食品可能被转移。', things: goods })
  must(one)('chief', 'approve-registration', { opinion: '同意。' })
  must(one)('chen', 'register-evidence', { party: 'shop', place: '本局罚没物品仓库', custodian: '何思敏', things: goods, officers: ['chen', 'li'] })
  filed(one)
  investigated(one)
  must(one)('chief', 'dispose-registered', { disposals: [{ held: 'g1', disposal: 'confiscate' }, { held: 'g2', disposal: 'return' }], reason: '已查明' })
  must(one)('chen', 'carry-out-disposal', { held: ['g1', 'g2'], how: '已处理', officers: ['chen', 'li'] })
  reported(one)
  noticed(one)
  must(one)('clerk', 'waive-defence', { party: 'shop', waived: ['defence'] })
  must(one)('chen', 'propose-decision', { reasons: '建议作出处罚决定。' })
  must(one)('chief', 'decide-penalty', { opinion: '同意。' })
  must(one)('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop', method: 'post', received: '2026-09-08', place: '城关镇迎宾大道118号', receiver: '门卫代收', officers: ['chen', 'li'] })
  // Posted service is complete on the day it is signed for.
  one.days(9)
  closed(one)
  return one
}

/** Not paid in time, demanded, then paid. */
export const demanded: Drive = (one) => {
  lead(one)
  filed(one)
  investigated(one)
  reported(one)
  noticed(one)
  one.days(9)
  must(one)('chen', 'propose-decision', { reasons: '建议作出处罚决定。' })
  must(one)('chief', 'decide-penalty', { opinion: '同意。' })
  must(one)('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop', place: '本局', receiver: '郑明远', officers: ['chen', 'li'] })
  one.days(40)
  must(one)('chen', 'issue-demand', { by: '2026-11-10', how: '到指定银行缴纳罚款' })
  return one
}

export const collective: Drive = (one) => {
  lead(one)
  filed(one)
  investigated(one)
  reported(one, { penalties: [fine(20_000_000)], circumstances: [] })
  noticed(one)
  one.days(9)
  must(one)('chen', 'propose-decision', { reasons: '当事人未申辩，建议作出处罚决定。' })
  must(one)('chief', 'discuss', {
    members: [{ person: 'deputy', opinion: '同意拟处罚意见。' }, { person: 'chief', opinion: '同意。' }], attending: ['reviewer', 'chen'], place: '三楼会议室', conclusion: '一致同意罚款200000元。', agreed: true,
  })
  must(one)('chief', 'decide-penalty', { opinion: '按集体讨论意见办理。' })
  // The paper was signed with the wrong day (R3).
  must(one)('chen', 'propose-rectification', { corrections: [{ what: 'date', place: '落款日期', wrong: '2026年9月1日', right: '2026年9月10日' }], reason: '落款日期笔误。' })
  must(one)('chief', 'approve-rectification', { opinion: '同意更正。' })
  return one
}

/** Returned once by the reviewer, reported anew after the notice, notified a second time. */
export const twice: Drive = (one) => {
  lead(one)
  filed(one)
  investigated(one)
  reported(one)
  noticed(one)
  must(one)('clerk', 'state-defence', { party: 'shop', form: 'written', statement: '请求减轻处罚。' })
  must(one)('chen', 'recheck-defence', { party: 'shop', adopted: 'adopted', reasons: '理由成立。' })
  must(one)('chen', 'submit-report', { facts: found, relied: ['e1', 'e2', 'e3'], reasons: '采纳申辩，降低罚款数额。', penalties: [fine(4_000_000)] })
  must(one)('unitHead', 'endorse-report', { opinion: '同意。' })
  must(one)('reviewer', 'return-review', { reason: '请补充裁量理由。' })
  reported(one, { penalties: [fine(4_000_000)] })
  noticed(one)
  one.days(9)
  must(one)('chen', 'propose-decision', { reasons: '建议作出处罚决定。' })
  must(one)('chief', 'decide-penalty', { opinion: '同意。' })
  return one
}

export const severalParties: Drive = (one) => {
  lead(one)
  const second = { ...violation, id: 'v2', item: 'records', conduct: '当事人未建立进货查验记录', parties: ['shop'] }
  filed(one, { parties: ['shop', 'zheng'], violations: [{ ...violation, parties: ['shop', 'zheng'] }, second] })
  investigated(one)
  reported(one, {
    facts: `${found}\n当事人未建立并遵守进货查验记录制度。`,
    penalties: [fine(5_000_000), { party: 'shop', violation: 'v2', kind: 'warning' }, { party: 'zheng', violation: 'v1', kind: 'fine', amount: 600_000, branch: 0 }],
  })
  noticed(one, ['shop', 'zheng'])
  one.days(9)
  must(one)('chen', 'propose-decision', { reasons: '建议作出处罚决定。' })
  must(one)('chief', 'decide-penalty', { opinion: '同意。' })
  return one
}

export const noPenalty: Drive = (one) => {
  lead(one)
  filed(one)
  investigated(one)
  order(one)
  reported(one, { outcome: 'no-penalty', ground: 'first-minor', penalties: [], circumstances: [], reasons: '当事人初次违法，涉案货值小，已及时改正。' })
  must(one)('chief', 'decide-no-penalty', { opinion: '同意不予处罚，责成承办人做好教育。', education: true })
  must(one)('chen', 'serve', { document: one.last('decide-no-penalty'), party: 'shop', place: '本局', receiver: '郑明远', officers: ['chen', 'li'] })
  closed(one)
  return one
}

export const notFiled: Drive = (one) => {
  lead(one)
  must(one)('chen', 'propose-not-filing', { reason: '经核查，没有违法事实。' })
  must(one)('chief', 'decide-not-to-file', { opinion: '同意不予立案。' })
  return one
}

export const hearing: Drive = (one) => {
  lead(one)
  filed(one)
  investigated(one)
  reported(one, { penalties: [fine(12_000_000)], circumstances: [] })
  noticed(one)
  must(one)('clerk', 'request-hearing', { party: 'shop' })
  must(one)('chief', 'arrange-hearing', { parties: ['shop'], chair: 'reviewer', at: '2026-09-20T01:30:00.000Z', place: '本局四楼听证室', open: 'closed', closedFor: 'trade-secret' })
  one.days(20)
  must(one)('clerk', 'hold-hearing', { chair: 'reviewer', attendance: [{ party: 'shop', came: 'agent', agents: '孙晓梅' }], investigators: '周立群、何思敏', course: '调查人员提出违法事实、证据和处罚建议。\n当事人进行申辩和质证，请求从轻处罚。', signed: 'refused' })
  must(one)('reviewer', 'report-hearing', { conclusion: 'change', summary: '双方对事实没有争议，对罚款数额有争议。', opinion: '建议降低罚款数额。' })
  return one
}

/** Every way out of a case that leads back into it, and the police at its end. */
export const waysOut: Drive = (one) => {
  lead(one)
  filed(one)
  must(one)('chief', 'transfer-jurisdiction', { to: '邻县市场监督管理局', reason: '违法行为发生地在邻县。' })
  must(one)('chen', 'record-transfer-receipt', { outcome: 'refused', on: '2026-09-05' })
  must(one)('chen', 'propose-registration', { party: 'shop', things: goods, reason: '证据可能灭失' })
  must(one)('chief', 'approve-registration', { opinion: '同意。' })
  must(one)('chen', 'register-evidence', { party: 'shop', things: goods, place: '城关镇迎宾大道118号', custodian: '孙晓梅', officers: ['chen', 'li'] })
  must(one)('chief', 'suspend', { ground: 'other-case', reason: '须以相关案件的裁判结果为依据。' })
  must(one)('chief', 'resume', { reason: '中止的原因已经消除。' })
  must(one)('clerk', 'ask-recusal', { person: 'li', asker: 'party', ground: 'other', reason: '曾与当事人有经济往来。' })
  must(one)('chief', 'decide-recusal', { person: 'li', granted: false, reason: '经查，没有可能影响公正执法的关系。' })
  must(one)('unitHead', 'replace-officers', { team: ['li', 'chen'], reason: '工作调整。' })
  must(one)('chen', 'report-suspected-crime', { team: ['chen', 'li'], facts: '涉案金额达到刑事追诉标准，涉嫌生产、销售不符合安全标准的食品罪' })
  must(one)('chief', 'decide-criminal-transfer', { opinion: '同意移送。' })
  must(one)('chen', 'hand-over-to-police', { to: '云岭县公安局', papers: ['letter', 'report', 'inventory'], held: ['g1', 'g2'], receivedBy: '马强', officers: ['chen', 'li'] })
  return one
}

/** A responsible person and a violation come in later; a child beside them is not punished, and his guardian is ordered. */
export const changedParties: Drive = (one) => {
  lead(one)
  filed(one, { parties: ['shop', 'unknown'], standing: [{ party: 'unknown', as: 'unidentified' }], violations: [{ ...violation, parties: ['shop', 'unknown'] }] })
  investigated(one)
  const change = (told: object): void => {
    must(one)('chen', 'propose-party-change', { evidence: ['e2', 'e3'], reason: '经调查核实。', ...told })
    must(one)('chief', 'approve-party-change', { opinion: '同意。' })
  }
  change({ change: 'identify', party: 'unknown', to: 'kid' })
  change({ change: 'add', party: undefined, to: 'zheng', role: 'responsible' })
  must(one)('chen', 'propose-violations', { violations: [{ ...violation, id: 'v2', item: 'records', conduct: '当事人未建立进货查验记录', parties: ['shop'] }], reason: '调查中发现。' })
  must(one)('chief', 'approve-violations', { opinion: '同意补充立案。' })
  must(one)('chen', 'name-guardian', { party: 'kid', name: '高大山', relation: 'parent', contact: '云岭县河口乡青石村' })
  reported(one, {
    facts: `${found}\n当事人未建立并遵守进货查验记录制度。`, spared: [{ party: 'kid', ground: 'under-14' }],
    penalties: [fine(5_000_000), { party: 'shop', violation: 'v2', kind: 'warning' }, { party: 'zheng', violation: 'v1', kind: 'fine', amount: 600_000, branch: 0 }],
  })
  noticed(one, ['shop', 'zheng'])
  one.days(9)
  must(one)('chen', 'propose-decision', { reasons: '建议作出处罚决定。' })
  must(one)('chief', 'decide-penalty', { opinion: '同意。' })
  must(one)('chief', 'order-guardian', { party: 'kid', conduct: '当事人在经营场所帮助售卖超过保质期的食品', demands: '加强法治教育\n不得再参与经营活动' })
  for (const party of ['shop', 'zheng', 'kid']) must(one)('chen', 'serve', { document: one.last('decide-penalty'), party, ...left })
  closed(one)
  return one
}

const decided = (one: DrivenCase): void => {
  lead(one)
  filed(one)
  investigated(one)
  reported(one)
  noticed(one)
  one.days(9)
  must(one)('chen', 'propose-decision', { reasons: '建议作出处罚决定。' })
  must(one)('chief', 'decide-penalty', { opinion: '同意。' })
  must(one)('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop', ...left })
}

const demand = (one: DrivenCase): void => {
  must(one)('chen', 'issue-demand', { by: '2027-01-10', how: '到指定银行缴纳罚款' })
  must(one)('chen', 'serve', { document: one.last('issue-demand'), party: 'shop', place: '本局', receiver: '郑明远', officers: ['chen', 'li'] })
}

/** Not paid, demanded, a surcharge decided, and brought before the court. */
export const enforced: Drive = (one) => {
  decided(one)
  one.days(40)
  demand(one)
  const fineItem = one.state.performance.find(({ kind }) => kind === 'fine')?.id
  must(one)('chief', 'decide-surcharge', { item: fineItem, amount: 3_000_000, reason: '当事人经催告仍未缴纳罚款。' })
  one.days(200)
  must(one)('chief', 'apply-to-court', { items: one.state.performance.map(({ id }) => id), court: '云岭县人民法院', reason: '被申请人有履行能力而拒不履行。', opinion: '同意申请。' })
  return one
}

/** Nobody is there: announced in the end; halted for the heirs to be looked for, resumed, and ended where there are none. */
export const outOfReach: Drive = (one) => {
  lead(one)
  filed(one)
  investigated(one)
  reported(one, { penalties: [fine(5_000_000)] })
  must(one)('clerk', 'confirm-address', { party: 'shop', address: '云岭县城关镇迎宾大道118号', recipient: '孙晓梅', phone: '0870-5550118', electronic: true, account: 'xianmancang@example.cn' })
  must(one)('chief', 'issue-notice', { opinion: '同意告知。' })
  must(one)('chen', 'serve-electronically', { document: one.last('issue-notice'), party: 'shop', account: 'xianmancang@example.cn', entered: '2026-08-31' })
  one.days(9)
  must(one)('clerk', 'request-hearing', { party: 'shop' })
  must(one)('chief', 'decline-hearing', { reason: '告知书已于8月31日送达。' })
  must(one)('chen', 'propose-decision', { reasons: '建议作出处罚决定。' })
  must(one)('chief', 'decide-penalty', { opinion: '同意。' })
  must(one)('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop', place: '城关镇迎宾大道118号', outcome: 'failed', officers: ['chen', 'li'] })
  must(one)('chief', 'announce', { medium: '《云岭日报》' })
  one.days(40)
  must(one)('chief', 'suspend-execution', { party: 'shop', ground: 'hardship', reason: '当事人已停止经营，正在清算' })
  must(one)('chief', 'resume-execution', { reason: '清算已结束' })
  must(one)('chief', 'end-execution', { items: one.state.performance.map(({ id }) => id), ground: 'dissolution', since: '2026-10-01', reason: '公司已注销，无财产可供执行，没有义务承受人' })
  return one
}

/** Divided for hardship, not kept, and agreed upon. */
export const eased: Drive = (one) => {
  decided(one)
  const fineItem = one.state.performance.find(({ kind }) => kind === 'fine')?.id
  const plan = [{ due: '2026-10-15', amount: 2_000_000 }, { due: '2026-11-15', amount: 3_000_000 }]
  must(one)('chief', 'grant-postponement', { item: fineItem, requestedOn: '2026-09-12', instalments: plan, reason: '当事人停业整顿，资金周转困难' })
  one.days(60)
  demand(one)
  must(one)('chief', 'enter-execution-agreement', { item: fineItem, instalments: plan.map((each) => ({ ...each, due: each.due.replace('2026', '2027') })), waiveSurcharge: true, remedied: true, terms: '乙方以其设备提供担保' })
  return one
}

/** The body sees its own fault: revoked, paid back, the publication withdrawn, the case taken up again. */
export const revoked: Drive = (one) => {
  decided(one)
  const fineItem = one.state.performance.find(({ kind }) => kind === 'fine')?.id
  must(one)('chen', 'record-payment', { item: fineItem, amount: 5_000_000, channel: 'bank', receipt: '2026111800321', paidOn: '2026-09-20' })
  must(one)('chief', 'revoke-own-decision', { parties: ['shop'], fault: 'procedure', reason: '没有告知当事人要求听证的权利。' })
  must(one)('chen', 'serve', { document: one.last('revoke-own-decision'), party: 'shop', place: '本局', receiver: '郑明远', officers: ['chen', 'li'] })
  must(one)('chief', 'refund', { items: [{ item: fineItem, amount: 5_000_000 }], reason: '处罚决定已撤销' })
  must(one)('chen', 'withdraw-publicity', { on: '2026-09-21', explanation: '处罚决定违反法定程序，已依法撤销。' })
  must(one)('chief', 're-open', { reason: '补充告知后重新作出处理。' })
  return one
}

/** Seized, sampled and tested before filing; the informant told; the filing cancelled, and the party told. */
export const seized: Drive = (one) => {
  lead(one)
  must(one)('chen', 'propose-seizure', { party: 'shop', measure: 'seized', basis: '《中华人民共和国食品安全法》第一百一十条第（四）项', reason: '涉案食品可能流入市场', things: goods })
  must(one)('chief', 'approve-seizure', { opinion: '同意。' })
  must(one)('chen', 'carry-out-seizure', { party: 'shop', measure: 'seized', place: '本局罚没物品仓库', custodian: '何思敏', things: goods, officers: ['chen', 'li'] })
  must(one)('chen', 'take-sample', { party: 'shop', place: '城关镇迎宾大道118号', things: [{ id: 's1', name: '“山泉牌”纯牛奶', quantity: 6, unit: '盒' }], custodian: '何思敏', officers: ['chen', 'li'] })
  must(one)('chen', 'commission-test', { test: 't1', kind: 'inspection', institution: '云岭市食品检验检测中心', question: '菌落总数、大肠菌群是否符合食品安全标准', held: ['s1'], by: '2026-09-10' })
  filed(one)
  must(one)('clerk', 'tell-informant', { how: '电话告知' })
  must(one)('chen', 'record-test-result', { test: 't1', evidence: 'e9', conclusion: '所检项目不符合食品安全标准', reported: '2026-09-01', proves: ['conduct'] })
  must(one)('chen', 'register-recording', { evidence: 'e10', title: '扣押过程录像', recorder: 'YLSJ-07', path: '采集站1号/2026/08/31/0003.mp4', from: '2026-08-31T01:30:00.000Z', minutes: 42, hash: '5f1c9a27e0b84d1c9e2f6a7b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f', proves: ['conduct'] })
  must(one)('chen', 'tell-test-result', { test: 't1', party: 'shop', until: '2026-09-08' })
  must(one)('chief', 'extend-seizure', { held: 'g1', reason: '案情复杂，尚需继续调查', opinion: '同意延长。' })
  must(one)('chen', 'propose-extension', { reason: '需等待外地协查结果。' })
  must(one)('chief', 'approve-extension', { opinion: '同意延长三十日。' })
  must(one)('chief', 'dispose-registered', { disposals: [{ held: 'g1', disposal: 'return' }, { held: 'g2', disposal: 'return' }], reason: '已查明' })
  must(one)('chief', 'cancel-mistaken-filing', { ground: 'wrong-party', reason: '违法行为人另有其人。' })
  must(one)('chen', 'tell-cancellation', { party: 'shop', how: '当面告知' })
  return one
}

/** The body's only reviewer handled the case: the county lends one. */
export const lent: Drive = (one) => {
  lead(one)
  filed(one)
  investigated(one)
  must(one)('chen', 'submit-report', { facts: found, relied: ['e1', 'e2', 'e3'], reasons: '应当处罚', penalties: [fine(5_000_000)], circumstances: [] })
  must(one)('unitHead', 'endorse-report', { opinion: '同意。' })
  must(one)('unitHead', 'ask-pool-reviewer', { reason: '本机关没有可以审核本案的人员。' })
  must(one)('supervisor', 'assign-reviewer', { reviewer: 'reviewer', reason: '同意指派。' })
  return one
}

const takenAtNight = (one: DrivenCase): void => {
  lead(one)
  must(one)('chen', 'carry-out-seizure', { party: 'shop', measure: 'sealed', urgent: true, place: '就地封存', custodian: '孙晓梅', things: goods, officers: ['chen', 'li'] })
  must(one)('chen', 'report-urgent', { reason: '现场发现当事人正在转移涉案食品', basis: '《中华人民共和国食品安全法》第一百一十条第（五）项' })
}

/** Sealed in urgency and approved afterwards; the result of a test objected to and tested again. */
export const urgent: Drive = (one) => {
  takenAtNight(one)
  must(one)('chief', 'approve-urgent', { opinion: '同意。' })
  filed(one)
  const test = (id: string, more: object = {}): void => {
    must(one)('chen', 'commission-test', { test: id, kind: 'inspection', institution: '云岭市食品检验检测中心', question: '是否符合食品安全标准', held: ['g1'], by: '2026-09-10', ...more })
    must(one)('chen', 'record-test-result', { test: id, evidence: `e-${id}`, conclusion: '不符合食品安全标准', reported: '2026-09-01', proves: ['conduct'] })
    must(one)('chen', 'tell-test-result', { test: id, party: 'shop' })
  }
  test('t1')
  must(one)('clerk', 'object-to-test', { test: 't1', party: 'shop', reason: '对抽样方法有异议' })
  must(one)('chief', 'answer-objection', { test: 't1', answer: 'retest', reason: '同意由另一机构复检', opinion: '同意。' })
  test('t2', { retestOf: 't1', institution: '云岭省食品检验研究院' })
  must(one)('chen', 'propose-extension', { reason: '复检尚未完成。' })
  must(one)('chief', 'approve-extension', { opinion: '同意。' })
  must(one)('chen', 'propose-extension', { reason: '案情特别复杂。' })
  must(one)('chief', 'discuss-extension', { members: [{ person: 'deputy', opinion: '同意。' }, { person: 'chief', opinion: '同意。' }], days: 60, conclusion: '一致同意继续延长。' })
  must(one)('chief', 'ask-designation', { organ: '云岭市市场监督管理局', reason: '与邻县对管辖有争议。' })
  return one
}

/** The head does not approve what was sealed that night. */
export const refused: Drive = (one) => {
  takenAtNight(one)
  must(one)('chief', 'refuse-urgent', { reason: '不具备紧急情形。' })
  return one
}
