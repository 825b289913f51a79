import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columns, type Column } from '../server/cases/old/columns.ts'
import { informant, proof, served, violation, type TestCases } from '../server/cases/test-cases.ts'
import type { County } from './county.ts'
import { openCases } from './cases.ts'
import { act, choose, day, done, expectRefusal, group, openMatter, openWindow, pick, submit, takeUp, tick, write } from './steps.ts'
import { testRegion } from '../server/test-server.ts'
import { settleTownship, settleChangedNorm } from './walks-registers.ts'

/**
 * Ten lives of cases that are rare and awkward, and what others do beside the team. Each is brought over HTTP to the point that decides it, the clock wound as far as
 * it needs; there somebody sits down at the screen.
 */

let cases: TestCases
let county: County
beforeAll(async () => {
  ;({ cases, county } = await openCases())
  const officer = await cases.as('officer')
  for (const [id, name, birth] of [['boss', '高秀兰', '1979-04-18'], ['hand', '郑明远', '1984-02-29'], ['kid', '高小川', '2013-01-05']])
    await officer.send('POST', '/api/parties', { id, kind: 'person', name, birth })
}, 120_000)
afterAll(() => county?.close())

const team = ['officer', 'second']
const today = (): string => cases.server.now().slice(0, 10)
const inDays = (days: number): string => new Date(Date.parse(cases.server.now()) + days * 86_400_000).toISOString()
const fine = (party: string, amount = 500_000) => ({ party, violation: 'v1', kind: 'fine', amount, branch: 0 })

/** A company nobody decided about yet. */
async function company(name: string): Promise<string> {
  const id = cases.fresh('company')
  const { status } = await (await cases.as('officer')).send('POST', '/api/parties', { id, kind: 'legal-person', name })
  expect(status).toBe(201)
  return id
}

/** His own window, at the time of the case, on this matter. */
async function atDesk(person: string, matter: string): Promise<Page> {
  const page = await openWindow(county)
  const cookies = (await cases.as(person)).cookies().split('; ').map((each) => each.split('='))
  await page.context().addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: county.url })))
  await page.clock.setSystemTime(new Date(cases.server.now()))
  await openMatter(page, matter)
  return page
}

const law = (page: Page) => page.getByRole('region', { name: '法', exact: true })
const story = (page: Page, title: string) => page.locator('.story li', { hasText: title })
const blocked = (page: Page, title: string) => law(page).locator('.blocked').filter({ has: page.getByRole('button', { name: title, exact: true, disabled: true }) })

/** What one officer entered the other confirms on his own sign-in (R4). */
async function confirmed(matter: string, kind: string, told: object): Promise<void> {
  await cases.must('officer', matter, kind, told)
  await cases.must('second', matter, 'confirm-entries')
}

async function assigned(parties: readonly string[]): Promise<string> {
  const matter = await cases.opened({ payload: { suspects: parties, received: today(), discoveredOn: today() } })
  await cases.must('unit-head', matter, 'assign', { team })
  return matter
}

async function filed(parties: readonly string[], more: object = {}): Promise<string> {
  const matter = await assigned(parties)
  await cases.must('officer', matter, 'propose-filing', { parties, violations: [{ ...violation, parties }], team, reason: '有违法事实', ...more })
  await cases.must('head', matter, 'approve-filing', { opinion: '同意' })
  await confirmed(matter, 'collect-evidence', proof(`e-${matter}`))
  return matter
}

const report = (matter: string, told: object) =>
  cases.must('officer', matter, 'submit-report', { outcome: 'penalty', facts: '销售过期牛奶', relied: [`e-${matter}`], reasons: '事实清楚', circumstances: [], sameAct: [], major: false, ...told })

/** From the report to the decision on one party, who waives his defence. @returns the decision */
async function decided(matter: string, party: string): Promise<string> {
  await report(matter, { penalties: [fine(party)] })
  await cases.must('unit-head', matter, 'endorse-report', { opinion: '同意' })
  const notice = await cases.must('head', matter, 'issue-notice', { opinion: '同意告知' })
  await serve(matter, notice.act, party)
  await cases.must('officer', matter, 'waive-defence', { party, waived: ['defence'] })
  await cases.must('officer', matter, 'propose-decision', { reasons: '按告知内容决定' })
  return (await cases.must('head', matter, 'decide-penalty', { opinion: '同意' })).act
}

