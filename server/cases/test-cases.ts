import { dayOf } from '@faheng/law/time/day.ts'
import { addAccounts, hashPassword } from '../platform/identity/accounts.ts'
import { testPassword, testRegion, testServer, type Answer, type TestClient, type TestServer } from '../test-server.ts'

/** More people than the small county has, each named by what he is: two bodies, two units of the first, a second head. */
const staff = [
  { id: 'second', kind: 'officer', body: 'scjg', unit: 'u1' },
  { id: 'third', kind: 'officer', body: 'scjg', unit: 'u1' },
  { id: 'elsewhere', kind: 'officer', body: 'scjg', unit: 'u2' },
  { id: 'other-unit-head', kind: 'unit-head', body: 'scjg', unit: 'u2' },
  { id: 'deputy', kind: 'head', body: 'scjg', rank: 'deputy' },
  { id: 'stranger', kind: 'officer', body: 'yjj', unit: 'y1' },
  { id: 'strange-head', kind: 'head', body: 'yjj', rank: 'chief' },
] as const

export const informant = '李知情 139-0000-0001'
export const lead = { source: 'report', received: '2026-03-02', discoveredOn: '2026-03-02', summary: '举报人称该店货架上有过期牛奶', realName: true, suspects: ['shop'] }

type Performed = Answer<{ act: string; seq: number; stage: string; documents: { id: string; kind: string; number: string | null }[]; code?: string; refusals?: { guard: string }[]; field?: string }>

export interface TestCases {
  readonly server: TestServer
  /** Signed in once. */
  as(person: string): Promise<TestClient>
  /** An id nobody used. */
  fresh(prefix: string): string
  /** Days go by, and everybody signs in anew. */
  later(days: number): void
  /** A lead of the clerk, in unit u1 unless told. @returns its matter */
  opened(more?: { person?: string; unit?: string; body?: string; payload?: object }): Promise<string>
  /** The proposal that an act of his would answer, as his page shows it. */
  proposal(person: string, matter: string, kind: string): Promise<object | undefined>
  /** Sends an act with what its form would already hold: prefilled values and the proposal it answers. */
  act(person: string, matter: string, kind: string, payload?: object, more?: object): Promise<Performed>
  /** The same, and it must be recorded. */
  must(person: string, matter: string, kind: string, payload?: object, more?: object): Promise<Performed['body']>
  /** A lead with officers, and as many steps of the main path as wanted. */
  upTo(stage: keyof typeof path): Promise<string>
  close(): Promise<void>
}