/** The same from the notice on, the head's own steps at his screen; who handles the case where is told by name. */
async function decidedAtScreen(matter: string, party: string, [officer, second, head]: readonly [string, string, string]): Promise<Page> {
  const page = await atDesk(head, matter)
  await act(page, matter, '行政处罚告知', (form) => write(form, '审批意见', '同意告知。'))
  const { body } = await (await cases.as(head)).get<{ state: { notices: { act: string }[] } }>(`/api/matters/${matter}`)
  await cases.must(officer, matter, 'serve', { ...served(body.state.notices.at(-1)?.act ?? ''), party, officers: [officer, second] })
  await cases.must(second, matter, 'confirm-entries')
  await cases.must(officer, matter, 'waive-defence', { party, waived: ['defence'] })
  await cases.must(officer, matter, 'propose-decision', { reasons: '按告知内容决定' })
  await act(page, matter, '作出行政处罚决定', (form) => write(form, '审批意见', '同意。'))
  await story(page, '作出行政处罚决定').locator('.papers', { hasText: '行政处罚决定书' }).first().waitFor()
  return page
}

const serve = (matter: string, document: string, party: string, how: object = {}) => confirmed(matter, 'serve', { ...served(document), party, ...how })

async function pay(matter: string, party: string): Promise<void> {
  const { body } = await (await cases.as('head')).get<{ state: { performance: { id: string; party: string; owed: number }[] } }>(`/api/matters/${matter}`)
  for (const { id, owed } of body.state.performance.filter((each) => each.party === party))
    await cases.must('officer', matter, 'record-payment', { item: id, amount: owed, channel: 'bank', receipt: '1', paidOn: today() })
}

describe('a certificate that runs out while the page stands open', { timeout: 120_000 }, () => {
  it('ends his power the minute after, and what he does then is recorded and marked', async () => {
    const matter = await cases.upTo('notified')
    await cases.must('officer', matter, 'waive-defence', { party: 'shop', waived: ['defence'] })
    const until = (days: number, minutes = 0) => cases.server.db.pools.worker.query(`update faheng.certificate set until_at = $2 where region = $1 and person = 'officer'`, [testRegion, new Date(Date.parse(inDays(days)) + minutes * 60_000).toISOString()])
    await until(0, 1)
    const page = await atDesk('officer', matter)
    const form = await takeUp(page, '提请作出处罚决定')
    await write(form, '说明', '建议按告知内容作出决定。')
    cases.server.forward(2 * 60_000)
    await submit(form)
    await expectRefusal(form, { message: '行政执法证已过有效期', article: '行政处罚法', cure: '更换持有效执法证件的人员' })
    const late = await cases.act('officer', matter, 'collect-evidence', proof(`late-${matter}`))
    expect(late.status).toBe(201)
    await cases.server.followed()
    const { rows } = await cases.server.db.pools.worker.query(`select rule from faheng.finding where region = $1 and matter = $2 and act = $3`, [testRegion, matter, late.body.act])
    expect(rows).toContainEqual({ rule: 'mark:certificate-valid' })
    await until(3000)
  })
})

describe('at the screen', { timeout: 240_000 }, () => {
  it('two: a thirteen-year-old goes unpunished, and no closing before his guardian is ordered', async () => {
    const matter = await filed(['kid'])
    await cases.must('officer', matter, 'name-guardian', { party: 'kid', name: '高大山', relation: 'parent', contact: '青石村' })
    await report(matter, { outcome: 'no-penalty', ground: 'under-14', penalties: [] })
    await cases.must('unit-head', matter, 'endorse-report', { opinion: '同意' })
    const decision = await cases.must('head', matter, 'decide-no-penalty', { opinion: '同意', education: true })
    await serve(matter, decision.act, 'kid')
    const officer = await atDesk('officer', matter)
    const why = await blocked(officer, '提请结案').innerText()
    expect(why).toContain('第三十条')
    expect(why).toContain('作出责令监护人管教')
    const head = await atDesk('head', matter)
    await act(head, matter, '责令监护人管教', async (form) => {
      await write(form, '违法行为', '帮助售卖过期牛奶')
      await write(form, '管教（看管和治疗）要求', '加以管教，不得再次参与经营。')
    })
    await story(head, '责令监护人管教').locator('.papers').waitFor()
    await openMatter(officer, matter)
    await law(officer).getByRole('button', { name: '提请结案', exact: true, disabled: false }).waitFor()
  })

  it('three: goods registered urgently at night go back when the head does not approve, and it is found', async () => {
    const party = await company('云岭县晨光乳品店')
    const matter = await assigned([party])
    await confirmed(matter, 'register-evidence', { party, place: '店内库房', custodian: '店长', urgent: true, things: [{ id: 't1', name: '牛奶', quantity: 18, unit: '箱' }], officers: team })
    await cases.must('officer', matter, 'report-urgent', { reason: '夜间巡查，货物正在转移' })
    const head = await atDesk('head', matter)
    await act(head, matter, '不予批准紧急措施，立即解除', (form) => write(form, '退回理由', '没有证据表明货物将被转移。'))
    await cases.server.followed()
    await openMatter(head, matter)
    await law(head).locator('.finding', { hasText: '紧急采取的措施没有获得批准' }).getByText('行政强制法').waitFor()
    await law(await atDesk('officer', matter)).getByRole('button', { name: '执行物品处理' }).waitFor()
  })

  it('five: a decision annulled on review for its procedure is made again, in a term of its own', async () => {
    const party = await company('云岭县和顺粮油店')
    const matter = await filed([party])
    await serve(matter, await decided(matter, party), party)
    await pay(matter, party)
    const clerk = await atDesk('receiving-clerk', matter)
    await act(clerk, matter, '登记复议申请、起诉', (form) => day(form, '申请或者起诉日期', today()))
    await act(clerk, matter, '登记复议、诉讼结果', async (form) => {
      await pick(form, '结果', '撤销')
      await day(form, '收到文书日期', today())
      await write(form, '文书号', '测政复决〔2026〕1号')
      await tick(form, '仅因违反法定程序撤销')
    })
    const page = await atDesk('head', matter)
    await act(page, matter, '重新办理', async (form) => {
      await write(form, '责令重新作出的期限（日，未限期的不填）', '60')
      await write(form, '理由', '告知未载明听证权利，重新告知后作出决定。')
    })
    await law(page).locator('.ring', { hasText: '重新作出' }).waitFor()
    await law(page).locator('.ring', { hasText: '退还' }).waitFor()
    await report(matter, { penalties: [fine(party)] })
    await cases.must('unit-head', matter, 'endorse-report', { opinion: '同意' })
    await decidedAtScreen(matter, party, ['officer', 'second', 'head'])
    await page.goto(`/matters/${matter}/documents`)
    await page.getByRole('row', { name: /行政处罚决定书/ }).nth(1).waitFor()
  })

  it('seven: in a township whose leader handles the case, a head takes his step', async () => {
    await settleTownship(cases)
    const matter = await cases.opened({ person: 'z-one', body: 'zhen', unit: 'z1', payload: { informant: undefined, realName: false } })
    const all = ['z-one', 'z-two', 'z-leader']
    await cases.must('z-leader', matter, 'assign', { team: all })
    await cases.must('z-one', matter, 'propose-filing', { parties: ['mill'], violations: [{ ...violation, parties: ['mill'] }], team: all, reason: '有违法事实' })
    await cases.must('z-head', matter, 'approve-filing', { opinion: '同意' })
    await cases.must('z-one', matter, 'collect-evidence', { ...proof('e-zhen'), officers: ['z-one', 'z-two'] })
    await cases.must('z-two', matter, 'confirm-entries')
    await cases.must('z-one', matter, 'submit-report', { outcome: 'penalty', facts: '销售过期面粉', relied: ['e-zhen'], reasons: '事实清楚', penalties: [fine('mill')], circumstances: [], sameAct: [], major: false })
    const leader = await atDesk('z-leader', matter)
    expect(await law(leader).getByRole('button', { name: '审查调查终结报告', exact: true, disabled: false }).count()).toBe(0)
    const head = await atDesk('z-head', matter)
    await act(head, matter, '审查调查终结报告', (form) => write(form, '审批意见', '中队长系承办人，由负责人审查。同意。'))
    await story(head, '审查调查终结报告').waitFor()
    await decidedAtScreen(matter, 'mill', ['z-one', 'z-two', 'z-head'])
  })

  it('eight: a signed decision with the wrong date is rectified, its amount is not', async () => {
    const party = await company('云岭县兴隆百货店')
    const matter = await filed([party])
    await serve(matter, await decided(matter, party), party)
    const officer = await atDesk('officer', matter)
    const form = await takeUp(officer, '提请更正文书')
    const slip = group(form, '更正 1')
    await pick(slip, '更正事项', '处罚数额')
    await write(slip, '所在位置', '落款')
    await write(slip, '原文', '2026年3月1日')
    await write(slip, '更正为', '2026年3月2日')
    await write(form, '理由', '落款日期笔误。')
    await submit(form)
    await expectRefusal(form, { message: '不得以更正方式改变', article: '第七十五条', cure: '依法撤销原文书' })
    await pick(slip, '更正事项', '日期')
    await done(form, '提请更正文书')
    const head = await atDesk('head', matter)
    await act(head, matter, '批准更正文书', (each) => write(each, '审批意见', '同意更正。'))
    await head.goto(`/matters/${matter}/documents`)
    await head.getByRole('row', { name: /更正书/ }).getByText(/更正〔2026〕\d+号/).waitFor()
    await head.getByRole('row', { name: /行政处罚决定书/ }).waitFor()
  })

  it('ten: an old decision that was imported bars a second fine for the same act', async () => {
    const party = await imported({
      number: '晋测市监罚〔2026〕7号', state: '历史案件', outcome: '行政处罚', partyKind: '法人', partyName: '云岭县鲜满仓商贸有限公司', partyCode: '91140221MA0GXQ7X4T', item: 'expired', from: '2026-02-01', until: '2026-02-27',
      received: '2026-02-27', filed: '2026-02-27', decided: '2026-02-28', served: '2026-02-28', kinds: '罚款', fine: '5000', paid: '5000',
    })
    const matter = await filed([party])
    const page = await atDesk('officer', matter)
    const form = await takeUp(page, '提交调查终结报告')
    await write(form, '查明的事实', '当事人销售超过保质期的牛奶十八箱。')
    await write(form, '案件性质、裁量理由', '没有从重情节。')
    await write(group(form, '处罚 1'), '金额', '5000')
    const earlier = group(form, '在先决定 1')
    await tick(earlier, '同一违法行为')
    await write(earlier, '理由', '与已经处罚的是同一批牛奶。')
    await submit(form)
    await expectRefusal(form, { message: '同一违法行为已被罚款', article: '第二十九条', cure: '不再罚款' })
  })

  it('six: a case the police did not file comes back, and its term to decide is lengthened by the days away', async () => {
    const party = await company('云岭县福源调料厂')
    const matter = await filed([party])
    const due = async () => (await (await cases.as('head')).get<{ clocks: { clock: string; due: string | null; closed: string | null }[] }>(`/api/matters/${matter}`)).body.clocks.find((each) => each.clock === 'decision' && each.closed === null)?.due
    const before = await due()
    const officer = await atDesk('officer', matter)
    await act(officer, matter, '报告涉嫌犯罪', (form) => write(form, '涉嫌犯罪的事实和依据', '货值金额可能达到追诉标准。'))
    await act(await atDesk('head', matter), matter, '决定移送公安机关', (form) => write(form, '审批意见', '同意移送。'))
    await act(officer, matter, '向公安机关移送', (form) => write(form, '接收的公安机关', '测试县公安局'))
    cases.later(20)
    await act(await atDesk('officer', matter), matter, '登记司法机关处理结果', async (form) => {
      await choose(form, '处理结果', '公安机关不予立案')
      await day(form, '文书日期', today())
    })
    const head = await atDesk('head', matter)
    expect(await law(head).locator('.ring', { hasText: '暂停计算' }).count()).toBe(1)
    await act(head, matter, '恢复行政处罚程序', (form) => write(form, '理由', '公安机关不予立案，依法继续办理。'))
    const after = await due()
    // A last day that is no workday moves on.
    expect((Date.parse(after ?? '') - Date.parse(before ?? '')) / 86_400_000).toBeGreaterThanOrEqual(20)
    await law(head).locator('.ring', { hasText: after ?? 'none' }).first().waitFor()
    await report(matter, { penalties: [fine(party)] })
    await cases.must('unit-head', matter, 'endorse-report', { opinion: '同意' })
    await decidedAtScreen(matter, party, ['officer', 'second', 'head'])
    expect((after ?? '') >= today()).toBe(true)
  })

  it('one and nine: a unit and two responsible persons; the hearing an investigator chaired is held again; one pays, one disappears', async () => {
    const shop = await company('云岭县益民超市')
    const matter = await filed([shop, 'boss', 'hand'], { standing: [{ party: 'boss', as: 'responsible' }, { party: 'hand', as: 'responsible' }] })
    await report(matter, { penalties: [fine(shop), fine('boss', 1_000_000), fine('hand')] })
    await cases.must('unit-head', matter, 'endorse-report', { opinion: '同意' })
    const notice = await cases.must('head', matter, 'issue-notice', { opinion: '同意' })
    for (const party of [shop, 'boss']) await serve(matter, notice.act, party)
    await serve(matter, notice.act, 'hand', { outcome: 'failed' })
    await serve(matter, notice.act, 'hand', { method: 'announcement' })
    await act(await atDesk('officer', matter), matter, '当事人申请听证', (form) => pick(form, '当事人', '高秀兰'))
    await act(await atDesk('head', matter), matter, '组织听证', async (form) => {
      await pick(form, '听证主持人（非本案调查人员）', '测试deputy')
      await day(form, '听证时间', `${inDays(14).slice(0, 10)} 15:00`)
      await write(form, '听证地点', '三楼会议室')
    })
    cases.later(14)
    const officer = await atDesk('officer', matter)
    await act(officer, matter, '举行听证', async (form) => {
      await pick(form, '实际主持人', '测试second')
      await write(form, '出席的调查人员', '测试officer')
      await write(form, '听证过程', '双方陈述、质证。')
      await choose(form, '听证笔录签名', '核对无误后签名')
    })
    const marks = await officer.locator('.story li.marked', { hasText: '举行听证' }).locator('.marks').innerText()
    expect(marks).toContain('第六十四条')
    expect(marks).toContain('另行组织听证')

    await cases.must('head', matter, 'arrange-hearing', { chair: 'deputy', at: inDays(14), place: '三楼' })
    cases.later(14)
    await cases.must('officer', matter, 'hold-hearing', { investigators: '测试officer', course: '听证过程', signed: 'signed' })
    await cases.must('deputy', matter, 'report-hearing', { conclusion: 'uphold', summary: '双方意见', opinion: '维持' })
    await cases.must('legal-reviewer', matter, 'pass-review', { checklist: ['competence', 'officers', 'facts', 'law', 'procedure', 'documents', 'crime'], opinion: '同意' })
    cases.later(14)
    await cases.must('officer', matter, 'propose-decision', { reasons: '按告知内容决定' })
    await cases.must('head', matter, 'discuss', { members: [{ person: 'head', opinion: '同意' }, { person: 'deputy', opinion: '同意' }], place: '三楼', conclusion: '同意', agreed: true })
    const decision = (await cases.must('head', matter, 'decide-penalty', { opinion: '同意' })).act
    for (const party of [shop, 'boss']) await serve(matter, decision, party)
    await serve(matter, decision, 'hand', { outcome: 'failed' })
    const page = await atDesk('officer', matter)
    await act(page, matter, '登记缴款', async (form) => {
      await write(form, '票据号码', '20260001')
      await day(form, '缴款日期', today())
    })
    // What is announced was made before (D8).
    await cases.server.followed()
    const head = await atDesk('head', matter)
    await act(head, matter, '公告送达', (form) => write(form, '公告的媒体或者场所', '测试县人民政府网站'))
    await story(head, '公告送达').locator('.papers', { hasText: '公告' }).waitFor()
    await openMatter(page, matter)
    const rows = page.locator('.standings tbody tr')
    expect(await Promise.all(['益民超市', '高秀兰', '郑明远'].map(async (name) => (await rows.filter({ hasText: name }).getByText(/^(已履行|未履行)$/).innerText())))).toEqual(['已履行', '未履行', '未履行'])
    expect(await blocked(page, '提请结案').innerText()).toContain('办法')
  })

  it('four: conduct before the repeal of its law is reported only when old and new norm are compared', async () => {
    await settleChangedNorm(cases)
    cases.later(Math.ceil((Date.parse('2026-08-21') - Date.parse(cases.server.now())) / 86_400_000))
    const party = await company('云岭县绿野农场')
    const matter = await assigned([party])
    await cases.must('officer', matter, 'propose-filing', { parties: [party], violations: [{ ...violation, parties: [party], item: 'smoke', from: '2026-08-01', until: '2026-08-10' }], team, reason: '有违法事实' })
    await cases.must('head', matter, 'approve-filing', { opinion: '同意' })
    await confirmed(matter, 'collect-evidence', proof(`e-${matter}`))
    const page = await atDesk('officer', matter)
    const why = await blocked(page, '提交调查终结报告').innerText()
    for (const said of ['尚未比较新旧规定', '第三十七条', '登记“比较新旧规定”']) expect(why).toContain(said)
    await act(page, matter, '比较新旧规定', async (each) => {
      const compared = group(each, '比较 1')
      await write(compared, '行为时的规定', '五百元以上二千元以下罚款')
      await write(compared, '现行规定', '五百元以上二千元以下罚款')
      await choose(compared, '比较结果', '条文实质内容未变')
      await write(each, '理由', '条文实质内容没有改变。')
    })
    await report(matter, { penalties: [fine(party, 100_000)] })
    await act(await atDesk('unit-head', matter), matter, '审查调查终结报告', (form) => write(form, '审批意见', '新旧规定相同，适用行为时的规定。'))
    await decidedAtScreen(matter, party, ['officer', 'second', 'head'])
  })

  it('besides: a head unseals the informant on record, and a supervisor ticks off a filing taken back', async () => {
    const party = await company('云岭县新街饺子馆')
    const matter = await filed([party])
    const head = await atDesk('head', matter)
    const lead = story(head, '登记线索')
    await lead.locator('summary').click()
    await lead.getByText('其中有密封信息').waitFor()
    await act(head, matter, '查阅密封的举报人信息', (form) => write(form, '理由', '核实举报奖励。'))
    await openMatter(head, matter)
    await lead.locator('summary').click()
    await lead.getByText(informant).waitFor()
    await cases.must('head', matter, 'cancel-mistaken-filing', { ground: 'duplicate', reason: '重复立案' })
    await cases.server.followed()
    const supervisor = await atDesk('supervisor', matter)
    await act(supervisor, matter, '核查并销号问题', async (form) => {
      await choose(form, '核查结果', '情况属实')
      await write(form, '核查情况', '与另一案件重复，撤销适当。')
    })
    await law(supervisor).locator('.finding', { hasText: '撤销错误立案' }).getByText('情况属实、处理适当').waitFor()
  })
})

/** One old case from a table. @returns its party */
async function imported(row: Partial<Record<Column, string>>): Promise<string> {
  const all = Object.keys(columns) as Column[]
  const table = [all.map((each) => columns[each]), all.map((each) => row[each] ?? '')].map((cells) => cells.join(',')).join('\r\n')
  const clerk = await cases.as('receiving-clerk')
  await clerk.send('POST', '/api/import/cases?id=old&body=scjg&name=old.csv', table, { 'content-type': 'text/csv' })
  await expect.poll(async () => (await clerk.get<{ counts: { added?: number } | null }>('/api/import/old')).body.counts?.added, { timeout: 20_000 }).toBe(1)
  const { rows } = await cases.server.db.pools.worker.query<{ id: string }>('select id from faheng.party where code = $1', [row.partyCode])
  return rows[0]?.id ?? ''
}