export async function testCases(): Promise<TestCases> {
  const server = await testServer()
  await settle(server)
  const clients = new Map<string, Promise<TestClient>>()
  let n = 0
  const cases: TestCases = {
    server,
    as(person) {
      const client = clients.get(person) ?? server.as(person)
      clients.set(person, client)
      return client
    },
    later(days) {
      server.forward(days * 86_400_000)
      clients.clear()
    },
    fresh: (prefix) => `${prefix}-${++n}`,
    async opened({ person = 'receiving-clerk', unit = 'u1', body = 'scjg', payload = {} } = {}) {
      const id = cases.fresh('m')
      const answer = await (await cases.as(person)).send('POST', '/api/matters', {
        id, procedure: 'penalty-ordinary', body, unit, first: { id: cases.fresh('a'), kind: 'register-lead', payload: { ...lead, informant, ...payload } },
      })
      if (answer.status !== 201) throw new Error(`no lead: ${answer.status} ${JSON.stringify(answer.body)}`)
      return id
    },
    proposal: async (person, matter, kind) => (await offerOf(await cases.as(person), matter, kind))?.proposal,
    async act(person, matter, kind, payload = {}, more = {}) {
      const client = await cases.as(person)
      const offer = await offerOf(client, matter, kind)
      const filled = { ...offer?.prefill, ...(offer?.proposal ? { proposal: offer.proposal } : {}), ...payload }
      return client.send('POST', `/api/matters/${matter}/acts`, { id: cases.fresh('a'), kind, payload: filled, ...more })
    },
    async must(...told) {
      const answer = await cases.act(...told)
      if (answer.status !== 201) throw new Error(`${told[0]} ${told[2]}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    async upTo(stage) {
      const matter = await cases.opened()
      for (const [name, walk] of Object.entries(path)) {
        await walk(cases, matter)
        if (name === stage) break
      }
      return matter
    },
    close: () => server.close(),
  }
  return cases
}

interface Offer {
  readonly kind: string
  readonly prefill: object
  readonly proposal?: object
}

async function offerOf(client: TestClient, matter: string, kind: string): Promise<Offer | undefined> {
  const { body } = await client.get<{ offers?: Offer[] }>(`/api/matters/${matter}/available`)
  return body.offers?.find((each) => each.kind === kind)
}

const team = ['officer', 'second']
export const violation = { id: 'v1', item: 'expired', conduct: '销售超过保质期的牛奶', place: '城关镇迎宾大道118号', from: '2026-02-01', until: '2026-02-27', parties: ['shop'], harm: false }
export const proof = (evidence: string) => ({ evidence, kind: 'documentary', title: '现场照片', proves: ['identity', 'conduct', 'circumstance', 'amount'], origin: '现场拍摄', place: '城关镇', officers: team })
const fine = { party: 'shop', violation: 'v1', kind: 'fine', amount: 500_000, branch: 0 }
export const served = (document: string) => ({ document, party: 'shop', place: '城关镇', receiver: '店长', officers: team, method: 'direct', outcome: 'received' })

/** The main path, each name a place to stop at. */
const path = {
  async assigned({ must }: TestCases, matter: string) {
    await must('unit-head', matter, 'assign', { team })
  },
  async proposed({ must }: TestCases, matter: string) {
    await must('officer', matter, 'propose-filing', { parties: ['shop'], violations: [violation], team, reason: '有违法事实' })
  },
  async filed({ must }: TestCases, matter: string) {
    await must('head', matter, 'approve-filing', { opinion: '同意立案' })
  },
  async reported({ must, fresh }: TestCases, matter: string) {
    const evidence = fresh('e')
    await must('officer', matter, 'collect-evidence', proof(evidence))
    await must('second', matter, 'confirm-entries')
    await must('officer', matter, 'submit-report', { outcome: 'penalty', facts: '当事人销售过期牛奶十八箱', relied: [evidence], reasons: '事实清楚', penalties: [fine], circumstances: [], sameAct: [], major: false })
  },
  async notified({ must }: TestCases, matter: string) {
    await must('unit-head', matter, 'endorse-report', { opinion: '同意' })
    const notice = await must('head', matter, 'issue-notice', { opinion: '同意告知' })
    await must('officer', matter, 'serve', served(notice.act))
    await must('second', matter, 'confirm-entries')
  },
  async decided({ must }: TestCases, matter: string) {
    await must('officer', matter, 'waive-defence', { party: 'shop', waived: ['defence'] })
    await must('officer', matter, 'propose-decision', { reasons: '按告知内容决定' })
    await must('head', matter, 'decide-penalty', { opinion: '同意' })
  },
} satisfies Record<string, (cases: TestCases, matter: string) => Promise<void>>

/** Registers the small county lacks: the other body, certificates, an item that is fined 5,000 to 50,000 yuan, parties. */
async function settle({ context, now }: TestServer): Promise<void> {
  const { worker } = context.pools
  const at = '2020-01-01T00:00:00.000Z'
  await worker.query(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, recorded) values ($1, 'yjj', '测试县应急管理局', '应急局', '晋测应急', 'organ', $2)`, [testRegion, at])
  await worker.query(`insert into faheng.unit (region, id, body, name) values ($1, 'u2', 'scjg', '执法二中队'), ($1, 'y1', 'yjj', '执法大队')`, [testRegion])
  const passwordHash = await hashPassword(context.identity, testPassword)
  for (const { id, ...post } of staff) {
    await worker.query('insert into faheng.person (region, id, name) values ($1, $2, $3)', [testRegion, id, `测试${id}`])
    await worker.query('insert into faheng.post (region, id, person, kind, body, unit, rank, from_at, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)',
      [testRegion, `p-${id}`, id, post.kind, post.body, 'unit' in post ? post.unit : null, 'rank' in post ? post.rank : null, at])
  }
  await addAccounts(context.identity, staff.map(({ id }) => ({ region: testRegion, person: id, name: `测试${id}`, username: id, passwordHash, passwordDue: false })))
  await worker.query(`update faheng.post set qualified = true where kind = 'legal-reviewer'`)
  for (const person of ['officer', 'second', 'third', 'elsewhere', 'stranger'])
    await worker.query(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, $2, $3, 'sx', '{}', '140000', $4, '2030-01-01', $4)`,
      [testRegion, `C-${person}`, person, at])
  await worker.query(`insert into faheng.body_setting (region, body, name, value, valid_from, recorded) values ($1, 'scjg', 'remedy', $2, '2020-01-01', $3), ($1, 'yjj', 'remedy', $2, '2020-01-01', $3)`,
    [testRegion, JSON.stringify({ reviewOrgan: '测试县人民政府', court: '测试县人民法院' }), at])
  const branch = { condition: '', subject: 'any', kinds: [{ kind: 'fine', connective: 'must', text: '' }], fine: { base: 'absolute', floor: 500_000, ceiling: 5_000_000, floorInclusive: true }, status: 'parsed', text: '' }
  await worker.query(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, recorded)
    values ($1, 'expired', 1, 'scjg', '对经营超过保质期的食品的处罚', $2, '{fine,warning}', $3, 'parsed', '2020-01-01', $4)`,
    [testRegion, JSON.stringify([{ citation: { statute: '食品安全法', article: 124, paragraph: 1, item: 5 }, text: '并处五千元以上五万元以下罚款' }]), JSON.stringify([branch]), at])
  await worker.query(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, recorded) values ($1, '食品安全法', '1', '食品安全法', 'law', '2009-02-28', '2009-06-01', $2)`, [testRegion, at])
  for (const [id, name] of [['shop', '云岭县鲜满仓商贸有限公司'], ['mill', '云岭县丰年面粉厂']])
    await worker.query(`insert into faheng.party (region, id, kind, name, recorded, recorded_by) values ($1, $2, 'legal-person', $3, $4, 'officer')`, [testRegion, id, name, dayOf(now())])
}
